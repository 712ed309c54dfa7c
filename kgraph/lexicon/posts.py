"""Posts: the words that they begin with and are made of."""

from functools import cached_property

import msgspec

from kgraph.lexicon.matcher import PhraseMatcher, fold


class FusedPost(msgspec.Struct, frozen=True, kw_only=True):
    """Posts that are one word with their body (``body``: the head of the body's name), or abbreviated."""

    forms: tuple[str, ...]
    body: str | None = None


class Posts(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All words about posts; see the data file for what each list means."""

    heads: tuple[str, ...]
    fused: tuple[FusedPost, ...]
    post_joiners: tuple[str, ...]
    prepositions: tuple[str, ...]
    modifiers: tuple[str, ...]
    after_name: tuple[str, ...]
    before_name: tuple[str, ...]
    represented: tuple[str, ...]
    pair_joiners: tuple[str, ...]
    numbers: tuple[str, ...]
    short_titles: tuple[str, ...]
    owners: tuple[str, ...]

    @cached_property
    def matcher(self) -> PhraseMatcher:
        """Finds the words that begin a post."""
        return PhraseMatcher([*self.heads, *(form for post in self.fused for form in post.forms)])

    @cached_property
    def body_of(self) -> dict[str, str]:
        """The head of the body's name for each folded fused post."""
        return {fold(form): post.body for post in self.fused if post.body for form in post.forms}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The folded words that a post may begin with."""
        phrases = [*self.heads, *(form for post in self.fused for form in post.forms)]
        return frozenset(fold(phrase).split()[0] for phrase in phrases)

    @cached_property
    def owner_set(self) -> frozenset[str]:
        """The words of posts that own the name behind them, folded."""
        return frozenset(map(fold, self.owners))

    @cached_property
    def modifier_set(self) -> frozenset[str]:
        """The words that a post may go on with, folded."""
        return frozenset(word for phrase in self.modifiers for word in fold(phrase).split())
