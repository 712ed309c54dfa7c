"""A graph checked: its files, its quads, its rules, and its quotes against the texts."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph

from kgraph.checking.problems import Problem
from kgraph.checking.rules import RULES
from kgraph.graph.opening import Graph
from kgraph.records import Record
from kgraph.vocabulary import GAF, KG, OA, PREFIXES, RDF, SCHEMA, SKOS

_MOST = 20
"""Faults of one rule that are listed."""


def check_graph(graph: Graph) -> Iterator[Problem]:
    """Yield what is wrong with a graph.

    Files are compared with their seals, every line with the order and form of the
    dump, every rule with the store, and every quote, hash and private name with the
    records.
    """
    yield from _check_seals(graph)
    yield from _check_lines(graph.graph_file)
    yield from _check_store(graph)
    for rule in RULES:
        found = {str(row["place"].value) for row in _ask(graph, rule.sparql)}
        for node in sorted(found)[:_MOST]:
            yield Problem(place=_name_place(graph, node), message=f"{rule.message}: {node}")
        if len(found) > _MOST:
            yield Problem(place="graph", message=f"{rule.message}: {len(found) - _MOST} more")
    yield from _check_texts(graph)


def _ask(graph: Graph, query: str) -> pyoxigraph.QuerySolutions:
    answer = graph.store.query(query, use_default_graph_as_union=True)
    if not isinstance(answer, pyoxigraph.QuerySolutions):
        raise TypeError(query)
    return answer


def _name_place(graph: Graph, node: str) -> str:
    """Return the release and the fragment that a node's IRI tells, or the IRI below the base."""
    path = unquote(node.removeprefix(graph.base))
    return path.replace("release/", "release ", 1).replace("#", ", ") if path.startswith("release/") else path


