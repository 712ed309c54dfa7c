"""What came of comparing records with gold records: figures, their mean, what went right and wrong."""

from collections.abc import Iterable, Mapping

import msgspec

from kgraph.evaluation.counting import (
    RIGHT,
    Count,
    Figure,
    Finding,
    add_counts,
    average_f1,
    make_figure,
    pool_figures,
)
from kgraph.evaluation.gold import GoldCase
from kgraph.evaluation.scoring import score_record
from kgraph.lexicon.region_levels import RegionLevels
from kgraph.records import Record, Release


class ReleaseScore(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one release: counts by type of fact, and each fact with its verdict."""

    release: str
    family: str
    has_record: bool
    counts: dict[str, Count]
    findings: tuple[Finding, ...]

    @property
    def figure(self) -> Figure:
        """The figure of the thirteen types together, as one release has few facts of each."""
        return pool_figures(self.counts)


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The figures over all releases.

    ``pooled`` is the figure of the thirteen types of facts of the headline taken together;
    ``macro`` is their mean F1; a type that no release has counts as 0. ``missing`` is how
    many releases had no record. ``scores`` are in the order of the cases.
    """

    figures: dict[str, Figure]
    pooled: Figure
    macro: float
    missing: int
    scores: tuple[ReleaseScore, ...]

    @property
    def releases(self) -> int:
        """How many releases there are."""
        return len(self.scores)

    @property
    def mistakes(self) -> tuple[Finding, ...]:
        """What went wrong, sorted by release."""
        found = (finding for score in self.scores for finding in score.findings if finding.verdict != RIGHT)
        return tuple(sorted(found, key=lambda finding: finding.release))


def evaluate_records(
    cases: Iterable[GoldCase], records: Mapping[str, Record], levels: RegionLevels
) -> Report:
    """Compare records with gold records.

    Args:
        cases: The gold cases; one without a record counts as all missed.
        records: Records by id of the gold record, or by the stem of its files.
        levels: Words that do not tell two names of a region apart.
    """
    return sum_up(_score_case(case, find_record(case, records), levels) for case in cases)


def find_record(case: GoldCase, records: Mapping[str, Record]) -> Record | None:
    """Return the record of a gold case, known by the id of the gold record or by the stem of its files."""
    return records.get(case.record.id) or records.get(case.text.stem)


def sum_up(scores: Iterable[ReleaseScore]) -> Report:
    """Return the report over some releases."""
    scores = tuple(scores)
    counts = add_counts(score.counts for score in scores)
    figures = {fact: make_figure(*count) for fact, count in counts.items()}
    return Report(
        figures=figures,
        pooled=pool_figures(counts),
        macro=average_f1(figures),
        missing=sum(not score.has_record for score in scores),
        scores=scores,
    )


def split_by_family(report: Report) -> dict[str, Report]:
    """Return the report of each family of releases, sorted by the family's name."""
    families: dict[str, list[ReleaseScore]] = {}
    for score in sorted(report.scores, key=lambda score: score.family):
        families.setdefault(score.family, []).append(score)
    return {family: sum_up(scores) for family, scores in families.items()}


def _score_case(case: GoldCase, record: Record | None, levels: RegionLevels) -> ReleaseScore:
    empty = Record(release=Release(id=case.record.id, body="", sha256=""))
    sheet = score_record(case.record, record or empty, levels)
    return ReleaseScore(
        release=case.record.id,
        family=case.family,
        has_record=record is not None,
        counts=sheet.counts,
        findings=tuple(sheet.findings),
    )
