"""Where the nodes of a network are drawn: the same network, the same places.

Communities are found first; then each connected part is laid out by stress
majorisation, a force layout whose springs are as long as the path between two nodes,
longer where it leaves a community. Nodes that would cover each other's labels are
pushed apart, and the parts are packed around the largest one.
"""

import math
from collections.abc import Mapping

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from kgraph.rendering.packing import pack_boxes

Points = NDArray[np.float64]

SEED = 20260204
LABEL = (96.0, 46.0)
"""Width and height, in units of the drawing, that a node with its label wants for itself."""

_BRIDGE = 1.8
_PIVOTS = 220
_ROUNDS = 150
_SHIFTS = 120


def find_communities(network: "nx.MultiDiGraph[str]") -> dict[str, int]:
    """Return the number of each node's community, the largest one being 0."""
    names = sorted(network)
    numbers = {name: number for number, name in enumerate(names)}
    simple = nx.Graph()
    simple.add_nodes_from(range(len(names)))
    for source, target, releases in sorted(network.edges(data="releases")):
        simple.add_edge(numbers[source], numbers[target], weight=float(max(1, releases)))
    found = nx.community.louvain_communities(simple, weight="weight", seed=SEED)
    ranked = sorted(found, key=lambda community: (-len(community), min(community)))
    return {names[number]: rank for rank, community in enumerate(ranked) for number in community}


def place_nodes(network: "nx.MultiDiGraph[str]", *, tall: bool = False) -> dict[str, tuple[int, int]]:
    """Return a place for each node, in whole units, the middle at (0, 0) and y downwards.

    The units are such that labels of about :data:`LABEL` stand beside each other. Nodes without a tie stand
    in rows below the rest. The whole is wider than high, or higher than wide if ``tall`` is asked for.

    >>> import networkx
    >>> place_nodes(networkx.MultiDiGraph())
    {}
    """
    return {name: pair[tall] for name, pair in place_nodes_twice(network).items()}


def place_nodes_twice(
    network: "nx.MultiDiGraph[str]",
) -> dict[str, tuple[tuple[int, int], tuple[int, int]]]:
    """Return two places for each node, in a wide and in a tall drawing of the same arrangement."""
    communities = find_communities(network)
    parts = sorted(
        (sorted(part) for part in nx.weakly_connected_components(network)),
        key=lambda part: (-len(part), part[0]),
    )
    tied = [part for part in parts if len(part) > 1]
    alone = sorted(part[0] for part in parts if len(part) == 1)
    drawn = [_arrange_part(network, part, communities) for part in tied]
    wide = _put_together(tied, drawn, alone, aspect=1.35)
    tall = _put_together(tied, [points[:, ::-1] for points in drawn], alone, aspect=0.55)
    return {name: (wide[name], tall[name]) for name in sorted(network)}


def _put_together(
    tied: list[list[str]], drawn: list[Points], alone: list[str], *, aspect: float
) -> dict[str, tuple[int, int]]:
    box = np.asarray(LABEL)
    drawn = [_push_apart(points) for points in drawn]
    corners = pack_boxes([tuple(np.ptp(points, axis=0) + box) for points in drawn], aspect=aspect)
    places: dict[str, tuple[float, float]] = {}
    for part, points, corner in zip(tied, drawn, corners, strict=True):
        shifted = points - points.min(axis=0) + np.asarray(corner) + box / 2
        places.update((name, (float(x), float(y))) for name, (x, y) in zip(part, shifted, strict=True))
    places = _centre(places)
    places.update(_place_rows(alone, places, aspect))
    return {name: (round(x), round(y)) for name, (x, y) in places.items()}


