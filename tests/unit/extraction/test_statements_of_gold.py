"""Statements and tenures of the gold cases that rules may be written against."""

from datetime import date

import pytest

from kgraph.extraction.statements import find_statements
from kgraph.extraction.tenures import find_tenures
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.reading.zones import find_zones
from kgraph.records import Record
from kgraph.text.layout import Layout
from kgraph.text.sentences import build_layout
from tests.gold_records import build_record, list_mended_cases, list_seen_cases, read_gold


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def lay_out(record: Record, lexicon: Lexicon) -> Layout:
    return build_layout(record.release.body, find_zones(record.release, lexicon), lexicon)


@pytest.mark.parametrize("name", list_seen_cases())
def test_statements_stand_in_the_prose(name: str, lexicon: Lexicon) -> None:
    record = build_record(name)
    body, layout = record.release.body, lay_out(record, lexicon)
    prose = {sentence.span for sentence in layout.list_prose()}
    statements, doubts = find_statements(layout, record.officials, record.institutions, lexicon)
    assert list(statements) == sorted(statements, key=lambda s: (s.span, s.speaker))
    for statement in statements:
        assert body[statement.span.start : statement.span.end] == statement.text
        assert statement.evidence
        assert set(statement.evidence) <= prose
    assert all(body[doubt.span.start : doubt.span.end].strip() for doubt in doubts)


def cut_start(text: str) -> str:
    """Return the first four words, without the mark at their end, which writers keep or leave out."""
    return " ".join(text.split()[:4]).rstrip(".,!?")


@pytest.mark.parametrize("name", list_mended_cases())
def test_word_for_word_statements_are_those_of_the_gold(name: str, lexicon: Lexicon) -> None:
    record = build_record(name)
    statements, _ = find_statements(lay_out(record, lexicon), record.officials, record.institutions, lexicon)
    found = {(s.speaker, cut_start(s.text)) for s in statements if s.direct}
    gold = {(s["speaker"], cut_start(s["begins"])) for s in read_gold(name)["statements"] if s["direct"]}
    assert found == gold


def test_tenures_of_a_release_on_appointments(lexicon: Lexicon) -> None:
    record = build_record("extra-012")
    tenures = find_tenures(
        lay_out(record, lexicon),
        record.officials,
        record.institutions,
        lexicon,
        near=date.fromisoformat(str(record.published)),
    )
    keys = ("person", "post", "institution", "start", "end")
    assert {tuple(getattr(tenure, key) for key in keys) for tenure in tenures} == {
        tuple(item[key] for key in keys) for item in read_gold("extra-012")["tenures"]
    }
