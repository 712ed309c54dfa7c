"""What counts as right, made up and missed."""

from typing import Any

import msgspec
import pytest

from kgraph.evaluation.counting import RIGHT, Figure, Finding, Sheet
from kgraph.evaluation.gold import GoldCase, GoldRecord
from kgraph.evaluation.report import evaluate_records
from kgraph.evaluation.report_text import format_json, format_report
from kgraph.evaluation.scoring import score_record
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Record

LEVELS = load_lexicon().region_levels
BODY = "Dinas Sosial Kota Palu bertemu BP3MI Sulteng. Hadir pula Polda Sulteng."
SENTENCES = [{"start": 0, "end": 45}, {"start": 46, "end": 71}]


def make_gold(**content: Any) -> GoldRecord:
    return msgspec.convert({"id": "a-1", "institutions": [], **content}, GoldRecord)


def make_record(**content: Any) -> Record:
    release = {"id": "a-1", "body": BODY, "sha256": ""}
    return msgspec.convert({"release": release, **content}, Record)


def institution(name: str, *mentions: str, **more: Any) -> dict[str, Any]:
    spans = [{"start": 0, "end": len(text), "text": text} for text in mentions or (name,)]
    return {"name": name, "mentions": spans, "kind": "other", **more}


def gold_institution(name: str, *mentions: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "mentions": list(mentions or (name,)), **more}


def list_mistakes(sheet: Sheet) -> list[Finding]:
    return [finding for finding in sheet.findings if finding.verdict != RIGHT]


def counts(sheet: Sheet, fact: str) -> tuple[int, int, int]:
    return sheet.counts[fact]


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ([gold_institution("Dinas Sosial")], [institution("Dinas Sosial")], (1, 0, 0)),
        ([gold_institution("Dinas Sosial")], [], (0, 0, 1)),
        ([], [institution("Dinas Sosial")], (0, 1, 0)),
        ([gold_institution("Dinas Sosial", "Dinsos")], [institution("Dinas Sosial", "lain")], (1, 0, 0)),
        (
            [gold_institution("Dinas Sosial", "Dinsos", "a", "b")],
            [institution("x", "Dinsos", "c")],
            (0, 1, 1),
        ),
        ([gold_institution("Dinas Sosial", "Dinsos", "a")], [institution("x", "DINSOS", "c")], (1, 0, 0)),
        ([gold_institution("Dinas Sosial", optional=True)], [institution("Dinas Sosial")], (0, 0, 0)),
        ([gold_institution("Dinas Sosial", optional=True)], [], (0, 0, 0)),
        (
            [gold_institution("Dinas Sosial")],
            [institution("Dinas Sosial"), institution("Dinas Sosial")],
            (1, 1, 0),
        ),
    ],
)
def test_institutions(gold: list[Any], found: list[Any], expected: tuple[int, int, int]) -> None:
    sheet = score_record(make_gold(institutions=gold), make_record(institutions=found), LEVELS)
    assert counts(sheet, "institutions") == expected


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ("Palu", "Kota Palu", (1, 0, 0)),
        ("Kabupaten Sigi", "Sigi", (1, 0, 0)),
        ("Palu", "Sigi", (0, 1, 1)),
        ("Palu", None, (0, 0, 1)),
    ],
)
def test_regions_agree_by_their_bare_names(
    wanted: str, given: str | None, expected: tuple[int, int, int]
) -> None:
    gold = make_gold(institutions=[gold_institution("Dinsos", region=wanted)])
    sheet = score_record(gold, make_record(institutions=[institution("Dinsos", region=given)]), LEVELS)
    assert counts(sheet, "institution region") == expected


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ({"post": "Kepala Dinas Sosial"}, {"post": "Kepala Dinas Sosial Palu"}, (1, 0, 0)),
        ({"post": "Kepala Dinas Sosial"}, {"post": "Camat"}, (0, 1, 1)),
        ({"post": "Kepala Dinas Sosial"}, {}, (0, 0, 1)),
        ({}, {"post": "Camat"}, (0, 1, 0)),
    ],
)
def test_posts(wanted: dict[str, str], given: dict[str, str], expected: tuple[int, int, int]) -> None:
    gold = make_gold(officials=[{"name": "Rina Lestari", **wanted}])
    found = make_record(officials=[{"name": "Rina Lestari", "mentions": [], **given}])
    assert counts(score_record(gold, found, LEVELS), "official post") == expected


@pytest.mark.parametrize(
    ("more", "given", "expected"),
    [
        ({"institution": "Dinsos"}, "Dinsos", (1, 0, 0)),
        ({"institution": "Dinsos", "institution_alt": "Polda"}, "Polda", (1, 0, 0)),
        ({"institution": "Dinsos", "institution_alt": ["Polda"]}, "Polda", (1, 0, 0)),
        ({"institution": "Dinsos"}, "Polda", (0, 1, 1)),
        ({"institution": "Dinsos"}, None, (0, 0, 1)),
        ({}, "Dinsos", (0, 1, 0)),
    ],
)
def test_institution_of_an_official(
    more: dict[str, Any], given: str | None, expected: tuple[int, int, int]
) -> None:
    gold = make_gold(
        institutions=[gold_institution("Dinsos"), gold_institution("Polda")],
        officials=[{"name": "Rina Lestari", **more}],
    )
    found = make_record(
        institutions=[institution("Polda"), institution("Dinsos")],
        officials=[{"name": "Rina Lestari", "mentions": [], "institution": given}],
    )
    assert counts(score_record(gold, found, LEVELS), "official institution") == expected


