"""Days that a text names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

import msgspec

from kgraph.extraction.written_days import Day, WrittenDays, build_day, match_at, read_days
from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Span

_LOOK_BACK = 160
_CONTEXT = 24
_CLAUSE_END = re.compile(r"[,;]\s|[.!?]\s+(?=[A-Z“\"])")
_NEARBY = timedelta(days=31)
_FAR = timedelta(days=183)
_YEAR = timedelta(days=366)


class FoundDate(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A day, or days in a row, that a text names.

    ``end`` is the last day of a range, else ``None``. ``weekday_agrees`` tells whether
    the name of the day that stands beside the number fits it (``None`` without a name);
    where it does not, the number holds. ``kind``: ``date`` for a numbered day,
    ``document`` for one that dates a paper, ``weekday`` for a bare name of a day,
    ``relative`` for one told from the day of writing.
    """

    span: Span
    start: date
    end: date | None = None
    has_weekday: bool = False
    weekday_agrees: bool | None = None
    year_inferred: bool = False
    in_brackets: bool = False
    kind: Literal["date", "document", "weekday", "relative"] = "date"

    def format_iso(self) -> str:
        """Return ``2026-02-03``, or ``2026-02-03/2026-02-05`` for a range."""
        return self.start.isoformat() + (f"/{self.end.isoformat()}" if self.end else "")


def parse_date(phrase: str, *, near: date | None, lexicon: Lexicon) -> date | None:
    """Return the day that an Indonesian date phrase names.

    Phrases are day-first: "4 Februari 2026", "Rabu (4/2)", "04-02-2026". A phrase
    without a year takes the year that lands closest to ``near``, at most one year
    off, so a release of 2 January can look back on "30/12"; a weekday in the phrase
    decides between years.

    Args:
        phrase: One date phrase, NFC; a weekday or brackets around it are ignored.
        near: Anchor for a missing year, normally the day of publication; without it
            only phrases with a year are read.
        lexicon: Month names and their old spellings (``data/lexicon/calendar.toml``).

    Returns:
        A Gregorian day without time or zone, or ``None`` where the phrase names no
        single day that exists ("awal Februari", "4-6 Februari", "31 Februari 2026").

    >>> from kgraph.lexicon.load import load_lexicon
    >>> parse_date("Selasa (30/12)", near=date(2026, 1, 2), lexicon=load_lexicon())
    datetime.date(2025, 12, 30)
    """
    calendar = lexicon.calendar
    days = [build_day(match, calendar, alone=True) for match in calendar.day_pattern.finditer(phrase)]
    found = [day for day in days if day is not None]
    if found:
        if len(found) > 1 or found[0].last:
            return None
        start, end = found[0].start, found[0].end
        value = _place_day(found[0].first, found[0].year, found[0].weekday, near)
    else:
        openings = calendar.list_openings(phrase, fold(phrase)).relative
        others = list(_find_relative(phrase, near, calendar, openings))
        if len(others) != 1:
            return None
        start, end = others[0].span.start, others[0].span.end
        value = others[0].start
    rest = calendar.filler_pattern.sub("", phrase[:start] + " " + phrase[end:])
    return None if any(char.isalnum() for char in rest) else value


