"""Rectangles side by side, the first in the middle."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_EDGE = 120
"""How many of the last rectangles another one may touch: the earlier ones lie inside."""


def pack_boxes(
    sizes: Sequence[tuple[float, float]], *, aspect: float, gap: float = 30.0
) -> list[tuple[float, float]]:
    """Return the upper left corner of each rectangle, none covering another.

    Each is put, in the given order, where the middle of the whole is nearest; the way across counts
    ``aspect`` times less than the way down, so that the whole becomes so much wider than high.

    >>> pack_boxes([(10.0, 10.0), (4.0, 4.0)], aspect=1.5, gap=0.0)
    [(-5.0, -5.0), (5.0, -2.0)]
    """
    boxes = np.empty((len(sizes), 4))
    for number, (width, height) in enumerate(sizes):
        x, y = _find_spot(boxes[:number], np.asarray([width, height]), aspect, gap)
        boxes[number] = x, y, x + width, y + height
    return [(float(left), float(top)) for left, top, _, _ in boxes]


def _find_spot(
    placed: NDArray[np.float64], size: NDArray[np.float64], aspect: float, gap: float
) -> NDArray[np.float64]:
    if not len(placed):
        start: NDArray[np.float64] = -size / 2
        return start
    spots = _list_spots(placed[-_EDGE:], size, gap)
    away = spots + size / 2
    rank = np.round((away[:, 0] / aspect) ** 2 + away[:, 1] ** 2, 3)
    spots = spots[np.lexsort((spots[:, 1], -spots[:, 0], rank))]
    slack = gap - 1e-6
    left, top = spots[:, 0, None], spots[:, 1, None]
    meets = left < placed[:, 2] + slack
    meets &= left + size[0] + slack > placed[:, 0]
    meets &= top < placed[:, 3] + slack
    meets &= top + size[1] + slack > placed[:, 1]
    best: NDArray[np.float64] = spots[(~meets.any(axis=1)).argmax()]
    return best


def _list_spots(placed: NDArray[np.float64], size: NDArray[np.float64], gap: float) -> NDArray[np.float64]:
    """Return the spots that touch a placed rectangle: flush with its corners, its middle, or the whole's."""
    low, high = placed[:, :2], placed[:, 2:]
    spots = []
    for axis, other in ((0, 1), (1, 0)):
        beside = np.concatenate([low[:, axis] - gap - size[axis], high[:, axis] + gap])
        flush = (
            low[:, other],
            high[:, other] - size[other],
            (low[:, other] + high[:, other] - size[other]) / 2,
            np.full(len(placed), -size[other] / 2),
        )
        spots += [np.stack([beside, np.tile(along, 2)][:: 1 if axis == 0 else -1], axis=1) for along in flush]
    return np.concatenate(spots)
