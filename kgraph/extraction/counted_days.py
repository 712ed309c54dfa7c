"""Days that a text counts within the days that it names: "Hari kedua digelar rapat ..."."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice, pairwise

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.event_dates import list_dates
from kgraph.extraction.passages import Passage
from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.matcher import fold
from kgraph.records import Span

_OPENING_WORDS = 3
_WORD = re.compile(r"[\w-]+")


def find_counted_days(
    passages: Sequence[Passage], dates: Sequence[FoundDate], calendar: Calendar
) -> Iterator[FoundDate]:
    """Yield a date for each sentence that opens with a day counted within the one range of the text.

    Nothing is counted where the text names no range of days or several, or the sentence names its day.
    """
    ranges = {(found.start, found.end) for found in dates if found.end is not None and found.kind == "date"}
    if len(ranges) != 1:
        return
    ((first, last),) = ranges
    for passage in passages:
        if passage.zone != "body" or last is None:
            continue
        opening = list(islice(_WORD.finditer(passage.text), _OPENING_WORDS))
        for noun, count in pairwise(opening):
            number = calendar.ordinals.get(fold(count.group()))
            if number is None or fold(noun.group()) not in calendar.day_nouns:
                continue
            day = first + timedelta(days=number - 1)
            if day <= last and not any(found.kind == "date" for found in list_dates(passage, dates)):
                span = Span(start=passage.start + noun.start(), end=passage.start + count.end())
                yield FoundDate(span=span, start=day)
