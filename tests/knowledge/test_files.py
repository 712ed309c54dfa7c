"""The files of words, tables and gold cases are well-formed."""

import csv
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kgraph.evaluation.gold import read_cases
from kgraph.lexicon.load import load_lexicon
from kgraph.vocabulary import AGREEMENT_KINDS, EVENT_TYPES, INSTITUTION_KINDS, ISSUES
from tests.gold_records import list_seen_cases, read_gold

DATA = Path(__file__).parents[2] / "data"
TOML = sorted((DATA / "lexicon").glob("*.toml"))
CSV = sorted((DATA / "registry").glob("*.csv"))


PHRASES = [path for path in TOML if path.name != "page_profiles.toml"]
"""Files of phrases; the profiles of pages hold selectors."""


def name_of(path: Path) -> str:
    return path.name


def read_lists(value: Any, place: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield every list of phrases of a file with its place."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from read_lists(item, f"{place}.{key}")
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield place, value
        else:
            for number, item in enumerate(value):
                yield from read_lists(item, f"{place}[{number}]")


def test_the_lexicon_loads() -> None:
    assert load_lexicon().regions.choose("Sulteng") is not None


@pytest.mark.parametrize("path", [*TOML, *CSV], ids=name_of)
def test_text_is_in_normal_form(path: Path) -> None:
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert "\r" not in text
    assert not text.startswith("\ufeff")


@pytest.mark.parametrize("path", TOML, ids=name_of)
def test_word_list_says_what_it_is(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert len(first) > 20


@pytest.mark.parametrize("path", PHRASES, ids=name_of)
def test_no_phrase_stands_twice_in_a_list(path: Path) -> None:
    """Case tells some apart: ``dr`` is a physician, ``Dr`` has a doctorate."""
    for place, phrases in read_lists(tomllib.loads(path.read_text("utf-8"))):
        doubled = [phrase for phrase, count in Counter(phrases).items() if count > 1]
        assert doubled == [], place


@pytest.mark.parametrize("path", PHRASES, ids=name_of)
def test_phrases_are_no_patterns_and_have_no_loose_blanks(path: Path) -> None:
    for place, phrases in read_lists(tomllib.loads(path.read_text("utf-8"))):
        for phrase in phrases:
            assert phrase, place
            assert phrase == " ".join(phrase.split()), place
            assert not set("\\^$*+?|[]{}") & set(phrase), f"{place}: {phrase}"


@pytest.mark.parametrize("path", CSV, ids=name_of)
def test_table_has_full_rows_and_unique_keys(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert len(rows) > 30
    assert {len(row) for row in rows} == {len(header)}
    keys = [row[0] for row in rows]
    assert len(keys) == len(set(keys))
    assert keys == sorted(keys)


def test_regions_are_those_of_the_country() -> None:
    regions = load_lexicon().regions
    levels = Counter(region.level for region in regions.rows)
    assert levels["province"] == 38
    assert levels["regency"] + levels["city"] == 514
    for region in regions.rows:
        if region.parent is not None:
            assert regions.by_code[region.parent].level == "province"
            assert region.code.startswith(region.parent + ".")


def test_gold_cases_are_pairs() -> None:
    gold = DATA / "gold"
    texts = {path.stem for path in gold.glob("*-*.txt")}
    assert texts == {path.stem for path in gold.glob("*-*.json")}
    held = (gold / "held.txt").read_text("utf-8").split()
    assert set(held) < texts
    assert held == sorted(set(held))
    assert len(read_cases(gold, held=True)) == len(texts)


@pytest.mark.parametrize("name", list_seen_cases())
def test_gold_case_uses_the_words_of_the_scheme(name: str) -> None:
    gold = read_gold(name)
    assert gold["id"] == name
    assert {item["kind"] for item in gold["institutions"]} <= set(INSTITUTION_KINDS)
    assert {item["type"] for item in gold["events"]} <= set(EVENT_TYPES)
    assert set(gold["issues"]) <= set(ISSUES)
    assert {item["kind"] for item in gold["agreements"]} <= set(AGREEMENT_KINDS)


@pytest.mark.parametrize("name", list_seen_cases())
def test_gold_case_names_what_stands_in_its_text(name: str) -> None:
    gold = read_gold(name)
    text = (DATA / "gold" / f"{name}.txt").read_text("utf-8")
    for item in [*gold["institutions"], *gold["officials"]]:
        for mention in item["mentions"]:
            assert mention in text, f"{item['name']}: {mention}"


@pytest.mark.parametrize("name", list_seen_cases())
def test_references_of_a_gold_case_lead_somewhere(name: str) -> None:
    gold = read_gold(name)
    institutions = {item["name"] for item in gold["institutions"]}
    people = {item["name"] for item in gold["officials"]}
    for official in gold["officials"]:
        assert official["institution"] in {None, *institutions}
    for event in gold["events"]:
        assert {*event["participants"], event["organizer"]} <= {None, *institutions}
        assert set(event["attendees"]) <= people
    for pair in gold["collaborations"]:
        assert set(pair) <= institutions
    assert len(gold["collaboration_evidence"]) == len(gold["collaborations"])
