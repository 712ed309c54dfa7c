"""The noun phrase that names a happening."""

import re
from collections.abc import Sequence

from kgraph.extraction.happenings import NOUN_FORMS, Trigger
from kgraph.extraction.passages import Passage
from kgraph.lexicon.event_cues import EventCues
from kgraph.lexicon.matcher import fold
from kgraph.records import Span

_PIECE = re.compile(r"(?P<word>[\w’'&/+\-]+)|(?P<mark>[^\w\s])")
_MOST_WORDS = 12


def choose_label(triggers: tuple[Trigger, ...], dates: Sequence[Span], cues: EventCues) -> Span:
    """Return where the text names a happening.

    An event noun of the text with its complements is taken before a noun of the
    caption or headline, that before a verb with its object.
    """
    main = triggers[0]
    if main.form == "title":
        return read_label(main, dates, cues)
    nouns = [
        trigger
        for trigger in triggers
        if trigger.form in NOUN_FORMS and not trigger.is_quoted and trigger.type == main.type
    ]
    for trigger in [*(item for item in nouns if not item.is_head), *nouns, main]:
        return read_label(trigger, dates, cues)
    return Span(start=main.cue.start, end=main.cue.end)


def read_label(trigger: Trigger, dates: Sequence[Span], cues: EventCues) -> Span:
    """Return the place of a cue and of what follows it in the same phrase: complements of a noun, the object of a verb."""
    passage = trigger.passage
    end = trigger.cue.end
    limit = min([date.start for date in dates if date.start >= end], default=passage.end)
    words = 0
    pieces = list(_PIECE.finditer(passage.text, end - passage.start, limit - passage.start))
    for position, piece in enumerate(pieces):
        if words >= _MOST_WORDS:
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
        if _ends_label(passage, pieces, position, cues):
            break
        end = piece.end() + passage.start
        words += 1
    return Span(start=trigger.cue.start, end=end)


def _ends_label(passage: Passage, pieces: list[re.Match[str]], position: int, cues: EventCues) -> bool:
    piece = pieces[position]
    word = fold(piece["word"])
    if word in cues.label_joining:
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        return following is None or bool(following["mark"]) or cues.is_verb(fold(following["word"]))
    if word in cues.label_stops:
        return True
    return piece["word"].islower() and cues.is_verb(word)
