"""Two sorted dumps compared line by line: one pass, and a line of each in memory."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kgraph.errors import InputError
from kgraph.mapping.iris import mint_graph
from kgraph.vocabulary import expand


def compare_dumps(old: Path, new: Path, *, base: str) -> Iterator[tuple[bool, bytes]]:
    """Yield the quads that only one of two dumps has, in the order of dumps.

    Args:
        old: Sorted N-Quads as a build writes them.
        new: The same of another generation.
        base: Where IRIs of resources begin, in both.

    Yields:
        Whether ``new`` has the line, and the line with its end. ``old`` without the lines
        of its own and with those of ``new``, put in their places, is ``new`` to the byte.

    Raises:
        InputError: A dump is not sorted, or a line of it is no quad.
    """
    derived = mint_graph(base, "").encode()
    with old.open("rb") as one, new.open("rb") as other:
        before, after = one.readline(), other.readline()
        last_before, last_after = _LEAST, _LEAST
        while before or after:
            # Nearly all lines are in both: they are passed over without being taken apart.
            if before == after:
                before, after = one.readline(), other.readline()
                continue
            if before:
                last_before = _place(before, derived, old, last_before)
            if after:
                last_after = _place(after, derived, new, last_after)
            if before and (not after or last_before < last_after):
                yield False, before
                before = one.readline()
            else:
                yield True, after
                after = other.readline()


def count_claims(old: Path, new: Path, *, base: str) -> tuple[Counter[str], Counter[str]]:
    """Return how many claims of each release only the old and only the new one of two dumps has.

    Raises:
        InputError: A dump is not sorted, or a line of it is no quad.
    """
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for is_new, line in compare_dumps(old, new, base=base):
        _, predicate, value = line.split(b" ", 2)
        if predicate == _IN_RELEASE:
            counts[is_new][value.partition(b" ")[0].decode().strip("<>")] += 1
    return counts


_IN_RELEASE = f"<{expand('kg:inRelease')}>".encode()
_Place = tuple[bool, bytes, bytes]
_LEAST: _Place = (False, b"", b"")


def _place(line: bytes, derived: bytes, path: Path, least: _Place) -> _Place:
    """Return where a quad stands in a dump: graphs of releases by IRI, then derived ones, then by line."""
    start = line.rfind(b" <") + 2
    if start < 2 or not line.endswith(b"> .\n"):
        raise InputError("a line is no quad; check the graph with: kgraph check -g FOLDER", path=path)
    graph = line[start:-4]
    place = (graph.startswith(derived), graph, line)
    if place < least:
        raise InputError("the quads are not sorted; check the graph with: kgraph check -g FOLDER", path=path)
    return place
