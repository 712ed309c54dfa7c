"""With reifiers, each derived edge is reified by the claims that entail it, as RDF 1.2 has it."""

import pyoxigraph
import pytest

from kgraph.graph.opening import Graph
from kgraph.vocabulary import RDF, expand
from tests.unit.exporting.conftest import export
from tests.unit.exporting.test_files import OXIGRAPH, read

REIFIES = pyoxigraph.NamedNode(f"{RDF}reifies")


def list_reified(quads: set[pyoxigraph.Quad]) -> set[pyoxigraph.Triple]:
    return {quad.object for quad in quads if quad.predicate == REIFIES}  # type: ignore[misc]


@pytest.mark.parametrize("format_", sorted(OXIGRAPH))
def test_each_plain_edge_has_a_claim(gold_graph: Graph, format_: str) -> None:
    quads = read(export(gold_graph, format_, reifiers=True), format_)
    edges = pyoxigraph.NamedNode(f"{gold_graph.base}graph/edges")
    told = {quad.triple for quad in gold_graph.store.quads_for_pattern(None, None, None, edges)}
    assert len(told) > 100
    assert list_reified(quads) == told


def test_the_reifier_is_a_claim_with_a_sentence(gold_graph: Graph) -> None:
    quads = read(export(gold_graph, "nq", reifiers=True), "nq")
    stated = {quad.subject for quad in quads if quad.predicate.value == expand("kg:statedIn")}
    reifiers = [quad for quad in quads if quad.predicate == REIFIES]
    assert {quad.subject for quad in reifiers} <= stated
    for quad in reifiers:
        assert quad.subject.value.startswith(f"{quad.graph_name.value}#")


@pytest.mark.parametrize("format_", sorted(OXIGRAPH))
def test_nothing_else_changes(graph: Graph, format_: str) -> None:
    quads = read(export(graph, format_, reifiers=True), format_)
    rest = {quad for quad in quads if quad.predicate != REIFIES}
    assert rest == read(export(graph, format_), format_)
    assert list_reified(quads)


def test_lines_stay_sorted_within_their_graphs(graph: Graph) -> None:
    lines = export(graph, "nt", reifiers=True).splitlines()
    assert lines == sorted(set(lines))
    assert any(b"reifies> <<( <" in line for line in lines)
