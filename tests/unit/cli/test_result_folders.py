"""A folder of results takes its name when it is whole, and none that is somebody else's is touched."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.cli.result_folders import MARK, write_folder
from kgraph.errors import InputError
from kgraph.exporting.folder import Entry


def write(folder: Path | str, **files: str) -> None:
    entries = [
        Entry(name=name.replace("__", "/"), parts=iter([text.encode()])) for name, text in files.items()
    ]
    write_folder(str(folder), {"as": "test"}, entries, lambda done: None)


def list_files(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_files_and_mark_are_written(tmp_path: Path) -> None:
    write(tmp_path / "out", a="1", b__c="2")
    assert list_files(tmp_path / "out") == {"a", "b/c", MARK}
    mark = json.loads((tmp_path / "out" / MARK).read_text())
    assert mark["as"] == "test"
    assert set(mark["files"]) == {"a", "b/c"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_of_ours_is_replaced_as_a_whole(tmp_path: Path) -> None:
    write(tmp_path / "out", a="1", b__c="2")
    write(str(tmp_path / "out") + "/", a="3")
    assert list_files(tmp_path / "out") == {"a", MARK}
    assert (tmp_path / "out" / "a").read_text() == "3"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out", a="1")
    assert list_files(tmp_path / "out") == {"a", MARK}


@pytest.mark.parametrize("mark", [None, "", "[]", "{}", '{"files": 3}', '{"files": null}'])
def test_a_folder_of_others_is_left_alone(tmp_path: Path, mark: str | None) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "thesis.txt").write_text("all of it")
    if mark is not None:
        (folder / MARK).write_text(mark)
    with pytest.raises(InputError, match=r"not written by kgraph export|thesis"):
        write(folder, a="1")
    assert (folder / "thesis.txt").read_text() == "all of it"


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_file_that_somebody_put_among_ours_is_not_lost(tmp_path: Path, kind: str) -> None:
    write(tmp_path / "out", a="1")
    mine = tmp_path / "out" / "mine.txt"
    if kind == "file":
        mine.write_text("x")
    else:
        mine.symlink_to(tmp_path)
    with pytest.raises(InputError, match=r"mine\.txt"):
        write(tmp_path / "out", a="2")
    assert (tmp_path / "out" / "a").read_text() == "1"


def test_what_breaks_leaves_what_was(tmp_path: Path) -> None:
    def break_off() -> Iterator[bytes]:
        yield b"half"
        raise InputError("broken")

    write(tmp_path / "out", a="1")
    with pytest.raises(InputError, match="broken"):
        write_folder(str(tmp_path / "out"), {}, [Entry(name="a", parts=break_off())], lambda done: None)
    assert (tmp_path / "out" / "a").read_text() == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "", "."])
def test_no_file_is_written_outside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no name for a new file"):
        write_folder(str(tmp_path / "out"), {}, [Entry(name=name, parts=iter([b""]))], lambda done: None)
    assert list(tmp_path.iterdir()) == []


def test_a_file_or_the_standard_output_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for name in (str(tmp_path / "file"), "-"):
        with pytest.raises(InputError, match="folder"):
            write(name, a="1")
    with pytest.raises(InputError, match="cannot be written"):
        write(tmp_path / "none" / "out", a="1")
