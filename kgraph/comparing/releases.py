"""Releases that came, went, or say something else."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from kgraph.comparing.contents import Contents, ReleaseHead, release_of
from kgraph.comparing.drafts import Draft, Pair, Teller, rank_newest
from kgraph.comparing.hiding import Cover
from kgraph.comparing.report import ReleaseItem, ReleaseSections


def compare_releases(
    pair: Pair,
    teller: Teller,
    *,
    counts: tuple[Counter[str], Counter[str]],
    covers: tuple[Cover, Cover],
    issue: str | None,
) -> ReleaseSections:
    """Return the changes of releases.

    Args:
        pair: What the generations hold.
        teller: What makes sections.
        counts: How many claims of each release only the old generation and only the new one has.
        covers: What covers names in each of the generations.
        issue: If given, only releases that are on the issue in either of them are told.
    """
    old, new = pair.old, pair.new
    kept = {
        release
        for release in old.releases.keys() | new.releases.keys()
        if issue is None or release in old.on_issue or release in new.on_issue
    }
    before, after = old.releases.keys() & kept, new.releases.keys() & kept
    return ReleaseSections(
        new=teller.list_plain(_draft(new, sorted(after - before), covers[1])),
        gone=teller.list_plain(_draft(old, sorted(before - after), covers[0])),
        changed=teller.list_plain(_draft_changed(pair, sorted(before & after), covers[1], counts)),
    )


def _draft(contents: Contents, releases: list[str], cover: Cover) -> Iterator[Draft[ReleaseItem]]:
    named = _list_bodies(contents)
    for release in releases:
        item = _describe(release, contents.releases[release], cover)
        yield Draft(item=item, rank=(rank_newest(item.date), item.id), bodies=frozenset(named[release]))


def _draft_changed(
    pair: Pair, releases: list[str], cover: Cover, counts: tuple[Counter[str], Counter[str]]
) -> Iterator[Draft[ReleaseItem]]:
    gone, new = counts
    named = (_list_bodies(pair.old), _list_bodies(pair.new))
    for release in releases:
        is_text_changed = pair.old.releases[release].sha256 != pair.new.releases[release].sha256
        if not (is_text_changed or new[release] or gone[release]):
            continue
        head = _describe(release, pair.new.releases[release], cover)
        item = ReleaseItem(
            id=head.id,
            title=head.title,
            date=head.date,
            link=head.link,
            is_text_changed=is_text_changed,
            new_claims=new[release],
            gone_claims=gone[release],
        )
        bodies = frozenset().union(*(one[release] for one in named))
        yield Draft(item=item, rank=(rank_newest(item.date), item.id), bodies=bodies)


def _describe(release: str, head: ReleaseHead, cover: Cover) -> ReleaseItem:
    return ReleaseItem(
        id=head.id,
        title=cover.cover_text(release, head.title) if head.title else None,
        date=head.date,
        link=cover.cover_link(release, head.link),
    )


def _list_bodies(contents: Contents) -> defaultdict[str, set[str]]:
    """Return the entities that each release names."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for claim, entity in contents.namings.items():
        named[release_of(claim)].add(entity)
    return named
