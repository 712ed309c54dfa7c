"""The list of persons who are to stay out of a graph, by the hashes of their names.

It lies in the graph folder, so that it holds for every later build. It has hashes, since a list of the
names would tell what it is to keep secret. A line that is deleted is forgotten, and the person comes back
with the next reading of the releases that name it.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from kgraph.errors import InputError

SUPPRESSED = "suppressed.txt"
"""The name of the list in a graph folder: one hash a line; what follows ``#`` is a comment."""

_HASH = re.compile(r"[0-9a-f]{64}")
_HEADING = "# Persons who stay out of this graph, by the SHA-256 of their names; delete a line to undo it.\n"


def read_suppressed(folder: Path) -> frozenset[str]:
    """Return the hashes that a graph folder lists; none where it has no list.

    Raises:
        InputError: The list cannot be read, or a line of it is no hash.
    """
    path = folder / SUPPRESSED
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path=path) from error
    found = set()
    for number, line in enumerate(lines, start=1):
        word = line.partition("#")[0].strip()
        if word and not _HASH.fullmatch(word):
            raise InputError("this is no SHA-256 of a name", path=path, line=number)
        if word:
            found.add(word)
    return frozenset(found)


def add_suppressed(folder: Path, hashes: Iterable[str]) -> None:
    """Add hashes to the list of a graph folder, whose other lines stay as they are.

    Raises:
        InputError: The list cannot be written.
    """
    new = sorted(set(hashes) - read_suppressed(folder))
    path = folder / SUPPRESSED
    if not new:
        return
    try:
        before = path.read_text("utf-8-sig") if path.exists() else _HEADING
        end = "" if before.endswith("\n") or not before else "\n"
        path.write_text(before + end + "".join(f"{line}\n" for line in new), "utf-8")
    except OSError as error:
        raise InputError(f"cannot be written: {error}", path=path) from error
