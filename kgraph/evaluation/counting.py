"""Counts of facts, and the figures made of them."""

from collections.abc import Iterable, Sequence, Sized

import msgspec

FACTS = (
    "published date",
    "dateline place",
    "institutions",
    "institution full name",
    "institution region",
    "officials (name)",
    "official post",
    "official institution",
    "events",
    "event date",
    "event place",
    "event type",
    "event participants",
    "event attendees",
    "issues",
    "statements",
    "statement speaker",
    "agreements",
    "collaborations",
    "evidence",
)
"""The types of facts that are counted, in the order of a report."""

HEADLINE = (
    "institutions",
    "officials (name)",
    "official post",
    "official institution",
    "events",
    "event date",
    "event place",
    "event participants",
    "issues",
    "statements",
    "statement speaker",
    "agreements",
    "collaborations",
)
"""The types of facts whose F1s make the mean."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One fact that went wrong; ``verdict`` is ``missed``, ``made up`` or ``wrong``."""

    release: str
    fact: str
    verdict: str
    what: str


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """Precision, recall and F1, rounded to four places, of ``n`` facts in the gold records."""

    precision: float = msgspec.field(name="p")
    recall: float = msgspec.field(name="r")
    f1: float
    n: int


class Sheet:
    """The counts and findings of one release, or of many added up."""

    def __init__(self, release: str = "") -> None:
        self.release = release
        self.counts: dict[str, tuple[int, int, int]] = {}
        self.findings: list[Finding] = []

    def count(self, fact: str, *, right: int, made_up: int, missed: int) -> None:
        """Add to the counts of a type of fact."""
        before = self.counts.get(fact, (0, 0, 0))
        self.counts[fact] = (before[0] + right, before[1] + made_up, before[2] + missed)

    def count_items(self, fact: str, optional: Sequence[bool], found: Sized, pairs: dict[int, int]) -> None:
        """Count aligned items; what the gold record marks as optional counts neither for nor against."""
        self.count(
            fact,
            right=sum(1 for i in pairs if not optional[i]),
            made_up=len(found) - len(pairs),
            missed=sum(1 for i, spare in enumerate(optional) if i not in pairs and not spare),
        )

    def count_set(self, fact: str, gold: set[str], found: set[str]) -> None:
        """Count two sets of terms."""
        self.count(fact, right=len(gold & found), made_up=len(found - gold), missed=len(gold - found))

    def judge(self, fact: str, *, right: bool, given: bool, wanted: bool = True) -> None:
        """Count one field: an answer that is wrong is made up, and the right one missed."""
        self.count(fact, right=int(right), made_up=int(not right and given), missed=int(not right and wanted))

    def note(self, fact: str, verdict: str, what: str) -> None:
        """Write down what went wrong."""
        self.findings.append(Finding(release=self.release, fact=fact, verdict=verdict, what=what))

    def note_items(self, fact: str, missed: Iterable[str], made_up: Iterable[str]) -> None:
        """Write down which items were missed and which were made up."""
        for what in missed:
            self.note(fact, "missed", what)
        for what in made_up:
            self.note(fact, "made up", what)

    def note_unpaired(
        self, fact: str, gold: Sequence[str | None], found: Sequence[str], pairs: dict[int, int]
    ) -> None:
        """Write down the items without a partner; a gold item that is ``None`` is optional."""
        answered = set(pairs.values())
        self.note_items(
            fact,
            [what for i, what in enumerate(gold) if i not in pairs and what is not None],
            [what for j, what in enumerate(found) if j not in answered],
        )

    def add_sheet(self, other: "Sheet") -> None:
        """Add the counts and findings of another sheet."""
        for fact, (right, made_up, missed) in other.counts.items():
            self.count(fact, right=right, made_up=made_up, missed=missed)
        self.findings.extend(other.findings)


def make_figure(right: int, made_up: int, missed: int) -> Figure:
    """Return the figures of a count; where there is nothing to divide by, they are 1.

    >>> make_figure(3, 1, 2)
    Figure(precision=0.75, recall=0.6, f1=0.6667, n=5)
    """
    precision = right / (right + made_up) if right + made_up else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(precision=round(precision, 4), recall=round(recall, 4), f1=round(f1, 4), n=right + missed)
