"""The description of a graph counts what is there, in terms that exist."""

import hashlib

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, PROV, RDF, RDFS, VOID

from kgraph.graph.opening import Graph
from tests.unit.exporting.conftest import export

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
SPACES = {str(space._NS): space for space in (DCAT, DCTERMS, PROV, RDF, RDFS, VOID)} | {str(SPDX): SPDX}
NEWER = {DCAT._NS + "version"}
"""Of DCAT 3, which rdflib does not know yet: https://www.w3.org/TR/vocab-dcat-3/#Property:resource_version."""


def read(graph: Graph, **options: object) -> tuple[rdflib.Graph, rdflib.URIRef]:
    described = rdflib.Graph().parse(data=export(graph, "void", **options), format="turtle")
    (dataset,) = described.subjects(RDF.type, VOID.Dataset)
    assert isinstance(dataset, rdflib.URIRef)
    assert (dataset, RDF.type, DCAT.Dataset) in described
    return described, dataset


@pytest.mark.parametrize("without_bodies", [False, True])
def test_the_figures_are_those_of_the_graph(gold_graph: Graph, *, without_bodies: bool) -> None:
    described, dataset = read(gold_graph, without_bodies=without_bodies)
    data = export(gold_graph, "nt", without_bodies=without_bodies)
    triples = rdflib.Graph().parse(data=data, format="nt")

    def value(term: rdflib.URIRef) -> object:
        return described.value(dataset, term).toPython()  # type: ignore[union-attr]

    assert value(VOID.triples) == len(triples)
    assert value(VOID.distinctSubjects) == value(VOID.entities) == len(set(triples.subjects()))
    assert value(VOID.properties) == len(set(triples.predicates()))
    for part in described.objects(dataset, VOID.classPartition):
        kind = described.value(part, VOID["class"])
        assert described.value(part, VOID.entities).toPython() == len(set(triples.subjects(RDF.type, kind)))  # type: ignore[union-attr]
    for part in described.objects(dataset, VOID.propertyPartition):
        predicate = described.value(part, VOID.property)
        assert described.value(part, VOID.triples).toPython() == len(set(triples.subject_objects(predicate)))  # type: ignore[union-attr]
    checksum = described.value(described.value(dataset, SPDX.checksum), SPDX.checksumValue)
    digest = hashlib.sha256(export(gold_graph, "nq", without_bodies=without_bodies)).hexdigest()
    assert str(checksum).lower() == digest
    assert str(value(rdflib.URIRef(DCAT._NS + "version"))) == digest[:16]
    if not without_bodies:
        assert digest == gold_graph.manifest.files["graph.nq"].sha256


def test_vocabularies_are_those_that_are_used(gold_graph: Graph) -> None:
    described, dataset = read(gold_graph)
    told = {str(one) for one in described.objects(dataset, VOID.vocabulary)}
    text = export(gold_graph, "nt").decode()
    assert len(told) > 10
    assert all(f"<{one}" in text for one in told)


def test_terms_exist(graph: Graph) -> None:
    described, _ = read(graph, licence="https://spdx.org/licenses/CC-BY-4.0")
    used = {*described.predicates(), *described.objects(None, RDF.type)}
    for term in used - {rdflib.URIRef(iri) for iri in NEWER}:
        (space,) = (name for name in SPACES if str(term).startswith(name))
        assert space == str(SPDX) or term in SPACES[space]


def test_a_licence_is_told_if_the_owner_names_one(graph: Graph) -> None:
    licence = "https://spdx.org/licenses/CC-BY-4.0"
    described, dataset = read(graph, licence=licence)
    assert described.value(dataset, DCTERMS.license) == rdflib.URIRef(licence)
    described, dataset = read(graph)
    assert described.value(dataset, DCTERMS.license) is None
    assert "publishers" in str(described.value(dataset, DCTERMS.rights))


def test_the_period_is_that_of_the_releases(graph: Graph) -> None:
    described, dataset = read(graph)
    period = described.value(dataset, DCTERMS.temporal)
    assert str(described.value(period, DCAT.startDate)) == "2026-02-05"
    assert str(described.value(period, DCAT.endDate)) == "2026-03-01"
