"""Own terms and concepts have all their parts, and their examples are true."""

import re
from collections import Counter

import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SDO, SKOS

from kgraph import __version__
from kgraph.lexicon.load import load_lexicon
from kgraph.lexicon.matcher import fold
from kgraph.resources import locate_ontology
from kgraph.vocabulary import BASE, KG, PREFIXES
from tests.example_graph import make_dataset

ONTOLOGY = rdflib.Graph().parse(locate_ontology() / "kgraph.ttl")
PUBLIC = rdflib.Graph().parse(locate_ontology() / "public.ttl")
SCHEMES = {
    name: rdflib.Graph().parse(locate_ontology() / f"{name}.ttl")
    for name in ("agreements", "events", "issues", "kinds")
}
OWN = sorted(
    {
        term
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
        for term in ONTOLOGY.subjects(RDF.type, kind)
    }
)
CONCEPTS = sorted(
    (concept, name) for name, graph in SCHEMES.items() for concept in graph.subjects(RDF.type, SKOS.Concept)
)
RELATIONS = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, RDFS.seeAlso)


def name_of(term: object) -> str:
    return re.split(r"[#/]", str(term))[-1]


def list_languages(graph: rdflib.Graph, subject: rdflib.term.Node, predicate: rdflib.URIRef) -> list[str]:
    return sorted(str(text.language) for text in graph.objects(subject, predicate) if str(text).strip())


def test_ontology_says_what_it_is() -> None:
    ontology = rdflib.URIRef(KG.removesuffix("#"))
    assert (ontology, RDF.type, OWL.Ontology) in ONTOLOGY
    assert str(ONTOLOGY.value(ontology, OWL.versionInfo)) == __version__
    assert str(ONTOLOGY.value(ontology, OWL.versionIRI)) == f"{ontology}/{__version__}"
    assert str(ONTOLOGY.value(ontology, DCTERMS.license)).endswith("LICENSE-2.0")
    for predicate in (DCTERMS.title, DCTERMS.description):
        assert list_languages(ONTOLOGY, ontology, predicate) == ["en", "id"]
    assert not list(ONTOLOGY.objects(ontology, DCTERMS.creator))


@pytest.mark.parametrize("term", OWN, ids=name_of)
def test_own_term_has_all_its_parts(term: rdflib.URIRef) -> None:
    assert str(term).startswith(KG)
    for predicate in (RDFS.label, SKOS.definition):
        assert list_languages(ONTOLOGY, term, predicate) == ["en", "id"]
    assert ONTOLOGY.value(term, RDFS.isDefinedBy) == rdflib.URIRef(KG.removesuffix("#"))
    related = {target for relation in RELATIONS for target in ONTOLOGY.objects(term, relation)}
    assert related - {term}
    if (term, RDF.type, OWL.Class) not in ONTOLOGY:
        assert {*ONTOLOGY.objects(term, RDFS.domain), *ONTOLOGY.objects(term, SDO.domainIncludes)}
        assert {*ONTOLOGY.objects(term, RDFS.range), *ONTOLOGY.objects(term, SDO.rangeIncludes)}


@pytest.mark.parametrize("term", OWN, ids=name_of)
def test_example_of_a_term_stands_in_the_example_graph(term: rdflib.URIRef) -> None:
    (example,) = ONTOLOGY.objects(term, SKOS.example)
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    triples = rdflib.Graph().parse(data=f"@base <{BASE}> .\n{prefixes}{example}", format="turtle")
    assert term in {*triples.predicates(), *triples.objects(None, RDF.type)}
    known = make_dataset()
    for triple in triples:
        assert (*triple, None) in known, triple


@pytest.mark.parametrize("term", OWN, ids=name_of)
def test_example_graph_keeps_domain_and_range(term: rdflib.URIRef) -> None:
    """The node that has a property is of its domain; a node that it leads to is of its range."""
    known = make_dataset()
    domains = {*ONTOLOGY.objects(term, RDFS.domain), *ONTOLOGY.objects(term, SDO.domainIncludes)}
    ranges = {*ONTOLOGY.objects(term, RDFS.range), *ONTOLOGY.objects(term, SDO.rangeIncludes)}
    for subject, _, value, _ in known.quads((None, term, None, None)):
        classes = set(known.objects(subject, RDF.type))
        assert classes & domains, subject
        if isinstance(value, rdflib.URIRef):
            assert set(known.objects(value, RDF.type)) & ranges, value
        else:
            datatype = value.datatype or (RDF.langString if value.language else rdflib.XSD.string)
            assert datatype in ranges, value


