"""Where in a text the facts of a gold record and of a record stand, as pieces of text to be marked."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from kgraph.evaluation.counting import MADE_UP, MISSED, Finding
from kgraph.evaluation.gold import GoldRecord
from kgraph.evaluation.scoring import tell_statement
from kgraph.records import Record

INSTITUTION = "institution"
OFFICIAL = "official"
STATEMENT = "statement"
KINDS = (INSTITUTION, OFFICIAL, STATEMENT)
"""What is marked: names of institutions and officials, and the first words of statements."""

_FACTS = {INSTITUTION: "institutions", OFFICIAL: "officials (name)", STATEMENT: "statements"}
_WORD = re.compile(r"\w+")


class Mark(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place in a text; ``what`` is the fact that stands there, ``is_mistake`` whether that went wrong."""

    start: int
    end: int
    kind: str
    what: str
    is_mistake: bool


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text that has the same marks from its first to its last character."""

    text: str
    marks: tuple[Mark, ...]


def mark_gold(gold: GoldRecord, body: str, findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """Return where a text holds what the gold record names; mistakes are what was missed."""
    mistakes = _list_mistakes(findings, MISSED)
    marks = []
    for kind, items in ((INSTITUTION, gold.institutions), (OFFICIAL, gold.officials)):
        forms = [(form, item.name) for item in items for form in item.mentions or [item.name]]
        marks += [_mark(start, end, kind, what, mistakes) for start, end, what in _find_forms(forms, body)]
    for statement in gold.statements:
        place = _find_words(statement.begins, body)
        if place:
            marks.append(_mark(*place, STATEMENT, tell_statement(statement), mistakes))
    return tuple(sorted(marks))


def mark_found(record: Record, findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """Return where the text of a record holds what the record names; mistakes are what was made up."""
    mistakes = _list_mistakes(findings, MADE_UP)
    marks = []
    for kind, items in ((INSTITUTION, record.institutions), (OFFICIAL, record.officials)):
        marks += [
            _mark(mention.start, mention.end, kind, item.name, mistakes)
            for item in items
            for mention in item.mentions
        ]
    for statement in record.statements:
        said = record.release.body[: statement.span.end]
        start, end = _find_words(statement.begins, said, statement.span.start) or (
            statement.span.start,
            statement.span.end,
        )
        marks.append(_mark(start, end, STATEMENT, tell_statement(statement), mistakes))
    return tuple(sorted(marks))


def cut_text(body: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Return a text in pieces, cut wherever a mark begins or ends; marks may overlap."""
    places = sorted({0, len(body), *(place for mark in marks for place in (mark.start, mark.end))})
    pieces = []
    open_marks: list[Mark] = []
    waiting = sorted(marks, reverse=True)
    for start, end in pairwise(places):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while waiting and waiting[-1].start <= start:
            open_marks.append(waiting.pop())
        pieces.append(Piece(text=body[start:end], marks=tuple(open_marks)))
    return tuple(pieces)


def _list_mistakes(findings: Iterable[Finding], verdict: str) -> set[tuple[str, str]]:
    return {(finding.fact, finding.what) for finding in findings if finding.verdict == verdict}


def _mark(start: int, end: int, kind: str, what: str, mistakes: set[tuple[str, str]]) -> Mark:
    return Mark(start=start, end=end, kind=kind, what=what, is_mistake=(_FACTS[kind], what) in mistakes)


def _find_forms(forms: Iterable[tuple[str, str]], body: str) -> Iterator[tuple[int, int, str]]:
    """Yield where surface forms stand, with whose they are; a form within a longer one is passed over."""
    taken = bytearray(len(body))
    for form, what in sorted(forms, key=lambda pair: (-len(pair[0]), pair)):
        pattern = r"\s+".join(map(re.escape, unicodedata.normalize("NFC", form).split()))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", body) if pattern else ():
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield start, end, what


def _find_words(words: str, body: str, start: int = 0) -> tuple[int, int] | None:
    """Return where words stand one after the other, whatever signs are between them."""
    pattern = r"\W+".join(_WORD.findall(unicodedata.normalize("NFC", words)))
    found = re.compile(pattern, re.IGNORECASE).search(body, start) if pattern else None
    return found.span() if found else None
