"""What one generation holds, as far as generations are compared: read in one sweep for each predicate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files

import msgspec

from kgraph.graph.opening import Graph
from kgraph.mapping.iris import mint_graph
from kgraph.querying.asking import ask
from kgraph.vocabulary import expand

Row = tuple[str | None, ...]


class ReleaseHead(msgspec.Struct, frozen=True, kw_only=True):
    """What tells a release from others; ``sha256`` is that of its text."""

    id: str
    title: str | None
    date: str | None
    link: str | None
    sha256: str


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """An institution; ``region`` is a label with a code, ``releases`` how many name it."""

    label: str
    kind: str
    region: str | None
    acronym: str | None
    releases: int


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """A person's holding of a post; ``label`` is that of the post."""

    person: str
    post: str
    institution: str
    label: str


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement as one release tells it: parties by IRI, and those that are no more than words."""

    kind: str
    date: str | None
    about: str | None
    parties: tuple[str, ...]
    words: tuple[str, ...]


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """All that is compared of one generation. Everything is named by its IRI.

    ``namings`` says for each claim of a name what it names, ``tied`` and ``held`` which tie or
    tenure a claim supports; ``dates`` of which day the latter are. ``on_issue`` has the releases
    and claims on the issue that was asked for.
    """

    releases: dict[str, ReleaseHead]
    bodies: dict[str, Body]
    persons: dict[str, str]
    namings: dict[str, str]
    ties: dict[str, tuple[str, str]]
    tied: dict[str, str]
    holdings: dict[str, Holding]
    held: dict[str, str]
    dates: dict[str, str]
    agreements: dict[str, Agreement]
    on_issue: frozenset[str]

    def label(self, node: str) -> str:
        """Return the label of an institution or person; of one that no text names, its IRI."""
        return self.bodies[node].label if node in self.bodies else self.persons.get(node, node)


def release_of(claim: str) -> str:
    """Return the IRI of the release that makes a claim, which the claim's own begins with."""
    return claim.partition("#")[0]


def read_rows(graph: Graph, name: str, *, nodes: Mapping[str, Iterable[str]] | None = None) -> list[Row]:
    """Return the rows of one of the queries in the folder ``queries``, where its columns are described.

    Args:
        graph: The generation.
        name: The name of the query.
        nodes: IRIs for variables of the query, by name.

    Raises:
        QueryError: The store broke while it was asked.
    """
    text = (files("kgraph.comparing") / "queries" / f"{name}.rq").read_text("utf-8")
    for variable, iris in (nodes or {}).items():
        slot = f"VALUES ?{variable} {{ UNDEF }}"
        text = text.replace(slot, slot.replace("UNDEF", " ".join(f"<{iri}>" for iri in iris)))
    return ask(graph, text)


def read_pairs(graph: Graph, predicate: str, name: str | None = None) -> list[tuple[str, str]]:
    """Return all subjects and objects of a predicate.

    The store reads them in one sweep. To join such lists here takes a third of the time in which the
    store joins the patterns of a query over the whole graph, which it does node by node.

    Args:
        graph: The generation.
        predicate: One of our terms, as a CURIE.
        name: The derived graph that is read; all graphs without it.

    Raises:
        QueryError: The store broke while it was asked.
    """
    pattern = f"?subject <{expand(predicate)}> ?object"
    if name is not None:
        pattern = f"GRAPH <{mint_graph(graph.base, name)}> {{ {pattern} }}"
    rows = ask(graph, f"SELECT ?subject ?object WHERE {{ {pattern} }}")
    return [(subject or "", value or "") for subject, value in rows]


