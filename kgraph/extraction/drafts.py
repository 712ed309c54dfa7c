"""What an agreement is while a text is read, and whether its paper is denied or still to come."""

import msgspec

from kgraph.extraction.parties import list_names
from kgraph.extraction.passages import Cue, Passage
from kgraph.records import Span

PAPER = ("paper.strong", "paper.weak")
"""Roles of the names of papers."""
_STATUSES = ("status.cancelled", "status.denied", "status.planned", "status.postponed")

STATUS_WORDS = 5
"""Most words between a paper and what says that it is planned or denied."""


class Draft(msgspec.Struct, kw_only=True):
    """An agreement while the sentences about it are gathered."""

    kind: str
    parties: tuple[str, ...]
    about: str | None
    evidence: list[Span]
    signed: bool = False
    named: bool = True


def judge_paper(passage: Passage, paper: Cue) -> str | None:
    """Tell whether a paper is "denied" or "planned", else ``None``."""
    for cue in passage.list_cues(*_STATUSES):
        left, right = (cue.end, paper.start) if cue.end <= paper.start else (paper.end, cue.start)
        if any(mark in passage.cut(left, right) for mark in ",;:"):
            continue
        if cue.has("status.cancelled"):
            return "denied"
        if cue.has("status.postponed"):
            return "planned"
        if _count_words(passage, left, right) > STATUS_WORDS:
            continue
        if cue.start >= paper.end and any(
            paper.end <= other.start < cue.start for other in passage.list_cues("subjects.purposes")
        ):
            # "komitmen bersama untuk tidak ..." is one.
            continue
        if cue.start >= paper.end and any(
            other.start < cue.start and other.start >= paper.end
            for other in passage.list_cues("status.signed")
        ):
            continue
        if cue.has("status.denied"):
            if passage.count_words(left, right) <= 1:
                return "denied"
            continue
        return "planned"
    return None


def _count_words(passage: Passage, left: int, right: int) -> int:
    """Count the words between two offsets that are no part of a name."""
    names = list_names(passage, left, right)
    return passage.count_words(left, right) - sum(passage.count_words(item.start, item.end) for item in names)
