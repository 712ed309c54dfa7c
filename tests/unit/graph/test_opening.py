"""What is no graph, or no whole one, is told apart."""

import shutil
from pathlib import Path

import pytest

from kgraph.building import build_graph
from kgraph.errors import InputError
from kgraph.graph.opening import is_whole, open_generation, open_graph, open_previous
from kgraph.lexicon.load import load_lexicon
from tests.linkers import link_by_name
from tests.small_records import RECORD, copy_record


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


def test_a_generation_opens_by_its_folder_and_a_graph_by_its_own(graph: Path) -> None:
    by_folder, by_generation = open_generation(graph), open_generation(generation(graph))
    assert by_folder.generation == by_generation.generation == generation(graph)
    assert by_folder.folder == by_generation.folder == graph


def test_a_generation_that_was_copied_elsewhere_opens(graph: Path, tmp_path: Path) -> None:
    copied = Path(shutil.copytree(generation(graph), tmp_path / "january"))
    opened = open_generation(copied)
    assert (opened.folder, opened.generation) == (copied, copied)
    assert len(opened.store) == opened.manifest.counts["quads"]


@pytest.mark.parametrize("name", ["graph.nq", "records.jsonl", "store/CURRENT"])
def test_a_generation_that_is_not_whole_is_told(graph: Path, name: str) -> None:
    (generation(graph) / name).unlink()
    with pytest.raises(InputError, match="missing"):
        open_generation(generation(graph))


def test_what_is_neither_graph_nor_generation_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this folder is no graph"):
        open_generation(tmp_path)


def test_the_generation_before(graph: Path) -> None:
    with pytest.raises(InputError, match="keeps no earlier generation"):
        open_previous(open_graph(graph))
    first = generation(graph)
    for name in ("b", "c"):
        build_graph([copy_record(name)], graph, lexicon=load_lexicon(), link=link_by_name, keep=3)
    assert open_previous(open_graph(graph)).generation not in (first, generation(graph))
    # What a build that was killed has left of a generation is none.
    (open_previous(open_graph(graph)).generation / "manifest.json").unlink()
    assert open_previous(open_graph(graph)).generation == first
