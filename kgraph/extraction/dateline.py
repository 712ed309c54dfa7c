"""Where and when a release says that it was written, and when it was published."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile
from typing import Literal

from kgraph.extraction.dates import FoundDate, find_dates, parse_date
from kgraph.extraction.written_days import WrittenDays
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Dateline, Release, Span, Zone
from kgraph.text.layout import Layout

_PART = re.compile(
    r"[^,()|\[\]–—−\n]+?"
    r"(?=\s*(?:[,()|\[\]–—−]|(?:(?<=[A-Z]{2})|(?<=\w{4}))\.\s|--|\s-|-\s|-?$))"
)
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_MINGLED = re.compile(r"[a-z][A-Z]|[A-Za-z]\d|\d[A-Za-z]")
_MONTH_STAMP = re.compile(r"00\.\d\d\s")
_EDGES = " \t\u00a0.:-–—−*"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_DAYS = 365
_BACK = timedelta(days=150)
"""How far the nearest year is looked for before the anchor, so that it lies at most a month after it."""


def parse_dateline(body: str, zone: Zone | None, *, near: date | None, lexicon: Lexicon) -> Dateline | None:
    """Return what a dateline says: place, agency or outlet, and day.

    The place is the first part that looks like no outlet; names of sites, desks and bodies
    whose letters show it (``KemenP2MI``) are agencies, wherever they stand.

    Args:
        body: The text of a release.
        zone: Its dateline, or ``None`` where it has none.
        near: Anchor for a missing year, as ``find_anchor`` gives it.
        lexicon: Names of regions, months and desks.

    >>> from kgraph.lexicon.load import load_lexicon
    >>> text = "Palu, KemenP2MI (4/2) –"
    >>> zone = Zone(start=0, end=len(text), kind="dateline")
    >>> line = parse_dateline(text, zone, near=date(2026, 2, 5), lexicon=load_lexicon())
    >>> line.place, line.agency, line.date
    ('Palu', 'KemenP2MI', '2026-02-04')
    """
    if zone is None:
        return None
    text = body[zone.start : zone.end]
    day, rest = _take_day(text, near, lexicon)
    place: str | None = None
    agency: str | None = None
    for part, bracketed in _list_parts(rest):
        if fold(part).split()[0] in lexicon.calendar.weekday_numbers:
            # "Jumat Legi", a day of two weeks at once
            continue
        if (bracketed and not _is_region(part, lexicon)) or _is_agency(part, lexicon):
            agency = agency or part
        elif place is None:
            place = part
        elif agency is None and part not in lexicon.institution_heads.words.countries:
            agency = part
            if _is_region(part, lexicon) and not _is_region(place, lexicon):
                place, agency = part, place
    return Dateline(
        place=place,
        agency=agency,
        date=day.isoformat() if day else None,
        span=Span(start=zone.start, end=zone.end),
    )


def _take_day(text: str, near: date | None, lexicon: Lexicon) -> tuple[date | None, str]:
    """Return the day of a dateline, and the dateline without it."""
    match = next(lexicon.calendar.day_pattern.finditer(text), None)
    if match is not None:
        # A dateline is older than its anchor, or a few days younger where a stamp is wrong.
        earlier = near - _BACK if near is not None and near - date.min > _BACK else near
        day = parse_date(match.group(), near=earlier, lexicon=lexicon)
        return day, text[: match.start()] + " , " + text[match.end() :]
    found = next(iter(find_dates(text, near=near, lexicon=lexicon)), None)
    if found is None:
        return None, text
    return found.start, text[: found.span.start] + " , " + text[found.span.end :]


def _list_parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a dateline and whether each stands in brackets."""
    for match in _PART.finditer(text):
        part = match.group().strip(_EDGES)
        if any(char.isalpha() for char in part):
            yield part, text[: match.start()].rstrip()[-1:] in {"(", "["}


def _is_agency(part: str, lexicon: Lexicon) -> bool:
    if _is_region(part, lexicon):
        return False
    return bool(
        part[0].islower()
        or _SITE.fullmatch(part)
        or _MINGLED.search(part)
        or lexicon.furniture.has_desk(part)
        or lexicon.registry.find_form(part) is not None
        or lexicon.registry.find_family(part) is not None
    )


def _is_region(part: str, lexicon: Lexicon) -> bool:
    return fold(part) in lexicon.regions.by_form


