"""Phrases of many lists, found in one pass of a text and then asked for list by list."""

from collections.abc import Iterable, Mapping, Sequence

import ahocorasick_rs

from kgraph.lexicon.matcher import Match, PhraseMatcher, choose_longest


class PhraseLists:
    """Lists of folded phrases, by name."""

    def __init__(self, matchers: Mapping[str, PhraseMatcher]) -> None:
        self.names = tuple(matchers)
        lists_of: dict[str, tuple[int, ...]] = {}
        for number, matcher in enumerate(matchers.values()):
            for phrase in matcher.phrases:
                lists_of[phrase] = (*lists_of.get(phrase, ()), number)
        self.phrases = sorted(lists_of)
        self._lists_of = [lists_of[phrase] for phrase in self.phrases]
        self._automaton = ahocorasick_rs.AhoCorasick(
            self.phrases, matchkind=ahocorasick_rs.MatchKind.Standard
        )

    def read(self, folded: str) -> dict[str, list[tuple[int, int, int]]]:
        """Return where the phrases of each list stand, in parts of words too: start, minus end, number."""
        found: list[list[tuple[int, int, int]]] = [[] for _ in self.names]
        lists_of = self._lists_of
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            match = (start, -end, index)
            for number in lists_of[index]:
                found[number].append(match)
        return dict(zip(self.names, map(sorted, found), strict=True))


class FoundPhrases:
    """The phrases of a folded text; it is read when it is first asked, once for all lists.

    A pass for each list would take several times as long: what a search looks up in memory
    is then seldom near.
    """

    def __init__(self, folded: str, lists: PhraseLists) -> None:
        self._folded = folded
        self._lists = lists
        self._found: dict[str, list[tuple[int, int, int]]] | None = None

    def find_within(self, name: str, stretches: Iterable[tuple[int, int]]) -> list[Sequence[Match]]:
        """Return the matches of a list in each stretch, as ``PhraseMatcher.find_within`` does."""
        if self._found is None:
            self._found = self._lists.read(self._folded)
        return choose_longest(self._found[name], self._lists.phrases, self._folded, stretches)

    def find_all(self, name: str) -> Sequence[Match]:
        """Return the matches of a list in the whole text."""
        return self.find_within(name, ((0, len(self._folded)),))[0]
