"""What came of comparing records with gold records: figures, their mean, what went wrong."""

from collections.abc import Iterable, Mapping

import msgspec

from kgraph.evaluation.counting import FACTS, HEADLINE, Figure, Finding, Sheet, make_figure
from kgraph.evaluation.gold import GoldCase
from kgraph.evaluation.scoring import score_record
from kgraph.lexicon.region_levels import RegionLevels
from kgraph.records import Record, Release


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The figures over all releases.

    ``macro`` is the mean F1 of the thirteen types of facts of the headline; a type
    that no release has counts as 0. ``missing`` is how many releases had no record.
    ``findings`` are sorted by release.
    """

    figures: dict[str, Figure]
    macro: float
    missing: int
    releases: int
    findings: tuple[Finding, ...]


def evaluate_records(
    cases: Iterable[GoldCase], records: Mapping[str, Record], levels: RegionLevels
) -> Report:
    """Compare records with gold records.

    Args:
        cases: The gold cases; one without a record counts as all missed.
        records: Records by id of the gold record, or by the stem of its files.
        levels: Words that do not tell two names of a region apart.
    """
    total = Sheet()
    releases = missing = 0
    for case in cases:
        releases += 1
        record = records.get(case.record.id) or records.get(case.text.stem)
        if record is None:
            missing += 1
            record = Record(release=Release(id=case.record.id, body="", sha256=""))
        total.add_sheet(score_record(case.record, record, levels))
    figures = {fact: make_figure(*total.counts[fact]) for fact in FACTS if fact in total.counts}
    mean = sum(figures[fact].f1 for fact in HEADLINE if fact in figures) / len(HEADLINE)
    findings = tuple(sorted(total.findings, key=lambda finding: finding.release))
    return Report(
        figures=figures, macro=round(mean, 4), missing=missing, releases=releases, findings=findings
    )


def format_report(report: Report, *, errors: bool = False) -> str:
    """Return a report as lines for a reader; ``errors`` adds what was missed and made up, by release."""
    count = "1 release" if report.releases == 1 else f"{report.releases} releases"
    lines = [f"{count}, {report.missing} without a record"]
    for fact, figure in report.figures.items():
        lines.append(
            f"{fact:24} P {figure.precision:.3f}  R {figure.recall:.3f}  F1 {figure.f1:.3f}  n={figure.n}"
        )
    lines.append(f"{'mean F1 of thirteen':24} {report.macro:.3f}")
    if errors:
        release = ""
        for finding in report.findings:
            if finding.release != release:
                release = finding.release
                lines.append(f"\n{release}")
            lines.append(f"  {finding.verdict:8} {finding.fact}: {finding.what}")
    return "\n".join(lines) + "\n"


def format_json(report: Report, *, errors: bool = False) -> str:
    """Return a report as JSON; ``errors`` adds the findings."""
    content: dict[str, object] = {
        "figures": report.figures,
        "macro": report.macro,
        "missing": report.missing,
    }
    if errors:
        content["findings"] = report.findings
    return msgspec.json.format(msgspec.json.encode(content), indent=1).decode() + "\n"
