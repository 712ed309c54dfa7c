"""Ties that came, went, or are told by more or fewer releases."""

from collections.abc import Iterable, Iterator

from kgraph.comparing.contents import Contents, release_of
from kgraph.comparing.drafts import Draft, Pair, Teller, prefer_new, rank_newest
from kgraph.comparing.report import TieItem, TieSections
from kgraph.comparing.succession import Succession, find_succession, group_claims


def compare_ties(pair: Pair, teller: Teller) -> TieSections:
    """Return the changes of ties; one whose institutions have other IRIs now is the same tie.

    Raises:
        QueryError: A store broke while it was asked.
    """
    ties = _follow(pair)
    behind = group_claims(pair.new.tied)
    stronger, weaker = [], []
    for tie in sorted(pair.new.ties.keys() & ties.before.keys()):
        before = frozenset(map(release_of, ties.inherited.get(tie, ())))
        draft = _draft(pair, tie, behind[tie], before=len(before), ties=ties)
        if draft.item.releases > len(before):
            stronger.append(draft)
        elif draft.item.releases < len(before):
            weaker.append(draft)
    new = sorted(pair.new.ties.keys() - ties.before.keys())
    return TieSections(
        new=teller.list_quoted(_draft(pair, tie, behind[tie], before=0, ties=ties) for tie in new),
        gone=teller.list_quoted(_draft_gone(pair, sorted(pair.old.ties.keys() - ties.after.keys()))),
        stronger=teller.list_quoted(stronger),
        weaker=teller.list_quoted(weaker),
    )


def _follow(pair: Pair) -> Succession:
    by_parties = {frozenset(parties): tie for tie, parties in pair.new.ties.items()}
    main = pair.entities.main

    def find_same(tie: str) -> str | None:
        return by_parties.get(frozenset(main.get(party, party) for party in pair.old.ties[tie]))

    return find_succession(pair.old.tied, pair.new.tied, find_same)


def _draft(pair: Pair, tie: str, claims: frozenset[str], *, before: int, ties: Succession) -> Draft[TieItem]:
    inherited = ties.inherited.get(tie, frozenset())
    parties = set(pair.new.ties[tie])
    parties.update(*(pair.old.ties[other] for other in ties.before.get(tie, ())))
    item = _describe(pair, tie, claims, before=before, is_gone=False)
    is_weaker = item.releases < before
    return Draft(
        item=item,
        rank=(-abs(item.releases - before), *_rank(item)),
        claims=inherited - claims if is_weaker else prefer_new(claims, inherited),
        bodies=frozenset(parties),
        is_gone=is_weaker,
    )


def _draft_gone(pair: Pair, ties: Iterable[str]) -> Iterator[Draft[TieItem]]:
    behind = group_claims(pair.old.tied)
    for tie in ties:
        releases = frozenset(map(release_of, behind[tie]))
        item = _describe(pair, tie, behind[tie], before=len(releases), is_gone=True)
        yield Draft(
            item=item,
            rank=(-len(releases), *_rank(item)),
            claims=behind[tie],
            bodies=frozenset(pair.old.ties[tie]),
            is_gone=True,
        )


def _describe(pair: Pair, tie: str, claims: frozenset[str], *, before: int, is_gone: bool) -> TieItem:
    contents = pair.old if is_gone else pair.new
    one, other = contents.ties[tie]
    first, last = find_bounds(contents, claims)
    return TieItem(
        a=pair.name(one, is_gone=is_gone),
        b=pair.name(other, is_gone=is_gone),
        releases=0 if is_gone else len(frozenset(map(release_of, claims))),
        releases_before=before,
        first=first,
        last=last,
    )


def _rank(item: TieItem) -> tuple[object, ...]:
    return rank_newest(item.last), item.a.label, item.b.label, item.a.iri, item.b.iri


def find_bounds(contents: Contents, claims: Iterable[str]) -> tuple[str | None, str | None]:
    """Return the first and the last day of some claims."""
    days = [contents.dates[claim] for claim in claims if claim in contents.dates]
    return min(days, default=None), max(days, default=None)