def _centre(places: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    if not places:
        return {}
    points = np.asarray(list(places.values()))
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    return {name: (x - middle[0], y - middle[1]) for name, (x, y) in places.items()}


def _place_rows(
    names: list[str], above: Mapping[str, tuple[float, float]], aspect: float
) -> dict[str, tuple[float, float]]:
    width, height = LABEL
    whole = max((x for x, _ in above.values()), default=0.0) * 2 + width
    columns = max(round(whole / width), math.ceil(math.sqrt(len(names) * height / width * aspect)), 1)
    top = max((y for _, y in above.values()), default=-height) + 2 * height
    left = -(min(columns, len(names)) - 1) / 2
    return {
        name: ((left + number % columns) * width, top + number // columns * height)
        for number, name in enumerate(names)
    }


def _arrange_part(
    network: "nx.MultiDiGraph[str]", part: list[str], communities: Mapping[str, int]
) -> Points:
    numbers = {name: number for number, name in enumerate(part)}
    pairs = sorted({(numbers[a], numbers[b]) for a, b in network.subgraph(part).edges() if a != b})
    ends = np.asarray(pairs).T
    degree = np.bincount(ends.ravel(), minlength=len(part))
    bridge = np.asarray([communities[part[a]] != communities[part[b]] for a, b in pairs])
    lengths = np.where(bridge, _BRIDGE, 1.0) * (1.0 + 0.25 * np.log2(degree[ends].min(axis=0)))
    weights = csr_array(
        (np.concatenate([lengths, lengths]), (np.concatenate(ends), np.concatenate(ends[::-1]))),
        shape=(len(part), len(part)),
    )
    return _turn(_majorise(weights, ends, lengths)) * LABEL[0] * 0.95


def _majorise(weights: csr_array, ends: NDArray[np.int64], lengths: Points) -> Points:
    """Return places whose distances come close to those of the paths, over all pairs with a pivot."""
    size = weights.shape[0]
    pivots, far = _choose_pivots(weights, min(_PIVOTS, size))
    points = _scale_classically(far, pivots)
    rng = np.random.default_rng(SEED)
    points += rng.normal(scale=0.05, size=points.shape)
    pull = np.zeros_like(far)
    np.divide(1.0, far**2, out=pull, where=far > 0)
    pull *= size / len(pivots)
    a, b = ends
    near = 1.0 / lengths**2
    total = pull.sum(axis=0)
    np.add.at(total, a, near)
    np.add.at(total, b, near)
    for _ in range(_ROUNDS):
        to = points[None, :, :] - points[pivots][:, None, :]
        gap = np.maximum(np.linalg.norm(to, axis=2), 1e-6)
        wanted = points[pivots][:, None, :] + to * (far / gap)[:, :, None]
        moved = (pull[:, :, None] * wanted).sum(axis=0)
        along = points[a] - points[b]
        unit = along * (lengths / np.maximum(np.linalg.norm(along, axis=1), 1e-6))[:, None]
        np.add.at(moved, a, near[:, None] * (points[b] + unit))
        np.add.at(moved, b, near[:, None] * (points[a] - unit))
        points = 0.3 * points + 0.7 * moved / total[:, None]
    return points


def _choose_pivots(weights: csr_array, count: int) -> tuple[NDArray[np.int64], Points]:
    """Return nodes that lie far from each other, and the lengths of the paths from them."""
    chosen = [0]
    rows = [dijkstra(weights, directed=False, indices=0)]
    nearest = rows[0].copy()
    while len(chosen) < count:
        chosen.append(int(nearest.argmax()))
        rows.append(dijkstra(weights, directed=False, indices=chosen[-1]))
        nearest = np.minimum(nearest, rows[-1])
        nearest[chosen] = -1.0
    return np.asarray(chosen), np.asarray(rows)


def _scale_classically(far: Points, pivots: NDArray[np.int64]) -> Points:
    squared = far.T**2
    doubly = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(doubly.T @ doubly)
    basis = vectors[:, np.argsort(values)[::-1][:2]]
    if basis.shape[1] < 2:
        basis = np.pad(basis, ((0, 0), (0, 2 - basis.shape[1])))
    signs = np.sign(basis[np.abs(basis).argmax(axis=0), [0, 1]])
    points = -doubly @ (basis * np.where(signs == 0, 1.0, signs))
    spread = np.linalg.norm(points, axis=1).max()
    return points / spread * far.max() / 2 if spread > 0 else points


def _turn(points: Points) -> Points:
    """Return the points turned so that they spread most from left to right."""
    centred = points - points.mean(axis=0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, np.argsort(values)[::-1]]
    signs = np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    turned: Points = centred @ (axes * np.where(signs == 0, 1.0, signs))
    return turned


def _push_apart(points: Points) -> Points:
    """Return the points moved, where the boxes of two labels meet, along the shorter way out."""
    scaled = points / np.asarray(LABEL)
    for _ in range(_SHIFTS):
        pairs = cKDTree(scaled).query_pairs(0.99, p=np.inf, output_type="ndarray")
        if not len(pairs):
            break
        a, b = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].T
        apart = scaled[a] - scaled[b]
        over = 1.0 - np.abs(apart)
        across = over[:, 0] < over[:, 1]
        push = np.where(np.column_stack([across, ~across]), over * np.where(apart < 0, -1.0, 1.0), 0.0)
        moves = np.zeros_like(scaled)
        np.add.at(moves, a, push)
        np.add.at(moves, b, -push)
        meets = np.bincount(np.concatenate([a, b]), minlength=len(scaled))
        scaled = scaled + 0.6 * moves / np.maximum(meets, 1)[:, None]
    return scaled * np.asarray(LABEL)
