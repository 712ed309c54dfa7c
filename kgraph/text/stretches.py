"""Named stretches of a text, to be asked what lies where."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """A half-open stretch ``[start, end)`` of a text that names something."""

    start: int
    end: int
    name: str


class Stretches:
    """Stretches in order; of those that overlap the one that begins first, then the longest, is kept.

    >>> places = Stretches([Stretch(0, 4, "Polda"), Stretch(10, 15, "Bupati")])
    >>> places.find(12), places.find(7), places.overlaps(3, 6)
    (Stretch(start=10, end=15, name='Bupati'), None, True)
    """

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._found: list[Stretch] = []
        reached = 0
        for stretch in _sort(list(stretches)):
            if stretch.start < stretch.end and stretch.start >= reached:
                self._found.append(stretch)
                reached = stretch.end
        self._starts = [stretch.start for stretch in self._found]

    def __iter__(self) -> Iterator[Stretch]:
        return iter(self._found)

    def find(self, offset: int) -> Stretch | None:
        """Return the stretch that lies over an offset."""
        index = bisect_left(self._starts, offset + 1) - 1
        return self._found[index] if index >= 0 and offset < self._found[index].end else None

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a stretch shares a place with ``[start, end)``."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._found[index].end

    def list_between(self, start: int, end: int) -> list[Stretch]:
        """Return the stretches that lie in ``[start, end)``."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [stretch for stretch in self._found[low:high] if stretch.end <= end]

    def find_next(self, offset: int) -> Stretch | None:
        """Return the first stretch that begins at an offset or after it."""
        index = bisect_left(self._starts, offset)
        return self._found[index] if index < len(self._found) else None

    def find_last(self, offset: int) -> Stretch | None:
        """Return the last stretch that ends at an offset or before it."""
        index = bisect_left(self._starts, offset) - 1
        while index >= 0 and self._found[index].end > offset:
            index -= 1
        return self._found[index] if index >= 0 else None


def _sort(stretches: list[Stretch]) -> list[Stretch]:
    """Return stretches by start, the longest first; most come so, and apart, already."""
    if all(one.end <= other.start for one, other in pairwise(stretches)):
        return stretches
    return sorted(stretches, key=lambda item: (item.start, -item.end, item.name))
