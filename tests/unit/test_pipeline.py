"""From sources to records."""

import gc
import json
from collections.abc import Generator
from pathlib import Path

import msgspec
import pytest

from kgraph import pipeline
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.reading.items import Failure, ReadRecord
from kgraph.reading.releases import hash_body
from kgraph.records import Record, Release
from kgraph.text.layout import Layout
from tests.gold_records import GOLD, build_record, list_seen_cases


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """More releases than are worth processes, a broken row and a record made before among them."""
    path = tmp_path / "rows.jsonl"
    lines = []
    for number in range(60):
        text = f"Balai Buka Kelas {number}\n\nPALU – Balai Contoh membuka kelas {number}. Kelas itu ramai."
        lines.append(json.dumps({"id": f"a-{number}", "text": text}))
    lines.insert(7, "broken")
    lines.insert(30, msgspec.json.encode(build_record(list_seen_cases()[0])).decode())
    path.write_text("\n".join(lines))
    return path


def test_records_hold_the_release_and_its_parts(lexicon: Lexicon) -> None:
    name = list_seen_cases()[0]
    (item,) = pipeline.extract_sources([GOLD / f"{name}.txt"], lexicon=lexicon)
    assert isinstance(item, ReadRecord)
    record = item.record
    assert record.release.id == name
    assert {zone.kind for zone in record.zones} >= {"headline", "body"}
    assert record.sentences


def test_many_processes_give_the_same_in_the_same_order(rows: Path, lexicon: Lexicon) -> None:
    alone = list(pipeline.extract_sources([rows], lexicon=lexicon))
    together = list(pipeline.extract_sources([rows], lexicon=lexicon, jobs=2))
    assert together == alone
    assert [item.origin.rsplit(":", 1)[1] for item in alone] == [str(number) for number in range(1, 63)]
    assert isinstance(alone[7], Failure)
    assert isinstance(alone[30], ReadRecord)
    assert alone[30].record == build_record(list_seen_cases()[0])


def test_releases_that_are_read_side_by_side_say_what_each_says_alone(lexicon: Lexicon) -> None:
    texts = [(GOLD / f"{name}.txt").read_text("utf-8") for name in list_seen_cases()[:20]]
    # One that is too long to be read with others stands among them.
    texts.insert(5, "Rapat di Palu bersama Balai Contoh. " * 500)
    releases = [
        Release(id=str(number), body=text, sha256=hash_body(text)) for number, text in enumerate(texts)
    ]
    together = list(pipeline.extract_releases(releases, lexicon))
    assert together == [pipeline.extract_release(release, lexicon) for release in releases]


def test_a_release_in_which_extraction_breaks_fails_alone(
    tmp_path: Path, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = pipeline.read_record

    def break_on_b(release: Release, layout: Layout, lexicon: Lexicon) -> Generator[None, None, Record]:
        yield
        if release.id == "b":
            raise ZeroDivisionError("division by zero")
        return (yield from read(release, layout, lexicon))

    monkeypatch.setattr(pipeline, "read_record", break_on_b)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Isi {name}.")
    first, failure, last = pipeline.extract_sources([tmp_path], lexicon=lexicon)
    assert isinstance(first, ReadRecord)
    assert isinstance(last, ReadRecord)
    assert isinstance(failure, Failure)
    assert failure.origin.endswith("b.txt")
    assert "ZeroDivisionError: division by zero" in failure.message


def test_what_was_read_with_goes_with_the_release(lexicon: Lexicon) -> None:
    """Readers that hold each other wait for the garbage collector, with all words of their text."""
    releases = [build_record(name).release for name in list_seen_cases()[:8]]
    list(pipeline.extract_releases(releases, lexicon))
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        list(pipeline.extract_releases(releases, lexicon))
        gc.collect()
        assert not [item for item in gc.garbage if type(item).__module__.startswith("kgraph.")]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