def test_public_term_is_described() -> None:
    for term in set(PUBLIC.subjects()):
        assert PUBLIC.value(term, RDF.type) in {RDFS.Class, RDF.Property}
        assert PUBLIC.value(term, RDFS.isDefinedBy) is not None
        for predicate in (RDFS.label, SKOS.definition):
            assert list_languages(PUBLIC, term, predicate) == ["en"]


def test_public_term_is_written_or_a_term_of_ours_is_related_to_it() -> None:
    related = {str(target) for relation in RELATIONS for target in ONTOLOGY.objects(None, relation)}
    written = {str(term) for term in PUBLIC.subjects(SKOS.scopeNote)}
    graph = make_dataset()
    used = {str(node) for node in (*graph.predicates(), *graph.objects(None, RDF.type))}
    assert written == used - {str(term) for term in OWN}
    assert {str(term) for term in PUBLIC.subjects()} == written | {
        target for target in related if not target.startswith(KG) and "gist" not in target
    }


@pytest.mark.parametrize(("concept", "name"), CONCEPTS, ids=[name_of(concept) for concept, _ in CONCEPTS])
def test_concept_has_all_its_parts(concept: rdflib.URIRef, name: str) -> None:
    graph = SCHEMES[name]
    for predicate in (SKOS.prefLabel, SKOS.definition):
        assert list_languages(graph, concept, predicate) == ["en", "id"]
    (notation,) = graph.objects(concept, SKOS.notation)
    (scheme,) = graph.objects(concept, SKOS.inScheme)
    assert str(concept) == f"{scheme}/{notation}"
    tops, broader = (list(graph.objects(concept, what)) for what in (SKOS.topConceptOf, SKOS.broader))
    assert (tops == [scheme]) is (broader == [])
    assert all((other, SKOS.inScheme, scheme) in graph for other in broader)
    labels = [str(label).casefold() for label in graph.objects(concept, SKOS.altLabel)]
    assert len(labels) == len(set(labels))
    assert not {str(label).casefold() for label in graph.objects(concept, SKOS.prefLabel)} & set(labels)


@pytest.mark.parametrize("name", SCHEMES)
def test_label_means_one_concept(name: str) -> None:
    graph = SCHEMES[name]
    labels: Counter[tuple[str, str, str]] = Counter()
    for concept, scheme in graph.subject_objects(SKOS.inScheme):
        own = [*graph.objects(concept, SKOS.prefLabel), *graph.objects(concept, SKOS.altLabel)]
        labels.update({(str(scheme), str(label.language), str(label).casefold()) for label in own})
    assert [label for label, count in labels.items() if count > 1] == []


def test_indonesian_label_of_an_issue_is_a_cue_of_it() -> None:
    cues = load_lexicon().issues.cues
    for issue, label in SCHEMES["issues"].subject_objects(SKOS.altLabel):
        if label.language == "id":
            assert name_of(issue) in dict(cues.get(fold(str(label)), ())), label


def test_phrases_that_alone_tell_an_issue_are_labels_of_it() -> None:
    """They come from the lexicon; one that the ontology has as a label is not hidden besides."""
    graph = make_dataset()
    for issue in load_lexicon().issues.issues:
        node = rdflib.URIRef(f"{BASE}issue/{issue.slug}")
        shown = {
            str(label).casefold()
            for sort in (SKOS.prefLabel, SKOS.altLabel)
            for label in graph.objects(node, sort)
            if label.language == "id"
        }
        hidden = {str(label) for label in graph.objects(node, SKOS.hiddenLabel)}
        assert hidden == set(issue.decisive) - shown
        assert all((node, RDF.type, SKOS.Concept) in graph for _ in hidden)


def test_regions_have_codes_and_lie_in_a_province() -> None:
    graph = make_dataset()
    code = rdflib.URIRef(PREFIXES["wdt"] + "P2588")
    areas = set(graph.subjects(RDF.type, SDO.AdministrativeArea))
    assert len(areas) == 38 + 514
    for area in areas:
        (told,) = graph.objects(area, code)
        assert str(area) == f"{BASE}region/{told}"
        inside = list(graph.objects(area, SDO.containedInPlace))
        assert [str(place) for place in inside] == (
            [f"{BASE}region/{str(told).rpartition('.')[0]}"] if "." in str(told) else []
        )
