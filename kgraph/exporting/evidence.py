"""Ties and tenures with the claims that support them, and the sentences that state each claim."""

from collections.abc import Iterator

import msgspec

from kgraph.exporting.descriptions import Description
from kgraph.exporting.selection import Selection


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a release: its place in code points, and its text unless texts are left out."""

    iri: str
    start: int
    end: int
    quote: str | None = None


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One claim with its release and its sentences, by position; dates are ISO days."""

    claim: str
    release: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    date: str | None = None
    basis: str | None = None
    sentences: tuple[Sentence, ...] = ()


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two institutions that releases say act together; ``parties`` and the rest are IRIs and ISO days."""

    iri: str
    parties: tuple[str, str]
    releases: int
    events: int
    first: str | None
    last: str | None
    issues: tuple[str, ...]
    claims: tuple[str, ...]


class Tenure(msgspec.Struct, frozen=True, kw_only=True):
    """A person who was seen to hold a post between two days, as IRIs and ISO days."""

    iri: str
    person: str
    post: str
    institution: str
    releases: int
    first: str | None
    last: str | None
    claims: tuple[str, ...]


def read_ties(selection: Selection) -> Iterator[Tie]:
    """Yield the ties of a graph, by IRI."""
    for found in selection.describe_derived("ties"):
        first, second = found.list_values("kg:party")
        yield Tie(
            iri=found.iri,
            parties=(first, second),
            releases=found.find_number("kg:releaseCount") or 0,
            events=found.find_number("kg:eventCount") or 0,
            first=found.find_value("kg:firstDate"),
            last=found.find_value("kg:lastDate"),
            issues=found.list_values("kg:onIssue"),
            claims=found.list_values("kg:supportedBy"),
        )


def read_tenures(selection: Selection) -> Iterator[Tenure]:
    """Yield the tenures of a graph, by IRI."""
    for found in selection.describe_derived("tenures"):
        yield Tenure(
            iri=found.iri,
            person=found.list_values("org:member")[0],
            post=found.list_values("kg:heldPost")[0],
            institution=found.list_values("org:organization")[0],
            releases=found.find_number("kg:releaseCount") or 0,
            first=found.find_value("sem:hasLatestBeginTimeStamp"),
            last=found.find_value("sem:hasEarliestEndTimeStamp"),
            claims=found.list_values("kg:supportedBy"),
        )


def read_evidence(selection: Selection, claim: str) -> Evidence:
    """Return a claim of a graph with its release and sentences; ``claim`` is its IRI."""
    found = selection.describe(claim)
    release = selection.describe(found.list_values("kg:inRelease")[0])
    sentences = [read_sentence(selection, iri) for iri in found.list_values("kg:statedIn")]
    return Evidence(
        claim=claim,
        release=release.iri,
        title=release.find_value("dct:title"),
        url=release.find_value("schema:url"),
        published=release.find_value("schema:datePublished"),
        date=found.find_value("kg:onDate") or found.find_value("kg:observedOn"),
        basis=found.find_value("kg:basis"),
        sentences=tuple(sorted(sentences, key=lambda sentence: (sentence.start, sentence.end))),
    )


def read_sentence(selection: Selection, iri: str) -> Sentence:
    """Return a sentence of a graph by its IRI."""
    selectors = [selection.describe(selector) for selector in _list_selectors(selection.describe(iri))]
    positions = [one for one in selectors if one.find_value("oa:start") is not None]
    quotes = [quote for one in selectors if (quote := one.find_value("oa:exact")) is not None]
    return Sentence(
        iri=iri,
        start=positions[0].find_number("oa:start") or 0,
        end=positions[0].find_number("oa:end") or 0,
        quote=quotes[0] if quotes else None,
    )


def _list_selectors(sentence: Description) -> tuple[str, ...]:
    return sentence.list_values("oa:hasSelector")


def choose_evidence(selection: Selection, claims: tuple[str, ...]) -> Evidence | None:
    """Return the newest of several claims: of the latest day, of these the first by IRI."""
    found = [read_evidence(selection, claim) for claim in claims]
    latest = max((one.date or "" for one in found), default="")
    return next((one for one in found if (one.date or "") == latest), None)
