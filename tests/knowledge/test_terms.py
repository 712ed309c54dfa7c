"""Every term that code or a question names is defined by our ontology or by the vocabulary that it is of."""

import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, DefinedNamespace

from kgraph.resources import locate_ontology, locate_questions
from kgraph.vocabulary import KG, PREFIXES, TERMS, expand

CLOSED: dict[str, type[DefinedNamespace]] = {
    "dct": DCTERMS,
    "foaf": FOAF,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SDO,
    "skos": SKOS,
    "time": TIME,
    "xsd": XSD,
}
"""Vocabularies whose terms rdflib knows."""

OTHERS = {
    # https://www.w3.org/TR/annotation-vocab/
    "oa": "SpecificResource TextPositionSelector TextQuoteSelector end exact hasSelector hasSource start",
    # https://semanticweb.cs.vu.nl/2009/11/sem/
    "sem": "Actor Event Place Temporary eventProperty eventType hasActor hasPlace hasEarliestBeginTimeStamp"
    " hasEarliestEndTimeStamp hasLatestBeginTimeStamp hasLatestEndTimeStamp",
    # https://semiceu.github.io/: Core Public Event, Core Public Organisation, Core Location
    "cv": "AdminUnit Participation PublicEvent PublicOrganisation hasParticipant hasParticipation role",
    # http://groundedannotationframework.org/
    "gaf": "denotedBy",
    # Kemendagri code
    "wdt": "P2588",
}
QUESTIONS = sorted(locate_questions().glob("*.rq"))
CURIE = re.compile(r"(?<![\w<:/#-])([a-z]+):([A-Za-z_]\w*)")


def is_defined(prefix: str, name: str) -> bool:
    if prefix in CLOSED:
        return rdflib.URIRef(PREFIXES[prefix] + name) in CLOSED[prefix]
    return name in OTHERS[prefix].split()


def test_prefixes_are_those_of_the_vocabularies() -> None:
    for prefix, namespace in CLOSED.items():
        assert PREFIXES[prefix] == str(namespace._NS)


@pytest.mark.parametrize("term", sorted(term for term in TERMS if not term.startswith("kg:")))
def test_public_term_exists(term: str) -> None:
    prefix, _, name = term.partition(":")
    assert is_defined(prefix, name)
    assert expand(term) == PREFIXES[prefix] + name


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.name)
def test_question_uses_terms_that_exist(path: Path) -> None:
    ontology = rdflib.Graph().parse(locate_ontology() / "kgraph.ttl")
    ours = {str(subject) for subject in ontology.subjects(rdflib.RDF.type)}
    text = re.sub(r"#[^\n>]*\n|<[^>\s]*>|\"[^\"\n]*\"", " ", path.read_text("utf-8"))
    for prefix, name in CURIE.findall(text):
        assert KG + name in ours if prefix == "kg" else is_defined(prefix, name), f"{prefix}:{name}"


@pytest.mark.parametrize("path", sorted(locate_ontology().glob("*.ttl")), ids=lambda path: path.name)
def test_relations_lead_to_terms_that_exist(path: Path) -> None:
    """What the ontology says of public terms is about terms that there are."""
    graph = rdflib.Graph().parse(path)
    spaces = {namespace: prefix for prefix, namespace in PREFIXES.items() if prefix not in {"kg"}}
    for node in set(graph.all_nodes()) | set(graph.predicates()):
        for namespace, prefix in spaces.items():
            if isinstance(node, rdflib.URIRef) and node.startswith(namespace):
                assert is_defined(prefix, node[len(namespace) :]), node
