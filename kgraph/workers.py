"""Many processes that do one thing, with the results in the order of the work."""

import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Thread
from typing import Any

from kgraph.errors import KGraphError

_AHEAD = 4
"""Pieces of work that may wait for each process."""

_held: list[Any] = []
"""What the pieces of work of this process share; it comes once with the process, not with each piece."""


def map_in_order(
    function: Callable[[bytes, Any], bytes], shared: Any, pieces: Iterable[bytes], *, jobs: int
) -> Iterator[bytes]:
    """Yield ``function(piece, shared)`` of each piece, computed in other processes, in order.

    Pieces are taken from their iterable only a few at a time.

    Args:
        function: A function of a module, which the processes import.
        shared: The same for all pieces; must be picklable.
        pieces: The work.
        jobs: Number of processes.

    Raises:
        KGraphError: A process died.
    """
    # A new process gets its first arguments through a pipe; if it died before it read more than
    # the pipe holds, this one would wait for ever. So what is shared goes through a file.
    with NamedTemporaryFile(prefix="kgraph-", delete=False) as file:
        pickle.dump(shared, file)
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_hold, initargs=(file.name,))
    waiting: deque[Future[bytes]] = deque()
    try:
        for piece in pieces:
            waiting.append(pool.submit(_run, function, piece))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise KGraphError(
            "a worker process was killed, perhaps for want of memory: try again with --jobs 1"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        Path(file.name).unlink(missing_ok=True)


def _hold(path: str) -> None:
    # The file is this program's own, made a moment ago and readable by its user alone.
    _held[:] = [pickle.loads(Path(path).read_bytes())]  # noqa: S301
    Thread(target=_end_with_parent, args=(Path(path),), daemon=True).start()


def _end_with_parent(shared: Path) -> None:
    """End this process when the one that started it is gone, be it killed; else it would wait for ever.

    What the other could not take away any more goes, too.
    """
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        shared.unlink(missing_ok=True)
        os._exit(1)


def _run(function: Callable[[bytes, Any], bytes], piece: bytes) -> bytes:
    return function(piece, _held[0])
