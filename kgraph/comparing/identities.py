"""Who was one with whom and is no longer, or the reverse: told by claims of names that mean another now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from kgraph.comparing.drafts import Draft, Pair, Teller
from kgraph.comparing.report import IdentityItem, IdentitySections, Move, Section

_Edges = dict[tuple[str, str], set[str]]
"""For an old and a new entity the claims that named the one and now name the other."""


def compare_identities(pair: Pair, teller: Teller) -> IdentitySections:
    """Return what became one, several, or another.

    Raises:
        QueryError: A store broke while it was asked.
    """
    sorts: dict[str, list[Draft[IdentityItem]]] = {"merged": [], "split": [], "renamed": [], "regrouped": []}
    edges = _list_edges(pair)
    for group in _join(edges):
        draft = _draft(pair, {edge: edges[edge] for edge in group})
        sorts[_sort(draft.item)].append(draft)
    told = {sort: _tell(teller, drafts, edges) for sort, drafts in sorts.items()}
    return IdentitySections(**told)


def _sort(item: IdentityItem) -> str:
    if len(item.new) == 1:
        return "renamed" if len(item.old) == 1 else "merged"
    return "split" if len(item.old) == 1 else "regrouped"


def _list_edges(pair: Pair) -> _Edges:
    """Return the edges of all entities that do not simply stay what they are."""
    old, new = pair.old.namings, pair.new.namings
    moved = {claim for claim, entity in old.items() if new.get(claim, entity) != entity}
    # What has a name that moved is told with the names that stayed: these say that it is still there.
    concerned = {old[claim] for claim in moved} | {new[claim] for claim in moved}
    edges: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for claim, entity in old.items():
        if claim in new and (claim in moved or entity in concerned):
            edges[entity, new[claim]].add(claim)
    return dict(edges)


def _join(edges: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Yield groups of edges that share no entity of the same generation."""
    by_end: defaultdict[tuple[str, bool], list[tuple[str, str]]] = defaultdict(list)
    for old, new in edges:
        by_end[old, False].append((old, new))
        by_end[new, True].append((old, new))
    seen: set[tuple[str, bool]] = set()
    for end in sorted(by_end):
        if end in seen:
            continue
        group: set[tuple[str, str]] = set()
        waiting = [end]
        while waiting:
            other = waiting.pop()
            if other not in seen:
                seen.add(other)
                group.update(by_end[other])
                waiting += [place for old, new in by_end[other] for place in ((old, False), (new, True))]
        yield sorted(group)


def _draft(pair: Pair, group: _Edges) -> Draft[IdentityItem]:
    olds, news = sorted({old for old, _ in group}), sorted({new for _, new in group})
    moves = tuple(
        Move(old=pair.name(old, is_gone=True), new=pair.name(new)) for old, new in sorted(group) if old != new
    )
    item = IdentityItem(
        type="institution" if news[0] in pair.new.bodies else "person",
        old=tuple(pair.name(node, is_gone=True) for node in olds),
        new=tuple(pair.name(node) for node in news),
        moves=moves,
    )
    size = sum(len(claims) for (old, new), claims in group.items() if old != new)
    return Draft(
        item=item, rank=(item.type, -size, item.new[0].label, news[0]), bodies=frozenset({*olds, *news})
    )


def _tell(teller: Teller, drafts: list[Draft[IdentityItem]], edges: _Edges) -> Section[IdentityItem]:
    """Return what is told, each move with the names, the reasons and the newest sentence behind it."""
    count, chosen = teller.selection.choose(drafts)
    behind = [frozenset(edges[move.old.iri, move.new.iri]) for draft in chosen for move in draft.item.moves]
    every = frozenset().union(*behind)
    before, after = teller.old.read_names(every), teller.new.read_names(every)
    rest = zip(behind, teller.new.quote(behind), strict=True)
    items = []
    for draft in chosen:
        moves = []
        for move in draft.item.moves:
            claims, sentence = next(rest)
            moves.append(
                msgspec.structs.replace(
                    move,
                    names=_sort_texts(after[claim][0] for claim in claims),
                    reasons=_sort_texts(after[claim][1] for claim in claims),
                    reasons_before=_sort_texts(before[claim][1] for claim in claims),
                    sentence=sentence,
                )
            )
        items.append(msgspec.structs.replace(draft.item, moves=tuple(moves)))
    return Section(count=count, items=tuple(items))


def _sort_texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({text for text in texts if text}))
