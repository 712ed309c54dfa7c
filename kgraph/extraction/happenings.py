"""Words that tell a happening, weighed by how surely the release reports it."""

from collections.abc import Iterator, Sequence

import msgspec

from kgraph.extraction.passages import Cue, Passage
from kgraph.records import Span

HEAD_ZONES = ("headline", "caption")
_FIRST_HAND = {"noun": 2.0, "active": 2.0, "passive": 2.0, "stem": 2.0, "state": 1.5, "topic": 0.5}
_HOLDING = (
    "carriers.doing_active",
    "carriers.doing_stems",
    "carriers.holding_active",
    "carriers.holding_stems",
    "carriers.receiving_active",
    "carriers.receiving_stems",
)
_CARRYING = (
    *_HOLDING,
    "carriers.attending_active",
    "carriers.attending_stems",
    "carriers.leading_active",
    "carriers.leading_stems",
)
_CARRYING_AFTER = (
    "carriers.attending_passive",
    "carriers.doing_passive",
    "carriers.holding_passive",
    "carriers.leading_passive",
    "carriers.taking_place",
)
_CARRIER_WORDS = 4
_CARRIER_AFTER_WORDS = 16
_MODAL_WORDS = 4
_DENIAL_WORDS = 2
_THEME_WORDS = 1


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A cue that may tell a happening of the release.

    ``form`` is the cue's role; ``carrier`` the verb that carries a noun; ``modality``
    is ``None`` for what is told as having happened; ``weight`` counts the signs that
    this sentence reports it.
    """

    passage: Passage
    cue: Cue
    type: str
    form: str
    carrier: Cue | None
    modality: str | None
    weight: float

    @property
    def group(self) -> str:
        """The type that stands for all by which one happening may go."""
        return group_type(self.type)

    @property
    def is_head(self) -> bool:
        """Whether it stands in headline or caption."""
        return self.passage.zone in HEAD_ZONES

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in somebody's words."""
        return self.passage.is_quoted(self.cue.start)


def group_type(type_: str) -> str:
    """Return "meeting" for visits and audiences, every other type as it is."""
    return "meeting" if type_ in {"audience", "visit"} else type_


def find_triggers(passages: Sequence[Passage]) -> tuple[Trigger, ...]:
    """Return the cues of events in a release, in the order of the text."""
    return tuple(
        trigger
        for passage in passages
        if passage.zone in {"body", *HEAD_ZONES}
        for position, cue in enumerate(passage.cues)
        for trigger in _read_cue(passage, position, cue)
    )


def _read_cue(passage: Passage, position: int, cue: Cue) -> Iterator[Trigger]:
    for meaning in cue.meanings:
        form = meaning.role
        if form not in _FIRST_HAND or (form in {"stem"} and passage.zone not in HEAD_ZONES):
            continue
        carrier = _find_carrier(passage, position) if form in {"noun", "topic"} else None
        if form == "topic" and carrier is None:
            continue
        yield Trigger(
            passage=passage,
            cue=cue,
            type=meaning.type,
            form=form,
            carrier=carrier,
            modality=find_modality(passage, cue),
            weight=_weigh(passage, position, form, carrier),
        )


def _find_carrier(passage: Passage, position: int) -> Cue | None:
    """Return the verb that carries an event noun, before it or after it in the same sentence."""
    noun = passage.cues[position]
    for cue in reversed(passage.cues[:position]):
        if passage.count_words(cue.end, noun.start) > _CARRIER_WORDS:
            break
        if cue.has(*_CARRYING) and "," not in passage.cut(cue.end, noun.start):
            return cue
    for cue in passage.cues[position + 1 :]:
        if passage.count_words(noun.end, cue.start) > _CARRIER_AFTER_WORDS or cue.has("active"):
            break
        if cue.has(*_CARRYING_AFTER):
            return cue
    return None


def _weigh(passage: Passage, position: int, form: str, carrier: Cue | None) -> float:
    cue = passage.cues[position]
    weight = _FIRST_HAND[form]
    if carrier is not None:
        weight += 2.0
    if passage.is_quoted(cue.start):
        weight -= 4.0
    for before in passage.cues[:position]:
        gap = passage.cut(before.end, cue.start)
        near = passage.count_words(before.end, cue.start) <= _THEME_WORDS
        if near and before.has("themes.before") and not (carrier and carrier.start < cue.start):
            weight -= 2.5
        elif not gap.strip() and before.has("themes.occasions"):
            weight += 1.0
    for later in passage.cues[position + 1 : position + 2]:
        if later.has("references.after") and not passage.cut(cue.end, later.start).strip():
            weight += 1.0
    if form == "noun" and cue.start == passage.start:
        weight += 0.5
    return weight


def find_modality(passage: Passage, cue: Cue) -> str | None:
    """Tell whether a cue's happening is still to come, dropped, denied or past, else ``None``."""
    for before in passage.cues:
        if before.end > cue.start:
            break
        if any(mark in passage.cut(before.end, cue.start) for mark in ",;:("):
            continue
        words = passage.count_words(before.end, cue.start)
        if words <= _DENIAL_WORDS and before.has("modality.denied"):
            return "denied"
        if words <= _MODAL_WORDS and before.has("modality.cancelled"):
            return "cancelled"
        if words <= _MODAL_WORDS and before.has("modality.planned"):
            return "planned"
    clause = find_clause(passage, cue)
    for other in passage.cues:
        if other == cue or not clause.start <= other.start < clause.end:
            continue
        if other.has("modality.past"):
            return "past"
        if other.has("modality.coming"):
            return "planned"
        if other.start >= cue.end and other.has("modality.scheduled"):
            return "planned"
        if other.start >= cue.end and other.has("modality.cancelled") and cue.has("noun"):
            return "cancelled"
    return None


def find_clause(passage: Passage, cue: Cue) -> Span:
    """Return the stretch between the commas, semicolons and colons around a cue."""
    left, right = passage.start, passage.end
    for offset, char in enumerate(passage.text, start=passage.start):
        if char in ",;:" and not passage.cut(offset + 1, offset + 2).isdigit():
            if offset < cue.start:
                left = offset + 1
            elif offset >= cue.end:
                right = offset
                break
    return Span(start=left, end=right)
