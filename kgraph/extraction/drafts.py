"""What an agreement is while a text is read, and whether its paper is denied or still to come."""

import msgspec

from kgraph.extraction.parties import list_names
from kgraph.extraction.passages import Cue, Passage
from kgraph.records import Span

PAPER = ("paper.strong", "paper.weak")
"""Roles of the names of papers."""
_STATUSES = ("status.cancelled", "status.denied", "status.planned", "status.postponed")

_DUE_WORDS = 3
STATUS_WORDS = 5
"""Most words between a paper and what says that it is planned or denied."""


class Draft(msgspec.Struct, kw_only=True):
    """An agreement while the sentences about it are gathered."""

    kind: str
    parties: tuple[str, ...]
    about: str | None
    evidence: list[Span]
    named: bool = True
    points_back: Span | None = None
    """The sentence right before, where it tells of its paper once more: "Dokumen ini diteken A dan B"."""
    puts_in_writing: Span | None = None
    """The sentence right before, where it tells what the paper puts in writing: "Kesepakatan itu ... MoU"."""
    parts: list["Draft"] = []
    """What is told of some of its sides alone."""


def list_papers(passage: Passage) -> tuple[Cue, ...]:
    """Return the papers that a sentence names; a short form in brackets belongs to the paper before it."""
    papers: list[Cue] = []
    for cue in passage.list_cues(*PAPER):
        if papers and passage.cut(papers[-1].end, cue.start).strip() == "(":
            closed = passage.cut(cue.end, cue.end + 1) == ")"
            papers[-1] = msgspec.structs.replace(papers[-1], end=cue.end + closed)
        else:
            papers.append(cue)
    return tuple(papers)


def divide(draft: Draft) -> list[Draft]:
    """Return the agreements that a draft is: of "A meneken PKS dengan B dan C" one, or one with each.

    It is one with each where what follows tells of "PKS dengan B" and "PKS dengan C" by themselves.
    """
    parts = {frozenset(part.parties): part for part in reversed(draft.parts)}
    if not parts or len(parts) < len(draft.parties) - 1 or len(frozenset.intersection(*parts)) != 1:
        return [draft]
    return [
        Draft(
            kind=draft.kind,
            parties=part.parties,
            about=part.about,
            evidence=[*draft.evidence[:1], *part.evidence],
        )
        for part in reversed(parts.values())
    ]


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
        if count_plain_words(passage, left, right) > STATUS_WORDS:
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
    return "planned" if is_due(passage, paper) else None


def is_due(passage: Passage, paper: Cue) -> bool:
    """Tell whether a sentence says of a paper when it will be signed or done: "dijadwalkan diteken"."""
    later = [other.start for other in list_papers(passage) if other.start >= paper.end]
    done = passage.list_cues("status.signed", "status.finished")
    for cue in passage.list_cues("status.due"):
        if cue.start < paper.end or any(start < cue.start for start in later):
            continue
        if any(paper.end <= other.start < cue.start for other in passage.list_cues("status.signed")):
            continue
        if any(
            other.start >= cue.end and passage.count_words(cue.end, other.start) <= _DUE_WORDS
            for other in done
        ):
            return True
    return False


def count_plain_words(passage: Passage, left: int, right: int) -> int:
    """Count the words between two offsets that are no part of a name."""
    names = list_names(passage, left, right)
    return passage.count_words(left, right) - sum(passage.count_words(item.start, item.end) for item in names)
