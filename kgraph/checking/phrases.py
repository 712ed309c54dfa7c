"""Checks of the word lists and tables: normal form, and no phrase with two meanings."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from kgraph.checking.problems import Problem
from kgraph.errors import KnowledgeError
from kgraph.lexicon.file_rules import CHOICES, FileRules, find_rules
from kgraph.lexicon.files import parse_toml
from kgraph.lexicon.matcher import fold


def check_phrases(path: Path) -> Iterator[Problem]:
    """Yield what is wrong with the phrases of a TOML file.

    A phrase may not stand twice in a list. Where a phrase decides between entries
    (heads with their kind, types of event with their cues) the same list of two
    entries may not share one, since it would then mean two things. Lists that tell
    opposite things of an entry, or of the file, may not share one either.
    """
    text = path.read_text("utf-8")
    lines = text.splitlines()
    yield from check_normal_form(path, text)
    try:
        content = parse_toml(text, path)
    except KnowledgeError as error:
        yield Problem(place=f"{path.name}:{error.line}", message=error.message)
        return
    for place, phrases in _list_phrases(content):
        for phrase in sorted(_find_doubles(phrases)):
            yield Problem(place=_locate(path, lines, phrase), message=f"{phrase!r} stands twice in {place}")
    for place, entries in _list_entries(content):
        if place not in find_rules(path.stem).one_meaning:
            continue
        for field, phrase in sorted(_find_shared(entries)):
            yield Problem(
                place=_locate(path, lines, phrase),
                message=f"{phrase!r} stands in {field} of two entries of {place} and so means two things",
            )
    for place, phrase in sorted(_find_opposed(content, find_rules(path.stem))):
        yield Problem(
            place=_locate(path, lines, phrase),
            message=f"{phrase!r} stands in {place} and so means two things",
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
            if field not in CHOICES and isinstance(value, list):
                for phrase in value:
                    if isinstance(phrase, str):
                        owners[field, fold(phrase)].add(number)
    return {key for key, numbers in owners.items() if len(numbers) > 1}


def _find_opposed(value: Any, rules: FileRules) -> Iterator[tuple[str, str]]:
    """Yield the phrases that stand in two lists of one table which exclude each other, with their names."""
    if isinstance(value, list):
        for item in value:
            yield from _find_opposed(item, rules)
    elif isinstance(value, dict):
        for group in rules.apart:
            for one, other in combinations([name for name in group if name in value], 2):
                for phrase in _name_items(value[one], rules.keys.get(one)) & _name_items(
                    value[other], rules.keys.get(other)
                ):
                    yield f"{one} and {other}", phrase
        for item in value.values():
            yield from _find_opposed(item, rules)


def _name_items(items: list[Any], key: str | None) -> set[str]:
    return {fold(item[key] if key else item) for item in items}


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
