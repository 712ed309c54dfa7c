"""Where on a web server the page of a resource lies: the path of its IRI, as far as that is a safe one."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

ELSEWHERE = "elsewhere"
"""The folder of resources whose IRIs are no safe path."""

_MOST_BYTES = 255
"""What file systems allow for one part of a path."""
_UNSAFE = re.compile("[/\\\\\x00-\x1f\x7f\ufffd]|^[.]|[. ]$")
"""Separators, control characters, what was no UTF-8, hidden names, and ends that some systems drop."""
_OURS = frozenset({"index.html", "index.ttl"})


def find_path(iri: str, base: str) -> str | None:
    """Return the path below the root of a server at ``base``, decoded as servers do it.

    ``None`` where that would leave the root, be hidden, or be no name of a file.

    >>> find_path("https://example.org/release/b/%2541", "https://example.org/")
    'release/b/%41'
    >>> find_path("https://example.org/release/%2E%2E/x", "https://example.org/")
    """
    parts = [unquote(part) for part in iri.removeprefix(base).split("/")]
    if all(map(_is_safe, parts)):
        return "/".join(parts)
    return None


def _is_safe(part: str) -> bool:
    return (
        bool(part)
        and not _UNSAFE.search(part)
        and part.casefold() not in _OURS
        and len(part.encode("utf-8", "replace")) <= _MOST_BYTES
    )


class Places:
    """Where each of some resources has its folder; no two share one, on no file system.

    Args:
        iris: The resources, in a fixed order; IRIs without fragment that begin with ``base``.
        base: Where the IRIs begin.
    """

    def __init__(self, iris: Iterable[str], base: str) -> None:
        self._base = base
        self._folders: dict[str, str] = {}
        taken: set[str] = set()
        for iri in iris:
            path = find_path(iri, base)
            # Some file systems know no capitals, some no two ways to write one letter.
            key = unicodedata.normalize("NFC", path or "").casefold()
            if path is None or key in taken:
                path = f"{ELSEWHERE}/{hashlib.sha256(iri.encode()).hexdigest()[:32]}"
            taken.add(key)
            self._folders[iri] = path

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def get_folder(self, iri: str) -> str:
        """Return the folder of a resource.

        Raises:
            KeyError: It is none of those that have one.
        """
        return self._folders[iri]

    def find_link(self, iri: str, root: str) -> str | None:
        """Return a link to a resource, or to its place in the page that tells of it.

        Args:
            iri: The resource; what is behind ``#`` is a place in the page of what is before.
            root: The way from where the link stands to the root, such as "../../".
        """
        document, mark, fragment = iri.partition("#")
        folder = self._folders.get(document)
        return None if folder is None else f"{root}{quote(folder)}/{mark}{fragment}"
