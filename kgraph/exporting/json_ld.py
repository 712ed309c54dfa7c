"""A graph as JSON-LD that reads like plain JSON: framed by what things are, with a context of its own.

Institutions, ties, people, posts, tenures and releases are lists; evidence stands inside what it
supports, the claims of a release inside the release. Each triple that the file expands to is in
the graph. Not in the file are the plain edges, why names were joined, and the classes of
sentences and their selectors: they say nothing that the rest does not.
"""

import re
from collections.abc import Callable, Iterable, Iterator

import msgspec
import pyoxigraph

from kgraph.exporting.descriptions import Description, Term
from kgraph.exporting.json_ld_context import (
    CLAIMS,
    CLASS_NAMES,
    LISTS,
    SELECTORS,
    WORD_OF,
    WORDS,
    Word,
    make_context,
)
from kgraph.exporting.selection import Selection
from kgraph.exporting.turtle import relativize
from kgraph.vocabulary import PREFIXES, RDF, XSD, expand

Node = dict[str, object]
Lookup = Callable[[str], Description]

_NAMESPACES = sorted((namespace, prefix) for prefix, namespace in PREFIXES.items())
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")
_NAMED = frozenset(
    (
        "cv:hasParticipant",
        "kg:heldPost",
        "kg:names",
        "kg:party",
        "kg:representing",
        "kg:speaker",
        "org:member",
        "org:organization",
        "org:postIn",
        "schema:organizer",
    )
)
"""Predicates whose objects are written with their names."""
_OMITTED = frozenset(
    [f"{RDF}type", *map(expand, ("dct:type", "prov:wasQuotedFrom", "sem:hasActor", "schema:about"))]
)
"""What another key says too, but the type, which is written first."""


def export_json_ld(selection: Selection) -> Iterator[bytes]:
    """Yield the file, one resource after the other."""
    writer = NodeWriter(selection)
    yield b'{\n  "@context": ' + _indent(make_context(selection.base), 2)
    lists = dict(zip(LISTS, writer.read_lists(), strict=True))
    for name, nodes in lists.items():
        yield f',\n  "{name}": ['.encode()
        mark = b"\n    "
        for node in nodes:
            yield mark + _indent(node, 4)
            mark = b",\n    "
        yield b"\n  ]"
    yield b"\n}\n"


def _indent(value: object, depth: int) -> bytes:
    text = msgspec.json.format(msgspec.json.encode(value), indent=2)
    # JSON has no bare line break inside a string.
    return text.replace(b"\n", b"\n" + b" " * depth)