def find_dates(
    text: str,
    *,
    near: date | None,
    lexicon: Lexicon,
    start: int = 0,
    since: int = 0,
    written: WrittenDays | None = None,
) -> tuple[FoundDate, ...]:
    """Return the days that a text names, in the order of the text, without overlap.

    Args:
        text: A sentence or a whole body.
        near: Anchor for missing years, bare weekdays and relative words, normally the
            day of publication. Without it the first full date of the text anchors
            missing years, and weekdays and relative words are not read.
        lexicon: The words of the calendar.
        start: Where ``text`` begins in its body; spans count from there.
        since: From where on in ``text`` numbered days count, an offset at which a line begins.
        written: Its days as they are written, where they are known already.
    """
    calendar = lexicon.calendar
    if written is None:
        written = read_days(text, calendar)
    days = [day for day in written.days if day.start >= since] if since else written.days
    anchor = near
    if anchor is None:
        full = (_place_day(day.first, day.year, None, None) for day in days if day.year)
        anchor = next((value for value in full if value), None)
    found = list(_resolve_days(text, days, anchor, calendar))
    if near is not None:
        found = _merge(found, list(_find_relative(text, near, calendar, written.openings)))
    if not start:
        return tuple(found)
    return tuple(
        msgspec.structs.replace(item, span=Span(start=item.span.start + start, end=item.span.end + start))
        for item in found
    )


def _merge(days: list[FoundDate], others: list[FoundDate]) -> list[FoundDate]:
    """Return both lists in one; a bare day that touches a numbered one ("10 Oktober kemarin") goes."""
    merged: list[FoundDate] = []
    index = 0
    for other in others:
        while index < len(days) and days[index].span.end < other.span.start - 1:
            merged.append(days[index])
            index += 1
        if index == len(days) or other.span.end <= days[index].span.start:
            merged.append(other)
    merged.extend(days[index:])
    return merged


def _make_date(year: int, day: tuple[int, int]) -> date | None:
    try:
        return date(year, day[1], day[0])
    except ValueError:
        return None


def _place_day(
    day: tuple[int, int],
    year: int | None,
    weekday: int | None,
    near: date | None,
    *,
    gone: bool = False,
) -> date | None:
    """Return a day of a month in its year, told or inferred; ``None`` where it does not exist.

    ``gone`` tells that the text calls the day past.
    """
    if year is not None:
        return _make_date(year, day)
    if near is None:
        return None
    options = [
        value
        for other in (near.year - 1, near.year, near.year + 1)
        if 1 <= other <= date.max.year
        and (value := _make_date(other, day)) is not None
        and abs(value - near) <= _YEAR
        and not (gone and value > near)
    ]
    if not options:
        return None
    options.sort(key=lambda value: (abs(value - near), value))
    closest = options[0]
    fitting = next((value for value in options if value.isoweekday() == weekday), None)
    # A day of last week under a wrong weekday is likelier than a day of another season.
    if fitting is None or (abs(closest - near) <= _NEARBY and abs(fitting - near) > _FAR):
        return closest
    return fitting


def _resolve_days(
    text: str, days: Sequence[Day], near: date | None, calendar: Calendar
) -> Iterator[FoundDate]:
    index = 0
    while index < len(days):
        day = days[index]
        index += 1
        follower = days[index] if index < len(days) else None
        if (
            follower is not None
            and not day.last
            and not follower.last
            and calendar.range_pattern.fullmatch(text, day.end, follower.start)
        ):
            found = _build_range(text, day, follower, near, calendar)
            if found is not None:
                index += 1
                yield found
                continue
        yield from _resolve_day(text, day, near, calendar)


def _resolve_day(text: str, day: Day, near: date | None, calendar: Calendar) -> Iterator[FoundDate]:
    gone = calendar.gone_pattern.match(text, day.end) is not None
    start = _place_day(day.first, day.year, day.weekday, near, gone=gone)
    if start is None:
        return
    found = FoundDate(
        span=Span(start=day.start, end=day.end),
        start=start,
        has_weekday=day.weekday is not None,
        weekday_agrees=None if day.weekday is None else start.isoweekday() == day.weekday,
        year_inferred=day.year is None,
        in_brackets=day.in_brackets,
        kind="document" if _is_of_paper(text, day, calendar) else "date",
    )
    if day.last is None:
        yield found
        return
    end = _make_date(start.year, day.last)
    if end is None or end <= start:
        return
    if day.split is not None and day.joined and end - start > timedelta(days=1):
        first, last = Span(start=day.start, end=day.split), Span(start=day.split, end=day.end)
        yield msgspec.structs.replace(found, span=first)
        yield msgspec.structs.replace(found, span=last, start=end, has_weekday=False, weekday_agrees=None)
    else:
        yield msgspec.structs.replace(found, end=end)