def test_an_implied_institution_is_not_asked_for() -> None:
    gold = make_gold(officials=[{"name": "Rina Lestari", "institution_implied": "Dinsos"}])
    found = make_record(officials=[{"name": "Rina Lestari", "mentions": [], "institution": "Dinsos"}])
    assert "official institution" not in score_record(gold, found, LEVELS).counts


def test_fields_of_a_missed_event_are_missed() -> None:
    event = {"type": "visit", "label": "x", "date": "2026-02-04", "place": "Palu", "organizer": "Dinsos"}
    gold = make_gold(institutions=[gold_institution("Dinsos")], events=[event])
    sheet = score_record(gold, make_record(institutions=[institution("Dinsos")]), LEVELS)
    for fact in ("events", "event date", "event place", "event type", "event participants"):
        assert counts(sheet, fact) == (0, 0, 1)
    assert [finding.fact for finding in list_mistakes(sheet)] == ["events"]


@pytest.mark.parametrize(
    ("given", "verdict", "what"),
    [
        ("Palu", "right", "Dinsos: Palu"),
        ("Sigi", "wrong", "Dinsos: Palu, not Sigi"),
        (None, "missed", "Dinsos: Palu"),
    ],
)
def test_what_is_written_down_of_a_field(given: str | None, verdict: str, what: str) -> None:
    gold = make_gold(institutions=[gold_institution("Dinsos", region="Palu")])
    sheet = score_record(gold, make_record(institutions=[institution("Dinsos", region=given)]), LEVELS)
    told = {finding.fact: (finding.verdict, finding.what) for finding in sheet.findings}
    assert told["institution region"] == (verdict, what)
    assert told["institutions"] == told["institution full name"] == ("right", "Dinsos")


def test_a_visit_and_an_audience_are_one_type() -> None:
    gold = make_gold(events=[{"type": "visit", "label": "x"}])
    found = make_record(events=[{"type": "audience", "label": "y"}])
    assert counts(score_record(gold, found, LEVELS), "event type") == (1, 0, 0)


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        ("Kami akan terus bekerja sama", (1, 0, 0)),
        ("Kami akan terus berlari", (0, 1, 1)),
        ("sambil tersenyum, kami akan terus bekerja", (1, 0, 0)),
    ],
)
def test_statements_pair_by_their_first_words(begins: str, expected: tuple[int, int, int]) -> None:
    gold = make_gold(statements=[{"speaker": "Rina", "begins": "Kami akan terus bekerja", "direct": True}])
    found = {"speaker": "Rina", "direct": True, "begins": begins, "text": begins, "span": SENTENCES[0]}
    assert counts(score_record(gold, make_record(statements=[found]), LEVELS), "statements") == expected


def test_optional_pairs_count_neither_for_nor_against() -> None:
    names = ("Dinsos", "Polda", "Kodim", "Bidang A")
    gold = make_gold(
        institutions=[gold_institution(name, optional=name == "Bidang A") for name in names],
        collaborations=[["Dinsos", "Polda"]],
        collaborations_optional=[["Polda", "Kodim"]],
    )
    found = make_record(
        institutions=[institution(name) for name in names],
        collaborations=[
            {"parties": pair, "basis": "meeting"}
            for pair in (["Polda", "Dinsos"], ["Kodim", "Polda"], ["Bidang A", "Polda"], ["Dinsos", "Kodim"])
        ],
    )
    sheet = score_record(gold, found, LEVELS)
    assert counts(sheet, "collaborations") == (1, 1, 0)
    assert [finding.what for finding in list_mistakes(sheet)] == ["Dinsos with Kodim"]


@pytest.mark.parametrize(("first", "expected"), [(0, (1, 0, 0)), (1, (0, 1, 1))])
def test_first_evidence_must_say_it(first: int, expected: tuple[int, int, int]) -> None:
    names = ("Dinas Sosial Kota Palu", "BP3MI Sulteng")
    gold = make_gold(
        institutions=[gold_institution(name) for name in names],
        collaborations=[names],
        collaboration_evidence=[["Dinas Sosial Kota Palu bertemu"]],
    )
    evidence = [SENTENCES[first], SENTENCES[1 - first]]
    found = make_record(
        institutions=[institution(name) for name in names],
        collaborations=[{"parties": names, "basis": "meeting", "evidence": evidence}],
    )
    assert counts(score_record(gold, found, LEVELS), "evidence") == expected


def test_report_lists_what_went_wrong_by_release(tmp_path: Any) -> None:
    gold = make_gold(institutions=[gold_institution("Dinsos")], issues=["health"])
    case = GoldCase(record=gold, text=tmp_path / "a-1.txt", held=False)
    record = make_record(institutions=[institution("Polda")], issues=[{"issue": "health"}])
    report = evaluate_records([case], {"a-1": record}, LEVELS)
    assert report.figures["issues"] == Figure(precision=1.0, recall=1.0, f1=1.0, n=1)
    told = format_report(report, errors=True)
    assert "1 release, 0 without a record" in told
    assert "\na-1\n  missed   institution: Dinsos\n  made up  institution: Polda\n" in told
    assert "Dinsos" not in format_report(report)
    content = msgspec.json.decode(format_json(report, errors=True))
    assert content["figures"]["institutions"] == {"p": 0.0, "r": 0.0, "f1": 0.0, "n": 1}
    assert [finding["verdict"] for finding in content["findings"]] == ["missed", "made up"]


def test_record_may_have_the_stem_for_an_id(tmp_path: Any) -> None:
    case = GoldCase(record=make_gold(id="first"), text=tmp_path / "release.txt", held=False)
    assert evaluate_records([case], {"release": make_record()}, LEVELS).missing == 0
    assert evaluate_records([case], {"other": make_record()}, LEVELS).missing == 1
