"""Reports as lines for a reader and as JSON."""

from collections.abc import Iterator

import msgspec

from kgraph.evaluation.counting import NAMES_OF_ONE
from kgraph.evaluation.report import Report


def format_report(report: Report, *, errors: bool = False) -> str:
    """Return a report as lines for a reader; ``errors`` adds what was missed and made up, by release."""
    lines = list(_list_figures(report))
    if errors:
        lines += _list_mistakes(report)
    return "\n".join(lines) + "\n"


def format_json(report: Report, *, errors: bool = False) -> str:
    """Return a report as JSON; ``errors`` adds the findings."""
    content: dict[str, object] = {
        "figures": report.figures,
        "macro": report.macro,
        "missing": report.missing,
    }
    if errors:
        content["findings"] = report.mistakes
    return msgspec.json.format(msgspec.json.encode(content), indent=1).decode() + "\n"


def tell_fact(fact: str, what: str) -> str:
    """Return a fact with its type.

    >>> tell_fact("issues", "health")
    'issue: health'
    """
    return f"{NAMES_OF_ONE.get(fact, fact)}: {what}"


def _list_figures(report: Report) -> Iterator[str]:
    count = "1 release" if report.releases == 1 else f"{report.releases} releases"
    yield f"{count}, {report.missing} without a record"
    for fact, figure in report.figures.items():
        yield f"{fact:24} P {figure.precision:.3f}  R {figure.recall:.3f}  F1 {figure.f1:.3f}  n={figure.n}"
    yield f"{'mean F1 of thirteen':24} {report.macro:.3f}"


def _list_mistakes(report: Report) -> Iterator[str]:
    release = None
    for finding in report.mistakes:
        if finding.release != release:
            release = finding.release
            yield f"\n{release}"
        yield f"  {finding.verdict:8} {tell_fact(finding.fact, finding.what)}"
