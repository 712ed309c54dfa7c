"""How a graph uses its terms: the properties of the nodes of each class, how many, and in which graph."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from kgraph.exporting.ontology_page.terms import shorten_iri
from kgraph.vocabulary import RDF

Graphs = Mapping[str, Iterable[str]]
"""Triples by the IRI of their named graph; each is a line of N-Triples without its end."""

GENERAL = ("prov:Entity", "kg:Claim", "org:Membership")
"""Classes that a node belongs to only where it has none that is more special, the most general first."""

_TYPE = f"<{RDF}type>"


class Use(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """How the nodes of one class use one property.

    ``count`` is "1", "0..1", "1..n" or "0..n"; ``values`` are classes, datatypes or languages;
    ``graphs`` are the kinds of named graph: "release" or the name of a derived one.
    """

    name: str
    count: str
    values: tuple[str, ...]
    graphs: tuple[str, ...]


class ClassUse(msgspec.Struct, frozen=True, kw_only=True):
    """How a graph uses one class: other classes of its nodes, properties, and a node with most of them."""

    name: str
    also: tuple[str, ...]
    uses: tuple[Use, ...]
    example: str


class Profile:
    """The nodes of a graph by class, with their triples.

    Args:
        graphs: The graph.
        described: The classes that are to be described.
    """

    def __init__(self, graphs: Graphs, described: Iterable[str]) -> None:
        self._described = frozenset(described)
        self._facts: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._classes: defaultdict[str, set[str]] = defaultdict(set)
        for graph, triples in sorted(graphs.items()):
            kind = graph.rpartition("/graph/")[2] if "/graph/" in graph else "release"
            for triple in sorted(triples):
                subject, predicate, value = triple.split(" ", 2)
                if predicate == _TYPE:
                    self._classes[subject].add(shorten_iri(value[1:-1]))
                self._facts[subject].append((predicate, value, kind))

    @property
    def classes(self) -> tuple[str, ...]:
        """All classes that are used, sorted."""
        return tuple(sorted({name for names in self._classes.values() for name in names}))

    def describe_class(self, name: str) -> ClassUse:
        """Return how a class is used; a node is left out if another described class of it is more special.

        Raises:
            ValueError: No node is of this class alone.
        """
        nodes = [node for node, names in sorted(self._classes.items()) if name in names]
        if name in GENERAL:
            better = self._described - set(GENERAL[: GENERAL.index(name) + 1])
            nodes = [node for node in nodes if not self._classes[node] & better]
        if not nodes:
            raise ValueError(name)
        return ClassUse(
            name=name,
            also=tuple(sorted({one for node in nodes for one in self._classes[node]} - {name})),
            uses=tuple(self._list_uses(nodes)),
            example=min(nodes, key=lambda node: (-len({fact[0] for fact in self._facts[node]}), node)),
        )

    def describe_shared(self, name: str) -> ClassUse:
        """Return the properties that all nodes of a class have, whatever other classes they are of."""
        nodes = [node for node, names in sorted(self._classes.items()) if name in names]
        shared = tuple(use for use in self._list_uses(nodes) if use.count.startswith("1"))
        return ClassUse(name=name, also=(), uses=shared, example=nodes[0])

    def _list_uses(self, nodes: list[str]) -> list[Use]:
        counts: defaultdict[str, list[int]] = defaultdict(list)
        values: defaultdict[str, set[str]] = defaultdict(set)
        graphs: defaultdict[str, set[str]] = defaultdict(set)
        for node in nodes:
            own: defaultdict[str, set[str]] = defaultdict(set)
            for predicate, value, kind in self._facts[node]:
                if predicate != _TYPE:
                    own[predicate].add(value)
                    values[predicate].update(self._name_value(value))
                    graphs[predicate].add(kind)
            for predicate, found in own.items():
                counts[predicate].append(len(found))
        return sorted(
            Use(
                name=shorten_iri(predicate[1:-1]),
                count=_count(found, len(nodes)),
                values=tuple(sorted(values[predicate])),
                graphs=tuple(sorted(graphs[predicate])),
            )
            for predicate, found in counts.items()
        )

    def _name_value(self, value: str) -> set[str]:
        """Return the classes of a node, or the datatype or language of a literal."""
        if value.startswith("<"):
            names = self._classes.get(value, set())
            return (names & self._described) - set(GENERAL) or names & self._described or {"IRI"}
        _, _, datatype = value.rpartition('"^^')
        if value.endswith(">") and datatype:
            return {shorten_iri(datatype[1:-1])}
        _, mark, language = value.rpartition('"@')
        return {f'"…"@{language}' if mark else "xsd:string"}

    def list_facts(self, node: str) -> list[tuple[str, str, str]]:
        """Return the triples of a node, without their graphs, each once and sorted."""
        return sorted({(node, predicate, value) for predicate, value, _ in self._facts.get(node, ())})

    def holds(self, source: str, name: str, target: str) -> bool:
        """Whether some node of a class has a property whose value is a node of another class."""
        return any(
            shorten_iri(predicate[1:-1]) == name and target in self._classes.get(value, ())
            for node, names in self._classes.items()
            if source in names
            for predicate, value, _ in self._facts[node]
        )


def _count(found: list[int], nodes: int) -> str:
    least = 1 if len(found) == nodes else 0
    if max(found) > 1:
        return f"{least}..n"
    return "1" if least else "0..1"
