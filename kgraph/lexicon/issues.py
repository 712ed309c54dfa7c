"""Words that tell what a release is about (``data/lexicon/issues.toml``)."""

from functools import cached_property
from typing import Literal

import msgspec

from kgraph.lexicon.matcher import PhraseMatcher, fold

Weight = Literal["strong", "weak", "part"]


class IssueCues(msgspec.Struct, frozen=True, kw_only=True):
    """The cues of one issue, as the file has them."""

    slug: str
    strong: tuple[str, ...]
    weak: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    counter: tuple[str, ...] = ()


class IssueWords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The cues of all issues; ``clitic`` may be joined to the end of any cue.

    Before a weak cue ``topics`` make it strong and ``numerals`` take it away; ``asides``
    begin sentences that tell of another occasion.
    """

    clitic: str
    topics: tuple[str, ...]
    numerals: tuple[str, ...]
    asides: tuple[str, ...]
    issues: tuple[IssueCues, ...]

    @cached_property
    def cues(self) -> dict[str, tuple[tuple[str, Weight], ...]]:
        """Folded phrase to the issues it is a strong or weak cue of; a counter-phrase to none."""
        cues: dict[str, dict[str, Weight]] = {}
        for issue in self.issues:
            for phrase in issue.counter:
                cues.setdefault(fold(phrase), {})
            for phrase in (part for parts in issue.together for part in parts):
                cues.setdefault(fold(phrase), {}).setdefault(issue.slug, "part")
            for phrase in issue.weak:
                cues.setdefault(fold(phrase), {})[issue.slug] = "weak"
            for phrase in issue.strong:
                cues.setdefault(fold(phrase), {})[issue.slug] = "strong"
        return {phrase: tuple(sorted(found.items())) for phrase, found in cues.items()}

    @cached_property
    def matcher(self) -> PhraseMatcher:
        """Finds all cues and counter-phrases, also with the clitic behind them."""
        return PhraseMatcher(form for phrase in self.cues for form in (phrase, phrase + self.clitic))

    @cached_property
    def topic_set(self) -> frozenset[str]:
        """Folded words that name what something is about."""
        return frozenset(fold(word) for word in self.topics)

    @cached_property
    def numeral_set(self) -> frozenset[str]:
        """Folded words that count."""
        return frozenset(fold(word) for word in self.numerals)

    @cached_property
    def folded_asides(self) -> tuple[str, ...]:
        """Folded beginnings of sentences that tell of another occasion."""
        return tuple(fold(phrase) for phrase in self.asides)

    def weigh(self, weight: Weight, before: str) -> Weight | None:
        """Return what a cue weighs behind a folded word, ``None`` where it only counts people."""
        if weight != "weak":
            return weight
        if before in self.topic_set:
            return "strong"
        return None if before in self.numeral_set or before[:1].isdigit() else weight

    @cached_property
    def combinations(self) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
        """Folded phrase to the combinations that it begins: issue and all phrases."""
        combinations: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for issue in self.issues:
            for parts in issue.together:
                folded = frozenset(fold(part) for part in parts)
                combinations.setdefault(min(folded), []).append((issue.slug, folded))
        return {phrase: tuple(found) for phrase, found in combinations.items()}

    def strip(self, phrase: str) -> str:
        """Return a folded match without the clitic that is no part of a cue."""
        return phrase if phrase in self.cues else phrase.removesuffix(self.clitic)