def _build_range(text: str, first: Day, last: Day, near: date | None, calendar: Calendar) -> FoundDate | None:
    """Return two days as one range, or ``None`` where the second is not after the first."""
    end = _place_day(last.first, last.year, last.weekday, near)
    if end is None:
        return None
    year = first.year
    if year is None:
        year = end.year if (first.first[1], first.first[0]) <= (end.month, end.day) else end.year - 1
    start = _make_date(year, first.first) if year else None
    if start is None or end <= start:
        return None
    return FoundDate(
        span=Span(start=first.start, end=last.end),
        start=start,
        end=end,
        has_weekday=first.weekday is not None or last.weekday is not None,
        weekday_agrees=None if first.weekday is None else start.isoweekday() == first.weekday,
        year_inferred=last.year is None,
        in_brackets=first.in_brackets,
        kind="document" if _is_of_paper(text, first, calendar) else "date",
    )


def _is_of_paper(text: str, day: Day, calendar: Calendar) -> bool:
    """Tell whether a day dates a letter, a decree or an agreement, not a happening."""
    before = text[max(0, day.start - _LOOK_BACK) : day.start]
    if day.dated is None or day.weekday is not None or day.in_brackets:
        return False
    if day.dated in calendar.dated_papers:
        return True
    if calendar.act_pattern.search(before):
        return False
    clause = _CLAUSE_END.split(before)[-1]
    return bool(calendar.paper_pattern.search(clause))


def _find_relative(
    text: str, near: date | None, calendar: Calendar, openings: Iterable[int]
) -> Iterator[FoundDate]:
    """Yield bare names of days and relative words, told from ``near``."""
    if near is None:
        return
    matches = list(match_at(openings, calendar.relative_pattern, text))
    barred = calendar.find_not_days(text, [match.span() for match in matches])
    position = 0
    repeated = -1
    for match in matches:
        while position < len(barred) and barred[position][1] <= match.start():
            position += 1
        if position < len(barred) and barred[position][0] < match.end():
            continue
        before = text[max(0, match.start() - _CONTEXT) : match.start()]
        if calendar.recurring_pattern.search(before) or (
            repeated >= 0 and calendar.join_pattern.fullmatch(text, repeated, match.start())
        ):
            repeated = match.end()
            continue
        try:
            day = _tell_day(match, near, calendar)
        except OverflowError:
            continue
        if day is not None:
            yield FoundDate(
                span=Span(start=match.start(), end=match.end()),
                start=day,
                has_weekday=match["weekday"] is not None,
                weekday_agrees=True if match["weekday"] else None,
                year_inferred=True,
                kind="weekday" if match["weekday"] else "relative",
            )


def _tell_day(match: re.Match[str], near: date, calendar: Calendar) -> date | None:
    if match["relative"]:
        return near + timedelta(days=calendar.relative[" ".join(fold(match["relative"]).split())])
    if match["count"]:
        word = fold(match["count"])
        count = int(word) if word.isdigit() else calendar.counts[word]
        return near - timedelta(days=count)
    name = match["weekday"]
    if fold(name) in calendar.capital_only and not match["noun"] and not name[0].isupper():
        return None
    number = calendar.weekday_numbers[fold(name)]
    monday = near - timedelta(days=near.isoweekday() - 1)
    if match["week"] or match["this"]:
        weeks = -1 if match["past"] else 1 if match["future"] else 0
        return monday + timedelta(days=7 * weeks + number - 1)
    back = (near.isoweekday() - number) % 7
    if match["future"]:
        return near + timedelta(days=7 - back)
    return near - timedelta(days=back or 7 if match["past"] else back)
