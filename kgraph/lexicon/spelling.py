"""Words of bodies' names that a text misspells by one letter."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec
from rapidfuzz.distance import OSA

_SHORTEST = 5
"""Letters of a word that is corrected where the rest of a phrase stands around it."""
_SHORTEST_FIELD = 7
"""Letters of a subject that is corrected behind the word for an agency."""
_SHORTEST_ALONE = 9
"""Letters of a head that is corrected by itself."""
_SHORTEST_REGION = 7
"""Letters of a region's name that is corrected behind the word for its level: "Luwuk" is not Luwu."""

_Place = tuple[tuple[str, ...], int]
"""A phrase and the number of one of its words."""
_Places = dict[tuple[str, str], list[_Place]]


class Spelling(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Finds the word that a misspelt one was meant to be, by what stands around it.

    All words are folded. ``phrases`` are those of heads and regions, ``known`` the words that are no
    slips, ``heads`` single words that begin a body's name, ``fields`` what may follow the
    ``field_heads``, and ``regions`` the one-word names that may follow the ``levels``.
    """

    phrases: frozenset[tuple[str, ...]]
    known: frozenset[str]
    heads: frozenset[str]
    fields: frozenset[str]
    field_heads: frozenset[str]
    regions: frozenset[str]
    levels: frozenset[str]

    def correct(self, words: Sequence[str], index: int) -> str | None:
        """Return the one word that was meant at a place, if it is one slip away from what stands there.

        A slip is a letter too few, too many or another, or two that changed places; in a phrase it spares
        the first letter. A phrase is one whose other words all stand around the place.
        """
        word = words[index]
        if len(word) < _SHORTEST or word in self.known or not word.isalpha():
            return None
        before = words[index - 1] if index else ""
        after = words[index + 1] if index + 1 < len(words) else ""
        beside = (*self._by_first.get((before, word[0]), ()), *self._by_second.get((after, word[0]), ()))
        near = {
            phrase[place]
            for phrase, place in beside
            if _stands_around(phrase, place, words, index)
            and OSA.distance(word, phrase[place], score_cutoff=1) == 1
        }
        if not near and before in self.field_heads:
            near = self._fields.find(word)
        if not near and before in self.levels and len(word) >= _SHORTEST_REGION - 1:
            near = self._regions.find(word)
        if not near and len(word) >= _SHORTEST_ALONE - 1:
            near = self._heads.find(word)
        return near.pop() if len(near) == 1 else None

    @cached_property
    def _fields(self) -> "_Near":
        return _Near(self.fields, _SHORTEST_FIELD)

    @cached_property
    def _regions(self) -> "_Near":
        return _Near(self.regions, _SHORTEST_REGION)

    @cached_property
    def _heads(self) -> "_Near":
        return _Near(self.heads, _SHORTEST_ALONE)

    @cached_property
    def _by_first(self) -> _Places:
        """The places in phrases by the word before each, and its first letter."""
        return self._list_places(-1)

    @cached_property
    def _by_second(self) -> _Places:
        """The places in phrases by the word behind each, and its first letter."""
        return self._list_places(1)

    def _list_places(self, step: int) -> _Places:
        places = defaultdict(list)
        for phrase in self.phrases:
            for place, word in enumerate(phrase):
                if len(word) >= _SHORTEST and 0 <= place + step < len(phrase):
                    places[phrase[place + step], word[0]].append((phrase, place))
        return dict(places)


def _stands_around(phrase: Sequence[str], place: int, words: Sequence[str], index: int) -> bool:
    """Whether all words of a phrase but the one at a place stand around an index."""
    first, behind = index - place, index - place + len(phrase)
    if first < 0 or behind > len(words):
        return False
    return all(words[first + number] == word for number, word in enumerate(phrase) if number != place)


class _Near:
    """Looks up words that are one slip away, by what both leave when a letter is left out."""

    def __init__(self, words: Iterable[str], shortest: int) -> None:
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        for word in words:
            if len(word) >= shortest:
                for rest in _list_rests(word):
                    self._by_rest[rest].add(word)

    def find(self, word: str) -> set[str]:
        """Return the words that are one slip away from another."""
        shared = {other for rest in _list_rests(word) for other in self._by_rest.get(rest, ())}
        return {other for other in shared if OSA.distance(word, other, score_cutoff=1) == 1}


def _list_rests(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without each of its letters."""
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