class NodeWriter:
    """Writes resources of a selection as objects of JSON."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection

    def read_lists(self) -> tuple[Iterable[Node], ...]:
        """Return the resources of each list, in the order of :data:`LISTS`."""
        return (
            self._write_all("identity", lambda found: found.is_a("org:Organization")),
            self._write_all("ties", lambda found: found.is_a("kg:Tie")),
            self._write_all("identity", lambda found: found.is_a("schema:Person")),
            self._write_all("identity", lambda found: found.is_a("org:Post")),
            self._write_all("tenures", lambda found: found.is_a("kg:Tenure")),
            self._write_releases(),
            self._write_all("authority", lambda found: found.is_a("skos:Concept")),
            self._write_all("authority", lambda found: found.is_a("schema:AdministrativeArea")),
            self._write_all(
                "authority",
                lambda found: not (found.is_a("skos:Concept") or found.is_a("schema:AdministrativeArea")),
            ),
        )

    def _write_all(self, graph: str, is_wanted: Callable[[Description], bool]) -> Iterator[Node]:
        for found in self._selection.describe_derived(graph):
            if is_wanted(found):
                yield self._write(found, self._selection.describe)

    def _write_releases(self) -> Iterator[Node]:
        for block in self._selection.releases:
            described = {found.iri: found for found in self._selection.describe_block(block)}

            def look_up(iri: str, described: dict[str, Description] = described) -> Description:
                return described.get(iri) or self._selection.describe(iri)

            claims: dict[str, list[Node]] = {}
            for claim in described.values():
                # Participations stand in their events.
                if claim.is_a("kg:Claim") and not claim.is_a("cv:Participation"):
                    node = self._write(claim, look_up)
                    del node["release"]
                    claims.setdefault(_choose_list(claim), []).append(node)
            yield self._write(look_up(block.name), look_up) | {
                name: claims[name] for name in (*CLAIMS, "claims") if name in claims
            }

    def _write(self, found: Description, look_up: Lookup) -> Node:
        """Return a resource with all that is said of it, in the order of the words."""
        node = self._begin(found)
        for word in WORDS:
            terms = found.facts.get(expand(word.term))
            if terms and word.term == "kg:statedIn":
                node[word.key] = self._write_sentences(found, look_up)
            elif terms:
                values = [self._write_value(word, term, look_up) for term in terms]
                node[word.key] = values if word.many or len(values) > 1 else values[0]
        for predicate, terms in found.facts.items():
            if predicate not in WORD_OF and predicate not in _OMITTED:
                node[_shorten(predicate)] = [self._write_term(term, "") for term in terms]
        return node

    def _begin(self, found: Description) -> Node:
        types = sorted(CLASS_NAMES.get(iri) or _shorten(iri) for iri in found.classes)
        node: Node = {"id": relativize(found.iri, self._selection.base)}
        if types:
            node["type"] = types if len(types) > 1 else types[0]
        return node

    def _write_value(self, word: Word, term: Term, look_up: Lookup) -> object:
        if isinstance(term, pyoxigraph.NamedNode):
            if word.term == "cv:hasParticipation":
                return self._write(look_up(term.value), look_up)
            if word.term == "kg:supportedBy":
                return self._write_evidence(look_up(term.value), look_up)
            if word.term in _NAMED:
                return self._write_parts(look_up(term.value), ("skos:prefLabel",))
        return self._write_term(term, word.coercion)

    def _write_evidence(self, claim: Description, look_up: Lookup) -> Node:
        node = self._write_parts(claim, ("kg:basis", "kg:onDate", "kg:observedOn", "kg:postText"))
        for iri in claim.list_values("kg:inRelease"):
            facts = ("dct:title", "schema:url", "schema:datePublished")
            node["release"] = self._write_parts(look_up(iri), facts)
        node["sentences"] = self._write_sentences(claim, look_up)
        return node

    def _write_sentences(self, claim: Description, look_up: Lookup) -> list[Node]:
        """Return the sentences of a claim, in the order in which the release has them."""
        found = [look_up(iri) for iri in claim.list_values("kg:statedIn")]
        places = {
            one.iri: [
                look_up(part).find_number("oa:start") or 0 for part in one.list_values("oa:hasSelector")
            ]
            for one in found
        }
        ordered = sorted(found, key=lambda one: (max(places[one.iri], default=0), one.iri))
        return [self._write_sentence(one, look_up) for one in ordered]

    def _write_sentence(self, found: Description, look_up: Lookup) -> Node:
        node: Node = {"id": relativize(found.iri, self._selection.base)}
        selectors = [look_up(iri) for iri in found.list_values("oa:hasSelector")]
        for key, own in SELECTORS.items():
            for selector in selectors:
                if selector.find_value(own) is not None:
                    node[key] = self._write_parts(selector, ("oa:exact", "oa:start", "oa:end"))
        return node

    def _write_parts(self, found: Description, terms: Iterable[str]) -> Node:
        """Return a resource with some of what is said of it."""
        node: Node = {"id": relativize(found.iri, self._selection.base)}
        for curie in terms:
            for term in found.facts.get(expand(curie), ())[:1]:
                word = WORD_OF[expand(curie)]
                node[word.key] = self._write_term(term, word.coercion)
        return node

    def _write_term(self, term: Term, coercion: str) -> object:
        if isinstance(term, pyoxigraph.NamedNode):
            iri = relativize(term.value, self._selection.base)
            return iri if coercion == "@id" else {"@id": iri}
        if term.language:
            is_told = coercion == f"@language:{term.language}"
            return term.value if is_told else {"@value": term.value, "@language": term.language}
        datatype = term.datatype.value
        if datatype == f"{XSD}string":
            return {"@value": term.value} if coercion else term.value
        if not coercion and datatype == f"{XSD}integer" and _INTEGER.fullmatch(term.value):
            return int(term.value)
        if not coercion and datatype == f"{XSD}boolean" and term.value in ("true", "false"):
            return term.value == "true"
        short = _shorten(datatype)
        return term.value if short == coercion else {"@value": term.value, "@type": short}


def _choose_list(claim: Description) -> str:
    for name, classes in CLAIMS.items():
        if any(map(claim.is_a, classes)):
            return name
    return "claims"


def _shorten(iri: str) -> str:
    for namespace, prefix in _NAMESPACES:
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
