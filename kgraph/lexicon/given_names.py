"""Words of personal names: a weak cue for where a post ends and a name begins."""

from functools import cached_property

import msgspec

from kgraph.lexicon.matcher import fold

_SHORT = 2


class GivenNames(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Single words that are common in Indonesian names."""

    names: tuple[str, ...]
    behind_i: tuple[str, ...]

    @cached_property
    def behind_i_set(self) -> frozenset[str]:
        """The words of Balinese names behind "I", folded."""
        return frozenset(map(fold, self.behind_i))

    @cached_property
    def plain(self) -> frozenset[str]:
        """The words, folded, of three letters and more: a shorter one shows no person."""
        return frozenset(word for word in self.folded if len(word) > _SHORT)

    @cached_property
    def folded(self) -> frozenset[str]:
        """The words, folded."""
        return frozenset(map(fold, self.names))
