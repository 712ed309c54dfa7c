"""What the first sentences tell as done by a verb that names no type of happening."""

import re
from collections.abc import Iterator, Sequence

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.event_dates import list_dates
from kgraph.extraction.happenings import LEAST_TELLING, Trigger
from kgraph.extraction.modality import find_modality
from kgraph.extraction.passages import Cue, Passage
from kgraph.lexicon.event_cues import EventCues, Meaning

_TYPE, _VISIT, _MEETING = "other", "visit", "meeting"
_LEAD = 2
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
        if verb is None:
            continue
        trigger = Trigger(
            passage=passage,
            cue=verb,
            type=_MEETING if _is_discussed(passage, verb) else _TYPE,
            form="passive" if verb.has("speech.passive") else "active",
            carrier=None,
            modality=None,
            weight=LEAST_TELLING,
        )
        if find_modality(passage, verb) is None:
            return trigger, days[0]
    return None


def _is_discussed(passage: Passage, verb: Cue) -> bool:
    return any(cue.start == verb.start for cue in passage.list_cues("themes.discussing"))


def find_receptions(passages: Sequence[Passage]) -> Iterator[Trigger]:
    """Yield what a lead tells by "diterima" with guests and host: "Rombongan A diterima B di ..."."""
    for passage in [item for item in passages if item.zone == "body"][:_LEAD]:
        for cue in passage.list_cues(*_RECEIVED):
            if _has_guests(passage, cue) and not passage.is_quoted(cue.start):
                yield Trigger(
                    passage=passage,
                    cue=cue,
                    type=_VISIT,
                    form="passive",
                    carrier=None,
                    modality=find_modality(passage, cue),
                    weight=LEAST_TELLING,
                )


def _has_guests(passage: Passage, cue: Cue) -> bool:
    """Tell whether somebody is named on both sides of "diterima": guests and host."""
    named = [item.start for item in (*passage.bodies, *passage.people)]
    return any(start < cue.start for start in named) and any(start >= cue.end for start in named)


def _find_verb(passage: Passage, words: EventCues) -> Cue | None:
    """Return the first verb behind a named body or person, of whatever sort."""
    named = [item.start for item in (*passage.bodies, *passage.people)]
    if not named:
        return None
    undone, helped = passage.list_cues(*_UNDONE), passage.list_cues("roles.together")
    for match in _WORD.finditer(passage.text, min(named) - passage.start):
        if any(cue.start <= passage.start + match.start() < cue.end for cue in helped):
            # "A menggandeng B menyerap gabah": what they do is told behind it.
            continue
        if words.is_verb(match[0]):
            if any(cue.start <= passage.start + match.end() for cue in undone):
                # Not so "membahas rencana ...", which was done.
                return None
            return Cue(
                start=passage.start + match.start(),
                end=passage.start + match.end(),
                phrase=match[0],
                meanings=(Meaning(role="active", type=_TYPE),),
                roles=frozenset({"active"}),
            )
    return None
