"""Titles, ranks and degrees around a person's name."""

from functools import cached_property

import msgspec

from kgraph.lexicon.matcher import fold


class Honorifics(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Titles and ranks stand before a name, degrees after it."""

    titles: tuple[str, ...]
    ranks: tuple[str, ...]
    rank_parts: tuple[str, ...]
    degrees: tuple[str, ...]
    full_titles: tuple[str, ...]
    name_abbreviations: tuple[str, ...]
    particles: tuple[str, ...]

    @cached_property
    def name_abbreviation_set(self) -> frozenset[str]:
        """Abbreviated words of names, folded and without dots."""
        return frozenset(map(fold, self.name_abbreviations))

    @cached_property
    def full_title_set(self) -> frozenset[str]:
        """Titles that are whole words: a full stop behind one ends the sentence."""
        return frozenset(map(fold, self.full_titles))

    @cached_property
    def particle_set(self) -> frozenset[str]:
        """The words in lower case inside names."""
        return frozenset(self.particles)

    @cached_property
    def title_set(self) -> frozenset[str]:
        """Titles, folded and without dots."""
        return frozenset(fold(title).replace(".", "") for title in self.titles)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The folded words that a rank or a title of more than one letter begins with."""
        phrases = [*self.ranks, *(title for title in self.titles if len(title) > 1)]
        return frozenset(fold(phrase).split()[0].replace(".", "") for phrase in phrases)

    @cached_property
    def rank_firsts(self) -> frozenset[str]:
        """The folded words that a rank begins with."""
        return frozenset(fold(rank).split()[0] for rank in self.ranks)

    @cached_property
    def rank_words(self) -> frozenset[tuple[str, ...]]:
        """Ranks as folded words."""
        return frozenset(tuple(fold(rank).split()) for rank in self.ranks)

    @cached_property
    def rank_part_set(self) -> frozenset[str]:
        """What may follow a rank, folded."""
        return frozenset(fold(part).strip("()") for part in self.rank_parts)

    @cached_property
    def degree_set(self) -> frozenset[str]:
        """Degrees, folded and without dots."""
        return frozenset(fold(degree) for degree in self.degrees)

    @cached_property
    def degree_beginnings(self) -> frozenset[str]:
        """What degrees begin with, letter by letter: a word that is none of these begins no degree."""
        return frozenset(degree[:size] for degree in self.degree_set for size in range(1, len(degree) + 1))
