"""Where the dateline is that opens a text: "Palu, KemenP2MI (4/2) –", "PADANG -", "Mataram, 15/07."."""

import re
from functools import lru_cache

from kgraph.records import Span

_WORD = r"(?:[^\W\d_a-zß-ÿ][\w’'`/-]*(?:\.[\w’'-]+)*\.?)"
_SITE = r"(?:[\w-]+(?:\.[\w-]+)+|[^\W\d_][\w-]*\.(?=\s*[-–—]))"
_PART = rf"(?:{_SITE}|{_WORD})(?:[ \u00a0]+{_WORD}){{0,4}}"
_PARTS = rf"{_PART}(?:\s*,\s*{_PART}){{0,2}}"
_DATE = (
    r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:\d{4}|\d{2}))?(?!\d)"
    r"|\d{1,2}\s+[^\W\d_]{3,10}\.?\s+\d{4}(?!\d)"
)
_WEEKDAY = r"(?:[^\W\d_]{4,7}\s*,\s*)?"
_DASH = r"\s*[,.]?\s*(?:[-–—−]{1,3}|\|)"
_NEXT = r"(?=\s*[^\s\W_a-zß-ÿ]|\s*[“”\"'‘’(])"

_DATED = re.compile(
    rf"(?:{_PART}\.\s+)?(?:{_PARTS}\s*,?\s*)?(?:(?P<bracket>\(\s*{_WEEKDAY}(?:{_DATE})\s*\))|(?:{_DATE}))"
    rf"(?:{_DASH}(?=\s*\S)|\s*[.:](?=\s+[^\s\W_a-zß-ÿ]|\s+[“”\"])|(?P<open>)(?=\s+[^\s\W\d_a-zß-ÿ]))"
)
_ENCLOSED = re.compile(rf"[(\[]\s*{_PARTS}\s*,?\s*(?:{_DATE})\s*[)\]](?:{_DASH}(?=\s*\S))?")
_SITE_FIRST = re.compile(rf"{_SITE}\s*[-–—−]{{1,3}}\s*{_PART}(?:(?<=\.)|\.|{_DASH}){_NEXT}")
_TWICE = re.compile(rf"{_PART}\s+(?:[-–—−]{{1,3}}|\|)\s+(?:{_SITE}|{_PART})\s+(?:[-–—−]{{1,3}}|\|){_NEXT}")
_UNDATED = re.compile(
    rf"(?P<parts>{_PARTS})(?P<outlet>\s*\([^()\d\n]{{2,30}}\))?"
    rf"(?:\s+[-–—−]{{1,3}}|\s*[,.]\s*[-–—−]{{1,3}}|(?:(?<=\))|(?<=\w))[-–—−]{{1,3}}(?=\s)){_NEXT}"
)
_BARRED = re.compile(
    # Only in capitals: menus part their words with bars, too.
    rf"[^\W\d_a-zß-ÿ]{{2,}}(?:[ ][^\W\d_a-zß-ÿ]{{2,}}){{0,3}}\s+\|{_NEXT}(?=[^|\n]*\Z)"
)
_ASIDE = re.compile(r"[^\n]{1,60}?\s[-–—−]{1,3}\s")


_ALONE = re.compile(rf"{_PART}(?:\s*,\s*{_PART})?\s*,?\s*\(?(?:{_DATE})\)?\s*[.:–—-]?")
# The lines around the beginning of a text are asked about several times each: the last answers are kept.
_BLANK = " \t\u00a0\u200b\u200c\u200d\u2060\ufeff"
"""Blanks that pages leave at the start of a text, those without a width too."""
_REACH = 200
"""Code points of a line that a dateline lies in."""


@lru_cache(maxsize=32)
def is_dateline(line: str) -> bool:
    """Return whether a line is nothing but a dateline with a place and a date.

    >>> is_dateline("Palu, 4 Februari 2026"), is_dateline("4 Februari 2026"), is_dateline("Palu")
    (True, False, False)
    """
    return len(line) <= _REACH and bool(_ALONE.fullmatch(line.strip(_BLANK)))


@lru_cache(maxsize=32)
def find_dateline_span(line: str) -> Span | None:
    """Return the place of the dateline that opens a line, its dash or full stop included.

    Only the shape is judged: one to three capitalised parts, then a date, a dash or both.
    The line should be the first paragraph of a text; a headline with a dash in it would
    pass for one.

    >>> line = "Palu, KemenP2MI (4/2) – Balai itu menerima tamu."
    >>> span = find_dateline_span(line)
    >>> line[span.start : span.end]
    'Palu, KemenP2MI (4/2) –'
    """
    start = len(line) - len(line.lstrip(_BLANK))
    line = line[: start + _REACH]
    for pattern in (_SITE_FIRST, _DATED, _ENCLOSED, _TWICE, _BARRED):
        match = pattern.match(line, start)
        if match is None:
            continue
        if (
            pattern is _DATED
            and match["open"] is not None
            and (match["bracket"] is None or "," not in match.group())
        ):
            continue
        return Span(start=start, end=match.end())
    match = _UNDATED.match(line, start)
    if match is None or (match["outlet"] is None and _ASIDE.match(line, match.end())):
        return None
    return Span(start=start, end=match.end())
