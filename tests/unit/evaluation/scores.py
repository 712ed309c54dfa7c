"""Scores of made-up releases."""

from kgraph.evaluation.counting import Count, Finding
from kgraph.evaluation.report import ReleaseScore


def make_score(
    release: str, findings: tuple[tuple[str, str, str], ...] = (), *, family: str = "a", **counts: Count
) -> ReleaseScore:
    """Return a score; findings are verdict, type of fact and fact."""
    return ReleaseScore(
        release=release,
        family=family,
        has_record=True,
        counts={fact.replace("_", " "): count for fact, count in counts.items()},
        findings=tuple(
            Finding(release=release, verdict=verdict, fact=fact, what=what)
            for verdict, fact, what in findings
        ),
    )
