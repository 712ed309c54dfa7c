"""What only one of two dumps has: the old one without the ones and with the others is the new one."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.building import build_graph
from kgraph.comparing.dumps import compare_dumps
from kgraph.errors import InputError
from kgraph.graph.opening import open_graph
from kgraph.records import Record
from tests.linkers import link_by_name
from tests.small_records import RECORD, copy_record
from tests.unit.comparing.dumps import BASE, LEXICON, write_dump

NAMES = ("a", "a-1", "a/1", "b/%41", "a%zz", "z é", "graph")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("dumps")


def write(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line} .\n" for line in lines), "utf-8")
    return path


def compare(old: Path, new: Path) -> tuple[list[bytes], list[bytes]]:
    """Return the lines that only the old dump and that only the new dump has."""
    changes = list(compare_dumps(old, new, base=BASE))
    return [line for is_new, line in changes if not is_new], [line for is_new, line in changes if is_new]


@st.composite
def small_records(draw: st.DrawFn) -> list[Record]:
    records = []
    for name in draw(st.lists(st.sampled_from(NAMES), unique=True)):
        text = draw(st.sampled_from(["", "Tambahan.\n", '"\\ \u2028 \U0001d518\n']))
        record = copy_record(name, published=draw(st.sampled_from(["2026-02-05", "2026-03-05"])), text=text)
        if draw(st.booleans()):
            record = msgspec.structs.replace(record, collaborations=(), agreements=())
        records.append(record)
    return records


@settings(deadline=None)
@given(old=small_records(), new=small_records())
def test_old_without_what_is_gone_and_with_what_is_new_is_new(
    folder: Path, old: list[Record], new: list[Record]
) -> None:
    before, after = write_dump(folder / "old.nq", old), write_dump(folder / "new.nq", new)
    removed, added = compare(before, after)
    lines = before.read_bytes().splitlines(keepends=True), after.read_bytes().splitlines(keepends=True)
    assert set(removed) <= set(lines[0])
    assert not set(added) & set(lines[0])
    assert len(removed) == len(set(removed))
    assert (set(lines[0]) - set(removed)) | set(added) == set(lines[1])
    # What is told of each is sorted as dumps are.
    assert removed == [line for line in lines[0] if line in set(removed)]
    assert added == [line for line in lines[1] if line in set(added)]


def test_builds_write_the_order_that_is_asked_for(tmp_path: Path) -> None:
    """The IRI of "a%zz" has "%25" in it, and so comes before that of "a%41"."""
    files = []
    for number, names in enumerate((("a%zz",), ("a%41", "a%zz", "a"))):
        folder = tmp_path / str(number)
        build_graph(map(copy_record, names), folder, lexicon=LEXICON, link=link_by_name)
        files.append(open_graph(folder))
    changes = list(compare_dumps(files[0].graph_file, files[1].graph_file, base=files[0].base))
    old, new = (set(graph.graph_file.read_bytes().splitlines(keepends=True)) for graph in files)
    assert {line for is_new, line in changes if is_new} == new - old
    assert {line for is_new, line in changes if not is_new} == old - new


def test_the_same_dump_has_no_changes(folder: Path) -> None:
    dump = write_dump(folder / "one.nq", [RECORD])
    assert compare(dump, dump) == ([], [])


def test_an_empty_dump_is_another(folder: Path) -> None:
    dump, empty = write_dump(folder / "one.nq", [RECORD]), write(folder / "empty.nq")
    lines = dump.read_bytes().splitlines(keepends=True)
    assert compare(empty, dump) == ([], lines)
    assert compare(dump, empty) == (lines, [])


def test_graphs_of_releases_come_before_derived_ones_whatever_their_names(folder: Path) -> None:
    derived = f"<x:s> <x:p> <x:o> <{BASE}graph/ties>"
    release = f"<x:s> <x:p> <x:o> <{BASE}release/a>"
    old, new = write(folder / "old.nq", derived), write(folder / "new.nq", release, derived)
    assert compare(old, new) == ([], [f"{release} .\n".encode()])


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("<x:b> <x:p> <x:o> <x:g>", "<x:a> <x:p> <x:o> <x:g>"), "not sorted"),
        (("<x:b> <x:p> <x:o> <x:g>", "words"), "no quad"),
    ],
)
def test_what_is_no_dump_is_told(folder: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(compare_dumps(write(folder / "empty.nq"), write(folder / "bad.nq", *lines), base=BASE))
