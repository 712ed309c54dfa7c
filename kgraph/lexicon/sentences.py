"""Words that tell where sentences end and begin (``data/lexicon/sentences.toml``)."""

from functools import cached_property

import msgspec


class SentenceWords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Abbreviations, verbs after quotations and words that open sentences, as the file has them."""

    before_name: tuple[str, ...]
    after_name: tuple[str, ...]
    attributions: tuple[str, ...]
    openers: tuple[str, ...]

    @cached_property
    def leading(self) -> frozenset[str]:
        """Folded abbreviations that never end a sentence."""
        return frozenset(self.before_name)

    @cached_property
    def closing(self) -> frozenset[str]:
        """Folded abbreviations that may end a sentence."""
        return frozenset(self.after_name)

    @cached_property
    def attributing(self) -> frozenset[str]:
        """Folded verbs of saying that follow a quotation."""
        return frozenset(self.attributions)

    @cached_property
    def opening(self) -> frozenset[str]:
        """Folded words that open sentences."""
        return frozenset(self.openers)
