"""A connected network drawn by forces: springs as long as the paths, and labels that push each other away."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
"""One row (x, y) for each node."""
Ends = NDArray[np.int64]
"""Two rows: the numbers of the nodes at both ends of each edge."""

_PIVOTS = 220
_ROUNDS = 150
_SHIFTS = 120
_NEAR = 1e-6


def arrange(count: int, ends: Ends, lengths: NDArray[np.float64], *, seed: int) -> Points:
    """Return places for the nodes of a connected network, spread most from left to right.

    Stress majorisation: the distance of two nodes comes as close as may be to the length of the path between
    them. It looks at the edges and at the pairs with some 200 nodes far from each other, so that the work
    grows with the number of nodes, not with its square.

    Args:
        count: How many nodes there are.
        ends: Each edge once.
        lengths: How long each edge shall be.
        seed: Of the small noise that parts nodes with the same neighbours.
    """
    paths = csr_array(
        (np.concatenate([lengths, lengths]), (ends.ravel(), ends[::-1].ravel())), shape=(count, count)
    )
    pivots, far = _choose_pivots(paths, min(_PIVOTS, count))
    points = _scale_classically(far)
    points += np.random.default_rng(seed).normal(scale=0.05, size=points.shape)
    pull = np.zeros_like(far)
    np.divide(count / len(pivots), far**2, out=pull, where=far > 0)
    a, b = ends
    near = 1.0 / lengths**2
    total = pull.sum(axis=0)
    np.add.at(total, a, near)
    np.add.at(total, b, near)
    stretch = pull * far
    for _ in range(_ROUNDS):
        fixed = points[pivots]
        hold = stretch / np.maximum(_measure_gaps(fixed, points), _NEAR)
        # Each pivot wants a node where it is itself and from there, towards the node, as far as the path is.
        moved = hold.sum(axis=0)[:, None] * points + _weigh(pull - hold, fixed)
        along = points[a] - points[b]
        along *= (lengths / np.maximum(np.linalg.norm(along, axis=1), _NEAR))[:, None]
        np.add.at(moved, a, near[:, None] * (points[b] + along))
        np.add.at(moved, b, near[:, None] * (points[a] - along))
        points = 0.3 * points + 0.7 * moved / total[:, None]
    return _project(points - points.mean(axis=0))


def _measure_gaps(fixed: Points, points: Points) -> NDArray[np.float64]:
    """Return the distance from each fixed point to each point."""
    across = points[None, :, 0] - fixed[:, 0, None]
    down = points[None, :, 1] - fixed[:, 1, None]
    across *= across
    down *= down
    across += down
    gaps: NDArray[np.float64] = np.sqrt(across, out=across)
    return gaps


def _weigh(weights: NDArray[np.float64], fixed: Points) -> Points:
    """Return for each node the fixed points times its weights; not by BLAS: its sums vary with threads."""
    return np.column_stack([(weights * fixed[:, axis, None]).sum(axis=0) for axis in (0, 1)])


def push_apart(points: Points, box: tuple[float, float]) -> Points:
    """Return the points moved, where the boxes around two of them meet, along the shorter way out."""
    scaled: Points = points / np.asarray(box)
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
    moved: Points = scaled * np.asarray(box)
    return moved


def _choose_pivots(paths: csr_array, count: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return nodes that lie far from each other, and the lengths of the paths from each of them."""
    chosen = [0]
    rows = [dijkstra(paths, directed=False, indices=[0])[0]]
    nearest = rows[0].copy()
    while len(chosen) < count:
        chosen.append(int(nearest.argmax()))
        rows.append(dijkstra(paths, directed=False, indices=chosen[-1:])[0])
        nearest = np.minimum(nearest, rows[-1])
        nearest[chosen] = -1.0
    return np.asarray(chosen), np.asarray(rows)


def _scale_classically(far: NDArray[np.float64]) -> Points:
    """Return first places: the distances to the pivots, seen from where they differ most."""
    squared = far.T**2
    doubly = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    points = _project(doubly)
    spread = float(np.linalg.norm(points, axis=1).max())
    return points * (float(far.max()) / 2 / spread) if spread > 0 else points


def _project(rows: NDArray[np.float64]) -> Points:
    """Return the rows along the two directions in which they spread most, turned always the same way."""
    values, vectors = np.linalg.eigh(rows.T @ rows)
    axes = vectors[:, np.argsort(values)[::-1][:2]]
    turns = np.where(axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])] < 0, -1.0, 1.0)
    points: Points = rows @ (axes * turns)
    return points
