"""The sentences behind a network, as the page's script reads them.

Texts and releases are written once and referred to by number; so are issues.
"""

import re
from collections import Counter
from typing import Any

import networkx as nx

from kgraph.answers import Table
from kgraph.errors import InputError
from kgraph.rendering.columns import pick_columns

KEPT = 40
"""Sentences that a page keeps for one tie: the latest."""
KEPT_MENTIONS = 15
"""Sentences that a page keeps for one institution: the latest."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def build_content(
    network: "nx.MultiDiGraph[str]",
    evidence: Table,
    *,
    mentions: Table | None = None,
    posts: Table | None = None,
    issues: Table | None = None,
) -> dict[str, Any]:
    """Return all that the page knows beside nodes and edges, ready for JSON.

    Nodes are numbered in the order of their IRIs, edges in that of the network's.

    Args:
        network: As :func:`kgraph.rendering.network.build_network` returns it.
        evidence: Columns ``a``, ``b``, ``release``, ``title``, ``url``, ``date``, ``basis``, ``issues``
            (slugs with spaces between), ``quote`` and, if there is one, ``start`` (where the sentence begins
            in the release): one row for each sentence behind a tie.
        mentions: Columns ``entity``, ``release``, ``title``, ``url``, ``date``, ``quote``, ``start``.
        posts: Columns ``institution``, ``person``, ``post``, ``date``, ``quote``.
        issues: Columns ``issue``, ``id``, ``en``: names of issues; a slug without one names itself.

    Returns:
        ``releases`` as ``[title, url, date]``, ``texts``, ``issues``, ``evidence`` as ``[edge, release,
        basis, issues, text]``, ``mentions`` as ``[node, release, text]``, ``posts`` as ``[node, person,
        post, date, text]``. Dates are ISO days or empty, addresses those of the web or empty; where a
        sentence was cut, its text is -1; ``mentioned`` counts the sentences that there are for each node.

    Raises:
        InputError: A tie has no evidence.
    """
    numbers = _Numbers()
    nodes = {name: number for number, name in enumerate(network)}
    edges = {(a, b): number for number, (a, b) in enumerate(network.edges())}
    slugs = _list_issues(evidence)
    rows = _read_evidence(evidence, edges, slugs, numbers)
    _check_evidence(edges, {row[0] for row in rows})
    mention_rows, mentioned = _read_mentions(mentions, nodes, numbers)
    return {
        "issues": _name_issues(slugs, issues),
        "evidence": rows,
        "mentions": mention_rows,
        "mentioned": [mentioned[number] for number in range(len(nodes))],
        "posts": _read_posts(posts, nodes, numbers),
        "releases": numbers.releases,
        "texts": numbers.texts,
    }


class _Numbers:
    """Releases and texts in the order in which they were first asked for."""

    def __init__(self) -> None:
        self.releases: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self._releases: dict[str, int] = {}
        self._texts: dict[str, int] = {}

    def number_release(self, iri: str, title: str, url: str, date: str) -> int:
        if iri not in self._releases:
            self._releases[iri] = len(self.releases)
            web = url.startswith(("http://", "https://"))
            self.releases.append((title, url if web else "", _keep_day(date)))
        return self._releases[iri]

    def number_text(self, text: str) -> int:
        if text not in self._texts:
            self._texts[text] = len(self.texts)
            self.texts.append(text)
        return self._texts[text]


def _keep_day(date: str) -> str:
    return date if _DAY.fullmatch(date) else ""


def _list_issues(evidence: Table) -> list[str]:
    return sorted({slug for (issues,) in pick_columns(evidence, "issues") for slug in issues.split()})


def _name_issues(slugs: list[str], issues: Table | None) -> list[dict[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    if issues is not None:
        names = {slug: (own, english) for slug, own, english in pick_columns(issues, "issue", "id", "en")}
    found = [(slug, *names.get(slug, ("", ""))) for slug in slugs]
    return [
        {"name": slug, "id": own or slug.replace("-", " "), "en": english or slug.replace("-", " ")}
        for slug, own, english in found
    ]


def _order(table: Table, first: str, *names: str) -> list[tuple[str, ...]]:
    """Return the rows with ``date`` before the columns asked for, the latest first.

    Rows of one date are in the order of the first column and, where there is a column ``start``, in that of
    the text.
    """
    starts = [""] * len(table.rows)
    if "start" in table.columns:
        starts = [start for (start,) in pick_columns(table, "start")]
    found = {
        (row[1], int(start or 0), row)
        for start, row in zip(starts, pick_columns(table, "date", first, *names), strict=True)
    }
    return [row for _, _, row in sorted(sorted(found), key=lambda item: item[2][0], reverse=True)]


def _read_evidence(
    evidence: Table, edges: dict[tuple[str, str], int], slugs: list[str], numbers: _Numbers
) -> list[tuple[int, int, str, list[int], int]]:
    places = {slug: number for number, slug in enumerate(slugs)}
    ordered = _order(evidence, "release", "a", "b", "title", "url", "basis", "issues", "quote")
    kept: Counter[int] = Counter()
    rows = []
    for date, release, a, b, title, url, basis, issues, quote in ordered:
        edge = edges.get((min(a, b), max(a, b)))
        if edge is None:
            continue
        number = numbers.number_release(release, title, url, date)
        kept[edge] += 1
        text = numbers.number_text(quote) if quote and kept[edge] <= KEPT else -1
        rows.append((edge, number, basis, [places[slug] for slug in issues.split()], text))
    return rows


def _check_evidence(edges: dict[tuple[str, str], int], evident: set[int]) -> None:
    for (a, b), number in edges.items():
        if number not in evident:
            raise InputError("no sentence says that these two work together", subject=f"{a} and {b}")


def _read_mentions(
    mentions: Table | None, nodes: dict[str, int], numbers: _Numbers
) -> tuple[list[tuple[int, int, int]], Counter[int]]:
    rows: list[tuple[int, int, int]] = []
    seen: Counter[int] = Counter()
    if mentions is not None:
        ordered = _order(mentions, "release", "entity", "title", "url", "quote")
        for date, release, entity, title, url, quote in ordered:
            if entity in nodes and quote:
                node = nodes[entity]
                seen[node] += 1
                if seen[node] <= KEPT_MENTIONS:
                    number = numbers.number_release(release, title, url, date)
                    rows.append((node, number, numbers.number_text(quote)))
    return rows, seen


def _read_posts(
    posts: Table | None, nodes: dict[str, int], numbers: _Numbers
) -> list[tuple[int, str, str, str, int]]:
    if posts is None:
        return []
    ordered = _order(posts, "institution", "person", "post", "quote")
    kept: dict[tuple[str, str, str], tuple[int, str, str, str, int]] = {}
    for date, institution, person, post, quote in ordered:
        if institution in nodes and (institution, person, post) not in kept:
            text = numbers.number_text(quote) if quote else -1
            kept[institution, person, post] = (nodes[institution], person, post, _keep_day(date), text)
    return list(kept.values())
