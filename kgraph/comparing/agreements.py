"""Agreements that came or went."""

from collections.abc import Iterable, Iterator

from kgraph.comparing.contents import Agreement, Contents, release_of
from kgraph.comparing.drafts import Draft, Pair, Teller, rank_newest
from kgraph.comparing.hiding import Cover
from kgraph.comparing.report import AgreementItem, AgreementSections


def compare_agreements(
    pair: Pair, teller: Teller, *, covers: tuple[Cover, Cover], issue: str | None
) -> AgreementSections:
    """Return the changes of agreements.

    An agreement is the same if its claim is, or if the same release tells one of the same kind and words
    between the same parties: the sentence may have moved in a text that was replaced.

    Args:
        pair: What the generations hold.
        teller: What makes sections.
        covers: What covers names in each of the generations.
        issue: If given, only agreements on the issue are told.

    Raises:
        QueryError: A store broke while it was asked.
    """
    old, new = pair.old.agreements, pair.new.agreements
    main = pair.entities.main
    before = {
        _key(claim, old[claim], [main.get(party, party) for party in old[claim].parties]) for claim in old
    }
    after = {_key(claim, new[claim], new[claim].parties) for claim in new}
    came = [
        claim
        for claim in sorted(new.keys() - old.keys())
        if _key(claim, new[claim], new[claim].parties) not in before
    ]
    went = [
        claim
        for claim in sorted(old.keys() - new.keys())
        if _key(claim, old[claim], [main.get(party, party) for party in old[claim].parties]) not in after
    ]
    return AgreementSections(
        new=teller.list_quoted(_draft(pair, came, covers[1], issue, is_gone=False)),
        gone=teller.list_quoted(_draft(pair, went, covers[0], issue, is_gone=True)),
    )


def _key(claim: str, agreement: Agreement, parties: Iterable[str]) -> tuple[object, ...]:
    return release_of(claim), agreement.kind, frozenset(parties), agreement.words, agreement.about


def _draft(
    pair: Pair, claims: list[str], cover: Cover, issue: str | None, *, is_gone: bool
) -> Iterator[Draft[AgreementItem]]:
    contents: Contents = pair.old if is_gone else pair.new
    for claim in claims:
        if issue is not None and claim not in contents.on_issue:
            continue
        agreement = contents.agreements[claim]
        release = release_of(claim)
        labels = (contents.label(party) for party in agreement.parties)
        item = AgreementItem(
            kind=agreement.kind,
            parties=(*sorted(labels), *(cover.cover_text(release, words) for words in agreement.words)),
            about=cover.cover_text(release, agreement.about) if agreement.about else None,
            date=agreement.date,
        )
        yield Draft(
            item=item,
            rank=(rank_newest(item.date), item.parties, claim),
            claims=frozenset({claim}),
            bodies=frozenset(agreement.parties),
            is_gone=is_gone,
        )
