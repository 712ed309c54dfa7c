"""The derived graphs: what all claims together entail, each part made of claims and of nothing else."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from kgraph.entities import Entity, Linker
from kgraph.lexicon.posts import Posts
from kgraph.mapping.iris import mint_concept, mint_entity, mint_region
from kgraph.mapping.posts import split_role
from kgraph.mapping.quads import english, indonesian, integer, iri, read_text, term
from kgraph.mapping.release_graph import MappedRelease
from kgraph.mapping.scope import Claim
from kgraph.vocabulary import PUBLIC_KINDS, SUBUNIT_KINDS, XSD

_DAY = f"^^<{XSD}date>"
_DAYS_IN_POST = ("kg:observedOn", "kg:statedStart", "kg:statedEnd")
"""What gives days on which a person surely held a post: the last day is one of them, a month or year none."""


class Tally:
    """What has been counted of one tie or tenure: releases, events, dates, issues and claims."""

    def __init__(self) -> None:
        self.releases: set[str] = set()
        self.events: set[str] = set()
        self.dates: list[str] = []
        self.issues: set[str] = set()
        self.claims: set[str] = set()

    def add(self, release: str, claim: Claim, *dates: str) -> None:
        """Count one claim, whose days are the objects of the predicates ``dates``."""
        self.releases.add(release)
        self.claims.add(iri(claim.iri))
        self.events.update(claim.objects("kg:event"))
        self.issues.update(claim.objects("kg:onIssue"))
        for value in (value for date in dates for value in claim.objects(date) if value.endswith(_DAY)):
            self.dates = [min([value, *self.dates]), max([value, *self.dates])]


class Derivation:
    """Collects the claims of all releases, then gives the triples of the derived graphs."""

    def __init__(self, linker: Linker, base: str, posts: Posts) -> None:
        self._posts = posts
        self._linker = linker
        self._base = base
        self._entities = {iri(mint_entity(base, entity.key)): entity for entity in linker.entities}
        self._ties: defaultdict[tuple[str, str], Tally] = defaultdict(Tally)
        self._tenures: defaultdict[tuple[str, str, str], Tally] = defaultdict(Tally)
        self._roles: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._post_bodies: dict[str, str] = {}
        self._named_in: Counter[str] = Counter()
        self._edges: set[str] = set()
        self._reasons: list[str] = []

    def add(self, mapped: MappedRelease) -> None:
        """Take in the claims of one release."""
        named = {name for claim in mapped.claims for name in claim.objects("kg:names")}
        self._named_in.update(named)
        for claim in mapped.claims:
            if "kg:Naming" in claim.classes:
                self._add_naming(mapped.scope.record.release.id, claim)
            elif "kg:Collaboration" in claim.classes:
                first, second = claim.objects("kg:party")
                self._ties[first, second].add(mapped.iri, claim, "kg:onDate")
                self._edge(first, "org:linkedTo", second)
            elif "org:Membership" in claim.classes:
                self._add_membership(mapped.iri, claim)
            elif "schema:Event" in claim.classes:
                self._add_event(claim)
            elif "cv:Participation" in claim.classes:
                self._add_participation(claim)
            elif "kg:Topic" in claim.classes:
                for issue in claim.objects("dct:subject"):
                    self._edge(iri(mapped.iri), "schema:about", issue)

    def _add_naming(self, release: str, claim: Claim) -> None:
        link = self._linker.find_link(release, str(claim.item[0]), str(claim.item[1]))
        if link is not None:
            self._reasons.append(f"{iri(claim.iri)} {term('kg:linkReason')} {english(link.reason)}")

    def _edge(self, subject: str, predicate: str, value: str) -> None:
        self._edges.add(f"{subject} {term(predicate)} {value}")

    def _add_event(self, claim: Claim) -> None:
        for issue in claim.objects("kg:onIssue"):
            self._edge(iri(claim.iri), "schema:about", issue)

    def _add_participation(self, claim: Claim) -> None:
        (event,), (actor,) = claim.objects("kg:event"), claim.objects("cv:hasParticipant")
        organizes = iri(mint_concept("role", "organizer")) in claim.objects("cv:role")
        self._edge(event, "schema:organizer" if organizes else "schema:attendee", actor)

    def _add_membership(self, release: str, claim: Claim) -> None:
        (member,) = claim.objects("org:member")
        for body in claim.objects("org:organization"):
            self._edge(member, "org:memberOf", body)
            for post in claim.objects("kg:heldPost"):
                self._tenures[member, post, body].add(release, claim, *_DAYS_IN_POST)
                self._post_bodies[post] = body
                for text in claim.objects("kg:postText"):
                    self._roles[post][read_text(text)] += 1

    def count(self) -> dict[str, int]:
        """Return how many there are of each kind of derived node."""
        types = Counter(self._entities[node].type for node in self._named_in)
        return {
            "institutions": types["institution"],
            "persons": types["person"],
            "posts": len(self._post_bodies),
            "ties": len(self._ties),
        }

    def list_identity(self) -> Iterator[str]:
        """Yield the entities that a release names, the posts, and why each name means what it means."""
        for node in sorted(self._named_in):
            entity = self._entities[node]
            facts = [("kg:releaseCount", integer(self._named_in[node])), *_describe_entity(entity)]
            for predicate, value in facts:
                yield f"{node} {term(predicate)} {value}"
        for post in sorted(self._post_bodies):
            body = self._post_bodies[post]
            yield f"{post} {term('rdf:type')} {term('org:Post')}"
            yield f"{post} {term('org:postIn')} {body}"
            label = _label_post(self._roles[post], self._entities[body], self._posts)
            yield f"{post} {term('skos:prefLabel')} {indonesian(label)}"
        yield from self._reasons

    def list_ties(self) -> Iterator[str]:
        """Yield one tie for each pair of institutions that a release says act together."""
        for (first, second), tally in sorted(self._ties.items()):
            tie = self._join("tie", first, second)
            facts = [
                ("rdf:type", term("kg:Tie")),
                ("kg:party", first),
                ("kg:party", second),
                ("kg:releaseCount", integer(len(tally.releases))),
                ("kg:eventCount", integer(len(tally.events))),
                *[("kg:onIssue", issue) for issue in tally.issues],
                *[("kg:supportedBy", claim) for claim in tally.claims],
            ]
            if tally.dates:
                facts += [("kg:firstDate", tally.dates[0]), ("kg:lastDate", tally.dates[-1])]
            for predicate, value in facts:
                yield f"{tie} {term(predicate)} {value}"

    def list_tenures(self) -> Iterator[str]:
        """Yield who held which post, with the first and the last day on which it was seen or told."""
        for (member, post, body), tally in sorted(self._tenures.items()):
            tenure = self._join("tenure", member, post)
            facts = [
                ("rdf:type", term("kg:Tenure")),
                ("rdf:type", term("org:Membership")),
                ("rdf:type", term("sem:Temporary")),
                ("org:member", member),
                ("org:organization", body),
                ("kg:heldPost", post),
                ("kg:releaseCount", integer(len(tally.releases))),
                *[("kg:supportedBy", claim) for claim in tally.claims],
            ]
            if tally.dates:
                facts.append(("sem:hasLatestBeginTimeStamp", tally.dates[0]))
                facts.append(("sem:hasEarliestEndTimeStamp", tally.dates[-1]))
            for predicate, value in facts:
                yield f"{tenure} {term(predicate)} {value}"

    def list_edges(self) -> Iterator[str]:
        """Yield the plain edges."""
        yield from self._edges

    def _join(self, kind: str, one: str, other: str) -> str:
        ends = (node.strip("<>").rpartition("/")[2] for node in (one, other))
        return iri(f"{self._base}{kind}/{'--'.join(ends)}")


def _describe_entity(entity: Entity) -> Iterator[tuple[str, str]]:
    yield "skos:prefLabel", indonesian(entity.label)
    for form in {*entity.forms, entity.acronym or entity.label} - {entity.label}:
        yield "skos:altLabel", indonesian(form)
    if entity.type == "person":
        yield "rdf:type", term("schema:Person")
        yield "rdf:type", term("foaf:Person")
        return
    kind = entity.kind or "other"
    yield "rdf:type", term("org:Organization")
    yield "rdf:type", term("org:OrganizationalUnit" if kind in SUBUNIT_KINDS else "org:FormalOrganization")
    if kind in PUBLIC_KINDS:
        yield "rdf:type", term("cv:PublicOrganisation")
    yield "org:classification", iri(mint_concept("kind", kind))
    if entity.region_code:
        yield "dct:spatial", iri(mint_region(entity.region_code))
    if entity.acronym:
        yield "kg:acronym", indonesian(entity.acronym)


def _label_post(texts: Counter[str], institution: Entity, posts: Posts) -> str:
    """Return the label of a post: its role as most releases write it, then the institution's label."""
    roles: Counter[str] = Counter()
    for text, count in texts.items():
        roles[split_role(text, institution, posts)] += count
    role = min(roles, key=lambda text: (-roles[text], text))
    return f"{role} {institution.label}"
