"""Phrases of many lists, found in one pass of a text and then asked for list by list."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import ahocorasick_rs

from kgraph.lexicon.matcher import keep_whole, stands_alone

Found = tuple[int, int, Any]
"""Start and end of a phrase in a text, and what its list has for it."""


class PhraseLists:
    """Lists of folded phrases, by name, with what each list has for a phrase.

    That is kept beside the phrase's number in the automaton: to look each one up by its
    words, in a large table, costs more than all the rest of the search. ``several`` are the
    numbers of the phrases that are more than one word.
    """

    def __init__(self, lists: Mapping[str, Mapping[str, Any]]) -> None:
        self.names = tuple(lists)
        uses: dict[str, list[tuple[int, Any]]] = {}
        for number, values in enumerate(lists.values()):
            for phrase, value in values.items():
                uses.setdefault(phrase, []).append((number, value))
        phrases = sorted(uses)
        self.several = frozenset(number for number, phrase in enumerate(phrases) if not phrase.isalnum())
        self._uses = [tuple(uses[phrase]) for phrase in phrases]
        self._automaton = ahocorasick_rs.AhoCorasick(phrases, matchkind=ahocorasick_rs.MatchKind.Standard)

    def find_whole(self, folded: str, cuts: frozenset[int]) -> list[tuple[int, int, int]]:
        """Return the phrases that stand alone in a text: start, minus end, and number, sorted.

        One that a letter or digit touches counts at a cut only.
        """
        return keep_whole(self._automaton.find_matches_as_indexes(folded, overlapping=True), folded, cuts)

    def share_out(self, matches: Iterable[tuple[int, int, int]]) -> dict[str, list[Found]]:
        """Return the matches of each list without overlap: the one that begins first, then the longest."""
        found: list[list[Found]] = [[] for _ in self.names]
        reached = [0] * len(found)
        uses = self._uses
        for start, negative, index in matches:
            for number, value in uses[index]:
                if start >= reached[number]:
                    found[number].append((start, -negative, value))
                    reached[number] = -negative
        return dict(zip(self.names, found, strict=True))


class FoundPhrases:
    """The phrases of a folded text; it is read when it is first asked, once for all lists.

    A pass for each list would take several times as long: what a search looks up in memory
    is then seldom near.
    """

    def __init__(self, folded: str, lists: PhraseLists, sentences: Sequence[tuple[int, int]]) -> None:
        cuts = _find_cuts(folded, sentences)
        bounds = [place for sentence in sentences for place in sentence]
        matches = lists.find_whole(folded, cuts)
        several = lists.several
        parted = {
            match
            for match in matches
            if (match[2] in several or cuts) and _is_parted(match[0], -match[1], bounds)
        }
        self._all = self._parts = lists.share_out(matches)
        if parted or cuts:
            self._parts = lists.share_out(match for match in matches if match not in parted)
            self._all = lists.share_out(
                match for match in matches if stands_alone(folded, match[0], -match[1])
            )

    def find_within(self, name: str, sentences: Iterable[tuple[int, int]]) -> list[Sequence[Found]]:
        """Return the matches of a list in each of some sentences, in order, as if it stood alone."""
        found = self._parts[name]
        chosen: list[Sequence[Found]] = []
        number, size = 0, len(found)
        for start, end in sentences:
            while number < size and found[number][0] < start:
                number += 1
            first = number
            while number < size and found[number][0] < end:
                number += 1
            # A text may have very many lines in which nothing stands: they share one value.
            chosen.append(found[first:number] if number > first else ())
        return chosen

    def find_all(self, name: str) -> Sequence[Found]:
        """Return the matches of a list in the whole text."""
        return self._all[name]


def _find_cuts(folded: str, sentences: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Return the bounds of sentences that part letters or digits: "tahun 2026Menurut"."""
    size = len(folded)
    return frozenset(
        [
            place
            for bounds in sentences
            for place in bounds
            if 0 < place < size and folded[place - 1].isalnum() and folded[place].isalnum()
        ]
    )


def _is_parted(start: int, end: int, bounds: Sequence[int]) -> bool:
    """Tell whether a sentence begins or ends inside a stretch."""
    return bisect_right(bounds, start) < bisect_left(bounds, end)
