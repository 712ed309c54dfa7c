"""A graph as Python sees it: questions are methods, answers are tables, and the page of examples runs."""

import os
import re
from datetime import date
from pathlib import Path

import pandas
import pytest

import kgraph
from kgraph.api import OpenedGraph
from kgraph.building import build_graph
from kgraph.graph.opening import open_graph
from kgraph.lexicon.load import load_lexicon
from kgraph.querying.questions import load_questions
from kgraph.resolution.link import link_records
from tests.gold_records import build_record, list_seen_cases

ROOT = Path(__file__).parents[2]
EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "python.md").read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api") / "graph"
    records = [build_record(name) for name in list_seen_cases()[:60]]
    build_graph(records, folder, lexicon=load_lexicon(), link=link_records)
    return folder


@pytest.fixture(scope="module")
def graph(folder: Path) -> OpenedGraph:
    opened = kgraph.open(folder)
    assert isinstance(opened, OpenedGraph)
    return opened


def test_the_page_of_examples_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    assert len(EXAMPLES) > 5
    names: dict[str, object] = {}
    for example in EXAMPLES:
        exec(example, names)
    printed = capsys.readouterr().out
    assert "Balai Entah" in printed
    assert len(printed.splitlines()) > 80


def test_every_question_is_a_method_that_tells_what_it_takes(graph: OpenedGraph) -> None:
    assert graph.questions == tuple(load_questions())
    assert set(graph.questions) <= set(dir(graph))
    assert "institution (institution)" in (graph.partners.__doc__ or "")


def test_an_answer_is_that_of_the_command(graph: OpenedGraph, folder: Path) -> None:
    table = graph.ties(limit=5)
    assert len(table) == 5
    assert next(iter(table))["a"] == table.rows[0][table.columns.index("a")]
    frame = table.to_dataframe()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == list(table.columns)
    assert [tuple(row) for row in frame.itertuples(index=False)] == list(table.rows)


def test_values_may_be_those_of_python(graph: OpenedGraph) -> None:
    takes = {
        (name, one.kind): one.name
        for name, question in load_questions().items()
        for one in question.parameters
        if one.kind in {"date", "yes-no"}
    }
    for (name, kind), parameter in takes.items():
        value = True if kind == "yes-no" else date(2020, 1, 1)
        answer = getattr(graph, name)(**{parameter.replace("-", "_"): value})
        assert len(answer) >= 0
    assert len(graph.ties(issue=None)) == len(graph.ties())


def test_what_is_wrong_is_told(graph: OpenedGraph, tmp_path: Path) -> None:
    with pytest.raises(AttributeError, match="there is no question tees"):
        graph.tees  # noqa: B018
    with pytest.raises(kgraph.QueryError, match="--institution"):
        graph.partners()
    with pytest.raises(kgraph.QueryError, match="there is no --colour"):
        graph.ties(colour="red")
    with pytest.raises(kgraph.QueryError, match="this is not SPARQL"):
        graph.query("SELECT")
    with pytest.raises(kgraph.InputError, match="there is no such graph"):
        kgraph.open(tmp_path / "none")


def test_the_dataset_holds_what_the_store_holds(graph: OpenedGraph, folder: Path) -> None:
    assert sum(map(len, graph.dataset.graphs())) == graph.counts["quads"]
    counted = graph.query("SELECT (COUNT(*) AS ?n) { ?claim a kg:Claim }")
    (row,) = graph.dataset.query("SELECT (COUNT(?claim) AS ?n) { ?claim a kg:Claim }")
    assert str(row[0]) == counted.rows[0][0]
    assert [record.release.id for record in graph.records()] == [
        record.release.id for record in open_graph(folder).records()
    ]
    assert os.fspath(folder) in repr(graph)
