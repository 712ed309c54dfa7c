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


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether no letter or digit touches a stretch that begins or ends with one.

    >>> stands_alone("kapolres", 2, 8), stands_alone("ka polres", 3, 9)
    (False, True)
    """
    return not (
        (start > 0 and text[start - 1].isalnum() and text[start].isalnum())
        or (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())
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
        for found in self.find_within(haystack, ((0, len(haystack)),)):
            for start, end, phrase in found:
                yield Span(start=start, end=end), phrase

    def find_within(
        self, folded: str, stretches: Iterable[tuple[int, int]]
    ) -> Iterator[list[tuple[int, int, str]]]:
        """Yield the matches in each stretch of a folded text, as if it stood alone: start, end, phrase.

        The stretches are in order and apart. One pass of the text serves them all: to begin a
        search costs more than to search a sentence.
        """
        matches = sorted(
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True)
        )
        phrases, number, position = self._phrases, len(matches), 0
        for left, right in stretches:
            found: list[tuple[int, int, str]] = []
            reached = left
            while position < number and matches[position][0] < right:
                start, end, index = matches[position]
                end = -end
                position += 1
                if (
                    start < reached
                    or end > right
                    or (start > left and folded[start - 1].isalnum() and folded[start].isalnum())
                    or (end < right and folded[end].isalnum() and folded[end - 1].isalnum())
                ):
                    continue
                found.append((start, end, phrases[index]))
                reached = end
            yield found


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
