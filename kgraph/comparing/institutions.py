"""Institutions that came, went, or are described otherwise."""

from collections.abc import Iterator

from kgraph.comparing.contents import Body, Contents
from kgraph.comparing.drafts import Draft, Pair, Teller, prefer_new
from kgraph.comparing.report import InstitutionItem, InstitutionSections, Update
from kgraph.comparing.succession import group_claims

_FIELDS = ("label", "kind", "region", "acronym")


def compare_institutions(pair: Pair, teller: Teller) -> InstitutionSections:
    """Return the changes of institutions; one that lives on under another IRI is neither new nor gone.

    Raises:
        QueryError: A store broke while it was asked.
    """
    new = pair.new.bodies.keys() - pair.entities.before.keys()
    gone = pair.old.bodies.keys() - pair.entities.after.keys()
    return InstitutionSections(
        new=teller.list_quoted(_draft(pair.new, sorted(new), is_gone=False)),
        gone=teller.list_quoted(_draft(pair.old, sorted(gone), is_gone=True)),
        changed=teller.list_quoted(_draft_changed(pair)),
    )


def _draft(contents: Contents, nodes: list[str], *, is_gone: bool) -> Iterator[Draft[InstitutionItem]]:
    claims = group_claims(contents.namings)
    for node in nodes:
        item = _describe(node, contents.bodies[node])
        yield Draft(
            item=item,
            rank=(-item.releases, item.label, node),
            claims=claims.get(node, frozenset()),
            bodies=frozenset({node}),
            is_gone=is_gone,
        )


def _draft_changed(pair: Pair) -> Iterator[Draft[InstitutionItem]]:
    claims = group_claims(pair.new.namings)
    for node, body in sorted(pair.new.bodies.items()):
        before = _find_counterpart(pair, node)
        if before is None:
            continue
        updates = _list_updates(pair.old.bodies[before], body)
        if updates:
            yield Draft(
                item=_describe(node, body, updates),
                rank=(-body.releases, body.label, node),
                claims=prefer_new(claims.get(node, frozenset()), pair.old.namings),
                bodies=frozenset({node, before}),
            )


def _find_counterpart(pair: Pair, node: str) -> str | None:
    """Return the old institution that a new one goes on with; of several it is the one of the same IRI."""
    before = pair.entities.before.get(node, frozenset()) & pair.old.bodies.keys()
    chosen = {node} & before or before
    one = min(chosen) if len(chosen) == 1 else None
    # What was parted from another is new in itself, and no changed form of the other.
    return one if one is not None and pair.entities.main[one] == node else None


def _list_updates(old: Body, new: Body) -> tuple[Update, ...]:
    values = ((field, getattr(old, field), getattr(new, field)) for field in _FIELDS)
    return tuple(Update(field=field, old=one, new=other) for field, one, other in values if one != other)


def _describe(node: str, body: Body, updates: tuple[Update, ...] = ()) -> InstitutionItem:
    return InstitutionItem(
        iri=node,
        label=body.label,
        kind=body.kind,
        region=body.region,
        acronym=body.acronym,
        releases=body.releases,
        updates=updates,
    )
