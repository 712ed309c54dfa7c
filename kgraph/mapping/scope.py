"""What every generator of claims reads: one release with its names resolved, and a claim's form."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

import msgspec

from kgraph.entities import Entity, Linker
from kgraph.lexicon.posts import Posts
from kgraph.mapping.iris import mint_claim, mint_entity, mint_issue, mint_release
from kgraph.mapping.quads import iri, term
from kgraph.records import Event, Record, Span

Fact = tuple[str, str]
"""A predicate as a CURIE and an object as a term of N-Quads."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One fact of one release as a node, and the sentences that state it.

    ``item`` tells the local item from others of its kind. ``facts``
    leave out what every claim has: ``kg:Claim``, ``kg:inRelease``, ``kg:statedIn``.
    """

    iri: str
    item: tuple[object, ...]
    classes: tuple[str, ...]
    spans: tuple[Span, ...]
    facts: tuple[Fact, ...]

    def objects(self, predicate: str) -> tuple[str, ...]:
        """Return the objects of a predicate, each a term, in the order of the facts."""
        return tuple(value for name, value in self.facts if name == predicate)


class Scope(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One record, the linker that resolves its names, the words of posts, and the base of all IRIs."""

    record: Record
    linker: Linker
    posts: Posts
    base: str

    @cached_property
    def iri(self) -> str:
        """The IRI of the release and of its graph."""
        return mint_release(self.base, self.record.release.id)

    def claim(
        self,
        kind: str,
        item: tuple[object, ...],
        spans: Iterable[Span],
        classes: tuple[str, ...],
        facts: Iterable[Fact],
    ) -> Claim:
        """Return a claim whose IRI comes from its kind, its local item and its sentences."""
        places = tuple(sorted(set(spans)))
        name = mint_claim(self.iri, kind, item, places)
        return Claim(iri=name, item=item, classes=classes, spans=places, facts=tuple(facts))

    def find_institution(self, name: str | None) -> Entity | None:
        """Return the institution that a local name means."""
        return self.linker.find_institution(self.record.release.id, name) if name else None

    def find_person(self, name: str | None) -> Entity | None:
        """Return the person that a local name means, one without a public post included."""
        return self.linker.find_person(self.record.release.id, name) if name else None

    def refer(self, entity: Entity) -> str:
        """Return an entity's IRI as a term."""
        return iri(mint_entity(self.base, entity.key))

    def find_sentences(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the sentences that a stretch of the body lies in; where there are none, its line."""
        low = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for span in self.record.sentences[low:]:
            if span.start >= end:
                break
            if span.end > start:
                found.append(span)
        return tuple(found) or (_find_line(self.record.release.body, start, end),)

    def list_issues(self, spans: Iterable[Span], *, lead: bool = True) -> list[str]:
        """Return the issues of a fact, each an IRI as a term, sorted.

        They are those with a cue in the fact's own sentences and, with ``lead``, in
        the headline or the first paragraph of the release.
        """
        own = tuple(spans)
        places = own + self._opening if lead else own
        return sorted(
            iri(mint_issue(self.base, issue.issue))
            for issue in self.record.issues
            if any(_overlap(cue, place) for cue in issue.evidence for place in places)
        )

    def date_of(self, event: Event | None) -> str | None:
        """Return the first day of an event, or the day of publication where it has none."""
        if event is not None and event.date:
            return event.date.partition("/")[0]
        return self.record.published

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self.record.sentences]

    @cached_property
    def _opening(self) -> tuple[Span, ...]:
        """The headline, and the first paragraph of the text proper."""
        zones = self.record.zones
        spans = [Span(start=zone.start, end=zone.end) for zone in zones if zone.kind == "headline"]
        body = self.record.release.body
        for zone in zones:
            if zone.kind == "body":
                text = body[zone.start : zone.end]
                start = zone.start + len(text) - len(text.lstrip())
                stop = body.find("\n", start, zone.end)
                spans.append(Span(start=start, end=zone.end if stop < 0 else stop))
                break
        return tuple(spans)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _find_line(body: str, start: int, end: int) -> Span:
    first = body.rfind("\n", 0, start) + 1
    stop = body.find("\n", end)
    line = body[first : len(body) if stop < 0 else stop]
    lead = len(line) - len(line.lstrip())
    return Span(start=first + lead, end=first + len(line.rstrip()))


def list_triples(claim: Claim, release: str, sentences: Iterable[str]) -> list[str]:
    """Return the triples of a claim: what every claim has, and its facts."""
    subject = iri(claim.iri)
    type_, stated = f"{subject} {term('rdf:type')}", f"{subject} {term('kg:statedIn')}"
    return [
        f"{type_} {term('kg:Claim')}",
        f"{subject} {term('kg:inRelease')} {iri(release)}",
        *[f"{type_} {term(name)}" for name in claim.classes],
        *[f"{stated} {iri(sentence)}" for sentence in sentences],
        *[f"{subject} {term(predicate)} {value}" for predicate, value in claim.facts],
    ]
