"""Where the knowledge files are: beside the package in a wheel, at the top level in a checkout."""

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
