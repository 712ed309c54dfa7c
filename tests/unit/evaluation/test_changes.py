"""What became of facts between two readings."""

import pytest

from kgraph.evaluation.changes import compare_reports
from kgraph.evaluation.report import sum_up
from tests.unit.evaluation.scores import make_score

Findings = tuple[tuple[str, str, str], ...]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((("right", "issues", "x"),), (("right", "issues", "x"),), []),
        ((("missed", "issues", "x"),), (("right", "issues", "x"),), ["gained x"]),
        ((("right", "issues", "x"),), (("missed", "issues", "x"),), ["lost x"]),
        ((), (("made up", "issues", "x"),), ["new wrong x"]),
        ((("made up", "issues", "x"),), (), ["no longer wrong x"]),
        # A field that was wrong and is right is told as both.
        (
            (("wrong", "event date", "x: 1, not 2"),),
            (("right", "event date", "x: 1"),),
            ["gained x: 1", "no longer wrong x: 1, not 2"],
        ),
        ((("wrong", "event date", "1, not 2"),), (("wrong", "event date", "1, not 2"),), []),
        # Facts that are told alike are counted.
        ((("right", "issues", "x"),), (("right", "issues", "x"), ("right", "issues", "x")), ["gained x"]),
        # A missed fact that was missed before, too, or is not even asked for any more, is no change.
        ((("missed", "issues", "x"),), (), []),
        ((("right", "issues", "x"),), (("right", "events", "x"),), ["gained x", "lost x"]),
    ],
)
def test_facts(before: Findings, now: Findings, expected: list[str]) -> None:
    changes = compare_reports(sum_up([make_score("a", before)]), sum_up([make_score("a", now)]))
    assert [f"{change.kind} {change.what}" for change in changes.facts] == expected


def test_changes_are_sorted_by_release() -> None:
    right: Findings = (("right", "issues", "x"),)
    before = sum_up([make_score("b"), make_score("a")])
    now = sum_up([make_score("b", right), make_score("a", right)])
    assert [change.release for change in compare_reports(before, now).facts] == ["a", "b"]
