"""Rows of JSON Lines and CSV."""

import io
import json

import msgspec
import pytest

from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.reading.files import ByteLines
from kgraph.reading.items import Failure, ReadRecord, ReadRelease
from kgraph.reading.rows import read_csv_rows, read_json_rows
from kgraph.records import Record, Zone
from tests.gold_records import build_record, list_seen_cases
from tests.small_records import RECORD

LIMIT = 20_000


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


change = msgspec.structs.replace


def read_json(data: bytes, lexicon: Lexicon) -> list[ReadRelease | ReadRecord | Failure]:
    lines = ByteLines(io.BytesIO(data), LIMIT)
    return list(read_json_rows(lines, origin="in.jsonl", lexicon=lexicon, max_chars=1000))


def read_csv(data: bytes, lexicon: Lexicon) -> list[ReadRelease | Failure]:
    lines = ByteLines(io.BytesIO(data), LIMIT)
    return list(read_csv_rows(lines, origin="in.csv", lexicon=lexicon, max_chars=1000))


def test_a_row_gives_text_and_metadata(lexicon: Lexicon) -> None:
    row = {
        "id": 7,
        "text": "Isi.\r\n",
        "title": "Judul",
        "url": "https://x.example/7",
        "published": "2026-02-04",
        "publisher": "Balai",
        "else": [1],
    }
    (item,) = read_json(json.dumps(row).encode(), lexicon)
    assert isinstance(item, ReadRelease)
    release = item.release
    assert (release.id, release.body, release.title) == ("7", "Judul\nIsi.\n", "Judul")
    assert (release.url, release.published, release.publisher) == (
        "https://x.example/7",
        "2026-02-04",
        "Balai",
    )
    assert item.origin == "in.jsonl:1"


def test_what_a_row_says_goes_before_what_its_page_says(lexicon: Lexicon) -> None:
    html = "<html><head><title>Lain</title></head><body><p>Isi halaman. Ada dua kalimat.</p></body></html>"
    (item,) = read_json(json.dumps({"id": "a", "html": html, "title": "Judul"}).encode(), lexicon)
    assert isinstance(item, ReadRelease)
    assert item.release.body == "Judul\nIsi halaman. Ada dua kalimat."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"not json", "no JSON"),
        (b"[1]", "no JSON object"),
        (b'{"text": "x"}', "no 'id'"),
        (b'{"id": "x"}', "neither 'text' nor 'html'"),
        (b'{"id": "x", "text": 3}', "'text' must be a text"),
        (b'{"id": ["x"], "text": "y"}', "'id' must be a text"),
        (b'{"id": true, "text": "y"}', "'id' must be a text"),
        (b'{"id": "x", "text": "\\ud800"}', "no JSON"),
        (b'{"id": "x", "text": "a\\u0000b"}', "binary"),
        (b'{"id": "x", "text": "' + b"a" * 1001 + b'"}', "1,001 characters"),
        (b'{"id": "x", "text": "' + b"a" * LIMIT + b'"}', "too long"),
        (b'{"a":' * 3000, "no JSON"),
        (b'{"id": "x", "html": "<script>f()</script>"}', "no text"),
        (b'{"release": {}}', "no record"),
    ],
)
def test_a_bad_row_fails_alone_with_its_line(line: bytes, told: str, lexicon: Lexicon) -> None:
    data = b'{"id": "a", "text": "Isi."}\n\n' + line + b'\n{"id": "b", "text": "Isi."}'
    first, failure, last = read_json(data, lexicon)
    assert isinstance(first, ReadRelease)
    assert isinstance(failure, Failure)
    assert isinstance(last, ReadRelease)
    assert failure.origin == "in.jsonl:3"
    assert told in failure.message
    assert last.origin == "in.jsonl:4"


