"""Where the nodes of a network are drawn: the same network, the same places.

Communities are found first; then each connected part is drawn by forces, edges that
leave a community being longer. The parts are packed around the largest one.
"""

import math
from collections.abc import Mapping
from typing import NamedTuple

import networkx as nx
import numpy as np

from kgraph.rendering.forces import Points, arrange, push_apart
from kgraph.rendering.network import list_ties
from kgraph.rendering.packing import pack_boxes

LABEL = (96.0, 46.0)
"""Width and height, in units of the drawing, that a node with its label wants for itself."""

_SEED = 20260204
_BRIDGE = 1.8
_STEP = 0.95 * LABEL[0]
_ASPECTS = (1.35, 0.55)


class Place(NamedTuple):
    """Where a node is drawn in a wide and in a tall window, in whole units; y grows downwards."""

    wide: tuple[int, int]
    tall: tuple[int, int]


def find_communities(network: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Return the number of each node's community, the largest one being 0."""
    # Numbers for names: the order of a set of numbers does not depend on the hash seed.
    names = sorted(network)
    numbers = {name: number for number, name in enumerate(names)}
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(names)))
    for source, target, releases in list_ties(network):
        simple.add_edge(numbers[source], numbers[target], weight=float(max(1, releases)))
    found = nx.community.louvain_communities(simple, weight="weight", seed=_SEED)
    ranked = sorted(found, key=lambda community: (-len(community), min(community)))
    return {names[number]: rank for rank, community in enumerate(ranked) for number in community}


def place_nodes(network: "nx.MultiDiGraph[str]") -> dict[str, Place]:
    """Return where each node is drawn, by name, the middle of the nodes with ties at (0, 0).

    The units are such that labels of about :data:`LABEL` stand beside each other. Nodes without a tie stand
    in rows below the rest.

    >>> import networkx
    >>> network = networkx.MultiDiGraph([("a", "b", {"releases": 1})])
    >>> place_nodes(network)["a"]
    Place(wide=(-48, 0), tall=(0, -46))
    """
    communities = find_communities(network)
    parts = sorted(
        (sorted(part) for part in nx.weakly_connected_components(network)),
        key=lambda part: (-len(part), part[0]),
    )
    tied = [part for part in parts if len(part) > 1]
    alone = [part[0] for part in parts if len(part) == 1]
    drawn = [_draw_part(network, part, communities) for part in tied]
    wide = _put_together(tied, drawn, alone, aspect=_ASPECTS[0])
    tall = _put_together(tied, [points[:, ::-1] for points in drawn], alone, aspect=_ASPECTS[1])
    return {name: Place(wide[name], tall[name]) for name in sorted(network)}


def _draw_part(network: "nx.MultiDiGraph[str]", part: list[str], communities: Mapping[str, int]) -> Points:
    numbers = {name: number for number, name in enumerate(part)}
    pairs = sorted({(numbers[a], numbers[b]) for a, b in network.subgraph(part).edges() if a != b})
    ends = np.asarray(pairs, dtype=np.int64).T
    degree = np.bincount(ends.ravel(), minlength=len(part))
    bridge = np.asarray([communities[part[a]] != communities[part[b]] for a, b in pairs])
    # Between two busy nodes there must be room for the partners of both.
    lengths = np.where(bridge, _BRIDGE, 1.0) * (1.0 + 0.25 * np.log2(degree[ends].min(axis=0)))
    return arrange(len(part), ends, lengths, seed=_SEED) * _STEP


def _put_together(
    tied: list[list[str]], drawn: list[Points], alone: list[str], *, aspect: float
) -> dict[str, tuple[int, int]]:
    label = np.asarray(LABEL)
    drawn = [push_apart(points, LABEL) for points in drawn]
    sizes = [np.ptp(points, axis=0) + label for points in drawn]
    corners = pack_boxes([(float(width), float(height)) for width, height in sizes], aspect=aspect)
    places: dict[str, tuple[float, float]] = {}
    for part, points, corner in zip(tied, drawn, corners, strict=True):
        shifted = points - points.min(axis=0) + np.asarray(corner) + label / 2
        places.update((name, (float(x), float(y))) for name, (x, y) in zip(part, shifted, strict=True))
    places = _centre(places)
    places.update(_place_rows(alone, places, aspect))
    return {name: (round(x), round(y)) for name, (x, y) in places.items()}


def _centre(places: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    if not places:
        return {}
    points = np.asarray(list(places.values()))
    across, down = (float(value) for value in (points.min(axis=0) + points.max(axis=0)) / 2)
    return {name: (x - across, y - down) for name, (x, y) in places.items()}


def _place_rows(
    names: list[str], above: Mapping[str, tuple[float, float]], aspect: float
) -> dict[str, tuple[float, float]]:
    width, height = LABEL
    whole = max((x for x, _ in above.values()), default=0.0) * 2 + width
    columns = max(round(whole / width), math.ceil(math.sqrt(len(names) * height / width * aspect)), 1)
    top = max((y for _, y in above.values()), default=-2 * height) + 2 * height
    left = -(min(columns, len(names)) - 1) / 2
    return {
        name: ((left + number % columns) * width, top + number // columns * height)
        for number, name in enumerate(names)
    }
