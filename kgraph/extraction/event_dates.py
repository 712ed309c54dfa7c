"""The day of a happening among the dates of its sentences."""

from collections.abc import Iterable, Sequence

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.passages import Cue, Passage

_NOTICE_WORDS = 4
_PAPER_WORDS = 12


def list_dates(passage: Passage, dates: Iterable[FoundDate]) -> tuple[FoundDate, ...]:
    """Return the dates of a sentence that may be the day of a happening.

    Dates in the dateline, of letters and decrees ("surat ... tanggal 8 April 2025")
    and of notices to the press ("dalam keterangan tertulis, Jumat (5/9/2025)") are none.
    """
    return tuple(
        date
        for date in dates
        if passage.start <= date.span.start < passage.end
        and date.kind != "document"
        and not _follows(passage, date, "dates.papers", _PAPER_WORDS)
        and not _follows(passage, date, "dates.notices", _NOTICE_WORDS)
    )


def _follows(passage: Passage, date: FoundDate, role: str, words: int) -> bool:
    """Tell whether a date belongs to a cue before it and no event word comes between."""
    return any(
        cue.end <= date.span.start
        and passage.count_words(cue.end, date.span.start) <= words
        and ";" not in passage.cut(cue.end, date.span.start)
        and not any(
            cue.end <= other.start < date.span.start
            for other in passage.list_cues("noun", "active", "passive")
        )
        for cue in passage.list_cues(role)
    )


def choose_date(
    passage: Passage, cue: Cue, dates: Sequence[FoundDate], rivals: Sequence[Cue]
) -> FoundDate | None:
    """Return the date of a sentence that belongs to a cue.

    The nearest of the same part between semicolons wins, unless a cue of another
    happening is nearer to it; a numbered date wins over the bare name of a day.
    """
    fitting = []
    for date in dates:
        distance = _measure(passage, cue, date)
        left, right = min(cue.end, date.span.end), max(cue.start, date.span.start)
        if ";" in passage.cut(left, right):
            continue
        if any(_measure(passage, rival, date) < distance for rival in rivals):
            continue
        fitting.append((date.kind != "date", distance, date))
    return min(fitting, key=lambda item: item[:2])[2] if fitting else None


def _measure(passage: Passage, cue: Cue, date: FoundDate) -> int:
    return passage.count_words(min(cue.end, date.span.end), max(cue.start, date.span.start))
