"""Tables of institutions and ties as a network."""

import re
from collections import Counter

import networkx as nx

from kgraph.answers import Table
from kgraph.errors import InputError
from kgraph.rendering.columns import pick_columns

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+")
_LINE = 32
"""Characters of a full label that is drawn as it is."""


def build_network(nodes: Table, ties: Table) -> "nx.MultiDiGraph[str]":
    """Return institutions as nodes and ties as edges, both in the order of their IRIs.

    A tie has no direction; its edge runs from the party that comes first.

    Args:
        nodes: Columns ``iri``, ``label``, ``short``, ``kind``, ``region`` and, if there is one, ``forms``
            (other names, ``" | "`` between them).
        ties: Columns ``a``, ``b``, ``releases``, ``events``, ``first``, ``last``, ``issues`` (slugs with
            spaces between).

    Returns:
        Nodes with the attributes ``label``, ``short``, ``kind``, ``region`` and ``forms`` (a tuple); edges
        with ``releases`` and ``events`` (counts), ``first`` and ``last`` (ISO days or empty), ``issues`` (a
        tuple).

    Raises:
        InputError: A tie names an institution that the table of nodes does not hold.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    columns = ("iri", "label", "short", "kind", "region", *(["forms"] if "forms" in nodes.columns else []))
    rows = [(*row, "") if len(row) < 6 else row for row in sorted(set(pick_columns(nodes, *columns)))]
    forms = [tuple(sorted(filter(None, row[5].split(" | ")))) for row in rows]
    shorts = choose_short_labels(
        [
            (row[1], row[2] or _find_acronym(row[1], others), row[4])
            for row, others in zip(rows, forms, strict=True)
        ]
    )
    for (iri, label, _, kind, region, _), short, others in zip(rows, shorts, forms, strict=True):
        network.add_node(
            iri, label=label or iri, short=short or iri, kind=kind or "other", region=region, forms=others
        )
    for a, b, releases, events, first, last, issues in sorted(
        set(pick_columns(ties, "a", "b", "releases", "events", "first", "last", "issues"))
    ):
        source, target = sorted((a, b))
        for party in (source, target):
            if party not in network:
                raise InputError("a tie has a party that is no institution of the graph", subject=party)
        network.add_edge(
            source,
            target,
            releases=int(releases or 0),
            events=int(events or 0),
            first=first,
            last=last,
            issues=tuple(sorted(issues.split())),
        )
    return network


def _find_acronym(label: str, forms: tuple[str, ...]) -> str:
    """Return the shortest other name that has an acronym in it, such as "BP3MI Sulteng", or nothing."""
    found = [
        form for form in forms if _ACRONYM.search(form) and "(" not in form and len(form) < len(label) / 2
    ]
    return min(found, key=lambda form: (len(form), form), default="")


def choose_short_labels(names: list[tuple[str, str, str]]) -> list[str]:
    """Return a label to draw for each (label, short form, region).

    The full label where it has no short form or begins with it and is no longer than a line, so that
    "Polresta Palu" stays one. Else the short form, a lone acronym with the region behind it if the full
    label has the region; the full label where two would be drawn alike.

    >>> choose_short_labels([("Polresta Palu", "Polres", "Palu"), ("Dinas Sosial Aceh", "Dinsos", "Aceh")])
    ['Polresta Palu', 'Dinsos Aceh']
    """
    shorts = []
    for label, short, region in names:
        written = label.startswith(short) and len(label) <= _LINE
        if not short or written:
            shorts.append(label)
        elif region and region in label and " " not in short and region.casefold() != short.casefold():
            shorts.append(f"{short} {region}")
        else:
            shorts.append(short)
    counts = Counter(shorts)
    return [
        short if counts[short] == 1 else label for short, (label, _, _) in zip(shorts, names, strict=True)
    ]


def list_ties(network: "nx.MultiDiGraph[str]") -> list[tuple[str, str, int]]:
    """Return both ends of each edge and its number of releases, sorted."""
    return sorted((a, b, int(data["releases"])) for a, b, data in network.edges(data=True))


def measure_strength(network: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Return for each node the releases of its ties, added up."""
    strength = dict.fromkeys(network, 0)
    for source, target, releases in list_ties(network):
        strength[source] += releases
        strength[target] += releases
    return strength


def find_backbone(network: "nx.MultiDiGraph[str]", *, at_most: int) -> list[str]:
    """Return the nodes of the strongest ties, at most so many, in the order of their IRIs.

    Ties with more releases come first, among equals those of the strongest institutions, so that what is
    left hangs together.
    """
    strength = measure_strength(network)
    ranked = sorted(
        list_ties(network),
        key=lambda edge: (-edge[2], -strength[edge[0]] - strength[edge[1]], edge[0], edge[1]),
    )
    kept: set[str] = set()
    for source, target, _ in ranked:
        joined = kept | {source, target}
        if len(joined) <= at_most:
            kept = joined
    return sorted(kept)
