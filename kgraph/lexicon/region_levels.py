"""Words for the level of a region."""

import re
from functools import cached_property

import msgspec

from kgraph.lexicon.matcher import fold


class RegionLevels(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Words that may stand before the bare name of a region (``data/lexicon/region_levels.toml``)."""

    words: tuple[str, ...]
    directions: tuple[str, ...] = ()

    @cached_property
    def folded(self) -> frozenset[str]:
        """The words, folded."""
        return frozenset(map(fold, self.words))

    @cached_property
    def prefix(self) -> re.Pattern[str]:
        """Matches a level word at the beginning of folded text, with the blanks after it."""
        words = sorted(self.words, key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s+")
