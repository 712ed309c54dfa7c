"""Who works with whom as GraphML and GEXF, which Gephi, Cytoscape, yEd, igraph and networkx read.

Nodes are institutions, lines are ties. The files are written by networkx; what it would
take from the clock or from its own version is taken out, so that the same graph gives the same bytes.
"""

import io
import re
from collections.abc import Iterator

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from kgraph.exporting.descriptions import Description
from kgraph.exporting.evidence import Tie, choose_evidence, read_ties
from kgraph.exporting.selection import Selection

_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, and the carriage return, which its readers turn into a line feed."""

Attributes = dict[str, str | int]


def export_graphml(selection: Selection) -> Iterator[bytes]:
    """Yield a network of institutions as GraphML."""
    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(_build_network(selection))
    stream = io.BytesIO()
    writer.dump(stream)
    yield stream.getvalue() + b"\n"


def export_gexf(selection: Selection) -> Iterator[bytes]:
    """Yield a network of institutions as GEXF 1.2, each tie from its first to its last day."""
    network = _build_network(selection)
    for _, _, tie in network.edges(data=True):
        tie.update(
            {name: tie[other] for name, other in (("start", "first"), ("end", "last")) if other in tie}
        )
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    for meta in writer.xml.iter("meta"):
        del meta.attrib["lastmodifieddate"]
        for creator in meta.iter("creator"):
            creator.text = selection.graph.manifest.program
    yield f'<?xml version="1.0" encoding="utf-8"?>\n{writer}\n'.encode()


def _build_network(selection: Selection) -> "nx.Graph[str]":
    network: nx.Graph[str] = nx.Graph()
    for found in selection.describe_derived("identity"):
        if found.is_a("org:Organization"):
            network.add_node(found.iri, **_describe_institution(selection, found))
    for tie in read_ties(selection):
        network.add_edges_from([(*tie.parties, _describe_tie(selection, tie))])
    return network


def _describe_institution(selection: Selection, found: Description) -> Attributes:
    region = found.find_value("dct:spatial")
    known = {
        "label": selection.find_label(found.iri),
        "acronym": found.find_value("kg:acronym"),
        "kind": _get_slug(found.find_value("org:classification")),
        "region": selection.find_label(region) if region else None,
        "region_code": _get_slug(region),
        "releases": found.find_number("kg:releaseCount"),
    }
    return _clean(known)


def _describe_tie(selection: Selection, tie: Tie) -> Attributes:
    known: dict[str, str | int | None] = {
        "id": tie.iri,
        "weight": tie.releases,
        "releases": tie.releases,
        "events": tie.events,
        "first": tie.first,
        "last": tie.last,
        "issues": " ".join(issue.rpartition("/")[2] for issue in tie.issues),
    }
    newest = choose_evidence(selection, tie.claims)
    if newest is not None:
        known |= {
            "basis": newest.basis,
            "claim": newest.claim,
            "date": newest.date,
            "release_title": newest.title,
            "release_url": newest.url,
            "sentence": newest.sentences[0].quote if newest.sentences else None,
        }
    return _clean(known)


def _get_slug(iri: str | None) -> str | None:
    return iri.rpartition("/")[2] if iri else None


def _clean(known: dict[str, str | int | None]) -> Attributes:
    """Return what is known, in text that XML can hold."""
    return {
        name: _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value
        for name, value in known.items()
        if value is not None
    }