def find_anchor(
    release: Release,
    layout: Layout,
    stamp: date | None,
    lexicon: Lexicon,
    *,
    written: WrittenDays | None = None,
) -> date | None:
    """Return the day that missing years of a release are nearest to, or ``None``.

    It is the day of publication that was given with the release, else that of the page's
    stamp, else the full date of the text that lies closest in the year to its dateline,
    else, for want of all, the day on which the page was fetched, else the first day whose
    weekday fits the latest year that the text names or the year after it. ``stamp`` is what
    ``find_stamp`` gives, ``written`` are the days of the body as they are written, where they
    are known already.
    """
    for value in (_parse_iso(release.published), stamp):
        if value is not None:
            return value
    start = next((zone.start for zone in layout.zones if zone.kind in {"dateline", "body"}), 0)
    full = [
        found.start
        for found in find_dates(layout.body, near=None, lexicon=lexicon, since=start, written=written)
        if found.kind == "date" and not found.year_inferred
    ]
    line = next((zone for zone in layout.zones if zone.kind == "dateline"), None)
    if full and line is not None:
        day, _ = _take_day(layout.body[line.start : line.end], full[0], lexicon)
        if day is not None:
            return min(full, key=lambda value: _measure_season(value, day))
    return (
        full[0] if full else _find_crawl_day(layout, lexicon) or _find_fitting(layout.body[start:], lexicon)
    )


def _find_fitting(text: str, lexicon: Lexicon) -> date | None:
    """Return the first day of a text that its weekday puts into the latest year named there, or the next."""
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    if not years:
        return None
    weekdays = lexicon.calendar.weekday_numbers
    for found in find_dates(text, near=date(max(years) + 1, 1, 1), lexicon=lexicon):
        told = {
            weekdays[word]
            for word in re.findall(r"[^\W\d_]+", fold(text[found.span.start : found.span.end]))
            if word in weekdays
        }
        if found.kind == "date" and told == {found.start.isoweekday()} and found.start.year >= max(years):
            return found.start
    return None


def _measure_season(one: date, other: date) -> int:
    """Return how many days lie between two days of the year, whatever their years."""
    apart = abs(one.timetuple().tm_yday - other.timetuple().tm_yday)
    return min(apart, _YEAR_DAYS - apart)


def find_published(
    release: Release, dateline: Dateline | None, stamp: date | None
) -> tuple[str | None, Literal["metadata", "stamp", "dateline"] | None]:
    """Return the ISO day of publication and where it is from.

    What was given with the release counts most, then the page's stamp above the text, then
    the dateline. The day of fetching that a page saved by a crawler begins with is no stamp.
    """
    if _parse_iso(release.published) is not None:
        return release.published, "metadata"
    if stamp is not None:
        return stamp.isoformat(), "stamp"
    if dateline is not None and dateline.date is not None:
        return dateline.date, "dateline"
    return None, None


def _parse_iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _list_head(layout: Layout) -> list[Span]:
    """Return the lines of furniture above the text, bylines among them."""
    head = takewhile(lambda sentence: sentence.zone not in {"dateline", "body"}, layout.sentences)
    return [sentence.span for sentence in head if sentence.zone in {"furniture", "credit"}]


def find_stamp(release: Release, layout: Layout, lexicon: Lexicon) -> date | None:
    """Return the day of the stamp above the text; one with the number of its month goes first.

    It is not looked for where the release was given with its day.
    """
    if _parse_iso(release.published) is not None:
        return None
    stamps: list[date] = []
    for span in _list_head(layout):
        line = layout.body[span.start : span.end]
        found = _find_full(line, lexicon)
        if found is None or (not stamps and _is_crawl_day(layout, span, found, lexicon)):
            continue
        if _MONTH_STAMP.match(line):
            return found.start
        stamps.append(found.start)
    return stamps[0] if stamps else None


def _find_crawl_day(layout: Layout, lexicon: Lexicon) -> date | None:
    for span in _list_head(layout)[:1]:
        found = _find_full(layout.body[span.start : span.end], lexicon)
        if found is not None and _is_crawl_day(layout, span, found, lexicon):
            return found.start
    return None


def _find_full(line: str, lexicon: Lexicon) -> FoundDate | None:
    """Return the first day of a line that is told with its year."""
    return next(
        (found for found in find_dates(line, near=None, lexicon=lexicon) if not found.year_inferred), None
    )


def _is_crawl_day(layout: Layout, span: Span, found: FoundDate, lexicon: Lexicon) -> bool:
    """Tell whether a line is the page's first and nothing but an English date with its weekday."""
    line = layout.body[span.start : span.end]
    words = fold(line).replace(",", " ").split()
    return (
        layout.sentences[0].start == span.start
        and found.span.end - found.span.start == len(line)
        and bool(words)
        and words[0] in lexicon.calendar.english_days
    )
