"""Posts that somebody holds now, or no longer, or is seen in earlier or later than before."""

from collections.abc import Iterable, Iterator

from kgraph.comparing.contents import Holding
from kgraph.comparing.drafts import Draft, Pair, Teller, prefer_new, rank_newest
from kgraph.comparing.report import PostItem, PostSections
from kgraph.comparing.succession import Succession, find_succession, group_claims
from kgraph.comparing.ties import find_bounds


def compare_posts(pair: Pair, teller: Teller) -> PostSections:
    """Return the changes of who holds which post; another IRI or another day is no other holding.

    Raises:
        QueryError: A store broke while it was asked.
    """
    holdings = _follow(pair)
    new = sorted(pair.new.holdings.keys() - holdings.before.keys())
    gone = sorted(pair.old.holdings.keys() - holdings.after.keys())
    return PostSections(
        new=teller.list_quoted(_draft(pair, new, is_gone=False)),
        gone=teller.list_quoted(_draft(pair, gone, is_gone=True)),
        changed=teller.list_quoted(_draft_changed(pair, holdings)),
    )


def _follow(pair: Pair) -> Succession:
    main = pair.entities.main
    by_place = {
        (holding.person, _find_role(holding), holding.institution): tenure
        for tenure, holding in pair.new.holdings.items()
    }

    def find_same(tenure: str) -> str | None:
        holding = pair.old.holdings[tenure]
        person, institution = (main.get(node, node) for node in (holding.person, holding.institution))
        return by_place.get((person, _find_role(holding), institution))

    return find_succession(pair.old.held, pair.new.held, find_same)


def _find_role(holding: Holding) -> str:
    """Return what the IRI of a post has before the name of the institution: "kepala", "wakil-kepala"."""
    institution = holding.institution.rpartition("/")[2]
    return holding.post.rpartition("/")[2].removesuffix(f"-{institution}")


def _draft(pair: Pair, tenures: Iterable[str], *, is_gone: bool) -> Iterator[Draft[PostItem]]:
    contents = pair.old if is_gone else pair.new
    behind = group_claims(contents.held)
    for tenure in tenures:
        item = _describe(
            pair, contents.holdings[tenure], find_bounds(contents, behind[tenure]), is_gone=is_gone
        )
        yield Draft(
            item=item,
            rank=_rank(item),
            claims=behind[tenure],
            bodies=frozenset({item.institution.iri}),
            is_gone=is_gone,
        )


def _draft_changed(pair: Pair, holdings: Succession) -> Iterator[Draft[PostItem]]:
    behind = group_claims(pair.new.held)
    for tenure in sorted(pair.new.holdings.keys() & holdings.before.keys()):
        claims, inherited = behind[tenure], holdings.inherited.get(tenure, frozenset())
        bounds, before = find_bounds(pair.new, claims), find_bounds(pair.old, inherited)
        if bounds == before:
            continue
        item = _describe(pair, pair.new.holdings[tenure], bounds, before=before)
        bodies = {pair.old.holdings[other].institution for other in holdings.before[tenure]}
        is_gone = claims < inherited
        yield Draft(
            item=item,
            rank=_rank(item),
            claims=inherited - claims if is_gone else prefer_new(claims, inherited),
            bodies=frozenset({item.institution.iri, *bodies}),
            is_gone=is_gone,
        )


def _describe(
    pair: Pair,
    holding: Holding,
    bounds: tuple[str | None, str | None],
    *,
    before: tuple[str | None, str | None] = (None, None),
    is_gone: bool = False,
) -> PostItem:
    return PostItem(
        person=pair.name(holding.person, is_gone=is_gone),
        post=holding.label,
        institution=pair.name(holding.institution, is_gone=is_gone),
        first=bounds[0],
        last=bounds[1],
        first_before=before[0],
        last_before=before[1],
    )


def _rank(item: PostItem) -> tuple[object, ...]:
    return rank_newest(item.last), item.person.label, item.post, item.person.iri
