"""Changes that are found, and of these the ones that are told, each with its newest sentence."""

from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

import msgspec

from kgraph.comparing.contents import Contents
from kgraph.comparing.report import Named, Section, Sentence
from kgraph.comparing.sentences import Quoter
from kgraph.comparing.succession import Succession

Item = TypeVar("Item", bound=msgspec.Struct)


class Draft(msgspec.Struct, Generic[Item], frozen=True, kw_only=True):
    """A change without its sentence.

    ``claims`` are those that tell it, of the old generation if ``is_gone``; ``bodies`` the
    institutions that it is about, by IRIs of either generation; ``rank`` is its place among others.
    """

    item: Item
    rank: tuple[object, ...]
    claims: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    is_gone: bool = False


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """What two generations hold, and what became of the entities of the old one."""

    old: Contents
    new: Contents
    entities: Succession

    def name(self, node: str, *, is_gone: bool = False) -> Named:
        """Return an entity with its label in the new generation, or in the old one if ``is_gone``."""
        return Named(iri=node, label=(self.old if is_gone else self.new).label(node))


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which changes are told: those of some institutions if any are given, and so many of each sort."""

    bodies: frozenset[str] | None = None
    limit: int | None = None

    def choose(self, drafts: Iterable[Draft[Item]]) -> tuple[int, list[Draft[Item]]]:
        """Return how many changes there are, and those that are told, in order."""
        chosen = [
            draft for draft in drafts if self.bodies is None or not self.bodies.isdisjoint(draft.bodies)
        ]
        chosen.sort(key=lambda draft: draft.rank)
        return len(chosen), chosen[: self.limit]


class Teller:
    """Makes sections of drafts."""

    def __init__(self, selection: Selection, old: Quoter, new: Quoter) -> None:
        self.selection = selection
        self.old = old
        self.new = new

    def list_plain(self, drafts: Iterable[Draft[Item]]) -> Section[Item]:
        """Return the changes that are told, as they are."""
        count, chosen = self.selection.choose(drafts)
        return Section(count=count, items=tuple(draft.item for draft in chosen))

    def list_quoted(self, drafts: Iterable[Draft[Item]]) -> Section[Item]:
        """Return the changes that are told, each with its newest sentence.

        Raises:
            QueryError: A store broke while it was asked.
        """
        count, chosen = self.selection.choose(drafts)
        quoted = self._quote(chosen)
        items = [
            msgspec.structs.replace(draft.item, sentence=sentence)
            for draft, sentence in zip(chosen, quoted, strict=True)
        ]
        return Section(count=count, items=tuple(items))

    def _quote(self, drafts: Collection[Draft[Item]]) -> list[Sentence | None]:
        gone = iter(self.old.quote([draft.claims for draft in drafts if draft.is_gone]))
        new = iter(self.new.quote([draft.claims for draft in drafts if not draft.is_gone]))
        return [next(gone if draft.is_gone else new) for draft in drafts]


def rank_newest(date: str | None) -> tuple[int, ...]:
    """Return a key that puts later days first, and what has no day last.

    >>> sorted(["2026-01-02", None, "2026-02-01"], key=rank_newest)
    ['2026-02-01', '2026-01-02', None]
    """
    return tuple(-ord(sign) for sign in date) if date else (1,)


def prefer_new(claims: frozenset[str], before: Collection[str]) -> frozenset[str]:
    """Return the claims that were not made before, or all of them where there is none such."""
    return frozenset(claim for claim in claims if claim not in before) or claims
