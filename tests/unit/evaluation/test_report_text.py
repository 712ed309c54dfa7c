"""How reports are told."""

import msgspec

from kgraph.evaluation.changes import compare_reports
from kgraph.evaluation.report import ReleaseScore, split_by_family, sum_up
from kgraph.evaluation.report_text import format_json, format_report
from tests.unit.evaluation.scores import make_score


def make_scores(*families: str) -> list[ReleaseScore]:
    return [
        make_score(f"{family}-{n}", family=family, issues=(n, 1, 0), agreements=(0, 0, 1))
        for family in families
        for n in range(5)
    ]


def test_families_are_told_apart_where_there_are_several() -> None:
    report = sum_up(make_scores("two", "one", ""))
    families = split_by_family(report)
    assert list(families) == ["", "one", "two"]
    assert [part.releases for part in families.values()] == [5, 5, 5]
    assert families["one"].macro == round(0.8 / 13, 4)
    lines = format_report(report).splitlines()
    assert lines[-4].split()[:2] == ["family", "releases"]
    assert [line.split() for line in lines[-3:]] == [
        ["(none)", "5", "15", "0.667", "0.061"],
        ["one", "5", "15", "0.667", "0.061"],
        ["two", "5", "15", "0.667", "0.061"],
    ]
    assert "family" not in format_report(sum_up(make_scores("one")))


def test_intervals_stand_beside_their_figures_or_are_said_to_be_none() -> None:
    told = format_report(sum_up(make_scores("one", "two")))
    assert "F1 0.800 [" in told
    assert "95% bootstrap intervals" in told
    few = format_report(sum_up(make_scores("one")))
    assert "[" not in few
    assert "no intervals" in few


def test_json_tells_the_same() -> None:
    report = sum_up(make_scores("one", "two"))
    content = msgspec.json.decode(format_json(report))
    assert set(content["intervals"]["figures"]) == {"issues", "agreements"}
    assert content["intervals"]["macro"]["low"] <= report.macro <= content["intervals"]["macro"]["high"]
    assert content["families"]["one"]["releases"] == 5
    assert "against" not in content
    assert msgspec.json.decode(format_json(sum_up(make_scores("one"))))["intervals"] is None


def test_changes_are_told_by_type_and_by_release() -> None:
    before = sum_up([make_score("a", (("right", "issues", "x"),), issues=(1, 0, 0))])
    now = sum_up([make_score("a", (("right", "events", "y"),), issues=(1, 1, 0), events=(1, 0, 0))])
    changes = compare_reports(before, now)
    told = format_report(now, changes=changes)
    assert "against earlier records, 0 of 1 release without one" in told
    assert f"{'issues':24} F1 1.000 -> 0.667  -0.333" in told
    assert f"{'events':24} F1 0.000 -> 1.000  +1.000" in told
    assert f"{'mean F1 of thirteen':24} F1 0.077 -> 0.128  +0.051" in told
    assert "facts: 1 gained, 1 lost, 0 new wrong, 0 no longer wrong, in 1 release\n" in told
    assert told.endswith("\na\n  gained          event: y\n  lost            issue: x\n")
    content = msgspec.json.decode(format_json(now, changes=changes))["against"]
    assert content["macro"] == before.macro
    assert [change["kind"] for change in content["changes"]] == ["gained", "lost"]
