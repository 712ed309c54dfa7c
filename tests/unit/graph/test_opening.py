"""What is no graph, or no whole one, is told apart."""

import shutil
from pathlib import Path

import pytest

from kgraph.building import build_graph
from kgraph.errors import InputError
from kgraph.graph.opening import is_whole, open_graph
from kgraph.lexicon.load import load_lexicon
from tests.linkers import link_by_name
from tests.small_records import RECORD


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "graph"
    build_graph([RECORD], folder, lexicon=load_lexicon(), link=link_by_name)
    return folder


@pytest.fixture
def graph(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "graph"))


def generation(folder: Path) -> Path:
    return folder / "generations" / (folder / "CURRENT").read_text().strip()


def test_a_graph_opens(graph: Path) -> None:
    opened = open_graph(graph)
    assert [record.release.id for record in opened.records()] == ["contoh-1"]
    assert len(opened.store) == opened.manifest.counts["quads"]


def test_opening_changes_no_file(graph: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in graph.rglob("*")}
    len(open_graph(graph).store)
    assert {path: path.stat().st_mtime_ns for path in graph.rglob("*")} == before


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_no_graph(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="kgraph build"):
        open_graph(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("CURRENT", "0123456789abcdef\n", "names no generation"),
        ("CURRENT", "../../etc\n", "names no generation"),
        ("manifest.json", "{", "damaged"),
        ("manifest.json", '{"format": 99}', "format 99"),
        ("graph.nq", "", "missing or cut off"),
        ("records.jsonl", "", "missing or cut off"),
    ],
)
def test_damage_is_told(graph: Path, name: str, content: str, message: str) -> None:
    path = graph / name if name == "CURRENT" else generation(graph) / name
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        open_graph(graph)


def test_changed_manifest_is_told(graph: Path) -> None:
    path = generation(graph) / "manifest.json"
    path.write_text(path.read_text().replace("contoh", "x").replace('"ties": 1', '"ties": 2'))
    with pytest.raises(InputError, match="was changed"):
        open_graph(graph)


def test_missing_store_is_told(graph: Path) -> None:
    shutil.rmtree(generation(graph) / "store")
    with pytest.raises(InputError, match="store"):
        open_graph(graph)


def test_a_build_mends_what_can_be_made_of_the_records(graph: Path, built: Path) -> None:
    quads, store = generation(graph) / "graph.nq", generation(graph) / "store"
    assert is_whole(graph)
    content = quads.read_bytes()
    for damage in (
        lambda: quads.unlink(),
        lambda: quads.write_bytes(content.replace(b"2026", b"2036")),
        lambda: shutil.rmtree(store),
        lambda: [path.write_bytes(b"") for path in store.glob("*.sst")],
    ):
        damage()
        assert not is_whole(graph)
        build_graph([RECORD], graph, lexicon=load_lexicon(), link=link_by_name)
        assert is_whole(graph)
        assert quads.read_bytes() == content
        assert generation(graph).name == generation(built).name


def test_a_build_takes_nothing_from_records_that_were_changed(graph: Path) -> None:
    path = generation(graph) / "records.jsonl"
    path.write_bytes(path.read_bytes().replace(b"2026", b"2036"))
    with pytest.raises(InputError, match="changed after it was built; build the graph anew"):
        build_graph([RECORD], graph, lexicon=load_lexicon(), link=link_by_name)


def test_a_folder_that_the_store_cannot_name_is_told_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="UTF-8"):
        build_graph([RECORD], tmp_path / "g\udcff", lexicon=load_lexicon(), link=link_by_name)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="cannot be written: File exists"):
        build_graph([RECORD], tmp_path / "file", lexicon=load_lexicon(), link=link_by_name)
