"""Days that a text counts within the days that it names: "Hari kedua digelar rapat ..."."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.passages import Passage
from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.matcher import fold
from kgraph.records import Span

_OPENING_WORDS = 4


def find_counted_days(
    passages: Sequence[Passage], dates: Sequence[FoundDate], calendar: Calendar
) -> Iterator[FoundDate]:
    """Yield a date for each sentence that opens with a day counted within the one range of the text.

    Nothing is counted where the text names no range of days or several.
    """
    ranges = {(found.start, found.end) for found in dates if found.end is not None and found.kind == "date"}
    if len(ranges) != 1:
        return
    ((first, last),) = ranges
    for passage in passages:
        if passage.zone != "body" or last is None:
            continue
        words = passage.text.split(maxsplit=_OPENING_WORDS)[:_OPENING_WORDS]
        folded = [fold(word).rstrip(",") for word in words]
        for index, (noun, count) in enumerate(pairwise(folded[:3])):
            if noun not in calendar.day_nouns or count not in calendar.ordinals:
                continue
            day = first + timedelta(days=calendar.ordinals[count] - 1)
            start = passage.start + passage.text.index(words[index])
            end = passage.start + passage.text.index(words[index + 1], start - passage.start)
            if day <= last:
                span = Span(start=start, end=end + len(words[index + 1].rstrip(",")))
                yield FoundDate(span=span, start=day)