def _check_seals(graph: Graph) -> Iterator[Problem]:
    for name, seal in sorted(graph.manifest.files.items()):
        with (graph.generation / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != seal.sha256:
                yield Problem(place=name, message="the file was changed after it was built")


def _check_lines(path: Path) -> Iterator[Problem]:
    """Yield the lines that are not in their place, or that are not as the dump must be."""
    seen: set[bytes] = set()
    before, last = b"", b""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            place = f"{path.name}:{number}"
            graph = line[line.rindex(b" <") :] if b" <" in line else b""
            if not graph.endswith(b"> .\n") or line.startswith(b"_:") or b"> _:" in line.partition(b'"')[0]:
                yield Problem(place=place, message="a blank node, or a quad without a named graph")
                continue
            if graph != last:
                if graph in seen:
                    yield Problem(place=place, message="the block of this graph is split")
                seen.add(graph)
            elif line <= before:
                yield Problem(
                    place=place, message="the lines of this graph are not sorted, or one stands twice"
                )
            before, last = line, graph


def _check_store(graph: Graph) -> Iterator[Problem]:
    quads = graph.manifest.counts.get("quads")
    if len(graph.store) != quads:
        yield Problem(place="store", message=f"holds {len(graph.store)} quads, the manifest tells {quads}")
    for row in _ask(graph, "SELECT DISTINCT ?term { { ?s ?term ?o } UNION { ?s a ?term } }"):
        term = row["term"].value
        if not term.startswith(tuple(PREFIXES.values())):
            yield Problem(place="graph", message=f"the term {term} is of no vocabulary that we name")


def _check_texts(graph: Graph) -> Iterator[Problem]:
    """Compare each release's graph with its record: hash, quotes, and names that must not be there."""
    named = _list_named(graph)
    with_post: set[str] = set()
    seen = 0
    for record in graph.records():
        seen += 1
        release = record.release
        node = pyoxigraph.NamedNode(f"{graph.base}release/{release.id}")
        place = f"release {release.id}"
        if hashlib.sha256(release.body.encode()).hexdigest() != release.sha256:
            yield Problem(place=place, message="the hash in the record is not that of the text")
        hashes = [_value(quad.object) for quad in _match(graph, node, f"{KG}sha256")]
        if hashes != [release.sha256]:
            yield Problem(place=place, message="the hash in the graph is not that of the record's text")
        for start, end, quote, sentence in _list_quotes(graph, node):
            if not 0 <= start < end or release.body[start:end] != quote:
                where = f"{place}, sentence {start}-{end}"
                yield Problem(place=where, message=f"the quote is not what the text has there: {sentence}")
        for start, end, text in _list_marked(graph, node):
            if release.body[start:end] != text:
                yield Problem(place=place, message=f"the text has not {text!r} at {start}-{end}")
        with_post |= _list_holders(record, named.get(node.value, {}))
    if seen != graph.manifest.counts.get("releases"):
        yield Problem(
            place="records.jsonl", message=f"holds {seen} records, the manifest tells another number"
        )
    if graph.manifest.private_persons:
        return
    query = "SELECT DISTINCT ?person { ?person a <https://schema.org/Person> }"
    for row in _ask(graph, query):
        if row["person"].value not in with_post:
            yield Problem(place=row["person"].value, message="a person without a public post is in the graph")


def _match(graph: Graph, subject: pyoxigraph.NamedNode, predicate: str) -> Iterator[pyoxigraph.Quad]:
    return graph.store.quads_for_pattern(subject, pyoxigraph.NamedNode(predicate), None, None)


def _value(node: object) -> str:
    return node.value if isinstance(node, pyoxigraph.NamedNode | pyoxigraph.Literal) else ""


def _list_quotes(graph: Graph, release: pyoxigraph.NamedNode) -> Iterator[tuple[int, int, str, str]]:
    """Yield start, end, quote and IRI of each sentence in a release's graph."""
    values: dict[str, dict[str, str]] = {}
    for predicate in (f"{OA}start", f"{OA}end", f"{OA}exact"):
        for quad in graph.store.quads_for_pattern(None, pyoxigraph.NamedNode(predicate), None, release):
            sentence = _value(quad.subject).rpartition("-")[0]
            values.setdefault(sentence, {})[predicate] = _value(quad.object)
    for sentence, parts in sorted(values.items()):
        start, end = (int(parts.get(f"{OA}{name}", -1)) for name in ("start", "end"))
        yield start, end, parts.get(f"{OA}exact", ""), sentence


def _list_marked(graph: Graph, release: pyoxigraph.NamedNode) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of each name and utterance that has a place in a release."""
    texts: dict[str, str] = {}
    for predicate in (f"{KG}surface", f"{SCHEMA}text"):
        for quad in graph.store.quads_for_pattern(None, pyoxigraph.NamedNode(predicate), None, release):
            texts[_value(quad.subject)] = _value(quad.object)
    marked = pyoxigraph.NamedNode(f"{GAF}denotedBy")
    for quad in graph.store.quads_for_pattern(None, marked, None, release):
        start, _, end = _value(quad.object).rpartition("#char=")[2].partition(",")
        yield int(start), int(end), texts.get(_value(quad.subject), "")


def _list_named(graph: Graph) -> dict[str, dict[str, set[str]]]:
    """Return for each release which persons each surface form names."""
    named: dict[str, dict[str, set[str]]] = {}
    query = (
        f"SELECT ?release ?surface ?person {{ ?naming <{KG}names> ?person ; <{KG}surface> ?surface ;"
        f" <{KG}inRelease> ?release . ?person <{RDF}type> <{SCHEMA}Person> ; <{SKOS}prefLabel> ?label }}"
    )
    for row in _ask(graph, query):
        surfaces = named.setdefault(row["release"].value, {})
        surfaces.setdefault(row["surface"].value, set()).add(row["person"].value)
    return named


def _list_holders(record: Record, named: dict[str, set[str]]) -> set[str]:
    """Return the persons whom a record gives a post."""
    return {
        person
        for official in record.officials
        if official.post
        for mention in official.mentions
        for person in named.get(mention.text, ())
    }