def test_rows_in_other_encodings_are_noted(lexicon: Lexicon) -> None:
    text = '{"id": "a", "text": "Jum’at."}\n'
    for encoding in ("cp1252", "utf-16", "utf-16-le"):
        (item,) = read_json(text.encode(encoding), lexicon)
        assert isinstance(item, ReadRelease)
        assert item.release.body == "Jum’at."
        assert item.notes == (f"decoded as {encoding}",)


def test_no_rows_are_a_failure(lexicon: Lexicon) -> None:
    failure = Failure(origin="in.jsonl", message="there are no rows")
    assert read_json(b"", lexicon) == [failure]
    for content in (b"", b"\n\r\n \n"):
        assert read_csv(content, lexicon) == [change(failure, origin="in.csv")]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_csv_with_any_mark_between_columns(mark: str, lexicon: Lexicon) -> None:
    data = f'\ufeffID{mark}Title{mark}Text\na{mark}Judul{mark}"Isi ""satu"",\ndua"\n\nb{mark}{mark}Isi.\n'
    first, second = read_csv(data.encode(), lexicon)
    assert isinstance(first, ReadRelease)
    assert isinstance(second, ReadRelease)
    assert (first.origin, first.release.body) == ("in.csv:2", 'Judul\nIsi "satu",\ndua')
    assert (second.origin, second.release.title) == ("in.csv:5", None)


def test_a_csv_row_that_is_wrong_fails_alone(lexicon: Lexicon) -> None:
    data = b'id,text\na,"satu\ndua"\nb\nc,x,y\nd,\xe9\ne,"tak ditutup\n'
    found = read_csv(data, lexicon)
    assert [(type(item).__name__, item.origin) for item in found] == [
        ("ReadRelease", "in.csv:2"),
        ("Failure", "in.csv:4"),
        ("Failure", "in.csv:5"),
        ("ReadRelease", "in.csv:6"),
        ("Failure", "in.csv:7"),
    ]
    assert isinstance(found[3], ReadRelease)
    assert found[3].notes == ("decoded as cp1252",)


def test_a_long_csv_line_fails_alone(lexicon: Lexicon) -> None:
    data = b"id,text\na," + b"x" * (LIMIT + 1) + b"\nb,Isi.\n"
    failure, item = read_csv(data, lexicon)
    assert isinstance(failure, Failure)
    assert "too long" in failure.message
    assert isinstance(item, ReadRelease)


@pytest.mark.parametrize("header", [b"a,b", b"id,title", b"text,title", b"id,text,id"])
def test_csv_needs_its_columns(header: bytes, lexicon: Lexicon) -> None:
    (failure,) = read_csv(header + b"\n1,2\n", lexicon)
    assert failure.origin == "in.csv:1"
    assert isinstance(failure, Failure)
    assert "first row" in failure.message


def test_csv_in_utf_16(lexicon: Lexicon) -> None:
    (item,) = read_csv("id,text\na,Jum’at\n".encode("utf-16"), lexicon)
    assert isinstance(item, ReadRelease)
    assert item.release.body == "Jum’at"


@pytest.fixture(scope="module")
def record() -> Record:
    return build_record(list_seen_cases()[0])


def test_a_record_comes_back(record: Record, lexicon: Lexicon) -> None:
    assert read_json(msgspec.json.encode(record), lexicon) == [ReadRecord(origin="in.jsonl:1", record=record)]


def test_a_record_that_does_not_fit_its_text_fails(record: Record, lexicon: Lexicon) -> None:
    release = record.release
    institution = record.institutions[0]
    mention = institution.mentions[0]
    moved = change(institution, mentions=(change(mention, start=mention.start + 1),))
    broken = [
        (change(record, release=change(release, id="A b")), "id"),
        (change(record, release=change(release, sha256="0" * 64)), "sha256"),
        (change(record, release=change(release, body=release.body + " ")), "sha256"),
        (change(record, zones=(Zone(start=0, end=len(release.body) + 1, kind="body"),)), "outside"),
        (change(record, zones=(Zone(start=5, end=5, kind="body"),)), "outside"),
        (change(record, institutions=(moved,)), "is not"),
        (change(record, collaborations=(change(record.collaborations[0], event=99),)), "no event"),
    ]
    for wrong, told in broken:
        (failure,) = read_json(msgspec.json.encode(wrong), lexicon)
        assert isinstance(failure, Failure), told
        assert told in failure.message


