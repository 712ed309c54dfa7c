"""Where facts are marked in a text."""

import msgspec
import pytest

from kgraph.evaluation.counting import Finding
from kgraph.evaluation.gold import GoldRecord, read_cases
from kgraph.evaluation.marks import Mark, cut_text, mark_found, mark_gold
from kgraph.evaluation.report import evaluate_records
from kgraph.lexicon.load import load_lexicon
from tests.gold_records import GOLD, build_record, list_seen_cases
from tests.small_records import BODY, RECORD


def make_gold(**content: object) -> GoldRecord:
    return msgspec.convert({"id": "a-1", "institutions": [], **content}, GoldRecord)


@pytest.mark.parametrize(
    ("mentions", "body", "expected"),
    [
        (["Dinsos"], "Dinsos dan Dinsos", ["Dinsos", "Dinsos"]),
        (["Dinsos"], "Dinsosial", []),
        (["Dinsos", "Dinsos Palu"], "Dinsos Palu, Dinsos", ["Dinsos Palu", "Dinsos"]),
        (["Dinsos Palu"], "Dinsos\n Palu", ["Dinsos\n Palu"]),
        ([], "Dinas Sosial", ["Dinas Sosial"]),
        (["A (B)*"], "A (B)* C", ["A (B)*"]),
        (["", " "], "x", []),
    ],
)
def test_surface_forms_of_the_gold_record(mentions: list[str], body: str, expected: list[str]) -> None:
    gold = make_gold(institutions=[{"name": "Dinas Sosial", "mentions": mentions}])
    marks = mark_gold(gold, body, ())
    assert [body[mark.start : mark.end] for mark in marks] == expected
    assert {mark.what for mark in marks} <= {"Dinas Sosial"}


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        ("kami akan terus bekerja", ["Kami akan – terus bekerja"]),
        ("Kami tidak", []),
        ("...", []),
    ],
)
def test_first_words_of_a_gold_statement(begins: str, expected: list[str]) -> None:
    body = "Katanya: “Kami akan – terus bekerja, bersama.”"
    gold = make_gold(statements=[{"speaker": "Rina", "begins": begins}])
    assert [body[mark.start : mark.end] for mark in mark_gold(gold, body, ())] == expected


def test_what_a_record_names() -> None:
    marks = mark_found(RECORD, ())
    assert [(mark.kind, BODY[mark.start : mark.end]) for mark in marks if mark.kind != "statement"] == [
        ("institution", "Balai Teladan Provinsi Uji"),
        ("institution", "Dinas Sosial Kota Contoh"),
        ("institution", "Balai Teladan Provinsi Uji"),
        ("official", "Rahma Adisti"),
        ("official", "Wati Lestarini"),
        ("official", "Rahma"),
    ]
    assert [BODY[mark.start : mark.end] for mark in marks if mark.kind == "statement"] == [
        "dipimpin",
        "Kami bergerak bersama",
        "berharap korban lain dibantu",
    ]


def test_mistakes_are_what_was_missed_on_one_side_and_made_up_on_the_other() -> None:
    def find(verdict: str, fact: str, what: str) -> Finding:
        return Finding(release="a-1", verdict=verdict, fact=fact, what=what)

    findings = [
        find("missed", "institutions", "Balai Teladan Provinsi Uji"),
        find("made up", "officials (name)", "Wati Lestarini"),
        find("made up", "statements", "Kepala Dinas: dipimpin"),
        find("right", "institutions", "Dinas Sosial Kota Contoh"),
    ]
    gold = make_gold(
        institutions=[{"name": "Balai Teladan Provinsi Uji"}, {"name": "Dinas Sosial Kota Contoh"}],
        officials=[{"name": "Wati Lestarini"}],
    )
    wrong = [mark.what for mark in mark_gold(gold, BODY, findings) if mark.is_mistake]
    assert wrong == ["Balai Teladan Provinsi Uji"] * 2
    wrong = [mark.what for mark in mark_found(RECORD, findings) if mark.is_mistake]
    assert wrong == ["Kepala Dinas: dipimpin", "Wati Lestarini"]


def test_a_text_is_cut_wherever_a_mark_begins_or_ends() -> None:
    def mark(start: int, end: int, what: str) -> Mark:
        return Mark(start=start, end=end, kind="official", what=what, is_mistake=False)

    pieces = cut_text("abcdefgh", (mark(1, 5, "x"), mark(3, 6, "y"), mark(3, 4, "z")))
    assert [(piece.text, sorted(mark.what for mark in piece.marks)) for piece in pieces] == [
        ("a", []),
        ("bc", ["x"]),
        ("d", ["x", "y", "z"]),
        ("e", ["x", "y"]),
        ("f", ["y"]),
        ("gh", []),
    ]
    assert cut_text("", ()) == ()
    assert [piece.text for piece in cut_text("ab", ())] == ["ab"]


def test_the_pieces_of_gold_texts_make_the_texts() -> None:
    cases = read_cases(GOLD)[:8]
    records = {name: build_record(name) for name in list_seen_cases()}
    report = evaluate_records(cases, records, load_lexicon().region_levels)
    for case, score in zip(cases, report.scores, strict=True):
        record = records[case.record.id]
        for marks in (
            mark_gold(case.record, record.release.body, score.findings),
            mark_found(record, score.findings),
        ):
            pieces = cut_text(record.release.body, marks)
            assert "".join(piece.text for piece in pieces) == record.release.body
            assert {mark.kind for piece in pieces for mark in piece.marks} >= {"institution"}
