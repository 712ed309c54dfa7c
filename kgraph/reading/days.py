"""Days that pages and rows name as the day of publication."""

import re
from datetime import date

from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.matcher import fold

_ISO_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])")


def parse_published(text: str, calendar: Calendar) -> str | None:
    """Return the first day that a text names with its year, as an ISO day; clock and zone as written.

    >>> from kgraph.lexicon.load import load_lexicon
    >>> calendar = load_lexicon().calendar
    >>> parse_published("2026-02-04T08:15:00+07:00", calendar)
    '2026-02-04'
    >>> parse_published("Rabu, 4 Februari 2026 | 10:15 WIB", calendar)
    '2026-02-04'
    >>> parse_published("2026-02-30", calendar)
    """
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


def _format_day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
