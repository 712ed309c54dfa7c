"""What differs from an earlier reading of the same releases: what was gained, lost and mended."""

from collections import Counter

import msgspec

from kgraph.evaluation.counting import MADE_UP, RIGHT, WRONG
from kgraph.evaluation.report import ReleaseScore, Report

GAINED = "gained"
LOST = "lost"
NEW_WRONG = "new wrong"
NO_LONGER_WRONG = "no longer wrong"
KINDS = (GAINED, LOST, NEW_WRONG, NO_LONGER_WRONG)
"""What may become of a fact, in the order of a list: right now and not before, right before and not
now, made up or wrong now and not before, made up or wrong before and not now."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one fact; ``kind`` is one of ``KINDS``, ``fact`` its type."""

    release: str
    kind: str
    fact: str
    what: str


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports on the same releases and all that differs, sorted by release."""

    before: Report
    now: Report
    facts: tuple[Change, ...]


def compare_reports(before: Report, now: Report) -> Changes:
    """Return what changed from one report to another on the same releases."""
    earlier = {score.release: score for score in before.scores}
    changes = [
        change
        for score in sorted(now.scores, key=lambda score: score.release)
        for change in _compare_scores(earlier[score.release], score)
    ]
    return Changes(before=before, now=now, facts=tuple(changes))


def _compare_scores(before: ReleaseScore, now: ReleaseScore) -> list[Change]:
    right_before, right_now = _list_facts(before, RIGHT), _list_facts(now, RIGHT)
    wrong_before, wrong_now = _list_facts(before, MADE_UP, WRONG), _list_facts(now, MADE_UP, WRONG)
    changed = {
        GAINED: right_now - right_before,
        LOST: right_before - right_now,
        NEW_WRONG: wrong_now - wrong_before,
        NO_LONGER_WRONG: wrong_before - wrong_now,
    }
    return [
        Change(release=now.release, kind=kind, fact=fact, what=what)
        for kind in KINDS
        for fact, what in changed[kind].elements()
    ]


def _list_facts(score: ReleaseScore, *verdicts: str) -> Counter[tuple[str, str]]:
    return Counter((x.fact, x.what) for x in score.findings if x.verdict in verdicts)
