"""Many phrases in one pass, on word boundaries, whatever their case."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import ahocorasick_rs

from kgraph.records import Span

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])\u2019(?=[^\W\d_])")
"""A curly one within a word, which is written straight as often: "Syar’iyah", "Jum'at"."""

Match = tuple[int, int, str]
"""Start and end of a phrase in a text, and the folded phrase."""


def fold(text: str) -> str:
    """Return ``text`` in lower case with every character kept in its place, an apostrophe straight.

    >>> fold("Dinas İ"), fold("Syar’iyah")
    ('dinas İ', "syar'iyah")
    """
    lowered = text.lower()
    if text.isascii():
        return lowered
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return _APOSTROPHE.sub("'", lowered) if "\u2019" in lowered else lowered


def join(phrases: Iterable[str]) -> str:
    r"""Return a pattern that matches one of some phrases in folded text, the longest first.

    >>> join(["Dan", "dan lagi"])
    'dan\\s+lagi|dan'
    """
    return "|".join(
        r"\s+".join(re.escape(word) for word in fold(phrase).split())
        for phrase in sorted(phrases, key=lambda x: (-len(x), x))
    )


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether no letter or digit touches a stretch that begins or ends with one.

    >>> stands_alone("kapolres", 2, 8), stands_alone("ka polres", 3, 9)
    (False, True)
    """
    return not (
        (start > 0 and text[start - 1].isalnum() and text[start].isalnum())
        or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
    )


def keep_whole(
    matches: Iterable[tuple[int, int, int]], folded: str, cuts: frozenset[int] = frozenset()
) -> list[tuple[int, int, int]]:
    """Return which matches stand alone, as start, minus end, and number, sorted by these.

    Args:
        matches: Number of the phrase, start and end.
        folded: The text.
        cuts: Offsets at which a text ends and another begins, whatever stands there.
    """
    size = len(folded)
    whole = []
    for index, start, end in matches:
        # Most matches are parts of words, and most of these go on before them.
        if start and folded[start - 1].isalnum() and folded[start].isalnum() and start not in cuts:
            continue
        if end < size and folded[end].isalnum() and folded[end - 1].isalnum() and end not in cuts:
            continue
        whole.append((start, -end, index))
    whole.sort()
    return whole


class PhraseMatcher:
    """Finds the longest of many phrases at each place of a text.

    A phrase matches regardless of case where no letter or digit touches it.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = sorted({fold(phrase) for phrase in phrases if phrase})

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self.phrases, matchkind=ahocorasick_rs.MatchKind.Standard)

    def find_phrases(self, text: str, *, folded: str | None = None) -> Iterator[tuple[Span, str]]:
        """Yield the span and the folded phrase of each match, left to right, without overlap."""
        for start, end, phrase in self.find_all(fold(text) if folded is None else folded):
            yield Span(start=start, end=end), phrase

    def find_all(self, folded: str) -> Sequence[Match]:
        """Return the matches in a folded text: of those that overlap the first, then the longest."""
        found: list[Match] = []
        reached = 0
        for start, negative, index in keep_whole(
            self._automaton.find_matches_as_indexes(folded, overlapping=True), folded
        ):
            if start >= reached:
                reached = -negative
                found.append((start, reached, self.phrases[index]))
        return found


class WordPhrases:
    """Phrases as runs of folded words, looked up at a word of a text.

    >>> WordPhrases(["yang juga", "yang"]).match(("kuwu", "yang", "juga", "guru"), 1)
    2
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(
            {tuple(fold(phrase).split()) for phrase in phrases}, key=lambda words: -len(words)
        ):
            self._by_first.setdefault(words[0], []).append(words)
        self.firsts = frozenset(self._by_first)
        phrase_words = [words for group in self._by_first.values() for words in group]
        self.sizes = sorted({len(words) for words in phrase_words}, reverse=True)
        self._lasts = {words[-1] for words in phrase_words}

    def match(self, words: Sequence[str], index: int) -> int:
        """Return the number of words of the longest phrase that begins at an index, 0 for none."""
        if not 0 <= index < len(words):
            return 0
        for phrase in self._by_first.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def match_before(self, words: Sequence[str], index: int) -> int:
        """Return the number of words of the longest phrase that ends right before an index."""
        if not 0 < index <= len(words) or words[index - 1] not in self._lasts:
            return 0
        for size in self.sizes:
            if index >= size and self.match(words, index - size) == size:
                return size
        return 0
