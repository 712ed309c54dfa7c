"""Claims about what institutions do together: collaborations and agreements."""

from collections.abc import Iterator

from kgraph.mapping.happenings import is_stated, mint_event
from kgraph.mapping.iris import mint_concept
from kgraph.mapping.quads import day, indonesian, iri, plain
from kgraph.mapping.scope import Claim, Fact, Scope
from kgraph.records import Agreement, Event


def map_collaborations(scope: Scope) -> Iterator[Claim]:
    """Yield the collaborations of two different institutions."""
    events = scope.record.events
    for item in scope.record.collaborations:
        parties = _list_parties(scope, item.parties)
        if len(parties) != 2 or not item.evidence:
            continue
        facts: list[Fact] = [("kg:party", party) for party in parties]
        facts.append(("kg:basis", plain(item.basis)))
        event = events[item.event] if item.event is not None and 0 <= item.event < len(events) else None
        if event is not None and is_stated(event):
            facts.append(("kg:event", iri(mint_event(scope, event))))
        facts += _date_and_issues(scope, event, scope.list_issues(item.evidence))
        key = (*sorted(item.parties), item.basis)
        yield scope.claim("collaboration", key, item.evidence, ("kg:Collaboration",), facts)


def map_agreements(scope: Scope) -> Iterator[Claim]:
    """Yield the agreements; parties that are no institution of the record stay words."""
    for item in scope.record.agreements:
        if not item.evidence or not item.parties:
            continue
        facts: list[Fact] = [("kg:agreementKind", iri(mint_concept("agreement-kind", item.kind)))]
        facts += [("kg:party", party) for party in _list_parties(scope, item.parties)]
        facts += [
            ("kg:partyText", indonesian(name)) for name in item.parties if not scope.find_institution(name)
        ]
        if item.about:
            facts.append(("kg:aboutText", indonesian(item.about)))
        signing = _find_signing(scope, item)
        if signing is not None:
            facts.append(("prov:wasGeneratedBy", iri(mint_event(scope, signing))))
        facts += _date_and_issues(scope, signing, scope.list_issues(item.evidence))
        key = (item.kind, sorted(item.parties), item.about)
        yield scope.claim("agreement", key, item.evidence, ("kg:Agreement",), facts)


def _list_parties(scope: Scope, names: tuple[str, ...]) -> list[str]:
    return sorted({scope.refer(entity) for name in names if (entity := scope.find_institution(name))})


def _date_and_issues(scope: Scope, event: Event | None, issues: list[str]) -> list[Fact]:
    date = scope.date_of(event)
    return [*([("kg:onDate", day(date))] if date else []), *[("kg:onIssue", issue) for issue in issues]]


def _find_signing(scope: Scope, item: Agreement) -> Event | None:
    """Return the one signing of the release that a sentence of a signed agreement tells."""
    if item.kind not in ("mou", "pks"):
        return None
    told = set(item.evidence)
    signings = [
        event for event in scope.record.events if event.type == "signing" and told & set(event.evidence.event)
    ]
    return signings[0] if len(signings) == 1 else None
