"""Claims that a surface form names an institution or a person, and the topics of a release."""

from collections import defaultdict
from collections.abc import Iterator

from kgraph.mapping.iris import mint_concept, mint_issue, mint_place, mint_region
from kgraph.mapping.quads import indonesian, iri
from kgraph.mapping.scope import Claim, Fact, Scope
from kgraph.records import Mention


def map_namings(scope: Scope) -> Iterator[Claim]:
    """Yield one claim for each local name and surface form, with the places where it stands."""
    for institution in scope.record.institutions:
        entity = scope.find_institution(institution.name)
        if entity is None:
            continue
        facts = [
            ("kg:names", scope.refer(entity)),
            ("kg:kindAsGiven", iri(mint_concept("kind", institution.kind))),
        ]
        if institution.region:
            facts.append(("kg:regionAsGiven", indonesian(institution.region)))
        if institution.region_code:
            facts.append(("dct:spatial", iri(mint_region(institution.region_code))))
        yield from _map_mentions(scope, ("institution", institution.name), institution.mentions, facts)
    for official in scope.record.officials:
        person = scope.find_person(official.name)
        if person is not None and person.public:
            facts = [("kg:names", scope.refer(person))]
            yield from _map_mentions(scope, ("person", official.name), official.mentions, facts)


def _map_mentions(
    scope: Scope, item: tuple[str, str], mentions: tuple[Mention, ...], facts: list[Fact]
) -> Iterator[Claim]:
    by_surface = defaultdict(list)
    for mention in mentions:
        by_surface[mention.text].append(mention)
    for surface, places in by_surface.items():
        spans = [span for place in places for span in scope.find_sentences(place.start, place.end)]
        own = [("kg:surface", indonesian(surface)), *facts]
        own += [("gaf:denotedBy", iri(mint_place(scope.iri, place.span))) for place in places]
        yield scope.claim("naming", (*item, surface), spans, ("kg:Naming",), own)


def map_topics(scope: Scope) -> Iterator[Claim]:
    """Yield one claim for each issue of the release."""
    for issue in scope.record.issues:
        if issue.evidence:
            concept = iri(mint_issue(scope.base, issue.issue))
            yield scope.claim(
                "topic", (issue.issue,), issue.evidence, ("kg:Topic",), [("dct:subject", concept)]
            )
