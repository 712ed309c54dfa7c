"""The JSON reads like plain JSON, and is JSON-LD whose triples are those of the graph."""

import json
from typing import Any

import pyoxigraph
import rdflib
from pyld import jsonld

from kgraph.exporting.json_ld_context import CLAIMS, CLASSES, LISTS, SELECTORS, WORDS, make_context
from kgraph.graph.opening import Graph
from kgraph.vocabulary import PREFIXES, TERMS
from tests.unit.exporting.conftest import export
from tests.unit.exporting.hostile_records import SENTENCE, TITLE

TOLD_OTHERWISE = {
    "dct:type",
    "kg:linkReason",
    "oa:hasSource",
    "prov:wasQuotedFrom",
    "schema:about",
    "schema:attendee",
    "sem:hasActor",
}
"""What is not in the file: the documentation says so, and what says the same."""


def list_triples(graph: Graph) -> set[tuple[Any, ...]]:
    return set(rdflib.Graph().parse(data=export(graph, "nt"), format="nt"))


def test_rdflib_reads_no_triple_that_is_not_in_the_graph(graph: Graph, gold_graph: Graph) -> None:
    for one in (graph, gold_graph):
        found = set(rdflib.Graph().parse(data=export(one, "jsonld"), format="json-ld"))
        assert len(found) > 1000
        assert found - list_triples(one) == set()


def test_all_claims_and_derived_facts_are_there(gold_graph: Graph) -> None:
    found = set(rdflib.Graph().parse(data=export(gold_graph, "jsonld"), format="json-ld"))
    omitted = {rdflib.URIRef(PREFIXES[p] + n) for p, _, n in (term.partition(":") for term in TOLD_OTHERWISE)}
    missing = list_triples(gold_graph) - found
    parts = rdflib.Namespace(PREFIXES["oa"])
    time = PREFIXES["time"]
    rest = {
        (s, p, o)
        for s, p, o in missing
        if p not in omitted
        and not (p == rdflib.RDF.type and str(o).startswith((str(parts), time)))
        and not p.startswith(time)
        and not str(p).endswith(("org#linkedTo", "org#memberOf", "schema.org/organizer"))
    }
    assert rest == set()


def test_another_processor_expands_it_to_the_same(graph: Graph) -> None:
    document = json.loads(export(graph, "jsonld"))
    quads = jsonld.to_rdf(document, {"format": "application/n-quads"})
    expected = pyoxigraph.parse(export(graph, "nt"), format=pyoxigraph.RdfFormat.N_TRIPLES)
    by_pyld = {quad.triple for quad in pyoxigraph.parse(quads, format=pyoxigraph.RdfFormat.N_QUADS)}
    assert by_pyld <= {quad.triple for quad in expected}
    read = rdflib.Graph().parse(data=export(graph, "jsonld"), format="json-ld")
    assert len(by_pyld) == len(read)


def test_a_web_developer_finds_the_way(graph: Graph) -> None:
    document = json.loads(export(graph, "jsonld"))
    assert list(document) == ["@context", *LISTS]
    names = {one["id"]: one["name"] for one in document["institutions"]}
    (tie,) = document["ties"]
    assert [party["name"] for party in tie["parties"]] == [names[party["id"]] for party in tie["parties"]]
    quotes = {
        sentence["quote"]["exact"]: (sentence["position"]["start"], claim["date"], claim["release"]["title"])
        for claim in tie["evidence"]
        for sentence in claim["sentences"]
    }
    assert quotes[SENTENCE][2] == TITLE
    (hostile,) = (one for one in document["releases"] if one["id"] == "release/z-hostile")
    assert hostile["published"] == "2026-03-01"
    assert {one["basis"] for one in hostile["collaborations"]} == {"meeting", "stated"}
    assert hostile["events"][0]["participations"][0]["participant"]["name"]


def test_the_context_is_in_the_file_and_complete() -> None:
    context = make_context("https://kg.example/data/")
    assert not [key for key, value in context.items() if isinstance(value, str) and value.endswith(".jsonld")]
    keys = [word.key for word in WORDS]
    every = [*keys, *LISTS, *CLAIMS, *SELECTORS, *CLASSES]
    assert len(set(every)) == len(every)
    for word in WORDS:
        assert word.term in TERMS
    assert set(CLASSES.values()) <= TERMS


def test_sentences_come_in_the_order_of_the_release(gold_graph: Graph) -> None:
    document = json.loads(export(gold_graph, "jsonld"))
    for tie in document["ties"]:
        for claim in tie["evidence"]:
            starts = [sentence["position"]["start"] for sentence in claim["sentences"]]
            assert starts == sorted(starts)
