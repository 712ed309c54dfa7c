"""Reports as lines for a reader and as JSON."""

from collections.abc import Iterator

import msgspec

from kgraph.evaluation.changes import KINDS, Changes
from kgraph.evaluation.counting import NAMES_OF_ONE
from kgraph.evaluation.intervals import LEAST, LEVEL, RESAMPLES, Interval, estimate_intervals
from kgraph.evaluation.report import Report, split_by_family

_MEAN = "mean F1 of thirteen"


def format_report(report: Report, *, changes: Changes | None = None, errors: bool = False) -> str:
    """Return a report as lines for a reader.

    Args:
        report: Its figures come with intervals, and by family of releases if there are several.
        changes: Adds what changed against earlier records.
        errors: Adds what was missed and made up, by release.
    """
    lines = [*_list_figures(report), *_list_families(report)]
    if changes is not None:
        lines += _list_changes(changes)
    if errors:
        lines += _list_mistakes(report)
    return "\n".join(lines) + "\n"


def format_json(report: Report, *, changes: Changes | None = None, errors: bool = False) -> str:
    """Return as JSON what :func:`format_report` tells."""
    intervals = estimate_intervals(report.scores)
    content: dict[str, object] = {
        "figures": report.figures,
        "macro": report.macro,
        "missing": report.missing,
        "intervals": intervals,
        "families": {
            family: {"releases": part.releases, "pooled": part.pooled, "macro": part.macro}
            for family, part in split_by_family(report).items()
        },
    }
    if changes is not None:
        content["against"] = {
            "figures": changes.before.figures,
            "macro": changes.before.macro,
            "missing": changes.before.missing,
            "changes": changes.facts,
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


def count_releases(count: int) -> str:
    """Return a number of releases in words."""
    return "1 release" if count == 1 else f"{count} releases"


def _list_figures(report: Report) -> Iterator[str]:
    intervals = estimate_intervals(report.scores)
    yield f"{count_releases(report.releases)}, {report.missing} without a record"
    for fact, figure in report.figures.items():
        f1 = _format_f1(figure.f1, intervals.figures[fact] if intervals else None)
        yield f"{fact:24} P {figure.precision:.3f}  R {figure.recall:.3f}  F1 {f1}  n={figure.n}"
    yield f"{_MEAN:24} {_format_f1(report.macro, intervals.macro if intervals else None)}"
    if intervals:
        yield f"in brackets: {LEVEL:.0%} bootstrap intervals, {RESAMPLES} draws of releases with a fixed seed"
    else:
        yield f"no intervals: they take {LEAST} releases or more"


def _list_families(report: Report) -> Iterator[str]:
    families = split_by_family(report)
    if len(families) < 2:
        return
    yield f"\n{'family':12} releases  facts  F1 of all  {_MEAN}"
    for family, part in families.items():
        intervals = estimate_intervals(part.scores)
        f1 = _format_f1(part.macro, intervals.macro if intervals else None)
        pooled = part.pooled
        yield f"{family or '(none)':12} {part.releases:8} {pooled.n:6} {pooled.f1:10.3f}  {f1}"


def _list_changes(changes: Changes) -> Iterator[str]:
    before, now = changes.before, changes.now
    yield f"\nagainst earlier records, {before.missing} of {count_releases(before.releases)} without one"
    for fact in now.figures | before.figures:
        old, new = (report.figures.get(fact) for report in (before, now))
        yield _format_change(fact, old.f1 if old else None, new.f1 if new else None)
    yield _format_change(_MEAN, before.macro, now.macro)
    counts = [sum(change.kind == kind for change in changes.facts) for kind in KINDS]
    changed = count_releases(len({change.release for change in changes.facts}))
    told = ", ".join(f"{count} {kind}" for count, kind in zip(counts, KINDS, strict=True))
    yield f"facts: {told}, in {changed}"
    release = None
    for change in changes.facts:
        if change.release != release:
            release = change.release
            yield f"\n{release}"
        yield f"  {change.kind:15} {tell_fact(change.fact, change.what)}"


def _list_mistakes(report: Report) -> Iterator[str]:
    release = None
    for finding in report.mistakes:
        if finding.release != release:
            release = finding.release
            yield f"\n{release}"
        yield f"  {finding.verdict:8} {tell_fact(finding.fact, finding.what)}"


def _format_f1(f1: float, interval: Interval | None) -> str:
    return f"{f1:.3f} [{interval.low:.3f}, {interval.high:.3f}]" if interval else f"{f1:.3f}"


def _format_change(fact: str, before: float | None, now: float | None) -> str:
    """Return a line that tells how an F1 changed; a type that no release has counts as 0, as in the mean."""
    old, new = before or 0.0, now or 0.0
    return f"{fact:24} F1 {old:.3f} -> {new:.3f}  {new - old:+.3f}"
