"""Numbered days as a text writes them, before their years are known."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.matcher import fold

_CENTURY = 2000
_TWO_DIGITS = 100


class Day(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One match of the pattern of days, before the year is known."""

    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int] | None
    split: int | None
    joined: bool
    year: int | None
    weekday: int | None
    in_brackets: bool
    dated: str | None


class WrittenDays(msgspec.Struct, frozen=True, kw_only=True):
    """The numbered days of a text, and where others may begin that are told from the day of writing."""

    days: Sequence[Day]
    openings: Sequence[int]


def read_days(text: str, calendar: Calendar, folded: str | None = None) -> WrittenDays:
    """Return the days of a text as they are written; ``folded`` is the text in lower case, if it is known."""
    openings = calendar.list_openings(text, fold(text) if folded is None else folded)
    found = (build_day(match, calendar) for match in match_at(openings.numbered, calendar.day_pattern, text))
    return WrittenDays(days=[day for day in found if day is not None], openings=openings.relative)


def match_at(places: Iterable[int], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern at some places of a text, in order, without overlap."""
    reached = 0
    for place in places:
        if place >= reached and (match := pattern.match(text, place)):
            reached = match.end()
            yield match


def build_day(match: re.Match[str], calendar: Calendar, *, alone: bool = False) -> Day | None:
    """Return a match as a value, or ``None`` where it is no date.

    ``alone`` tells that the phrase is known to be a date, so that "30/12" is one.
    """
    named = match["weekday"] or match["weekday_within"]
    bracketed = bool(match["open"])
    last: tuple[int, int] | None = None
    joined = False
    year: int | None
    if match["iso"]:
        year, month, number = (int(part) for part in match["iso"].split("-"))
    elif match["english"]:
        year, month, number = (
            int(match["english_year"]),
            calendar.month_numbers[fold(match["english"])],
            int(match["english_day"]),
        )
    else:
        number = int(match["first"])
        if match["month"]:
            month = calendar.month_numbers[fold(match["month"])]
            year = int(match["year"]) if match["year"] else None
        elif match["number"]:
            month = int(match["number"])
            year = int(match["slashed"]) if match["slashed"] else None
            bare = not (alone or named or bracketed or match["dated"])
            short = year is None or year < _TWO_DIGITS
            if (bare and short) or (year is None and match.group().strip() in calendar.not_dates):
                return None
            if year is not None and short:
                year += _CENTURY
        else:
            month, year = int(match["marked"]), int(match["mark_year"])
        if match["last"]:
            last = int(match["last"]), month
            joined = fold(match["join"]) in calendar.joins or match["join"] == ","
    opened = match.start("open") if bracketed else match.start()
    start = match.start() if match["weekday"] else opened
    end = match.end() if bracketed else (match.start("close") if match["close"] else match.end())
    return Day(
        start=start,
        end=end,
        first=(number, month),
        last=last,
        split=match.start("last") if last else None,
        joined=joined,
        year=year,
        weekday=calendar.weekday_numbers[fold(named)] if named else None,
        in_brackets=bracketed,
        dated=fold(match["dated"]) if match["dated"] else None,
    )
