"""What the first sentences tell as done by a verb that names no type of happening."""

import re
from collections.abc import Sequence

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.event_dates import list_dates
from kgraph.extraction.happenings import LEAST_TELLING, Trigger, find_modality
from kgraph.extraction.passages import Cue, Passage
from kgraph.lexicon.event_cues import EventCues, Meaning

_TYPE, _VISIT = "other", "visit"
_RECEIVED = ("carriers.receiving_passive",)
_UNDONE = ("modality.cancelled", "modality.coming", "modality.denied", "modality.planned")
_WORD = re.compile(r"\b[a-z]{5,}\b")


def find_lead_act(
    lead: Sequence[Passage], dates: Sequence[FoundDate], words: EventCues
) -> tuple[Trigger, FoundDate] | None:
    """Return what the lead tells with its day, and a place or who does it.

    So "A dan B membersihkan pantai, Kamis (25/9/2025)" tells a happening, whatever it is
    that was done.
    """
    for passage in lead:
        days = [date for date in list_dates(passage, dates) if date.kind == "date"]
        if not days or passage.quotes:
            continue
        verbs = passage.list_cues("speech.passive", "speech.active", "references.nouns")
        if not passage.list_cues("places.prepositions"):
            verbs = ()
        verb = verbs[0] if verbs else _find_verb(passage, words)
        received = [cue for cue in passage.list_cues(*_RECEIVED) if _has_guests(passage, cue)]
        verb = received[0] if received else verb
        if verb is None:
            continue
        trigger = Trigger(
            passage=passage,
            cue=verb,
            type=_VISIT if received else _TYPE,
            form="passive" if verb.has("speech.passive", *_RECEIVED) else "active",
            carrier=None,
            modality=None,
            weight=LEAST_TELLING,
        )
        if find_modality(passage, verb) is None:
            return trigger, days[0]
    return None


def _has_guests(passage: Passage, cue: Cue) -> bool:
    """Tell whether somebody is named on both sides of "diterima": guests and host."""
    named = [item.start for item in (*passage.bodies, *passage.people)]
    return any(start < cue.start for start in named) and any(start >= cue.end for start in named)


def _find_verb(passage: Passage, words: EventCues) -> Cue | None:
    """Return the first verb behind a named body or person, of whatever sort."""
    named = [item.start for item in (*passage.bodies, *passage.people)]
    if not named or passage.list_cues(*_UNDONE):
        return None
    for match in _WORD.finditer(passage.text, min(named) - passage.start):
        if words.is_verb(match[0]):
            return Cue(
                start=passage.start + match.start(),
                end=passage.start + match.end(),
                phrase=match[0],
                meanings=(Meaning(role="active", type=_TYPE),),
                roles=frozenset({"active"}),
            )
    return None
