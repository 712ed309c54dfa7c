"""Day and place of a happening."""

from bisect import bisect_left
from collections.abc import Sequence

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.event_choice import Happening
from kgraph.extraction.event_dates import list_dates
from kgraph.extraction.happenings import HEAD_ZONES
from kgraph.extraction.passages import Cue, Passage
from kgraph.extraction.places import MOST_WEIGHT, Place, find_places
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Span

_POINTING = (
    "carriers.holding_passive",
    "carriers.receiving_passive",
    "carriers.taking_place",
    "references.nouns",
    "roles.present",
)
"""Roles of cues that tie a sentence to the happening told before."""
_SAME_SENTENCE, _SAME_EVENT, _BESIDE, _UNTIED, _HEADED, _DATED = 2.0, 1.0, -0.5, -2.0, -1.5, 0.5
_LEAST_PLACE = 1.5
_INNER = -2.5
_INNER_ROLES = ("themes.aims", "themes.relatives", "themes.subordinate")
_PLACED_OBJECTS = frozenset({"inspection", "other", "visit"})
"""Types whose verbs may have the place for an object: "meninjau Lapas ...", "membersihkan Pantai ..."."""
_ACT_WORDS = 2
_LEAD = 3
"""Sentences at the head of the text that need no tie."""


def choose_day(
    happening: Happening, passages: Sequence[Passage], dates: Sequence[FoundDate]
) -> tuple[FoundDate | None, tuple[Span, ...]]:
    """Return the day and its sentence: told with the happening, else in a sentence tied to it."""
    if happening.date is not None:
        start = happening.date.span.start
        spans = [passage.span for passage in passages if passage.start <= start < passage.end]
        return happening.date, tuple(spans[:1]) or (happening.main.passage.span,)
    if happening.further:
        return None, ()
    prose = [passage for passage in passages if passage.zone == "body"]
    for passage in [*(item for item in prose if item.list_cues(*_POINTING)), *prose[:_LEAD]]:
        for found in list_dates(passage, dates):
            if passage.is_quoted(found.span.start) or found.kind != "date":
                continue
            if not _is_to_come(passage, found):
                return found, (passage.span,)
    return None, ()


def _is_to_come(passage: Passage, found: FoundDate) -> bool:
    """Tell whether a clause puts its date off: "berencana menggelar ... pada 20 November mendatang"."""
    start, end = found.span.start, found.span.end
    return any(
        (cue.end <= start and not any(mark in passage.cut(cue.end, start) for mark in ",;:"))
        or (cue.start >= end and cue.has("modality.coming") and not passage.cut(end, cue.start).strip())
        for cue in passage.list_cues("modality.planned", "modality.coming", "modality.cancelled")
    )


def choose_place(
    happening: Happening, passages: Sequence[Passage], dates: Sequence[FoundDate], lexicon: Lexicon
) -> tuple[Place | None, tuple[Span, ...]]:
    """Return the surest place and its sentence."""
    going = happening.type in {"audience", "visit"}
    verbs = [
        trigger.cue
        for trigger in happening.triggers
        if trigger.form == "active" and happening.type in _PLACED_OBJECTS
    ]
    leaving = happening.type in {"interdiction", "repatriation", "send-off"}
    spans = tuple([found.span for found in dates])
    starts = sorted([span.start for span in spans])
    near = {index + step for index in happening.tellers for step in (-1, 1)}
    if happening.main.is_head:
        near.update(passage.index for passage in [item for item in passages if item.zone == "body"][:_LEAD])
    best: tuple[float, Place, Span] | None = None
    for passage in passages:
        tie = _UNTIED
        if passage.index == happening.main.passage.index:
            tie = _SAME_SENTENCE
        elif passage.index in happening.tellers:
            tie = _SAME_EVENT
        elif happening.further and happening.apart is None and not _is_received(happening, passage):
            continue
        elif not passage.by_role.keys().isdisjoint(_POINTING):
            tie = 0.0
        elif passage.index in near:
            tie = _BESIDE
        if passage.zone in HEAD_ZONES:
            tie += _HEADED
        if bisect_left(starts, passage.start) < bisect_left(starts, passage.end):
            tie += _DATED
        if tie + MOST_WEIGHT < _LEAST_PLACE or (best is not None and tie + MOST_WEIGHT <= best[0]):
            # Whatever place it names, another is surer.
            continue
        objects = [verb for verb in verbs if passage.start <= verb.start < passage.end]
        for place in find_places(passage, spans, lexicon, going=going, leaving=leaving, verbs=objects):
            if _is_where_it_is_told(happening, passage, place) or _is_elsewhere(happening, passage, place):
                continue
            beside = passage.index not in happening.tellers
            if beside and _is_of_other_act(passage, place, lexicon):
                continue
            if passage is happening.main.passage and ";" in passage.cut(*_between(happening.main.cue, place)):
                continue
            score = tie + place.weight
            if passage is happening.main.passage and _is_of_clause(happening.main.cue, passage, place):
                score += _INNER
            if score >= _LEAST_PLACE and (best is None or score > best[0]):
                best = (score, place, passage.span)
    if best is None or (happening.within and fold(best[1].text) in lexicon.regions.by_form):
        # A part of another happening is at its place: a region that it names is what it is about.
        return None, ()
    return best[1], (best[2],)


def _is_received(happening: Happening, passage: Passage) -> bool:
    """Tell whether a sentence tells who receives what is given after the main happening."""
    return happening.joined and bool(passage.list_cues("carriers.receiving_passive"))


def _is_of_clause(cue: Cue, passage: Passage, place: Place) -> bool:
    """Tell whether a place belongs to a clause behind the cue: "pekerja yang dibawa ke kebun di ..."."""
    held = passage.list_cues("carriers.holding_passive", "carriers.doing_passive", "carriers.taking_place")
    before = place.span.end <= cue.start
    return any(
        (cue.end <= other.start or (before and other.has("themes.relatives")))
        and other.end <= place.span.start
        and "," not in passage.cut(other.end, place.span.start)
        and not any(other.end <= verb.start <= place.span.start for verb in held)
        for other in passage.list_cues(*_INNER_ROLES)
    )


def _is_where_it_is_told(happening: Happening, passage: Passage, place: Place) -> bool:
    """Tell whether a place is that of a meeting with the press about what happened elsewhere."""
    return happening.main.form != "telling.nouns" and any(
        cue.end <= place.span.start for cue in passage.list_cues("telling.nouns")
    )


def _is_elsewhere(happening: Happening, passage: Passage, place: Place) -> bool:
    """Tell whether a place is that of another act right before it: "tersangka yang ditangkap di ..."."""
    types = {trigger.type for trigger in happening.triggers}
    return any(
        cue.end <= place.span.start
        and passage.count_words(cue.end, place.span.start) <= 1
        and not any(meaning.type in types for meaning in cue.meanings)
        for cue in passage.list_cues("active", "passive")
        if passage.index not in happening.tellers
    )


def _is_of_other_act(passage: Passage, place: Place, lexicon: Lexicon) -> bool:
    """Tell whether a place is where somebody or something was put or kept: "Tersangka dititipkan di ..."."""
    words = passage.cut(passage.start, place.span.start).split()[-_ACT_WORDS:]
    return len(words) == _ACT_WORDS and words[0] in lexicon.event_cues.places["keeping"]


def _between(cue: Cue, place: Place) -> tuple[int, int]:
    return min(cue.end, place.span.end), max(cue.start, place.span.start)
