"""Persons who are to stay out are in no record, text included, and all else keeps its place."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from kgraph.building import build_graph
from kgraph.errors import InputError
from kgraph.graph.opening import open_graph
from kgraph.graph.suppressed import SUPPRESSED, add_suppressed, read_suppressed
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Record
from kgraph.resolution.link import link_records
from kgraph.suppression import hash_name, list_named, suppress_persons
from tests.gold_records import build_record, list_seen_cases
from tests.small_records import RECORD, copy_record

RAHMA, WATI = "Rahma Adisti", "Wati Lestarini"
LEXICON = load_lexicon()


def suppress(record: Record, *names: str) -> Record:
    return suppress_persons(record, {hash_name(name) for name in names})


@pytest.mark.parametrize(("one", "other"), [("Abdul Rahman", "ABDULRAHMAN"), ("Ma’ruf", "Maruf")])
def test_spellings_of_a_name_have_one_hash(one: str, other: str) -> None:
    assert hash_name(one) == hash_name(other)


def test_a_record_that_names_nobody_of_the_list_is_the_same() -> None:
    assert suppress(RECORD, "Orang Lain") is RECORD
    assert suppress_persons(RECORD, frozenset()) is RECORD


@pytest.mark.parametrize("name", [RAHMA, WATI])
def test_nothing_of_a_person_is_left(name: str) -> None:
    left = suppress(RECORD, name.upper())
    content = msgspec.json.encode(left).decode()
    assert not any(part in content for part in name.split())
    assert [official.name for official in left.officials] == [
        other for other in (RAHMA, WATI) if other != name
    ]
    assert left.release.sha256 == hashlib.sha256(left.release.body.encode()).hexdigest()


def test_all_else_keeps_its_place() -> None:
    left = suppress(RECORD, RAHMA)
    before, after = RECORD.release.body, left.release.body
    assert len(before) == len(after)
    assert after == before.replace("Rahma Adisti", "█████ ██████").replace("Rahma", "█████")
    assert left.institutions == RECORD.institutions
    assert left.sentences == RECORD.sentences
    assert left.collaborations == RECORD.collaborations


@pytest.mark.parametrize("case", list_seen_cases()[::9])
def test_any_person_of_real_records_can_go(case: str) -> None:
    record = build_record(case)
    for official in record.officials:
        left = suppress(record, official.name)
        body = left.release.body
        assert official.name not in body
        assert hash_name(official.name) not in {hash_name(item.name) for item in left.officials}
        assert all(official.name not in event.attendees for event in left.events)
        assert all(statement.speaker != official.name for statement in left.statements)
        for institution in left.institutions:
            for mention in institution.mentions:
                assert record.release.body[mention.start : mention.end] == mention.text
        for other in left.officials:
            assert all(body[place.start : place.end] == place.text for place in other.mentions)
        for event, before in zip(left.events, record.events, strict=True):
            assert event.label in body or before.label not in record.release.body
        for statement in left.statements:
            assert body[statement.span.start : statement.span.end] == statement.text


def test_an_address_that_holds_the_name_goes(tmp_path: Path) -> None:
    release = msgspec.structs.replace(
        RECORD.release, url="https://example.go.id/berita/rahma-adisti-dilantik", title=f"{RAHMA} Dilantik"
    )
    left = suppress(msgspec.structs.replace(RECORD, release=release), RAHMA)
    assert left.release.url is None
    assert left.release.title == "█████ ██████ Dilantik"


def build(folder: Path, *records: Record, **more: object) -> None:
    build_graph(records, folder, lexicon=LEXICON, link=link_records, **more)  # type: ignore[arg-type]


def test_a_person_stays_out_of_every_later_build(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build(folder, RECORD)
    build(folder, suppress=[hash_name(RAHMA)], keep=1)
    build(folder, copy_record("later"))
    for path in folder.rglob("*"):
        if path.is_file() and "store" not in path.parts:
            assert b"Rahma" not in path.read_bytes()
            assert b"rahma" not in path.read_bytes()
    graph = open_graph(folder)
    assert not list_named(graph.records(), RAHMA)
    assert b"Rahma" not in b"".join(str(quad).encode() for quad in graph.store)


def test_what_is_suppressed_at_once_and_later_is_the_same_graph(tmp_path: Path) -> None:
    hashes = [hash_name(RAHMA)]
    build(tmp_path / "one", RECORD)
    build(tmp_path / "one", suppress=hashes)
    build(tmp_path / "two", RECORD, suppress=hashes)
    one, two = open_graph(tmp_path / "one"), open_graph(tmp_path / "two")
    assert one.generation.name == two.generation.name


def test_a_deleted_line_brings_a_person_back_with_the_text(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build(folder, RECORD, suppress=[hash_name(RAHMA)])
    (folder / SUPPRESSED).write_text("# nobody any more\n")
    build(folder, RECORD)
    assert list_named(open_graph(folder).records(), RAHMA) == [RECORD.release.id]


def test_the_list_keeps_the_lines_of_its_user(tmp_path: Path) -> None:
    (tmp_path / SUPPRESSED).write_text(f"# by request\n{hash_name(WATI)}  # letter of May")
    add_suppressed(tmp_path, [hash_name(RAHMA), hash_name(WATI)])
    assert (tmp_path / SUPPRESSED).read_text() == (
        f"# by request\n{hash_name(WATI)}  # letter of May\n{hash_name(RAHMA)}\n"
    )
    assert read_suppressed(tmp_path) == {hash_name(RAHMA), hash_name(WATI)}


def test_a_line_that_is_no_hash_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build(folder, RECORD)
    (folder / SUPPRESSED).write_text(f"# names?\n{RAHMA}\n")
    with pytest.raises(InputError, match=r"suppressed\.txt:2"):
        build(folder, copy_record("b"))


def test_private_persons_are_in_a_graph_that_is_asked_for_them(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build(folder, RECORD)
    assert b"wati-lestarini" not in open_graph(folder).graph_file.read_bytes()
    build(folder, RECORD, private_persons=True)
    assert b"wati-lestarini" in open_graph(folder).graph_file.read_bytes()
    build(folder, copy_record("b"))
    assert open_graph(folder).manifest.private_persons
    build(folder, private_persons=False)
    assert b"wati-lestarini" not in open_graph(folder).graph_file.read_bytes()
