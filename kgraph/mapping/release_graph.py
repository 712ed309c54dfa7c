"""The named graph of one release: the document, its claims, and the sentences that they stand in."""

from collections.abc import Iterator

import msgspec

from kgraph.entities import Linker
from kgraph.lexicon.posts import Posts
from kgraph.mapping.dealings import map_agreements, map_collaborations
from kgraph.mapping.happenings import map_events, map_mentioned_events
from kgraph.mapping.iris import mint_entity, mint_sentence
from kgraph.mapping.naming import map_namings, map_topics
from kgraph.mapping.posts import map_memberships, map_tenures
from kgraph.mapping.quads import day, indonesian, integer, iri, plain, term, typed
from kgraph.mapping.scope import Claim, Scope, list_triples
from kgraph.mapping.utterances import map_statements
from kgraph.records import Record, Span


class MappedRelease(msgspec.Struct, frozen=True, kw_only=True):
    """One release as claims, and what they were made of; ``iri`` names the release and its graph."""

    iri: str
    scope: Scope
    claims: tuple[Claim, ...]


def map_release(record: Record, linker: Linker, base: str, posts: Posts) -> MappedRelease:
    """Return the claims of a release.

    Args:
        record: What the release says.
        linker: Which entity each of its names means; a name that it does not know is left out.
        base: Where IRIs of resources begin.
        posts: The words of posts.
    """
    scope = Scope(record=record, linker=linker, base=base, posts=posts)
    claims = (
        *map_namings(scope),
        *map_topics(scope),
        *map_events(scope),
        *map_mentioned_events(scope),
        *map_collaborations(scope),
        *map_agreements(scope),
        *map_statements(scope),
        *map_memberships(scope),
        *map_tenures(scope),
    )
    return MappedRelease(iri=scope.iri, scope=scope, claims=claims)


def list_release_triples(mapped: MappedRelease, run: str) -> Iterator[str]:
    """Yield the triples of a release's graph, in no order; ``run`` is the key of the mapping's run."""
    yield from _describe_release(mapped, run)
    record = mapped.scope.record
    used: set[Span] = set()
    for claim in mapped.claims:
        used.update(claim.spans)
        yield from list_triples(claim, mapped.iri, [mint_sentence(mapped.iri, span) for span in claim.spans])
        if claim.objects("org:memberDuring"):
            yield from _describe_interval(claim)
    for span in used:
        yield from _describe_sentence(mapped.iri, span, record.release.body)


def _describe_release(mapped: MappedRelease, run: str) -> Iterator[str]:
    record = mapped.scope.record
    release = record.release
    facts = [
        ("rdf:type", term("schema:NewsArticle")),
        ("rdf:type", term("prov:Entity")),
        ("dct:identifier", plain(release.id)),
        ("dct:language", plain("id")),
        ("kg:sha256", plain(release.sha256)),
        ("prov:wasGeneratedBy", iri(mint_entity(mapped.scope.base, run))),
    ]
    if release.title:
        facts.append(("dct:title", indonesian(release.title)))
    if release.url:
        facts.append(("schema:url", typed(release.url, "anyURI")))
    if record.published:
        facts.append(("schema:datePublished", day(record.published)))
    if release.publisher:
        facts.append(("schema:publisher", indonesian(release.publisher)))
    if record.dateline and record.dateline.place:
        facts.append(("schema:dateline", indonesian(record.dateline.place)))
    for claim in mapped.claims:
        if "kg:Topic" in claim.classes:
            facts += [("dct:subject", issue) for issue in claim.objects("dct:subject")]
    subject = iri(mapped.iri)
    for predicate, value in facts:
        yield f"{subject} {term(predicate)} {value}"


def _describe_interval(claim: Claim) -> Iterator[str]:
    interval = claim.iri + "-interval"
    yield f"{iri(interval)} {term('rdf:type')} {term('time:Interval')}"
    for fact, part, link in (
        ("kg:statedStart", "-begin", "time:hasBeginning"),
        ("kg:statedEnd", "-end", "time:hasEnd"),
    ):
        for value in claim.objects(fact):
            instant = iri(interval + part)
            yield f"{iri(interval)} {term(link)} {instant}"
            yield f"{instant} {term('rdf:type')} {term('time:Instant')}"
            if value.endswith("#date>"):
                yield f"{instant} {term('time:inXSDDate')} {value}"


_SENTENCE = (
    f"%(name)s> {term('rdf:type')} {term('oa:SpecificResource')}",
    f"%(name)s> {term('oa:hasSource')} %(release)s",
    f"%(name)s> {term('oa:hasSelector')} %(name)s-pos>",
    f"%(name)s> {term('oa:hasSelector')} %(name)s-quote>",
    f"%(name)s-pos> {term('rdf:type')} {term('oa:TextPositionSelector')}",
    f"%(name)s-pos> {term('oa:start')} %(start)s",
    f"%(name)s-pos> {term('oa:end')} %(end)s",
    f"%(name)s-quote> {term('rdf:type')} {term('oa:TextQuoteSelector')}",
    f"%(name)s-quote> {term('oa:exact')} %(text)s",
)


def _describe_sentence(release: str, span: Span, body: str) -> list[str]:
    parts = {
        "name": iri(mint_sentence(release, span)).removesuffix(">"),
        "release": iri(release),
        "start": integer(span.start),
        "end": integer(span.end),
        "text": indonesian(body[span.start : span.end]),
    }
    return [line % parts for line in _SENTENCE]
