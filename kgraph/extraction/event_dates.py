"""The day of a happening among the dates of its sentences."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.passages import Cue, Passage
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Span

_MONTH = re.compile(
    r"(?P<from>[-–—])?(?P<month>[A-Z][a-z]{2,8})(?:\s+(?P<year>\d{4}))?(?:\s+(?P<after>[a-z]+))?(?P<to>[-–—])?"
)
_YEAR = re.compile(r"\s+(?P<year>(?:19|20)\d\d)\b")
_CLAUSE_WORDS = 2
_NOTICE_WORDS = 4
_OPENING_WORDS = 3
_DASHES = "-–—"
_PAPER_WORDS = 12


def list_dates(passage: Passage, dates: Iterable[FoundDate]) -> tuple[FoundDate, ...]:
    """Return the dates of a sentence that may be the day of a happening.

    Dates in the dateline, of letters and decrees ("surat ... tanggal 8 April 2025")
    and of notices to the press ("dalam keterangan tertulis, Jumat (5/9/2025)") are none.
    Papers are not dated by the name of a day. "Sejak 3 Mei 2024" begins a state, and
    "sampai 30 September 2025" ends one; a day of what came before is not that of the happening.
    """
    start, end = passage.start, passage.end
    here = [found for found in dates if start <= found.span.start < end]
    if not here:
        return ()
    return tuple(
        found
        for found in here
        if found.kind != "document"
        and (found.has_weekday or not _is_right_after(passage, found, "dates.since"))
        and not _is_right_after(passage, found, "dates.deadlines")
        and (found.has_weekday or not _follows(passage, found, ("dates.papers",), _PAPER_WORDS))
        and (found.has_weekday or not _is_beforehand(passage, found))
        and not _follows(passage, found, ("dates.interviews", "dates.notices"), _NOTICE_WORDS)
    )


def _is_right_after(passage: Passage, found: FoundDate, role: str) -> bool:
    return any(
        cue.end <= found.span.start and not passage.cut(cue.end, found.span.start).strip()
        for cue in passage.list_cues(role)
    )


def _is_beforehand(passage: Passage, found: FoundDate) -> bool:
    """Tell whether a date lies in a clause of what came before: "dilakukan setelah A setuju pada 8 Mei"."""
    return any(
        passage.start < cue.start
        and cue.end <= found.span.start
        and "," not in passage.cut(cue.end, found.span.start)
        for cue in passage.list_cues("dates.beforehand")
    )


def _follows(passage: Passage, found: FoundDate, roles: tuple[str, ...], words: int) -> bool:
    """Tell whether a date belongs to a cue before it and no event word comes between."""
    return any(
        cue.end <= found.span.start
        and passage.count_words(cue.end, found.span.start) <= words
        and ";" not in passage.cut(cue.end, found.span.start)
        and not any(
            cue.end <= other.start < found.span.start
            for other in passage.list_cues("noun", "active", "passive")
        )
        for cue in passage.list_cues(*roles)
    )


def choose_date(
    passage: Passage, cue: Cue, dates: Sequence[FoundDate], rivals: Sequence[Cue]
) -> FoundDate | None:
    """Return the date of a sentence that belongs to a cue.

    The nearest of the same part between semicolons wins, unless a cue of another
    happening is nearer to it; a numbered date wins over the bare name of a day.
    """
    fitting = []
    for found in dates:
        distance = _measure(passage, cue, found)
        left, right = min(cue.end, found.span.end), max(cue.start, found.span.start)
        if ";" in passage.cut(left, right):
            continue
        if any(_measure(passage, rival, found) < distance for rival in rivals):
            continue
        fitting.append((found.kind != "date", distance, found))
    return min(fitting, key=lambda item: item[:2])[2] if fitting else None


def _measure(passage: Passage, cue: Cue, found: FoundDate) -> int:
    return passage.count_words(min(cue.end, found.span.end), max(cue.start, found.span.start))


def is_past_month(passage: Passage, dates: Iterable[FoundDate], near: date | None, lexicon: Lexicon) -> bool:
    """Tell whether a sentence is set in an earlier month or year: "Pada Oktober 2021 ...", "Februari lalu".

    Months that are part of a date of the sentence, months of papers, and periods behind what they are
    of ("hasil penindakan Januari-September 2025") do not count.
    """
    spans = [found.span for found in dates if passage.start <= found.span.start < passage.end]
    for match in _MONTH.finditer(passage.text):
        number = lexicon.calendar.month_numbers.get(fold(match["month"]))
        offset = match.start() + passage.start
        beside = passage.cut(offset - 1, offset) + passage.cut(match.end() + passage.start, passage.end)[:1]
        if (
            any(mark in beside for mark in _DASHES)
            and passage.count_words(passage.start, offset) > _OPENING_WORDS
        ):
            continue
        if number is None or any(span.start <= offset < span.end for span in spans):
            continue
        if _is_of_relative(passage, offset):
            continue
        if match["after"] and fold(match["after"]) in lexicon.calendar.past:
            return True
        if match["year"] and near is not None and (int(match["year"]), number) < (near.year, near.month):
            return True
    return near is not None and any(
        _is_earlier_year(passage, cue, near.year, spans) for cue in passage.list_cues("dates.years")
    )


def _is_earlier_year(passage: Passage, cue: Cue, year: int, spans: Sequence[Span]) -> bool:
    """Tell whether the number of a year before another follows a cue: "pada tahun 2023"."""
    match = _YEAR.match(passage.text, cue.end - passage.start)
    if match is None or int(match["year"]) >= year or _is_of_relative(passage, cue.start):
        return False
    offset = match.start("year") + passage.start
    return not any(span.start <= offset < span.end for span in spans)


def _is_of_relative(passage: Passage, offset: int) -> bool:
    """Tell whether a relative clause right before an offset owns it: "pemangku yang wafat Mei lalu"."""
    return any(
        cue.end <= offset and passage.count_words(cue.end, offset) <= _CLAUSE_WORDS
        for cue in passage.list_cues("themes.relatives")
    )
