"""Every format of RDF holds the same triples, always the same bytes, and other readers read them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kgraph.errors import InputError
from kgraph.exporting.files import FOLDERS, FORMATS, choose_format
from kgraph.graph.opening import Graph, open_graph
from tests.unit.exporting.conftest import export, export_folder

OXIGRAPH = {
    "nq": pyoxigraph.RdfFormat.N_QUADS,
    "nt": pyoxigraph.RdfFormat.N_TRIPLES,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "ttl": pyoxigraph.RdfFormat.TURTLE,
}
RDFLIB = {"nq": "nquads", "nt": "nt", "trig": "trig", "ttl": "turtle"}
RAPTOR = {"nq": "nquads", "nt": "ntriples", "trig": "trig", "ttl": "turtle"}


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


@pytest.mark.parametrize("format_", sorted(RDFLIB))
def test_rdflib_and_oxigraph_count_the_same(gold_graph: Graph, format_: str) -> None:
    data = export(gold_graph, format_)
    dataset = rdflib.Dataset(default_union=format_ in ("nt", "ttl"))
    dataset.parse(data=data, format=RDFLIB[format_])
    read_by_rdflib = len(set(dataset.quads()))
    assert read_by_rdflib == len(read(data, format_))
    if format_ in ("nq", "trig"):
        assert read_by_rdflib == gold_graph.manifest.counts["quads"]


@pytest.mark.parametrize("format_", sorted(RAPTOR))
def test_raptor_counts_the_same(gold_graph: Graph, format_: str, tmp_path: Path) -> None:
    rapper = shutil.which("rapper")
    if rapper is None:
        reason = "no rapper, the reader of Raptor: install it (Debian: apt install raptor2-utils)"
        if os.environ.get("KGRAPH_REQUIRE_RAPPER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    data = export(gold_graph, format_)
    file = tmp_path / f"graph.{format_}"
    file.write_bytes(data)
    done = subprocess.run(
        [rapper, "--count", "--input", RAPTOR[format_], file], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "rror" not in done.stderr
    counted = re.search(r"returned (\d+) triples", done.stderr)
    assert counted
    assert int(counted[1]) == len(read(data, format_))


@pytest.mark.parametrize("options", [{}, {"without_bodies": True}], ids=["all", "without bodies"])
@pytest.mark.parametrize("format_", sorted({**FORMATS, **FOLDERS}))
def test_same_bytes(graph: Graph, format_: str, options: dict[str, bool]) -> None:
    write = export if format_ in FORMATS else export_folder
    assert write(graph, format_, **options) == write(open_graph(graph.folder), format_, **options)


def test_turtle_has_short_names(graph: Graph) -> None:
    text = export(graph, "ttl").decode()
    assert "\n<institution/dinas-sosial-kota-contoh> a " in text
    assert " kg:Collaboration" in text
    assert f"kg:releaseCount {graph.manifest.counts['releases']}" in text


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.nq", "nq"),
        ("b.TTL", "ttl"),
        ("c.x.trig", "trig"),
        ("d.csv/", "csv"),
        ("void.ttl", "void"),
        ("e.void.ttl", "void"),
        ("f.jsonld", "jsonld"),
        ("g.gexf", "gexf"),
    ],
)
def test_ending_tells_the_format(name: str, format_: str) -> None:
    assert choose_format(name) == format_


@pytest.mark.parametrize("name", ["a", "a.rdf", "a.nq.gz", "-", "a.void", "folder/"])
def test_unknown_ending_lists_what_there_is(name: str) -> None:
    with pytest.raises(InputError) as told:
        choose_format(name)
    for known in (".nq", ".jsonld", ".graphml", ".csv/", "--as site", "void.ttl"):
        assert known in str(told.value)


def test_a_file_cannot_be_three_tables() -> None:
    with pytest.raises(InputError, match=r"folder of tables; write NAME\.csv/ or --as csv"):
        choose_format("tables.csv")
