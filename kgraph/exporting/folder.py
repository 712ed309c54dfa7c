"""The files of an export that is a folder, as values; who writes them is another's concern."""

from collections.abc import Iterator

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One file: its name below the folder, with ``/`` between parts, and its content in parts."""

    name: str
    parts: Iterator[bytes]
