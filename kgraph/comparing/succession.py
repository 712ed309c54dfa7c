"""What became of what: nodes of two generations, told by the claims behind them.

The IRI of an entity, tie or tenure may change when names are joined or parted; those of the claims
behind it do not. So what claims of old stand behind now is what became of the old.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping

import msgspec


class Succession(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the nodes of the old generation in the new one.

    ``after`` has for each old node the new ones, ``before`` the reverse; what has neither is gone,
    or new. ``main`` is the one new node that an old one lives on as. ``inherited`` has for each new
    node the claims of the old generation that count for it, those that are no longer made included.
    """

    after: dict[str, frozenset[str]]
    before: dict[str, frozenset[str]]
    main: dict[str, str]
    inherited: dict[str, frozenset[str]]


def find_succession(
    old: Mapping[str, str], new: Mapping[str, str], find_same: Callable[[str], str | None]
) -> Succession:
    """Return what became of nodes.

    Args:
        old: Claims of the old generation with the node that each stands behind.
        new: The same of the new one.
        find_same: Tells the new node that has the place of an old one, whatever claims it has: it is what
            the old one became where none of its claims is made any more.
    """
    after, main = {}, {}
    before: defaultdict[str, set[str]] = defaultdict(set)
    inherited: defaultdict[str, set[str]] = defaultdict(set)
    for node, behind in group_claims(old).items():
        kept = Counter(new[claim] for claim in behind if claim in new)
        chosen = _choose_main(node, kept, find_same)
        if chosen is None:
            continue
        main[node] = chosen
        after[node] = frozenset({chosen, *kept})
        for successor in after[node]:
            before[successor].add(node)
        for claim in behind:
            inherited[new.get(claim, chosen)].add(claim)
    return Succession(
        after=after,
        before={node: frozenset(nodes) for node, nodes in before.items()},
        main=main,
        inherited={node: frozenset(nodes) for node, nodes in inherited.items()},
    )


def _choose_main(node: str, kept: Counter[str], find_same: Callable[[str], str | None]) -> str | None:
    """Return the node in the same place if claims lead to it or nowhere, else that of most claims."""
    same = find_same(node)
    if same is not None and (not kept or same in kept):
        return same
    return min(kept, key=lambda other: (-kept[other], other), default=None)


def group_claims(nodes: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the claims behind each node, given the node that each claim stands behind."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for claim, node in nodes.items():
        claims[node].add(claim)
    return {node: frozenset(behind) for node, behind in claims.items()}
