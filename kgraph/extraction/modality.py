"""Whether what a cue tells is still to come, dropped, denied or past."""

import re

from kgraph.extraction.passages import Cue, Passage
from kgraph.records import Span

_MARK = re.compile(r"[,;:]")
_HOLDING_PASSIVE = (
    "carriers.attending_passive",
    "carriers.doing_passive",
    "carriers.holding_passive",
    "carriers.leading_passive",
    "carriers.taking_place",
)
_NEXT_WORDS = 1
_MODAL_WORDS = 4
_DENIAL_WORDS = 2
MODALITIES = frozenset(
    f"modality.{name}" for name in ("cancelled", "coming", "denied", "past", "planned", "scheduled")
)
"""Roles of cues without which all that a sentence tells has happened."""


def find_modality(passage: Passage, cue: Cue) -> str | None:
    """Tell whether a cue's happening is still to come, dropped, denied or past, else ``None``."""
    if passage.by_role.keys().isdisjoint(MODALITIES):
        return None
    for before in passage.cues:
        if before.end > cue.start:
            break
        if before.roles.isdisjoint(MODALITIES) or any(
            mark in passage.cut(before.end, cue.start) for mark in ",;:("
        ):
            continue
        # "Sedianya A dan B ikut menandatangani ...": what opens a sentence governs its clause.
        words = 0 if before.start == passage.start else passage.count_words(before.end, cue.start)
        if words <= _DENIAL_WORDS and before.has("modality.denied"):
            return "denied"
        if words <= _MODAL_WORDS and before.has("modality.cancelled"):
            return "cancelled"
        if words <= _MODAL_WORDS and before.has("modality.planned"):
            return "planned"
    clause = find_clause(passage, cue)
    if _opens_earlier(passage):
        return "past"
    for other in passage.cues:
        if other.roles.isdisjoint(MODALITIES) or other == cue:
            continue
        if not clause.start <= other.start < clause.end:
            continue
        if other.has("modality.past"):
            return "past"
        if other.has("modality.coming"):
            return "planned"
        if other.start >= cue.end and other.has("modality.scheduled"):
            return "planned"
        if other.start >= cue.end and other.has("modality.planned") and _is_held_next(passage, other):
            return "planned"
        if other.start >= cue.end and cue.has("noun"):
            if other.has("modality.cancelled"):
                return "cancelled"
            if other.has("modality.denied") and _is_held_next(passage, other):
                return "cancelled"
    return None


def _opens_earlier(passage: Passage) -> bool:
    """Tell whether a sentence opens with a word that puts all of it before: "Sebelumnya, Ahad (10/8) ..."."""
    return any(
        cue.start == passage.start and passage.cut(cue.end, cue.end + 1) == ","
        for cue in passage.list_cues("modality.past")[:1]
    )


def _is_held_next(passage: Passage, planned: Cue) -> bool:
    """Tell whether a word such as "akan" leads a passive verb of holding: "akan digelar"."""
    return any(
        cue.start >= planned.end
        and cue.has(*_HOLDING_PASSIVE)
        and passage.count_words(planned.end, cue.start) <= _NEXT_WORDS
        for cue in passage.cues
    )


def find_clause(passage: Passage, cue: Cue) -> Span:
    """Return the stretch between the commas, semicolons and colons around a cue."""
    left, right = passage.start, passage.end
    for mark in _MARK.finditer(passage.text):
        offset = passage.start + mark.start()
        if not passage.text[mark.end() : mark.end() + 1].isdigit():
            if offset < cue.start:
                left = offset + 1
            elif offset >= cue.end:
                right = offset
                break
    return Span(start=left, end=right)
