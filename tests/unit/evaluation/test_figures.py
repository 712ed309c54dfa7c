"""The figures are those of the reference, whatever a record gets wrong."""

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kgraph.evaluation.counting import HEADLINE
from kgraph.evaluation.gold import GoldCase, read_cases
from kgraph.evaluation.report import evaluate_records
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Record
from tests.gold_records import GOLD, build_record, list_seen_cases

_SPEC = importlib.util.spec_from_file_location(
    "reference_score", Path(__file__).parents[2] / "reference_score.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
reference = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(reference)

LEVELS = load_lexicon().region_levels
_LISTS = ("institutions", "officials", "events", "issues", "statements", "agreements", "collaborations")
_WORDS = ("Kepala", "Dinas", "Kota", "Palu", "Sosial", "Wakil", "Sigi", "Sekolah")


@pytest.fixture(scope="module")
def cases() -> tuple[GoldCase, ...]:
    return read_cases(GOLD)


@pytest.fixture(scope="module")
def perfect() -> dict[str, Record]:
    return {name: build_record(name) for name in list_seen_cases()}


def score_by_reference(cases: tuple[GoldCase, ...], records: dict[str, Record]) -> dict[str, Any]:
    counts = reference.Count()
    missing = 0
    for case in cases:
        gold = json.loads(case.text.with_suffix(".json").read_text("utf-8"))
        found = records.get(gold["id"])
        missing += found is None
        reference.score_record(gold, json.loads(msgspec.json.encode(found)) if found else {}, counts, [])
    figures = {
        fact: dict(zip(("p", "r", "f1"), (round(x, 4) for x in reference.prf(count)), strict=True))
        | {"n": count[0] + count[2]}
        for fact, count in counts.items()
    }
    macro = sum(figures[fact]["f1"] for fact in reference.HEAD if fact in figures) / len(reference.HEAD)
    return {"figures": figures, "macro": round(macro, 4), "missing": missing}


def score(cases: tuple[GoldCase, ...], records: dict[str, Record]) -> dict[str, Any]:
    report = evaluate_records(cases, records, LEVELS)
    return {
        "figures": msgspec.to_builtins(report.figures),
        "macro": report.macro,
        "missing": report.missing,
    }


def _damage_text(text: str | None, chance: random.Random) -> str | None:
    words = (text or "").split()
    match chance.randrange(6):
        case 0:
            return " ".join(words[1:]) or "x"
        case 1:
            return " ".join([*words, chance.choice(_WORDS)])
        case 2:
            return " ".join(reversed(words)) or "y"
        case 3:
            return chance.choice(_WORDS)
        case 4:
            return (text or "z").upper()
        case _:
            return "2026-01-0" + str(chance.randrange(1, 9))


def _damage_item(item: Any, names: list[str], chance: random.Random) -> Any:
    if isinstance(item, str):
        return _damage_text(item, chance)
    changed = dict(item)
    key = chance.choice(sorted(changed))
    value = changed[key]
    if key in {"participants", "attendees", "parties"}:
        changed[key] = chance.sample(names, min(2, len(names))) if len(set(names)) > 1 else value
    elif key == "mentions":
        changed[key] = [mention for mention in value if chance.random() < 0.6]
    elif key == "evidence" and isinstance(value, list):
        changed[key] = list(reversed(value)) if chance.random() < 0.5 else []
    elif key == "evidence":
        changed[key] = {
            part: spans if chance.random() < 0.5 else type(spans)() for part, spans in value.items()
        }
    elif key in {"institution", "organizer", "region", "post", "place", "date"} and chance.random() < 0.5:
        changed[key] = chance.choice([None, *names])
    elif isinstance(value, str):
        damaged = _damage_text(value, chance)
        changed[key] = damaged
    return changed


def damage_record(record: Record, chance: random.Random) -> Record:
    """Return a record with items dropped, doubled, changed and moved."""
    content = json.loads(msgspec.json.encode(record))
    for key in _LISTS:
        names = [item["name"] for item in content["institutions"]]
        items = []
        for item in content[key]:
            match chance.randrange(5):
                case 0:
                    continue
                case 1:
                    items.append(_damage_item(item, names, chance))
                case 2:
                    items += [item, _damage_item(item, names, chance)]
                case _:
                    items.append(item)
        chance.shuffle(items)
        content[key] = items
    for key in ("published", "dateline"):
        if chance.random() < 0.2:
            content[key] = None
    if content["dateline"] and chance.random() < 0.3:
        content["dateline"]["place"] = _damage_text(content["dateline"]["place"], chance)
    return msgspec.convert(content, Record)


def test_a_record_made_of_the_gold_record_scores_near_one(
    cases: tuple[GoldCase, ...], perfect: dict[str, Record]
) -> None:
    report = evaluate_records(cases, perfect, LEVELS)
    assert report.missing == 0
    assert report.macro > 0.98
    assert score(cases, perfect) == score_by_reference(cases, perfect)


def test_no_records_at_all_miss_everything(cases: tuple[GoldCase, ...]) -> None:
    report = evaluate_records(cases, {}, LEVELS)
    assert report.missing == report.releases == len(cases)
    assert report.figures["institutions"].recall == 0.0
    assert score(cases, {}) == score_by_reference(cases, {})


@pytest.mark.parametrize("seed", range(40))
def test_figures_of_damaged_records_equal_the_reference(
    cases: tuple[GoldCase, ...], perfect: dict[str, Record], seed: int
) -> None:
    chance = random.Random(seed)
    records = {
        name: damage_record(record, chance) for name, record in perfect.items() if chance.random() < 0.9
    }
    ours = score(cases, records)
    assert ours == score_by_reference(cases, records)
    assert 0 < ours["macro"] < 1


def test_each_single_case_equals_the_reference(
    cases: tuple[GoldCase, ...], perfect: dict[str, Record]
) -> None:
    chance = random.Random(7)
    for case in cases:
        records = {case.record.id: damage_record(perfect[case.record.id], chance)}
        assert score((case,), records) == score_by_reference((case,), records)


def test_the_headline_is_that_of_the_reference() -> None:
    assert list(HEADLINE) == reference.HEAD
