"""What draws of releases tell of the figures."""

import random

import pytest

from kgraph.evaluation.counting import add_counts, average_f1, make_figure
from kgraph.evaluation.intervals import LEAST, RESAMPLES, Interval, estimate_intervals
from kgraph.evaluation.report import ReleaseScore, sum_up
from tests.unit.evaluation.scores import make_score


def make_scores(count: int) -> list[ReleaseScore]:
    chance = random.Random(1)
    return [
        make_score(
            f"a-{number}",
            issues=(chance.randrange(5), chance.randrange(2), chance.randrange(2)),
            event_place=(chance.randrange(2), 0, chance.randrange(2)),
        )
        for number in range(count)
    ]


def test_intervals_are_those_of_one_draw_after_the_other() -> None:
    scores = make_scores(12)
    chance = random.Random(0)
    f1s, means = [], []
    for _ in range(RESAMPLES):
        drawn = [scores[i] for i in chance.choices(range(12), k=12)]
        figures = {
            fact: make_figure(*count) for fact, count in add_counts(score.counts for score in drawn).items()
        }
        f1s.append(figures["issues"].f1)
        means.append(average_f1(figures))
    intervals = estimate_intervals(scores)
    assert intervals is not None
    for interval, values in ((intervals.figures["issues"], f1s), (intervals.macro, means)):
        values.sort()
        assert interval.low == pytest.approx(values[25], abs=1e-4)
        assert interval.high == pytest.approx(values[-26], abs=1e-4)
        assert interval.low < interval.high


def test_intervals_hold_the_figures_and_are_always_the_same() -> None:
    scores = make_scores(40)
    intervals = estimate_intervals(scores)
    assert intervals is not None
    assert intervals == estimate_intervals(scores)
    report = sum_up(scores)
    for fact, figure in report.figures.items():
        assert intervals.figures[fact].low <= figure.f1 <= intervals.figures[fact].high
    assert intervals.macro.low <= report.macro <= intervals.macro.high


def test_releases_that_are_all_alike_leave_nothing_open() -> None:
    intervals = estimate_intervals(
        [make_score(f"a-{n}", issues=(3, 1, 0), events=(0, 0, 0)) for n in range(10)]
    )
    assert intervals is not None
    assert intervals.figures["issues"] == Interval(low=0.8571, high=0.8571)
    assert intervals.figures["events"] == Interval(low=1, high=1)


def test_a_few_releases_tell_nothing_of_others() -> None:
    assert estimate_intervals(make_scores(LEAST - 1)) is None
    assert estimate_intervals(make_scores(LEAST)) is not None
    assert estimate_intervals([]) is None