@pytest.mark.parametrize(
    ("facts", "field", "value", "message"),
    [
        ("institutions", "kind", "Mnistry", "there is no kind of institution 'Mnistry', only ministry"),
        ("institutions", "region_code", "99.99", "there is no region '99.99'"),
        ("events", "type", "meting", "there is no type of event 'meting', only meeting"),
        ("other_events", "modality", "hoped", "there is no modality 'hoped', only planned"),
        ("issues", "issue", "a> <b", "there is no issue 'a> <b', only trafficking"),
        ("agreements", "kind", "", "there is no kind of agreement '', only mou"),
        ("collaborations", "basis", "x", "there is no basis 'x', only meeting"),
        ("institutions", "name", " ", "the name of an institution is ' ', which has no word"),
        ("officials", "post", "%", "the post of an official is '%', which has no word"),
        ("officials", "name", "", "the name of an official is '', which has no word"),
        ("tenures", "post", "", "the post of a tenure is '', which has no word"),
        ("statements", "speaker", "-", "the speaker of a statement is '-', which has no word"),
        ("statements", "text", "Lain.", "the body at the span of a statement is not 'Lain.'"),
        ("events", "label", "", "the label of an event is '', which has no word"),
        ("events", "date", "2026-13-45", "'2026-13-45' is no day"),
        ("events", "date", "2026-02-04/2026-02-30", "'2026-02-04/2026-02-30' is no day"),
        ("other_events", "date", "4 Februari", "'4 Februari' is no day"),
        ("tenures", "start", "2026-1", "'2026-1' is no day"),
    ],
)
def test_what_was_corrected_wrongly_is_told(
    lexicon: Lexicon, facts: str, field: str, value: str, message: str
) -> None:
    first, *rest = getattr(RECORD, facts)
    wrong = change(RECORD, **{facts: (change(first, **{field: value}), *rest)})
    (failure,) = read_json(msgspec.json.encode(wrong), lexicon)
    assert isinstance(failure, Failure)
    assert message in failure.message


def test_all_that_is_wrong_in_a_record_is_told_at_once(lexicon: Lexicon) -> None:
    wrong = change(
        RECORD,
        published="2026-02-31",
        institutions=tuple(change(body, kind="x") for body in RECORD.institutions),
    )
    (failure,) = read_json(msgspec.json.encode(wrong), lexicon)
    assert isinstance(failure, Failure)
    message = failure.message
    assert "'2026-02-31' is no day" in message
    assert message.count("there is no kind of institution 'x'") == 1


def test_empty_lines_may_stand_before_the_names_of_columns(lexicon: Lexicon) -> None:
    (item,) = read_csv(b"\n \r\nid;text\na;Isi, lagi.\n", lexicon)
    assert isinstance(item, ReadRelease)
    assert (item.origin, item.release.body) == ("in.csv:4", "Isi, lagi.")
    (failure,) = read_csv(b"\n\na,b\n", lexicon)
    assert (failure.origin, isinstance(failure, Failure)) == ("in.csv:3", True)


@pytest.mark.parametrize(
    ("content", "origin", "message"),
    [
        (b'id,text\na,"Isi.\nb,Lagi.\n', "in.csv:2", "a quote that opens here is never closed"),
        (b"id,text\ra,Isi.\rb,Lagi.\r", "in.csv:1", "save it as CSV UTF-8"),
    ],
)
def test_what_is_no_csv_is_told_in_words(lexicon: Lexicon, content: bytes, origin: str, message: str) -> None:
    (failure,) = read_csv(content, lexicon)
    assert isinstance(failure, Failure)
    assert failure.origin == origin
    assert message in failure.message
