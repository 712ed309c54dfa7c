"""Which claim reifies which derived edge, in RDF 1.2: ``claim rdf:reifies <<( s p o )>>``.

A plain edge, such as ``org:linkedTo`` between two institutions, is derived from claims; the
claim is the reifier, so that from an edge its sentences are one step away. Source:
https://www.w3.org/TR/rdf12-concepts/#section-triple-terms-reification.
"""

from collections.abc import Iterable, Iterator

from kgraph.exporting.descriptions import Description
from kgraph.vocabulary import CONCEPTS, RDF, expand

_REIFIES = f"<{RDF}reifies>"
_ORGANIZER = f"{CONCEPTS}role/organizer"

Edge = tuple[str, str, str]
"""Subject, predicate and object of a plain edge, each an IRI."""


def list_edges(claim: Description) -> Iterator[Edge]:
    """Yield the plain edges that a claim entails; what is no claim entails none."""
    if not claim.is_a("kg:Claim"):
        # A tenure is a membership too, but a derived one.
        return
    if claim.is_a("kg:Collaboration"):
        first, second = claim.list_values("kg:party")
        yield first, expand("org:linkedTo"), second
    elif claim.is_a("org:Membership"):
        for member in claim.list_values("org:member"):
            for body in claim.list_values("org:organization"):
                yield member, expand("org:memberOf"), body
    elif claim.is_a("schema:Event"):
        for issue in claim.list_values("kg:onIssue"):
            yield claim.iri, expand("schema:about"), issue
    elif claim.is_a("cv:Participation"):
        organizes = _ORGANIZER in claim.list_values("cv:role")
        predicate = expand("schema:organizer" if organizes else "schema:attendee")
        for event in claim.list_values("kg:event"):
            for actor in claim.list_values("cv:hasParticipant"):
                yield event, predicate, actor
    elif claim.is_a("kg:Topic"):
        for release in claim.list_values("kg:inRelease"):
            for issue in claim.list_values("dct:subject"):
                yield release, expand("schema:about"), issue


def write_reifiers(described: Iterable[Description], graph: str) -> Iterator[bytes]:
    """Yield a line of N-Quads for each edge of each claim of a named graph, given by IRI."""
    for claim in described:
        for subject, predicate, value in list_edges(claim):
            triple = f"<<( <{subject}> <{predicate}> <{value}> )>>"
            yield f"<{claim.iri}> {_REIFIES} {triple} <{graph}> .\n".encode()
