"""Checks of the word lists and tables: normal form, and no phrase with two meanings."""

import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kgraph.checking.problems import Problem
from kgraph.lexicon.matcher import fold

_ONE_MEANING = frozenset(
    {
        ("agreements", "kinds"),
        ("event_cues", "types"),
        ("families", "family"),
        ("institution_heads", "head"),
        ("posts", "bodies"),
        ("posts", "fused"),
    }
)
"""Files and their entries in which a phrase tells one thing; a cue of two issues is none of these."""
_CLOSED = frozenset({"levels"})
"""Lists of names of our own, not of phrases: the same one may stand in many entries."""


def check_phrases(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the phrases of a TOML file.

    A phrase may not stand twice in a list. Where a phrase decides between entries
    (heads with their kind, types of event with their cues) the same list of two
    entries may not share one, since it would then mean two things.
    """
    text = path.read_text("utf-8")
    lines = text.splitlines()
    yield from check_normal_form(path, text)
    content = tomllib.loads(text)
    for place, phrases in _list_phrases(content):
        for phrase in sorted(_find_doubles(phrases)):
            yield Problem(place=_locate(path, lines, phrase), message=f"{phrase!r} stands twice in {place}")
    for place, entries in _list_entries(content):
        if (path.stem, place) not in _ONE_MEANING:
            continue
        for field, phrase in sorted(_find_shared(entries)):
            yield Problem(
                place=_locate(path, lines, phrase),
                message=f"{phrase!r} stands in {field} of two entries of {place} and so means two things",
            )


def check_normal_form(path: Path, text: str) -> Iterator[Problem]:
    """Yield the lines of a file that are not in Unicode's normal form C."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not unicodedata.is_normalized("NFC", line):
            yield Problem(place=f"{path.name}:{number}", message="the line is not in normal form NFC")


def _locate(path: Path, lines: list[str], phrase: str) -> str:
    found = [number for number, line in enumerate(lines, start=1) if f'"{phrase}"' in fold(line)]
    return f"{path.name}:{found[-1]}" if found else path.name


def _find_doubles(phrases: list[str]) -> set[str]:
    counts = Counter(map(fold, phrases))
    return {phrase for phrase, count in counts.items() if count > 1}


def _find_shared(entries: list[dict[str, Any]]) -> set[tuple[str, str]]:
    owners: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for number, entry in enumerate(entries):
        for field, value in entry.items():
            if field not in _CLOSED and isinstance(value, list):
                for phrase in value:
                    if isinstance(phrase, str):
                        owners[field, fold(phrase)].add(number)
    return {key for key, numbers in owners.items() if len(numbers) > 1}


def _list_phrases(value: Any, place: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _list_phrases(item, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield place, value
        for item in value:
            if not isinstance(item, str):
                yield from _list_phrases(item, place)


def _list_entries(value: Any, place: str = "") -> Iterator[tuple[str, list[dict[str, Any]]]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _list_entries(item, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        yield place, value
