"""Counts of facts, and the figures made of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import TypeVar

import msgspec

T = TypeVar("T")

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


NAMES_OF_ONE = {
    "institutions": "institution",
    "officials (name)": "official",
    "events": "event",
    "event participants": "event participant",
    "event attendees": "event attendee",
    "issues": "issue",
    "statements": "statement",
    "agreements": "agreement",
    "collaborations": "collaboration",
}
"""What one fact is called, where its type is named for many."""

RIGHT = "right"
MISSED = "missed"
MADE_UP = "made up"
WRONG = "wrong"

Count = tuple[int, int, int]
"""How many facts are right, made up and missed."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one fact.

    ``fact`` is its type. ``verdict`` is ``right``, ``missed``, ``made up`` or ``wrong``; a wrong
    answer counts as made up, and the right one as missed.
    """

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
    """The counts and findings of one release while its facts are compared.

    The fields of an event that was missed count as missed, without findings of their own.
    """

    def __init__(self, release: str) -> None:
        self.release = release
        self.counts: dict[str, Count] = {}
        self.findings: list[Finding] = []

    def count(self, fact: str, *, right: int, made_up: int, missed: int) -> None:
        """Add to the counts of a type of fact."""
        before = self.counts.get(fact, (0, 0, 0))
        self.counts[fact] = (before[0] + right, before[1] + made_up, before[2] + missed)

    def note(self, fact: str, verdict: str, facts: Iterable[str]) -> None:
        """Write down what came of some facts."""
        self.findings.extend(
            Finding(release=self.release, fact=fact, verdict=verdict, what=what) for what in facts
        )

    def judge_items(
        self, fact: str, gold: Sequence[tuple[str, bool]], found: Sequence[str], pairs: dict[int, int]
    ) -> None:
        """Judge aligned items.

        Args:
            fact: Their type.
            gold: Items of the gold record, each with whether it is optional: such a one counts neither
                for nor against.
            found: Items of the record.
            pairs: Indexes of found items by indexes of gold items.
        """
        asked = [(i, what) for i, (what, optional) in enumerate(gold) if not optional]
        answers = set(pairs.values())
        right = [what for i, what in asked if i in pairs]
        missed = [what for i, what in asked if i not in pairs]
        made_up = [what for j, what in enumerate(found) if j not in answers]
        self._judge(fact, right=right, missed=missed, made_up=made_up)

    def judge_terms(
        self, fact: str, wanted: Set[T], given: Set[T], spell: Callable[[T], str], *, noted: bool = True
    ) -> None:
        """Judge two sets of terms; ``spell`` tells a term to a reader."""
        right, missed, made_up = (
            sorted(map(spell, terms)) for terms in (wanted & given, wanted - given, given - wanted)
        )
        self._judge(fact, right=right, missed=missed, made_up=made_up, noted=noted)

    def judge_field(
        self,
        fact: str,
        what: str,
        answer: str | None,
        *,
        right: bool,
        wanted: bool = True,
        noted: bool = True,
    ) -> None:
        """Judge one field: a wrong answer counts as made up, and the right one as missed.

        Args:
            fact: Its type.
            what: What the gold record says, as a reader is told it.
            answer: What the record says.
            right: Whether that is right.
            wanted: Whether the gold record says anything at all.
            noted: Whether the finding is written down, and not only counted.
        """
        self.count(
            fact, right=int(right), made_up=int(not right and bool(answer)), missed=int(not right and wanted)
        )
        if noted and (right or not answer):
            self.note(fact, RIGHT if right else MISSED, [what])
        elif noted:
            self.note(fact, WRONG, [f"{what}, not {answer}"])

    def _judge(
        self,
        fact: str,
        *,
        right: Sequence[str],
        missed: Sequence[str],
        made_up: Sequence[str],
        noted: bool = True,
    ) -> None:
        self.count(fact, right=len(right), made_up=len(made_up), missed=len(missed))
        if noted:
            self.note(fact, RIGHT, right)
            self.note(fact, MISSED, missed)
            self.note(fact, MADE_UP, made_up)


def add_counts(counts: Iterable[Mapping[str, Count]]) -> dict[str, Count]:
    """Return the sums of counts by type of fact, in the order of a report.

    >>> add_counts([{"issues": (1, 0, 2)}, {"events": (1, 0, 0), "issues": (3, 1, 0)}])
    {'events': (1, 0, 0), 'issues': (4, 1, 2)}
    """
    total: dict[str, Count] = {}
    for each in counts:
        for fact, (right, made_up, missed) in each.items():
            before = total.get(fact, (0, 0, 0))
            total[fact] = (before[0] + right, before[1] + made_up, before[2] + missed)
    return {fact: total[fact] for fact in FACTS if fact in total}


def pool_figures(counts: Mapping[str, Count]) -> Figure:
    """Return the figure of all facts of the types of the headline taken together."""
    pooled = [counts[fact] for fact in HEADLINE if fact in counts]
    return make_figure(*(sum(count[part] for count in pooled) for part in range(3)))


def make_figure(right: int, made_up: int, missed: int) -> Figure:
    """Return the figures of a count; where there is nothing to divide by, they are 1.

    >>> make_figure(3, 1, 2)
    Figure(precision=0.75, recall=0.6, f1=0.6667, n=5)
    """
    precision = right / (right + made_up) if right + made_up else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figure(precision=round(precision, 4), recall=round(recall, 4), f1=round(f1, 4), n=right + missed)


def average_f1(figures: Mapping[str, Figure]) -> float:
    """Return the mean F1 of the types of facts of the headline; one without a figure counts as 0."""
    return round(sum(figures[fact].f1 for fact in HEADLINE if fact in figures) / len(HEADLINE), 4)
