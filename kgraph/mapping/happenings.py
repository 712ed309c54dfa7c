"""Claims about events: that they happened, when and where, and who took part."""

from collections.abc import Iterator

from kgraph.entities import Entity
from kgraph.mapping.iris import mint_claim, mint_concept
from kgraph.mapping.quads import TRUE, day, indonesian, iri, plain
from kgraph.mapping.scope import Claim, Fact, Scope
from kgraph.records import Event, Span


def mint_event(scope: Scope, event: Event) -> str:
    """Return the IRI of an event of the release."""
    spans = tuple(sorted(set(event.evidence.event)))
    return mint_claim(scope.iri, "event", _item(event), spans)


def _item(event: Event) -> tuple[object, ...]:
    return (event.type, event.label, event.date, event.place)


def is_stated(event: Event) -> bool:
    """Whether a sentence states the event; one without is not mapped."""
    return bool(event.evidence.event)


def map_events(scope: Scope) -> Iterator[Claim]:
    """Yield for each event its own claim, then those of date, place and participation."""
    for event in scope.record.events:
        if not is_stated(event):
            continue
        node = mint_event(scope, event)
        taking_part = list(_map_participations(scope, event, node))
        facts = [*_describe(event.type, event.label), *_date(event.date)]
        if event.place:
            facts.append(("schema:location", indonesian(event.place)))
        facts += [("kg:onIssue", issue) for issue in scope.list_issues(event.evidence.event)]
        for claim in taking_part:
            facts.append(("cv:hasParticipation", iri(claim.iri)))
            facts += [("sem:hasActor", actor) for actor in claim.objects("cv:hasParticipant")]
        organizer = scope.find_institution(event.organizer)
        if organizer is not None:
            facts.append(("schema:organizer", scope.refer(organizer)))
        yield scope.claim("event", _item(event), event.evidence.event, ("schema:Event", "sem:Event"), facts)
        yield from _map_circumstances(scope, event, node)
        yield from taking_part


def _describe(type_: str, label: str) -> list[Fact]:
    concept = iri(mint_concept("event-type", type_))
    return [("schema:name", indonesian(label)), ("sem:eventType", concept), ("dct:type", concept)]


def _date(date: str | None) -> list[Fact]:
    if not date:
        return [("kg:dateUnknown", TRUE)]
    first, _, last = date.partition("/")
    facts = [("schema:startDate", day(first))]
    if last:
        facts.append(("schema:endDate", day(last)))
    return facts


def _map_circumstances(scope: Scope, event: Event, node: str) -> Iterator[Claim]:
    """Yield the claims of date and place that stand in a sentence that does not tell the event itself."""
    own = set(event.evidence.event)
    told = ("kg:event", iri(node))
    if event.date and set(event.evidence.date) - own:
        facts = [told, *_date(event.date)]
        yield scope.claim("date", _item(event), event.evidence.date, ("kg:EventDate",), facts)
    if event.place and set(event.evidence.place) - own:
        facts = [told, ("schema:location", indonesian(event.place))]
        yield scope.claim("place", _item(event), event.evidence.place, ("kg:EventPlace",), facts)


def _map_participations(scope: Scope, event: Event, node: str) -> Iterator[Claim]:
    evidence = event.evidence
    roles = [("organizer", event.organizer)] if event.organizer else []
    roles += [("participant", name) for name in event.participants if name != event.organizer]
    for role, name in roles:
        entity = scope.find_institution(name)
        if entity is not None:
            spans = evidence.participants.get(name) or evidence.event
            yield _participate(scope, node, role, name, entity, spans, [])
    institutions = {official.name: official.institution for official in scope.record.officials}
    for name in event.attendees:
        person = scope.find_person(name)
        if person is None or not person.public:
            continue
        body = scope.find_institution(institutions.get(name))
        more = [("kg:representing", scope.refer(body))] if body else []
        spans = evidence.attendees.get(name) or evidence.event
        yield _participate(scope, node, "attendee", name, person, spans, more)


def _participate(
    scope: Scope, node: str, role: str, name: str, entity: Entity, spans: tuple[Span, ...], more: list[Fact]
) -> Claim:
    facts = [
        ("kg:event", iri(node)),
        ("cv:hasParticipant", scope.refer(entity)),
        ("cv:role", iri(mint_concept("role", role))),
        *more,
    ]
    event = node.rpartition("#")[2]
    return scope.claim("participation", (event, role, name), spans, ("cv:Participation",), facts)


def map_mentioned_events(scope: Scope) -> Iterator[Claim]:
    """Yield the events that are planned, cancelled, denied or past: named, but not of the class of events."""
    for event in scope.record.other_events:
        if not event.evidence:
            continue
        facts = [
            *_describe(event.type, event.label),
            *_date(event.date),
            ("kg:modality", plain(event.modality)),
        ]
        if event.place:
            facts.append(("schema:location", indonesian(event.place)))
        item = (event.type, event.label, event.modality, event.date, event.place)
        yield scope.claim("mentioned", item, event.evidence, ("kg:MentionedEvent",), facts)
