"""How names of institutions begin, and the words that fill them."""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

import msgspec

from kgraph.lexicon.matcher import WordPhrases, fold

_SHORTEST_SLIPPED = 8
_KEPT = 4096
"""Words that were looked at and are kept with the answer."""


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The word that a name begins with, and what may follow; see the head of the data file."""

    forms: tuple[str, ...]
    kind: str
    tail: str
    alone: bool = False
    sub: bool = False
    inside: bool = False
    various: bool = False
    placed: bool = False
    abroad: bool = False
    seated: bool = False
    generic: bool = False
    long: str | None = None

    @property
    def may_tell_subject(self) -> bool:
        """Whether the head of an agency, if it has several words, says what the agency works on."""
        return self.kind == "regional-agency" and self.tail == "field" and not self.generic

    @property
    def full(self) -> str:
        """The head in full words."""
        return self.long or self.forms[0]


def _list_slips(word: str) -> Iterator[str]:
    """Yield what a long word becomes when two letters change places or one is left out."""
    if len(word) < _SHORTEST_SLIPPED or not word.isalpha():
        return
    for place in range(1, len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        yield word[:place] + word[place + 1 :]


class NameWords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The words that fill the slots of a name."""

    fields: tuple[str, ...]
    field_shapes: tuple[tuple[str, str], ...]
    joiners: tuple[str, ...]
    name_joiners: tuple[str, ...]
    levels_province: tuple[str, ...]
    levels_regency: tuple[str, ...]
    levels_city: tuple[str, ...]
    levels_local: tuple[str, ...]
    wider: tuple[str, ...]
    town_parts: tuple[str, ...]
    qualifiers: tuple[str, ...]
    branches: tuple[str, ...]
    place_prepositions: tuple[str, ...]
    classes: tuple[str, ...]
    class_openers: tuple[str, ...]
    numerals: tuple[str, ...]
    company_marks: tuple[str, ...]
    works: tuple[str, ...]
    abbreviations: tuple[str, ...]
    nation: tuple[str, ...]
    place_heads: tuple[str, ...]
    refused_before: tuple[str, ...]
    led: dict[str, str]
    led_proper: dict[str, str]
    english: dict[str, str]
    english_joiners: tuple[str, ...]
    english_openers: tuple[str, ...]
    english_conjunctions: tuple[str, ...]
    english_units: tuple[str, ...]
    ambiguous: tuple[str, ...]
    sorts: tuple[str, ...]
    languages: tuple[str, ...]
    no_bodies: tuple[str, ...]
    name_ends: tuple[str, ...]
    countries: tuple[str, ...]
    governments: tuple[str, ...]
    epithets: tuple[str, ...]
    islands: tuple[str, ...]
    domains: tuple[str, ...]
    place_openers: tuple[str, ...]
    place_closers: tuple[str, ...]

    @cached_property
    def level_of(self) -> dict[str, str]:
        """The level of region that a folded word announces."""
        levels = {
            fold(word).rstrip("."): level
            for level, words in (
                ("province", self.levels_province),
                ("regency", self.levels_regency),
                ("city", self.levels_city),
                ("local", self.levels_local),
            )
            for word in words
        }
        slips = {slip: level for word, level in levels.items() for slip in _list_slips(word)}
        return slips | levels

    @cached_property
    def leading(self) -> frozenset[str]:
        """The words before a body that no list knows."""
        return frozenset({*self.led, *self.led_proper})

    @cached_property
    def local_levels(self) -> frozenset[str]:
        """The folded words that announce a district or a village."""
        return frozenset(word for word, level in self.level_of.items() if level == "local")

    @cached_property
    def level_firsts(self) -> frozenset[str]:
        """What the words that announce a level begin with."""
        return frozenset(words.split()[0] for words in self.level_of)

    @cached_property
    def field_phrases(self) -> frozenset[str]:
        """The subject words, folded."""
        return frozenset(map(fold, self.fields))

    @cached_property
    def field_sizes(self) -> dict[str, int]:
        """The number of words of the longest subject that begins with a folded word."""
        sizes: dict[str, int] = {}
        for words in map(str.split, self.field_phrases):
            sizes[words[0]] = max(len(words), sizes.get(words[0], 0))
        return sizes

    @cached_property
    def field_words(self) -> frozenset[str]:
        """The single words of the subject phrases, folded."""
        return frozenset(word for phrase in self.field_phrases for word in phrase.split())

    def is_subject_word(self, word: str) -> bool:
        """Tell whether a word may stand in the subject of an agency or a post."""
        return fold(word) in self.field_words or self.is_field_word(word)

    @cached_property
    def country_phrases(self) -> WordPhrases:
        """The names of countries."""
        return WordPhrases(self.countries)

    @cached_property
    def place_phrases(self) -> WordPhrases:
        """The words for airports, harbours and the like."""
        return WordPhrases(self.place_heads)

    @cached_property
    def sort_set(self) -> frozenset[str]:
        """Words for the sort of a body, which its own name follows, folded."""
        return frozenset(map(fold, self.sorts))

    @cached_property
    def no_body_phrases(self) -> WordPhrases:
        """What begins like the name of a body and is none."""
        return WordPhrases(self.no_bodies)

    @cached_property
    def island_phrases(self) -> WordPhrases:
        """Parts of the country that are no units of the administration."""
        return WordPhrases(self.islands)

    @cached_property
    def place_opener_set(self) -> frozenset[str]:
        """Words that the names of places begin with, folded."""
        return frozenset(map(fold, self.place_openers))

    @cached_property
    def place_closer_set(self) -> frozenset[str]:
        """Words that the names of places end with, folded."""
        return frozenset(map(fold, self.place_closers))

    @cached_property
    def domain_phrases(self) -> WordPhrases:
        """Parks, river basins and airports by which offices of the centre go."""
        return WordPhrases(self.domains)

    def is_island(self, phrase: str) -> bool:
        """Tell whether folded words are such a part of the country."""
        return self.island_phrases.match(tuple(phrase.split()), 0) == len(phrase.split())

    @cached_property
    def epithet_phrases(self) -> WordPhrases:
        """The names behind the numbers of commands: "Praja Vira Tama" of "Korem 181"."""
        return WordPhrases(self.epithets)

    @cached_property
    def branch_phrases(self) -> WordPhrases:
        """The words for a branch."""
        return WordPhrases(self.branches)

    @cached_property
    def city_words(self) -> frozenset[str]:
        """The words for a city, folded."""
        return frozenset(map(fold, self.levels_city))

    @cached_property
    def joiner_set(self) -> frozenset[str]:
        """The words that join subjects, folded."""
        return frozenset(map(fold, self.joiners))

    @cached_property
    def qualifier_set(self) -> frozenset[str]:
        """The words that lead over to a place, folded."""
        return frozenset(map(fold, self.qualifiers))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The folded words between the others of a name, which its initials leave out."""
        return self.joiner_set.union(map(fold, self.name_joiners))

    @cached_property
    def slot_openers(self) -> frozenset[str]:
        """The folded words that marks in a name begin with: nation, branch, level, place, class."""
        phrases = (
            self.nation_phrases,
            self.country_phrases,
            self.branch_phrases,
            self.island_phrases,
            self.domain_phrases,
            self.place_phrases,
        )
        return self.level_firsts.union(
            self.class_heads, self.qualifier_set, *(phrase.firsts for phrase in phrases)
        )

    @cached_property
    def nation_phrases(self) -> WordPhrases:
        """The words for the nation behind a name."""
        return WordPhrases(self.nation)

    @cached_property
    def name_end_set(self) -> frozenset[str]:
        """The capital words that end a name, folded."""
        return frozenset(map(fold, self.name_ends))

    @cached_property
    def refused_set(self) -> frozenset[str]:
        """The words for rules, programmes and rooms, folded."""
        return frozenset(map(fold, self.refused_before))

    @cached_property
    def government_set(self) -> frozenset[str]:
        """The words for a government, folded."""
        return frozenset(map(fold, self.governments))

    @cached_property
    def class_words(self) -> frozenset[str]:
        """The words of class marks, folded."""
        return frozenset(word for phrase in (*self.classes, *self.numerals) for word in fold(phrase).split())

    @cached_property
    def company_forms(self) -> frozenset[str]:
        """The legal forms behind the name of a company, folded."""
        return frozenset(map(fold, self.company_marks))

    @cached_property
    def work_set(self) -> frozenset[str]:
        """The words for works and branches of a firm, folded."""
        return frozenset(map(fold, self.works))

    @cached_property
    def class_heads(self) -> frozenset[str]:
        """The words that a class mark may begin with, folded."""
        return frozenset(map(fold, self.class_openers))

    @cached_property
    def abbreviation_set(self) -> frozenset[str]:
        """Words that a full stop may follow inside a name, folded."""
        return frozenset(map(fold, self.abbreviations))

    def is_numeral(self, word: str) -> bool:
        """Tell whether a folded word is a numeral of a class or a regional office."""
        return word in self._numeral_set

    @cached_property
    def _numeral_set(self) -> frozenset[str]:
        return frozenset(map(fold, self.numerals))

    @cached_property
    def is_field_word(self) -> Callable[[str], bool]:
        """Tells whether a word may name the subject matter of an agency; the last answers are kept.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> load_lexicon().institution_heads.words.is_field_word("Pertanahan")
        True
        """
        return lru_cache(maxsize=_KEPT)(self._is_field_word)

    def _is_field_word(self, word: str) -> bool:
        folded = fold(word)
        if folded in self.field_phrases:
            return True
        return len(folded) > 6 and any(
            folded.startswith(begin) and folded.endswith(end) for begin, end in self.field_shapes
        )


class InstitutionHeads(msgspec.Struct, frozen=True, kw_only=True):
    """All heads and the words of names."""

    head: tuple[Head, ...]
    words: NameWords
