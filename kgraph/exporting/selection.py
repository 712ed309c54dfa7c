"""What of a graph is exported, read as lines, as blocks or one resource at a time."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

import msgspec
import pyoxigraph

from kgraph.exporting.descriptions import Description, Term, describe_subjects, parse_triples
from kgraph.exporting.wording import is_wording
from kgraph.graph.opening import Graph

_REMEMBERED = 20_000
"""Resources that are kept after they were looked up: names and releases come again and again."""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Where the lines of one named graph lie in the file of N-Quads, in bytes; ``name`` is its IRI."""

    name: str
    offset: int
    size: int


class Selection:
    """A graph as an export sees it.

    Args:
        graph: The graph.
        without_bodies: Leave out what is worded by the releases; see :mod:`kgraph.exporting.wording`.
        reifiers: Add, in formats of RDF, which claim reifies which derived edge.
        licence: The IRI of the licence that the owner of the graph gives it.
    """

    def __init__(
        self,
        graph: Graph,
        *,
        without_bodies: bool = False,
        reifiers: bool = False,
        licence: str | None = None,
    ) -> None:
        self.graph = graph
        self.base = graph.base
        self.without_bodies = without_bodies
        self.reifiers = reifiers
        self.licence = licence
        self._authority = f"{graph.base}graph/authority"
        self.describe = lru_cache(_REMEMBERED)(self._describe)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The named graphs in the order of the file: those of releases by IRI, then the derived ones."""
        found: list[tuple[str, int]] = []
        last, offset = b"", 0
        with self.graph.graph_file.open("rb") as file:
            for line in file:
                name = line[line.rindex(b" <") + 2 : -4]
                if name != last:
                    found.append((name.decode(), offset))
                    last = name
                offset += len(line)
        ends = [start for _, start in found[1:]] + [offset]
        return tuple(
            Block(name=name, offset=start, size=end - start)
            for (name, start), end in zip(found, ends, strict=True)
        )

    @cached_property
    def releases(self) -> tuple[Block, ...]:
        """The graphs of releases."""
        return tuple(block for block in self.blocks if block.name.startswith(f"{self.base}release/"))

    @cached_property
    def derived(self) -> tuple[Block, ...]:
        """The graphs that follow from all releases, and the authority graph."""
        return tuple(block for block in self.blocks if block.name.startswith(f"{self.base}graph/"))

    def read_lines(self) -> Iterator[bytes]:
        """Yield all lines of N-Quads."""
        with self.graph.graph_file.open("rb") as file:
            yield from self._sift(file)

    def read_block(self, block: Block) -> Iterator[bytes]:
        """Yield the lines of one named graph."""
        with self.graph.graph_file.open("rb") as file:
            file.seek(block.offset)
            rest = block.size
            while rest:
                line = file.readline()
                rest -= len(line)
                yield from self._sift([line])

    def describe_block(self, block: Block) -> Iterator[Description]:
        """Yield what one named graph says, subject by subject, by IRI."""
        return describe_subjects(parse_triples(self.read_block(block)))

    def describe_derived(self, name: str) -> Iterator[Description]:
        """Yield what a derived graph says, subject by subject; ``name`` is that of the graph, as "ties"."""
        for block in self.derived:
            if block.name == f"{self.base}graph/{name}":
                yield from self.describe_block(block)

    def find_label(self, iri: str) -> str | None:
        """Return the preferred name of a resource in Indonesian."""
        return self.describe(iri).find_text("skos:prefLabel", "id")

    def find_references(self, iri: str) -> tuple[tuple[str, str], ...]:
        """Return subjects and predicates of the derived triples that lead to a resource, sorted."""
        node = pyoxigraph.NamedNode(iri)
        found = {
            (quad.subject.value, quad.predicate.value)
            for block in self.derived
            for quad in self.graph.store.quads_for_pattern(None, None, node, pyoxigraph.NamedNode(block.name))
            if isinstance(quad.subject, pyoxigraph.NamedNode)
        }
        return tuple(sorted(found))

    def _sift(self, lines: Iterator[bytes] | list[bytes]) -> Iterator[bytes]:
        if not self.without_bodies:
            yield from lines
            return
        for line in lines:
            subject, predicate, rest = line.decode().removesuffix(" .\n").split(" ", 2)
            value, _, name = rest.rpartition(" ")
            if self._is_kept(subject, predicate, value, name):
                yield line

    def _is_kept(self, subject: str, predicate: str, value: str, name: str) -> bool:
        return name == f"<{self._authority}>" or not is_wording(subject, predicate, value)

    def _describe(self, iri: str) -> Description:
        """Return what all graphs together say of a resource; nothing is said of one that is not known."""
        node = pyoxigraph.NamedNode(iri)
        facts: dict[str, set[Term]] = {}
        for quad in self.graph.store.quads_for_pattern(node, None, None):
            if not isinstance(quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal):
                continue
            parts = (str(quad.subject), str(quad.predicate), str(quad.object), str(quad.graph_name))
            if not self.without_bodies or self._is_kept(*parts):
                facts.setdefault(quad.predicate.value, set()).add(quad.object)
        ordered = {name: tuple(sorted(values, key=str)) for name, values in sorted(facts.items())}
        return Description(iri=iri, facts=ordered)
