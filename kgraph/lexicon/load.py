"""The whole lexicon as one value."""

from pathlib import Path

import msgspec

from kgraph.lexicon.files import load_toml
from kgraph.lexicon.region_levels import RegionLevels
from kgraph.lexicon.furniture import FurnitureWords
from kgraph.lexicon.regions import Regions, load_regions
from kgraph.lexicon.sentences import SentenceWords
from kgraph.resources import locate_lexicon, locate_registry


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """What the program knows of Indonesian and of the administration; loaded once, then passed on."""

    region_levels: RegionLevels
    furniture: FurnitureWords
    regions: Regions
    sentences: SentenceWords


def load_lexicon(lexicon: Path | None = None, registry: Path | None = None) -> Lexicon:
    """Return the lexicon that is shipped, or that of other folders.

    Raises:
        KnowledgeError: A file is missing or wrong.
    """
    words = lexicon or locate_lexicon()
    tables = registry or locate_registry()
    return Lexicon(
        furniture=load_toml(words / "furniture.toml", FurnitureWords),
        region_levels=load_toml(words / "region_levels.toml", RegionLevels),
        regions=load_regions(tables / "regions.csv"),
        sentences=load_toml(words / "sentences.toml", SentenceWords),
    )
