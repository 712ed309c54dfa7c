"""Files, folders and streams."""

import io
import json
import os
from pathlib import Path

import msgspec
import pytest

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.reading.items import Failure, ReadRecord, ReadRelease
from kgraph.reading.sources import read_sources
from tests.gold_records import GOLD, list_seen_cases
from tests.small_records import RECORD


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read(*sources: Path | str, lexicon: Lexicon, **more: object) -> list[ReadRelease | ReadRecord | Failure]:
    return list(read_sources(sources, lexicon=lexicon, **more))  # type: ignore[arg-type]


def list_ids(items: list[ReadRelease | ReadRecord | Failure]) -> list[str]:
    return [item.release.id for item in items if isinstance(item, ReadRelease)]


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path, lexicon: Lexicon) -> None:
    for name in ("b.txt", "a.TXT", "sub/c.txt", "sub/D e.txt", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Isi {name}.")
    (tmp_path / "rows.jsonl").write_text('{"id": "r", "text": "Isi."}\n')
    (tmp_path / "page.html").write_text("<p>Isi halaman ini. Ada dua kalimat.</p>")
    (tmp_path / "notes.md").write_text("x")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-")
    told: list[str] = []
    items = read(tmp_path, lexicon=lexicon, tell=told.append)
    assert list_ids(items) == ["a", "b", "page", "r", "sub/%44%20e", "sub/c"]
    assert [Path(item.origin).name for item in items if isinstance(item, Failure)] == ["scan.pdf"]
    assert len(told) == 1
    assert "1 .md" in told[0]


def test_what_stands_beside_a_page_tells_more_of_it(tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "a.txt").write_text("Isi.")
    said = {
        "id": "x",
        "title": "Judul",
        "url": "https://x.example/",
        "published": "2026-02-04",
        "publisher": "P",
    }
    (tmp_path / "a.meta.json").write_text(json.dumps(said))
    (tmp_path / "b.txt").write_text("Isi.")
    (tmp_path / "b.meta.json").write_text("[")
    told: list[str] = []
    good, bad = read(tmp_path, lexicon=lexicon, tell=told.append)
    assert isinstance(good, ReadRelease)
    release = good.release
    assert (release.id, release.body, release.title) == ("x", "Isi.", "Judul")
    assert (release.url, release.published, release.publisher) == ("https://x.example/", "2026-02-04", "P")
    assert isinstance(bad, Failure)
    assert "b.meta.json" in bad.message
    assert told == []


def test_gold_cases_are_read_with_what_is_known_from_outside(lexicon: Lexicon) -> None:
    for name in list_seen_cases():
        (item,) = read(GOLD / f"{name}.txt", lexicon=lexicon)
        gold = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
        assert isinstance(item, ReadRelease)
        assert item.release.id == name
        assert item.release.title == gold["title"]
        outside = gold["published"] if gold.get("published_from") == "metadata" else None
        assert item.release.published == outside
        assert item.release.body == (GOLD / f"{name}.txt").read_text("utf-8")


def test_in_a_folder_of_gold_cases_other_texts_are_passed_over(lexicon: Lexicon, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Isi.")
    (tmp_path / "a.json").write_text('{"institutions": [], "published": null}')
    (tmp_path / "held.txt").write_text("a\n")
    told: list[str] = []
    assert list_ids(read(tmp_path, lexicon=lexicon, tell=told.append)) == ["a"]
    assert "held.txt" in told[0]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b"a\0b", "binary"),
        ("a.txt", b"%PDF-1.7", "PDF"),
        ("a.txt", b"a" * 101, "101 characters"),
        ("a.txt", b"a" * 1000, "bytes"),
        ("a.html", b"<html></html>", "no text"),
        ("a.pdf", b"%PDF-1.7", ".txt"),
        ("a.docx", b"PK", ".txt"),
        ("a.xyz", b"Isi", "does not read"),
        ("a.json", b"{}", "does not read"),
        ("a.jsonl", b"", "no rows"),
        ("a.csv", b"a,b\n", "first row"),
    ],
)
def test_a_file_that_cannot_be_read_fails_with_its_name(
    name: str, data: bytes, told: str, tmp_path: Path, lexicon: Lexicon
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("Isi.")
    failure, good = read(tmp_path / name, tmp_path / "good.txt", lexicon=lexicon, max_chars=100)
    assert isinstance(failure, Failure)
    assert name in failure.origin
    assert told in failure.message
    assert isinstance(good, ReadRelease)


def test_the_same_release_given_twice_comes_once(tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    for folder, text in (("one", "Isi."), ("two", "Isi.")):
        (tmp_path / folder / "a.txt").write_text(text)
    (tmp_path / "two" / "b.txt").write_text("Isi b.")
    (tmp_path / "one" / "b.txt").write_text("Lain.")
    items = read(tmp_path / "one", tmp_path / "two", tmp_path / "one" / "a.txt", lexicon=lexicon)
    assert list_ids(items) == ["a", "b"]
    (failure,) = [item for item in items if isinstance(item, Failure)]
    assert failure.origin == str(tmp_path / "two" / "b.txt")
    assert str(tmp_path / "one" / "b.txt") in failure.message


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (b'\n{"id": "a", "text": "Isi."}\n{"id": "b", "text": "Isi b."}', ["a", "b"]),
        (b"id;text\na;Isi.\n", ["a"]),
        (b"<!DOCTYPE html><p>Isi halaman ini. Ada dua kalimat.</p>", ["stdin"]),
        ("Judul, isi.\nIsi – saja.".encode(), ["stdin"]),
        ("id,text\na,Isi.\n".encode("utf-16"), ["a"]),
        ("Isi saja.".encode("utf-16"), ["stdin"]),
    ],
)
def test_standard_input_is_told_by_its_content(data: bytes, ids: list[str], lexicon: Lexicon) -> None:
    assert list_ids(read("-", lexicon=lexicon, stdin=io.BytesIO(data))) == ids


