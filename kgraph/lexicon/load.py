"""The whole lexicon as one value."""

from pathlib import Path

import msgspec

from kgraph.lexicon.files import load_toml
from kgraph.lexicon.regions import Regions, load_regions
from kgraph.resources import locate_lexicon, locate_registry


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """What the program knows of Indonesian and of the administration; loaded once, then passed on."""

    regions: Regions


def load_lexicon(lexicon: Path | None = None, registry: Path | None = None) -> Lexicon:
    """Return the lexicon that is shipped, or that of other folders.

    Raises:
        KnowledgeError: A file is missing or wrong.
    """
    words = lexicon or locate_lexicon()
    tables = registry or locate_registry()
    return Lexicon(
        regions=load_regions(tables / "regions.csv"),
    )
