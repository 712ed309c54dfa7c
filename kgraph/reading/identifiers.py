"""Identifiers of releases: safe in an IRI, and no two names give the same."""

import re
import unicodedata
from pathlib import PurePath

from kgraph.errors import InputError

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-/")
_IDENTIFIER = re.compile(r"(?:[a-z0-9/-]|%[0-9A-F]{2})+")
_LONGEST = 500


def make_identifier(given: str) -> str:
    """Return the identifier that a given id or a path without its ending stands for.

    Lower-case letters, digits, hyphens and the slashes between parts stay, the rest of
    the name (NFC) is percent-encoded, so different names never meet.

    Raises:
        InputError: The name is empty, too long or no text.

    >>> make_identifier("2026/Rilis 4")
    '2026/%52ilis%204'
    """
    name = unicodedata.normalize("NFC", given.strip())
    if not name:
        raise InputError("the id is empty")
    try:
        parts = [char if char in _SAFE else _escape(char) for char in name]
    except UnicodeEncodeError as error:
        raise InputError("the id holds bytes that are no text") from error
    identifier = "".join(parts)
    if len(identifier) > _LONGEST:
        raise InputError(f"the id is longer than {_LONGEST} characters")
    return identifier


def is_identifier(text: str) -> bool:
    """Return whether a text has the form of an identifier."""
    return len(text) <= _LONGEST and bool(_IDENTIFIER.fullmatch(text))


def name_file(path: PurePath, root: PurePath | None) -> str:
    """Return the path of a file below ``root``, with "/" and without its ending.

    >>> from pathlib import PurePosixPath
    >>> name_file(PurePosixPath("in/2026/a.txt"), PurePosixPath("in"))
    '2026/a'
    """
    below = path.relative_to(root) if root is not None else PurePath(path.name)
    return below.with_name(below.stem).as_posix()


def _escape(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode())