def test_an_empty_standard_input_fails(lexicon: Lexicon) -> None:
    (failure,) = read("-", lexicon=lexicon, stdin=io.BytesIO(b" \n"))
    assert isinstance(failure, Failure)
    assert failure.origin == "standard input"


def test_a_source_that_is_not_there_is_told_at_once(tmp_path: Path, lexicon: Lexicon) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_sources([GOLD, tmp_path / "none"], lexicon=lexicon)


def test_an_empty_folder_is_told(tmp_path: Path, lexicon: Lexicon) -> None:
    told: list[str] = []
    assert read(tmp_path, lexicon=lexicon, tell=told.append) == []
    assert "nothing to read" in told[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names need a system that has them")
def test_pipes_in_a_folder_are_passed_over(tmp_path: Path, lexicon: Lexicon) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "a.txt").write_text("Isi.")
    items = read(tmp_path, lexicon=lexicon)
    assert list_ids(items) == ["a"]
    assert [Path(item.origin).name for item in items if isinstance(item, Failure)] == ["gone.txt"]


def test_rows_are_read_one_at_a_time(lexicon: Lexicon) -> None:
    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self.count = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.count += 1
            row = json.dumps({"id": self.count, "text": "Isi."}).encode() + b"\n"
            buffer[: len(row)] = row
            return len(row)

    stream = Endless()
    items = read_sources(["-"], lexicon=lexicon, stdin=io.BufferedReader(stream))
    assert [next(items).origin for _ in range(3)] == [f"standard input:{n}" for n in (1, 2, 3)]
    assert stream.count < 10


def test_a_source_without_a_name_is_not_the_folder_one_is_in(lexicon: Lexicon) -> None:
    with pytest.raises(InputError, match="without a name"):
        read("", lexicon=lexicon)


def test_folders_that_cannot_be_read_fail_and_links_to_folders_are_told(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("in/open/a.txt", "in/closed/b.txt", "else/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Isi.")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "else")
    scan = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    told: list[str] = []
    items = read(tmp_path / "in", lexicon=lexicon, tell=told.append)
    assert list_ids(items) == ["open/a"]
    assert [item for item in items if isinstance(item, Failure)] == [
        Failure(
            origin=str(tmp_path / "in" / "closed"),
            message="the folder cannot be read: Permission denied",
        )
    ]
    assert len(told) == 1
    assert "passed over 1 link to a folder" in told[0]


def test_a_record_beside_its_text_is_told(tmp_path: Path, lexicon: Lexicon) -> None:
    record = RECORD
    name = record.release.id
    (tmp_path / f"{name}.txt").write_text(record.release.body)
    (tmp_path / "records.jsonl").write_bytes(msgspec.json.encode(record) + b"\n")
    for order in (1, -1):
        told: list[str] = []
        paths = [tmp_path / f"{name}.txt", tmp_path / "records.jsonl"][::order]
        (item,) = read(*paths, lexicon=lexicon, tell=told.append)
        assert isinstance(item, ReadRelease if order == 1 else ReadRecord)
        assert len(told) == 1
        assert "1 left out" in told[0]
        assert f"{paths[1]}" in told[0]
