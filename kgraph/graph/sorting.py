"""Sorting more lines than memory should hold."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice

_RUN = 200_000
"""Lines that are sorted in memory at once."""


def sort_lines(lines: Iterable[bytes], *, run: int = _RUN) -> Iterator[bytes]:
    r"""Yield lines sorted by their bytes, each once.

    Args:
        lines: Lines, each with its end.
        run: How many are held in memory at once; more go through temporary files.

    >>> list(sort_lines([b"b\n", b"a\n", b"b\n"], run=2))
    [b'a\n', b'b\n']
    """
    rest = iter(lines)
    with ExitStack() as stack:
        runs: list[Iterable[bytes]] = []
        while chunk := sorted(set(islice(rest, run))):
            if len(chunk) < run and not runs:
                runs.append(chunk)
                continue
            file = stack.enter_context(tempfile.TemporaryFile())
            file.writelines(chunk)
            file.seek(0)
            runs.append(file)
        last = None
        for line in heapq.merge(*runs):
            if line != last:
                yield line
                last = line
