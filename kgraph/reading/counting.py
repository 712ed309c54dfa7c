"""How much there is to read, for a bar of progress."""

import os
from collections.abc import Iterable
from pathlib import Path

from kgraph.reading.sources import PAGES, ROWS

_CHUNK = 1 << 20


def count_inputs(sources: Iterable[Path | str]) -> int | None:
    """Return about how many releases sources hold: their pages and the lines of their rows.

    Nothing is known of streams, so with one of them there is no answer.
    """
    total = 0
    for source in map(Path, sources):
        if source.is_dir():
            files = [Path(folder, name) for folder, _, names in os.walk(source) for name in names]
        elif source.is_file():
            files = [source]
        else:
            return None
        for path in files:
            ending = path.suffix.lower()
            if ending in ROWS:
                total += _count_lines(path)
            elif ending in PAGES or path == source:
                total += 1
    return total


def _count_lines(path: Path) -> int:
    count = 0
    try:
        with path.open("rb") as file:
            while data := file.read(_CHUNK):
                count += data.count(b"\n")
    except OSError:
        return 0
    return max(count, 1)
