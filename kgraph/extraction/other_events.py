"""Happenings that a release does not report as done: announced, dropped, denied, recalled, unsure."""

from collections.abc import Iterator, Sequence

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.event_dates import choose_date, list_dates
from kgraph.extraction.happenings import Trigger
from kgraph.extraction.labels import read_label
from kgraph.extraction.places import find_places
from kgraph.lexicon.load import Lexicon
from kgraph.records import Doubt, OtherEvent

_UNSURE = "words of a happening, but too little that says that the release reports it"


def find_other_events(
    triggers: Sequence[Trigger], dates: Sequence[FoundDate], lexicon: Lexicon
) -> Iterator[OtherEvent]:
    """Yield the happenings of the text proper that are told as planned, cancelled, denied or past."""
    seen: set[tuple[int, str]] = set()
    spans = [found.span for found in dates]
    for trigger in triggers:
        passage = trigger.passage
        key = (passage.index, trigger.group)
        if trigger.modality is None or trigger.is_head or trigger.is_quoted or key in seen:
            continue
        if trigger.form == "noun" and trigger.carrier is None and trigger.modality == "past":
            continue
        seen.add(key)
        found = choose_date(passage, trigger.cue, list_dates(passage, dates), [])
        places = find_places(passage, tuple(spans), lexicon)
        label = read_label(trigger, spans, lexicon.event_cues)
        yield OtherEvent(
            type=trigger.type,
            label=passage.cut(label.start, label.end),
            modality=trigger.modality,
            date=found.format_iso() if found else None,
            place=places[0].text if places else None,
            evidence=(passage.span,),
        )


def find_event_doubts(triggers: Sequence[Trigger]) -> Iterator[Doubt]:
    """Yield the sentences that hold words of happenings, where none was sure enough."""
    spans = dict.fromkeys(
        trigger.passage.span for trigger in triggers if not trigger.is_head and not trigger.is_quoted
    )
    for span in spans:
        yield Doubt(span=span, reason=_UNSURE)
