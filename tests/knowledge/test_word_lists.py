"""Word lists of sentences, the calendar and issues: folded, in one normal form, without contradictions."""

import tomllib
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
import rdflib
from rdflib.namespace import RDF, SKOS

from kgraph.lexicon.load import load_lexicon
from kgraph.lexicon.matcher import fold
from kgraph.resources import locate_lexicon, locate_ontology
from kgraph.vocabulary import BASE, ISSUES

FILES = ("calendar", "issues", "sentences")


def read_file(name: str) -> dict[str, Any]:
    return tomllib.loads((locate_lexicon() / f"{name}.toml").read_text("utf-8"))


def list_strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key, item in value.items() for text in (key, *list_strings(item)))
    elif isinstance(value, list):
        yield from (text for item in value for text in list_strings(item))


def list_lists(value: object) -> Iterator[list[Any]]:
    if isinstance(value, list):
        yield value
        for item in value:
            yield from list_lists(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from list_lists(item)


@pytest.mark.parametrize("name", FILES)
def test_words_are_folded_and_in_normal_form(name: str) -> None:
    for text in list_strings(read_file(name)):
        assert text == fold(text) == unicodedata.normalize("NFC", text).strip()


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    for items in list_lists(read_file(name)):
        words = [tuple(sorted(item)) if isinstance(item, list) else str(item) for item in items]
        assert len(words) == len(set(words))


def test_abbreviations_are_of_one_class() -> None:
    words = load_lexicon().sentences
    assert not words.leading & words.closing


def test_names_of_months_and_days_mean_one() -> None:
    calendar = load_lexicon().calendar
    assert sorted(month.number for month in calendar.months) == list(range(1, 13))
    assert sorted(day.number for day in calendar.weekdays) == list(range(1, 8))
    names = [name for item in (*calendar.months, *calendar.weekdays) for name in item.names]
    assert len(names) == len(set(names))
    assert set(calendar.english_days) <= set(calendar.weekday_numbers)
    assert not set(calendar.relative) & set(calendar.weekday_numbers)


def test_no_cue_is_strong_and_weak_or_counter() -> None:
    for issue in load_lexicon().issues.issues:
        assert not set(issue.strong) & set(issue.weak), issue.slug
        assert not (set(issue.decisive) | set(issue.strong) | set(issue.weak)) & set(issue.counter), (
            issue.slug
        )


def test_issues_are_described_in_two_languages() -> None:
    graph = rdflib.Graph().parse(locate_ontology() / "issues.ttl")
    scheme = rdflib.URIRef(BASE + "issue")
    assert {str(concept) for concept in graph.subjects(SKOS.inScheme, scheme)} == {
        f"{BASE}issue/{slug}" for slug in ISSUES
    }
    for subject in graph.subjects(RDF.type, None):
        for term in (SKOS.prefLabel, SKOS.definition):
            assert sorted(text.language for text in graph.objects(subject, term)) == ["en", "id"]
    for broader in graph.objects(None, SKOS.broader):
        assert (broader, SKOS.inScheme, scheme) in graph