def read_contents(
    graph: Graph, *, issue: str | None = None, hidden: frozenset[str] = frozenset()
) -> Contents:
    """Return what a generation holds.

    Args:
        graph: The generation.
        issue: The IRI of an issue; of ties only the claims on it are read then.
        hidden: The IRIs of persons who are left out.

    Raises:
        QueryError: The store broke while it was asked.
    """
    on_issue = _read_issue(graph, issue) if issue else frozenset()
    namings = {claim: node for claim, node in read_pairs(graph, "kg:names") if node not in hidden}
    labels = dict(read_pairs(graph, "skos:prefLabel", "identity"))
    bodies = _read_bodies(graph, labels)
    tied = {
        claim: tie
        for tie, claim in read_pairs(graph, "kg:supportedBy", "ties")
        if issue is None or claim in on_issue
    }
    holdings = _read_holdings(graph, labels, hidden)
    held = {
        claim: tenure
        for tenure, claim in read_pairs(graph, "kg:supportedBy", "tenures")
        if tenure in holdings
    }
    return Contents(
        releases=_read_releases(graph),
        bodies=bodies,
        persons={node: labels.get(node, node) for node in namings.values() if node not in bodies},
        namings=namings,
        ties=_read_ties(graph, frozenset(tied.values())),
        tied=tied,
        holdings=holdings,
        held=held,
        dates={
            claim: date
            for predicate, behind in (("kg:onDate", tied), ("kg:observedOn", held))
            for claim, date in read_pairs(graph, predicate)
            if claim in behind
        },
        agreements=_read_agreements(graph),
        on_issue=on_issue,
    )


def _read_issue(graph: Graph, issue: str) -> frozenset[str]:
    return frozenset(row[0] or "" for row in read_rows(graph, "topics", nodes={"_issue": [issue]}))


def _read_releases(graph: Graph) -> dict[str, ReleaseHead]:
    facts = ("kg:sha256", "dct:title", "schema:datePublished", "schema:url")
    hashes, titles, dates, links = (dict(read_pairs(graph, predicate)) for predicate in facts)
    return {
        release: ReleaseHead(
            id=name,
            title=titles.get(release),
            date=dates.get(release),
            link=links.get(release),
            sha256=hashes.get(release, ""),
        )
        for release, name in read_pairs(graph, "dct:identifier")
    }


def _read_bodies(graph: Graph, labels: Mapping[str, str]) -> dict[str, Body]:
    regions = dict(read_pairs(graph, "skos:prefLabel", "authority"))
    facts = ("dct:spatial", "kg:acronym", "kg:releaseCount")
    places, acronyms, counts = (dict(read_pairs(graph, predicate, "identity")) for predicate in facts)
    return {
        node: Body(
            label=labels.get(node, node),
            kind=concept.rpartition("/")[2],
            region=_name_region(places[node], regions) if node in places else None,
            acronym=acronyms.get(node),
            releases=int(counts.get(node, 0)),
        )
        for node, concept in read_pairs(graph, "org:classification", "identity")
    }


def _name_region(place: str, labels: Mapping[str, str]) -> str:
    return f"{labels.get(place, place)} ({place.rpartition('/')[2]})"


def _read_ties(graph: Graph, ties: frozenset[str]) -> dict[str, tuple[str, str]]:
    parties: defaultdict[str, list[str]] = defaultdict(list)
    for tie, party in read_pairs(graph, "kg:party", "ties"):
        if tie in ties:
            parties[tie].append(party)
    return {tie: (min(both), max(both)) for tie, both in parties.items()}


def _read_holdings(graph: Graph, labels: Mapping[str, str], hidden: frozenset[str]) -> dict[str, Holding]:
    facts = ("kg:heldPost", "org:organization")
    posts, institutions = (dict(read_pairs(graph, predicate, "tenures")) for predicate in facts)
    return {
        tenure: Holding(
            person=person,
            post=posts[tenure],
            institution=institutions[tenure],
            label=labels.get(posts[tenure], posts[tenure]),
        )
        for tenure, person in read_pairs(graph, "org:member", "tenures")
        if person not in hidden
    }


def _read_agreements(graph: Graph) -> dict[str, Agreement]:
    facts: dict[str, Row] = {}
    parties: defaultdict[str, set[str]] = defaultdict(set)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for claim, kind, date, about, party, word in read_rows(graph, "agreements"):
        name = claim or ""
        facts[name] = (kind, date, about)
        if party:
            parties[name].add(party)
        if word:
            words[name].add(word)
    return {
        claim: Agreement(
            kind=kind or "",
            date=date,
            about=about,
            parties=tuple(sorted(parties[claim])),
            words=tuple(sorted(words[claim])),
        )
        for claim, (kind, date, about) in facts.items()
    }
