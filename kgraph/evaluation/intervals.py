"""How far figures might lie from those of other releases of the same manner: bootstrap intervals."""

import random
from collections.abc import Sequence

import msgspec
import numpy as np

from kgraph.evaluation.counting import HEADLINE, add_counts
from kgraph.evaluation.report import ReleaseScore

LEAST = 10
"""From fewer releases than this nothing can be said of others."""
RESAMPLES = 1000
LEVEL = 0.95
"""The share of the resamples whose figures lie within an interval."""
_SEED = 0


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """From where to where an F1 lies, rounded to four places."""

    low: float
    high: float


class Intervals(msgspec.Struct, frozen=True, kw_only=True):
    """The intervals of each type's F1 and of the mean F1 of the headline."""

    figures: dict[str, Interval]
    macro: Interval


def estimate_intervals(scores: Sequence[ReleaseScore]) -> Intervals | None:
    """Return the intervals in which the F1s of most resamples lie; ``None`` for too few releases.

    A resample draws as many releases as there are, each perhaps many times (percentile
    bootstrap: Efron & Tibshirani 1993, chapter 13). Releases are drawn and not facts, since
    the facts of one release stand and fall together. The seed is fixed: the same scores
    give the same intervals.
    """
    if len(scores) < LEAST:
        return None
    facts = list(add_counts(score.counts for score in scores))
    counts = np.array([[score.counts.get(fact, (0, 0, 0)) for fact in facts] for score in scores])
    times = _draw(len(scores))
    right, made_up, missed = np.moveaxis(np.tensordot(times, counts, axes=1), 2, 0)
    told = 2 * right + made_up + missed
    # Where there is nothing to divide by, a figure is 1.
    f1s = np.where(told > 0, 2 * right / np.maximum(told, 1), 1.0)
    headline = [place for place, fact in enumerate(facts) if fact in HEADLINE]
    means = f1s[:, headline].sum(axis=1) / len(HEADLINE)
    return Intervals(
        figures={fact: _cut_tails(f1s[:, place]) for place, fact in enumerate(facts)},
        macro=_cut_tails(means),
    )


def _draw(size: int) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Return how many times each resample holds each release."""
    # Python promises the same draws for a seed, numpy does not.
    chance = random.Random(_SEED)  # noqa: S311
    everyone = range(size)
    return np.array(
        [np.bincount(chance.choices(everyone, k=size), minlength=size) for _ in range(RESAMPLES)],
        dtype=np.int64,
    )


def _cut_tails(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Interval:
    """Return the least and the greatest of what is left when both tails are cut off."""
    ordered = np.sort(values)
    tail = round(len(ordered) * (1 - LEVEL) / 2)
    return Interval(low=round(float(ordered[tail]), 4), high=round(float(ordered[-1 - tail]), 4))
