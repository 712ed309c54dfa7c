"""The noun phrase that names a happening."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from kgraph.extraction.happenings import NOUN_FORMS, Trigger
from kgraph.extraction.passages import PIECE
from kgraph.lexicon.event_cues import EventCues
from kgraph.lexicon.matcher import fold
from kgraph.records import Span

_MOST_WORDS = 12


def choose_label(triggers: tuple[Trigger, ...], dates: Sequence[Span], cues: EventCues) -> Span:
    """Return where the text names a happening.

    An event noun that a verb carries or that has complements is taken first, then a
    verb with its object, then a bare noun, then a bare verb; the text proper goes
    before headline and caption.
    """
    main = triggers[0]
    options = [
        (
            trigger,
            # What follows a passive verb is who did it.
            Span(start=trigger.cue.start, end=trigger.cue.end)
            if trigger.form == "passive"
            else read_label(trigger, dates, cues),
        )
        for trigger in triggers
        if trigger is main or (not trigger.is_quoted and trigger.type == main.type)
    ]

    def rank(option: tuple[Trigger, Span]) -> tuple[bool, bool, bool, bool]:
        trigger, label = option
        bare = label.end == trigger.cue.end
        noun = trigger.form in NOUN_FORMS
        return (
            bare and not (noun and (trigger.carrier is not None or trigger is main)),
            not noun,
            trigger.is_head,
            trigger is not main,
        )

    return min(options, key=rank)[1]


def read_label(trigger: Trigger, dates: Sequence[Span], cues: EventCues) -> Span:
    """Return the place of a cue and of what completes it in the same phrase, such as the object of a verb."""
    passage = trigger.passage
    end = trigger.cue.end
    limit = min([date.start for date in dates if date.start >= end], default=passage.end)
    words = 0
    pieces = PIECE.finditer(passage.text, end - passage.start, limit - passage.start)
    for piece, following in pairwise(chain(pieces, (None,))):
        if piece is None or words >= _MOST_WORDS:
            break
        if piece["mark"]:
            if piece["mark"] == "(":
                close = passage.text.find(")", piece.end(), limit - passage.start)
                if close < 0:
                    break
                end = close + 1 + passage.start
                continue
            if piece["mark"] == ")" or piece.end() + passage.start <= end:
                continue
            break
        if piece.end() + passage.start <= end:
            continue
        if _ends_label(piece, following, cues):
            break
        end = piece.end() + passage.start
        words += 1
    return Span(start=trigger.cue.start, end=end)


def _ends_label(piece: re.Match[str], following: re.Match[str] | None, cues: EventCues) -> bool:
    word = fold(piece["word"])
    if word in cues.label_joining:
        return following is None or bool(following["mark"]) or cues.is_verb(fold(following["word"]))
    if word in cues.label_stops:
        return True
    return piece["word"].islower() and cues.is_verb(word)
