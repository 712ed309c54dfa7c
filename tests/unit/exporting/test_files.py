"""Every format holds the same triples, always the same bytes, and other readers read them."""

from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kgraph.building import build_graph
from kgraph.errors import InputError
from kgraph.exporting.files import FORMATS, choose_format, export_graph
from kgraph.graph.opening import Graph, open_graph
from kgraph.lexicon.load import load_lexicon
from tests.linkers import link_by_name
from tests.small_records import copy_record

HOSTILE = "\"\"\" ''' \\ \t <script> @id ^^<x> ; . , # \u2028 \U0001d518 {}\n"
OXIGRAPH = {
    "nq": pyoxigraph.RdfFormat.N_QUADS,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "ttl": pyoxigraph.RdfFormat.TURTLE,
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("built") / "graph"
    records = [copy_record("a", text=HOSTILE), copy_record("b/%41")]
    build_graph(records, folder, lexicon=load_lexicon(), link=link_by_name)
    return open_graph(folder)


def export(graph: Graph, format_: str) -> bytes:
    return b"".join(export_graph(graph, format_))


def read(data: bytes, format_: str) -> set[pyoxigraph.Quad]:
    return set(pyoxigraph.parse(data, format=OXIGRAPH[format_]))


def test_quads(graph: Graph) -> None:
    assert export(graph, "nq") == graph.graph_file.read_bytes()
    assert read(export(graph, "trig"), "trig") == set(graph.store)


def test_triples(graph: Graph) -> None:
    triples = {quad.triple for quad in graph.store}
    for format_ in ("nt", "ttl"):
        assert {quad.triple for quad in read(export(graph, format_), format_)} == triples


def test_rdflib_reads_turtle_as_what_it_reads_as_triples(graph: Graph) -> None:
    turtle = rdflib.Graph().parse(data=export(graph, "ttl"), format="turtle")
    triples = rdflib.Graph().parse(data=export(graph, "nt"), format="nt")
    assert len(turtle) > 1000
    assert set(turtle) == set(triples)


@pytest.mark.parametrize("format_", sorted(FORMATS))
def test_same_bytes(graph: Graph, format_: str) -> None:
    assert export(graph, format_) == export(open_graph(graph.folder), format_)


def test_turtle_has_short_names(graph: Graph) -> None:
    text = export(graph, "ttl").decode()
    assert "\n<institution/dinas-sosial-kota-contoh> a " in text
    assert " kg:Collaboration" in text
    assert "kg:releaseCount 2" in text


@pytest.mark.parametrize(("name", "format_"), [("a.nq", "nq"), ("b.TTL", "ttl"), ("c.x.trig", "trig")])
def test_ending_tells_the_format(name: str, format_: str) -> None:
    assert choose_format(Path(name)) == format_


@pytest.mark.parametrize("name", ["a", "a.rdf", "a.nq.gz"])
def test_unknown_ending_is_told(name: str) -> None:
    with pytest.raises(InputError, match="ending"):
        choose_format(Path(name))
