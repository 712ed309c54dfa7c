"""Phrases recognised although a word of them is misspelt."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

T = TypeVar("T")

Words = tuple[str, ...]

_SHORTEST = 5
"""Letters of the shortest word that may be misspelt; shorter ones are too alike."""

_LETTERS_PER_SLIP = 4
"""A word of so many letters more may have one slip more, up to three."""


class TypoIndex(Generic[T]):
    """Finds the one phrase that a run of words was meant to be.

    A word that is itself a known word is never taken for a misspelling of another:
    "Tengah" and "Tenggara" are as unlike as any two words.
    """

    def __init__(self, phrases: Mapping[Words, T], known: set[str]) -> None:
        self._phrases = dict(phrases)
        self._known = known
        self._by_word: dict[str, set[Words]] = defaultdict(set)
        self._single = {words for words in self._phrases if len(words) == 1}
        for words in self._phrases:
            for word in words:
                self._by_word[word].add(words)

    def find_near(self, words: Words, *, whole: bool = False) -> tuple[int, T] | None:
        """Return the size and value of the phrase that ``words`` begin with, slips allowed.

        With ``whole`` the phrase must be all of ``words``. ``None`` where no phrase is
        near, or several of different value are equally long and near.
        """
        if not any(self._may_be_slip(word) for word in words):
            return None
        candidates: set[Words] = set(self._single) if whole and len(words) == 1 else set()
        for word in words:
            candidates |= self._by_word.get(word, set())
        near: list[tuple[int, int, Words]] = []
        for phrase in candidates:
            if len(phrase) == len(words) or (len(phrase) < len(words) and not whole):
                distance = self._measure(words[: len(phrase)], phrase)
                if distance is not None:
                    near.append((-len(phrase), distance, phrase))
        if not near:
            return None
        best = min(near)
        value = self._phrases[best[2]]
        if any(self._phrases[other[2]] != value for other in near if other[:2] == best[:2]):
            return None
        return len(best[2]), value

    def _may_be_slip(self, word: str) -> bool:
        return len(word) >= _SHORTEST and word not in self._known

    def _measure(self, words: Words, phrase: Words) -> int | None:
        """The sum of slips, or ``None`` where the phrase is another."""
        distance = 0
        for written, meant in zip(words, phrase, strict=True):
            if written == meant:
                continue
            if not self._may_be_slip(written) or len(meant) < _SHORTEST:
                return None
            allowed = min(max(len(meant) // _LETTERS_PER_SLIP, 1), 3)
            slips = OSA.distance(written, meant, score_cutoff=allowed)
            if slips > allowed:
                return None
            distance += slips
        return distance
