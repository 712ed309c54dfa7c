"""Words that tell agreements, their parties and subjects (``data/lexicon/agreements.toml``)."""

from collections.abc import Iterator
from functools import cached_property

import msgspec

from kgraph.lexicon.event_cues import Meaning, Sense
from kgraph.lexicon.matcher import fold


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """Names of papers of one kind: sure ones, and ones that need parties beside them."""

    strong: tuple[str, ...]
    weak: tuple[str, ...]


class AgreementCues(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The file as it stands; it explains each list."""

    papers: dict[str, Paper]
    decrees: dict[str, tuple[str, ...]]
    pledges: dict[str, tuple[str, ...]]
    seeking: dict[str, tuple[str, ...]]
    status: dict[str, tuple[str, ...]]
    parties: dict[str, tuple[str, ...]]
    subjects: dict[str, tuple[str, ...]]
    lists: dict[str, tuple[str, ...]]
    counts: dict[str, tuple[str, ...]]
    joined: dict[str, tuple[str, ...]]
    counted: dict[str, tuple[str, ...]]

    @cached_property
    def meanings(self) -> dict[str, tuple[Meaning, ...]]:
        """What each folded phrase may say: ``paper.strong`` with a kind, else ``section.role``."""
        found: dict[str, set[Meaning]] = {}
        for phrase, meaning in self._list_meanings():
            found.setdefault(fold(phrase), set()).add(meaning)
        return {phrase: tuple(sorted(found[phrase])) for phrase in sorted(found)}

    @cached_property
    def roles_of(self) -> dict[str, frozenset[str]]:
        """The roles of each folded phrase."""
        return {
            phrase: frozenset(meaning.role for meaning in meanings)
            for phrase, meanings in self.meanings.items()
        }

    @cached_property
    def senses(self) -> dict[str, Sense]:
        """Each folded phrase with its meanings and roles."""
        return {phrase: (phrase, self.meanings[phrase], roles) for phrase, roles in self.roles_of.items()}

    @cached_property
    def subject_stops(self) -> frozenset[str]:
        """Folded words that end the subject of an agreement."""
        return frozenset(map(fold, self.subjects["stops"]))

    @cached_property
    def attribute_stops(self) -> frozenset[str]:
        """Folded words that no paper is called after."""
        words = (
            *self.subjects["stops"],
            *self.parties["stops"],
            *self.parties["joining"],
            *self.subjects["after"],
        )
        return frozenset(map(fold, words))

    @cached_property
    def joiners(self) -> frozenset[str]:
        """Folded single words that join two parties, or a body and who acts for it."""
        joining = (*self.parties["joining"], *self.parties["through"], *self.parties["behalf"])
        return frozenset(fold(word) for word in joining if " " not in word)

    @cached_property
    def count_of(self) -> dict[str, int]:
        """How many sides a folded word announces."""
        return {fold(word): int(number) for number, words in self.counts.items() for word in words}

    @cached_property
    def collective_of(self) -> dict[str, int]:
        """How many of those told before a folded word takes together: the second word of each number."""
        return {fold(word): int(number) for number, words in self.counts.items() for word in words[1:]}

    @cached_property
    def paper_nouns(self) -> frozenset[str]:
        """Folded nouns that stand for a paper told before."""
        return frozenset(map(fold, self.lists["nouns"]))

    @cached_property
    def draft_nouns(self) -> frozenset[str]:
        """Folded nouns for a paper that is being written."""
        return frozenset(map(fold, self.seeking["drafts"]))

    @cached_property
    def selves(self) -> frozenset[str]:
        """Folded words by which a speaker names the own body."""
        return frozenset(map(fold, self.parties["selves"]))

    @cached_property
    def leaders(self) -> frozenset[str]:
        """Folded titles of those who sign for a body."""
        return frozenset(map(fold, self.parties["leaders"]))

    def _list_meanings(self) -> Iterator[tuple[str, Meaning]]:
        for kind, paper in self.papers.items():
            for role, phrases in (("paper.strong", paper.strong), ("paper.weak", paper.weak)):
                for phrase in phrases:
                    yield phrase, Meaning(role=role, type=kind)
        for section in ("decrees", "pledges", "seeking", "status", "parties", "subjects", "lists"):
            lists: dict[str, tuple[str, ...]] = getattr(self, section)
            for role, phrases in lists.items():
                for phrase in phrases:
                    yield phrase, Meaning(role=f"{section}.{role}")
