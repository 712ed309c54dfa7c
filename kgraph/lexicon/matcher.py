"""Many phrases in one pass, on word boundaries, whatever their case."""

import re
from collections.abc import Iterable, Iterator, Sequence

import ahocorasick_rs

from kgraph.records import Span


def fold(text: str) -> str:
    """Return ``text`` in lower case with every character kept in its place.

    >>> fold("Dinas İ")
    'dinas İ'
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def join(phrases: Iterable[str]) -> str:
    r"""Return a pattern that matches one of some phrases in folded text, the longest first.

    >>> join(["Dan", "dan lagi"])
    'dan\\s+lagi|dan'
    """
    return "|".join(
        r"\s+".join(re.escape(word) for word in fold(phrase).split())
        for phrase in sorted(phrases, key=lambda x: (-len(x), x))
    )


class PhraseMatcher:
    """Finds the longest of many phrases at each place of a text.

    A phrase matches regardless of case where no letter or digit touches it.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = sorted({fold(phrase) for phrase in phrases if phrase})
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._phrases, matchkind=ahocorasick_rs.MatchKind.Standard
        )

    def find_phrases(self, text: str, *, folded: str | None = None) -> Iterator[tuple[Span, str]]:
        """Yield the span and the folded phrase of each match, left to right, without overlap."""
        haystack = fold(text) if folded is None else folded
        size = len(haystack)
        matches = [
            (start, end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(haystack, overlapping=True)
            if not (start > 0 and haystack[start - 1].isalnum() and haystack[start].isalnum())
            and not (end < size and haystack[end].isalnum() and haystack[end - 1].isalnum())
        ]
        matches.sort(key=lambda match: (match[0], -match[1]))
        reached = 0
        for start, end, index in matches:
            if start >= reached:
                yield Span(start=start, end=end), self._phrases[index]
                reached = end


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
        self.sizes = sorted(
            {len(words) for group in self._by_first.values() for words in group}, reverse=True
        )

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
        for size in self.sizes:
            if index >= size and self.match(words, index - size) == size:
                return size
        return 0
