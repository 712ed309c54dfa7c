"""Days that pages and rows name as the day of publication."""

import re
from datetime import date, datetime, timedelta

from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.matcher import fold

_ISO_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])")
_UNIVERSAL = re.compile(r"\s*(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]00:?00)\s*")
_WESTERN_TIME = timedelta(hours=7)
"""How far the clocks of western Indonesia, where most releases are published, are ahead of UTC."""


def parse_published(text: str, calendar: Calendar) -> str | None:
    """Return the first day that a text names with its year, as an ISO day.

    A day and time in UTC, as content systems print it for machines, gives the day that it
    was in western Indonesia; any other zone is taken as written.

    >>> from kgraph.lexicon.load import load_lexicon
    >>> calendar = load_lexicon().calendar
    >>> parse_published("2026-02-04T08:15:00+07:00", calendar)
    '2026-02-04'
    >>> parse_published("2026-02-03T23:30:00+00:00", calendar)
    '2026-02-04'
    >>> parse_published("Rabu, 4 Februari 2026 | 10:15 WIB", calendar)
    '2026-02-04'
    >>> parse_published("2026-02-30", calendar)
    """
    universal = _UNIVERSAL.fullmatch(text)
    if universal is not None:
        return _move_to_west(universal[1])
    match = _ISO_DAY.match(text)
    if match is not None:
        return _format_day(match[1], match[2], match[3])
    for match in calendar.day_pattern.finditer(text):
        if match["iso"]:
            return _format_day(*match["iso"].split("-"))
        months = calendar.month_numbers
        if match["english_year"]:
            return _format_day(match["english_year"], months[fold(match["english"])], match["english_day"])
        year = match["year"] or match["slashed"] or match["mark_year"]
        if match["last"] or year is None or len(year) < len("2026"):
            continue
        month = months[fold(match["month"])] if match["month"] else match["number"] or match["marked"]
        return _format_day(year, month, match["first"])
    return None


def _move_to_west(moment: str) -> str | None:
    try:
        return (datetime.fromisoformat(moment) + _WESTERN_TIME).date().isoformat()
    except (ValueError, OverflowError):
        return None


def _format_day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
