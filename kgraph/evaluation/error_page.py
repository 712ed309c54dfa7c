"""An error browser: one page with the texts of all releases, and what was found in them beside what is there.

The page is one HTML text without scripts and without a link to any file. What was read from
releases and records reaches it as escaped text only, and a policy inside it forbids all else.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kgraph.evaluation.counting import FACTS, MADE_UP, MISSED, RIGHT, WRONG, Figure
from kgraph.evaluation.gold import GoldCase
from kgraph.evaluation.marks import KINDS, Piece, cut_text, mark_found, mark_gold
from kgraph.evaluation.report import ReleaseScore, Report, find_record
from kgraph.records import Record

_HERE = Path(__file__).resolve().parent
_TEMPLATE = "error_page.html.j2"
_STYLE = "error_page.css"
_VERDICTS = (WRONG, MISSED, MADE_UP, RIGHT)


class FactList(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of one type in one release, by verdict."""

    fact: str
    verdicts: dict[str, tuple[str, ...]]


class ReleaseView(msgspec.Struct, frozen=True, kw_only=True):
    """What the page shows of one release; without a record there is no text."""

    name: str
    family: str
    has_record: bool
    figure: Figure
    mistakes: dict[str, int]
    gold: tuple[Piece, ...]
    found: tuple[Piece, ...]
    facts: tuple[FactList, ...]


def render_errors(cases: Sequence[GoldCase], records: Mapping[str, Record], report: Report) -> str:
    """Return a page that shows each text with the marks of its gold record and of its record side by side.

    The releases that went worst come first. The same arguments give the same text.

    Args:
        cases: The gold cases.
        records: Their records, by id of the gold record or by the stem of its files.
        report: What came of comparing them.
    """
    views = [
        _view_release(case, find_record(case, records), score)
        for case, score in zip(cases, report.scores, strict=True)
    ]
    style = (_HERE / _STYLE).read_text("utf-8")
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(_TEMPLATE).render(
        report=report,
        views=sorted(views, key=lambda view: (view.figure.f1, view.name)),
        kinds=KINDS,
        verdicts=_VERDICTS,
        style=Markup(style),  # noqa: S704
        policy=_format_policy(style),
    )


def _view_release(case: GoldCase, record: Record | None, score: ReleaseScore) -> ReleaseView:
    body = record.release.body if record else ""
    return ReleaseView(
        name=score.release,
        family=score.family,
        has_record=score.has_record,
        figure=score.figure,
        mistakes={
            verdict: sum(finding.verdict == verdict for finding in score.findings)
            for verdict in (WRONG, MISSED, MADE_UP)
        },
        gold=cut_text(body, mark_gold(case.record, body, score.findings)),
        found=cut_text(body, mark_found(record, score.findings)) if record else (),
        facts=tuple(_list_facts(score)),
    )


def _list_facts(score: ReleaseScore) -> list[FactList]:
    lists = []
    for fact in FACTS:
        findings = [finding for finding in score.findings if finding.fact == fact]
        verdicts = {
            verdict: tuple(finding.what for finding in findings if finding.verdict == verdict)
            for verdict in _VERDICTS
        }
        if findings:
            lists.append(FactList(fact=fact, verdicts=verdicts))
    return lists


def _format_policy(style: str) -> str:
    """Return a policy under which nothing is loaded, no script runs and only this style sheet applies."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
