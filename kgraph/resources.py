"""Where the knowledge files are: beside the package in a wheel, at the top level in a checkout."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from kgraph.errors import KnowledgeError

_PACKAGE = Path(__file__).resolve().parent


def _locate(name: str) -> Path:
    for place in (_PACKAGE / "_knowledge" / name, _PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise KnowledgeError(f"the folder {name}/ is missing from this installation", path=_PACKAGE)


def locate_ontology() -> Path:
    """Return the folder that holds the Turtle files of the ontology."""
    return _locate("ontology")


def locate_lexicon() -> Path:
    """Return the folder that holds the word lists."""
    return _locate("data/lexicon")


def locate_registry() -> Path:
    """Return the folder that holds the tables of regions and institutions."""
    return _locate("data/registry")


def hash_code() -> str:
    """Return the SHA-256 of the program's own modules."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py"), key=lambda path: path.relative_to(_PACKAGE).as_posix()):
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def hash_knowledge(*folders: Path, own: Iterable[Mapping[str, bytes]] = ()) -> str:
    """Return the SHA-256 of all files below some folders, their names included.

    Args:
        folders: The folders.
        own: What a user adds, in order: the content of files by name.
    """
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
            if path.is_file():
                content = path.read_bytes()
                digest.update(
                    f"{folder.name}/{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode()
                )
                digest.update(content)
    for number, files in enumerate(own, start=1):
        for name, content in sorted(files.items()):
            digest.update(f"own/{number}/{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def locate_questions() -> Path:
    """Return the folder that holds the named questions."""
    return _PACKAGE / "querying" / "library"
