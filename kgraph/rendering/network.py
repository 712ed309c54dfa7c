"""Tables of institutions and ties as a network."""

from collections import Counter

import networkx as nx

from kgraph.answers import Table
from kgraph.errors import InputError
from kgraph.rendering.columns import pick_columns


def build_network(nodes: Table, ties: Table) -> "nx.MultiDiGraph[str]":
    """Return institutions as nodes and ties as edges, both in the order of their IRIs.

    A tie has no direction; its edge runs from the party that comes first.

    Args:
        nodes: Columns ``iri``, ``label``, ``short``, ``kind``, ``region``.
        ties: Columns ``a``, ``b``, ``releases``, ``events``, ``first``, ``last``, ``issues`` (slugs with
            spaces between).

    Returns:
        Nodes with the attributes ``label``, ``short``, ``kind``, ``region``; edges with ``releases`` and
        ``events`` (counts), ``first`` and ``last`` (ISO days or empty), ``issues`` (a tuple).

    Raises:
        InputError: A tie names an institution that the table of nodes does not hold.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    rows = sorted(set(pick_columns(nodes, "iri", "label", "short", "kind", "region")))
    shorts = choose_short_labels([(label, short, region) for _, label, short, _, region in rows])
    for (iri, label, _, kind, region), short in zip(rows, shorts, strict=True):
        network.add_node(iri, label=label or iri, short=short or iri, kind=kind or "other", region=region)
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


def choose_short_labels(names: list[tuple[str, str, str]]) -> list[str]:
    """Return a label to draw for each (label, short form, region).

    The short form where there is one, with the region behind it if the full label has the region and the
    short form has not; the full label where two would be drawn alike.

    >>> choose_short_labels([("Dinas Sosial Aceh", "Dinsos", "Aceh"), ("Dinas Sosial Bali", "", "Bali")])
    ['Dinsos Aceh', 'Dinas Sosial Bali']
    """
    shorts = []
    for label, short, region in names:
        if not short:
            shorts.append(label)
        elif region and region in label and region.casefold() not in short.casefold():
            shorts.append(f"{short} {region}")
        else:
            shorts.append(short)
    counts = Counter(shorts)
    return [
        short if counts[short] == 1 else label for short, (label, _, _) in zip(shorts, names, strict=True)
    ]


def measure_strength(network: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Return for each node the releases of its ties, added up."""
    strength = dict.fromkeys(network, 0)
    for source, target, releases in network.edges(data="releases"):
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
        network.edges(data="releases"),
        key=lambda edge: (-edge[2], -strength[edge[0]] - strength[edge[1]], edge[0], edge[1]),
    )
    kept: set[str] = set()
    for source, target, _ in ranked:
        joined = kept | {source, target}
        if len(joined) <= at_most:
            kept = joined
    return sorted(kept)
