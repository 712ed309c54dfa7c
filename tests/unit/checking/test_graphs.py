"""A whole graph has no problem, and each seeded fault is found."""

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pyoxigraph
import pytest

from kgraph.building import build_graph
from kgraph.checking.graphs import check_graph
from kgraph.graph.manifest import Manifest
from kgraph.graph.opening import Graph, open_graph
from kgraph.lexicon.load import load_lexicon
from kgraph.vocabulary import KG, OA, ORG, RDF, SCHEMA, SKOS
from tests.linkers import link_by_name
from tests.small_records import BODY, RECORD, copy_record

BASE = "https://w3id.org/kgraph/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "graph"
    records = [copy_record("a"), copy_record("b", text="Penutup.\n")]
    build_graph(records, folder, lexicon=load_lexicon(), link=link_by_name)
    return folder


def tell(graph: Graph) -> str:
    return "\n".join(map(str, check_graph(graph)))


def test_a_graph_that_was_built_has_no_problem(built: Path) -> None:
    assert tell(open_graph(built)) == ""


def node(iri: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(iri)


def spoil(built: Path, tmp_path: Path, change: Callable[[pyoxigraph.Store], None]) -> Graph:
    """Return a copy of a graph whose store was changed."""
    folder = Path(shutil.copytree(built, tmp_path / "graph"))
    graph = open_graph(folder)
    store = pyoxigraph.Store(str(graph.generation / "store"))
    change(store)
    store.flush()
    del store
    return open_graph(folder)


def without(predicate: str, class_: str) -> Callable[[pyoxigraph.Store], None]:
    """Return a change that takes a predicate from the first node of a class."""

    def change(store: pyoxigraph.Store) -> None:
        type_ = node(f"{RDF}type")
        subject = min(
            str(quad.subject.value) for quad in store.quads_for_pattern(None, type_, node(class_), None)
        )
        quads = list(store.quads_for_pattern(node(subject), node(predicate), None, None))
        assert quads
        for quad in quads:
            store.remove(quad)

    return change


@pytest.mark.parametrize(
    ("predicate", "class_", "message"),
    [
        (f"{KG}statedIn", f"{KG}Collaboration", "a claim that no sentence states"),
        (f"{KG}inRelease", f"{KG}Collaboration", "a claim of no release"),
        (f"{OA}hasSelector", f"{OA}SpecificResource", "a sentence without a position"),
        (f"{KG}party", f"{KG}Collaboration", "a collaboration without parties"),
        (f"{KG}party", f"{KG}Tie", "a tie without parties"),
        (f"{KG}supportedBy", f"{KG}Tie", "a tie that no claim supports"),
        (f"{KG}supportedBy", f"{KG}Tenure", "a tenure that no claim supports"),
        (f"{RDF}type", f"{KG}Collaboration", "a support that is no claim"),
        (f"{ORG}classification", f"{ORG}Organization", "an institution without a kind"),
        (f"{SKOS}prefLabel", f"{ORG}Organization", "an institution without a label"),
        (f"{SCHEMA}startDate", f"{SCHEMA}Event", "an event with a date that is neither told"),
        (f"{KG}speaker", f"{SCHEMA}Quotation", "a statement without a speaker"),
        (f"{KG}names", f"{KG}Naming", "a name that means nothing"),
        (f"{KG}surface", f"{KG}Naming", "the text has not '' at"),
        (f"{KG}sha256", f"{SCHEMA}NewsArticle", "a release without the hash of its text"),
        (f"{OA}exact", f"{OA}TextQuoteSelector", "the quote is not what the text has there"),
    ],
)
def test_what_is_missing_is_told(
    built: Path, tmp_path: Path, predicate: str, class_: str, message: str
) -> None:
    assert message in tell(spoil(built, tmp_path, without(predicate, class_)))


def adding(subject: str, predicate: str, value: str, graph: str) -> Callable[[pyoxigraph.Store], None]:
    def change(store: pyoxigraph.Store) -> None:
        store.add(pyoxigraph.Quad(node(subject), node(predicate), node(value), node(graph)))

    return change


@pytest.mark.parametrize(
    ("subject", "predicate", "value", "message"),
    [
        (f"{BASE}institution/x", f"{ORG}linkedTo", f"{BASE}institution/y", "no claim supports"),
        (f"{BASE}person/x", f"{ORG}memberOf", f"{BASE}institution/y", "a membership that no claim supports"),
        (f"{BASE}person/x", f"{RDF}type", f"{SCHEMA}Person", "a person without a public post"),
        (
            f"{BASE}institution/x",
            "https://example.org/p",
            f"{BASE}institution/y",
            "of no vocabulary that we name",
        ),
    ],
)
def test_what_no_claim_says_is_told(
    built: Path, tmp_path: Path, subject: str, predicate: str, value: str, message: str
) -> None:
    change = adding(subject, predicate, value, f"{BASE}graph/edges")
    assert message in tell(spoil(built, tmp_path, change))


def test_a_claim_is_told_by_release(built: Path, tmp_path: Path) -> None:
    graph = spoil(built, tmp_path, without(f"{KG}statedIn", f"{KG}Collaboration"))
    assert "release a, collaboration-" in tell(graph)


def test_a_changed_dump_is_told(built: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(built, tmp_path / "graph"))
    path = open_graph(folder).graph_file
    content = path.read_bytes()
    lines = content.splitlines(keepends=True)
    path.write_bytes(b"".join([lines[1], lines[0], *lines[2:]]))
    told = tell(open_graph(folder))
    assert "graph.nq: the file was changed" in told
    assert "graph.nq:2: the lines of this graph are not sorted" in told


def test_a_text_that_does_not_fit_its_quotes_is_told(built: Path, tmp_path: Path) -> None:
    """The manifest is sealed anew, as somebody would who hides what he did."""
    folder = Path(shutil.copytree(built, tmp_path / "graph"))
    graph = open_graph(folder)
    path = graph.records_file
    path.write_bytes(path.read_bytes().replace(b"Balai Teladan", b"Balai Terpuji", 3))
    assert msgspec.json.decode((graph.generation / "manifest.json").read_bytes(), type=Manifest)
    told = tell(open_graph(folder))
    assert "records.jsonl: the file was changed" in told
    assert "release a: the hash in the record is not that of the text" in told
    assert "the quote is not what the text has there" in told
    assert RECORD.release.body == BODY
