"""A graph as a stream of bytes in one of the formats of RDF, the same bytes for the same graph."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from kgraph.errors import InputError
from kgraph.exporting.turtle import Shortener, format_subjects
from kgraph.graph.opening import Graph
from kgraph.graph.sorting import sort_lines


def export_graph(graph: Graph, format_: str) -> Iterator[bytes]:
    """Yield a graph in a format.

    Args:
        graph: The graph.
        format_: One of :data:`FORMATS`. ``nt`` and ``ttl`` have all triples in one graph,
            ``nq`` and ``trig`` keep the named graphs.
    """
    return FORMATS[format_](graph)


def choose_format(path: Path) -> str:
    """Return the format that the ending of a file name asks for.

    Raises:
        InputError: There is no such format.

    >>> choose_format(Path("network.ttl"))
    'ttl'
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        endings = ", ".join(f".{name}" for name in sorted(FORMATS))
        raise InputError(f"the ending tells no format; write one of {endings}", path=path)
    return ending


def _read_lines(graph: Graph) -> Iterator[bytes]:
    with graph.graph_file.open("rb") as file:
        yield from file


def _split_line(line: bytes) -> tuple[str, str, str, str]:
    """Return subject, predicate, object and graph of a line of our own N-Quads."""
    subject, predicate, rest = line.decode().removesuffix(" .\n").split(" ", 2)
    value, _, name = rest.rpartition(" ")
    return subject, predicate, value, name


def _export_triples(graph: Graph) -> Iterator[bytes]:
    return sort_lines(line[: line.rindex(b" <")] + b" .\n" for line in _read_lines(graph))


def _export_turtle(graph: Graph) -> Iterator[bytes]:
    shortener = Shortener(graph.base)
    yield f"{shortener.write_header()}\n".encode()
    triples = (_split_triple(line) for line in _export_triples(graph))
    for paragraph in format_subjects(triples, shortener):
        yield paragraph.encode()


def _split_triple(line: bytes) -> tuple[str, str, str]:
    subject, predicate, value = line.decode().removesuffix(" .\n").split(" ", 2)
    return subject, predicate, value


def _export_trig(graph: Graph) -> Iterator[bytes]:
    shortener = Shortener(graph.base)
    yield f"{shortener.write_header()}\n".encode()
    quads = (_split_line(line) for line in _read_lines(graph))
    for name, block in groupby(quads, key=lambda quad: quad[3]):
        yield f"{shortener.shorten(name)} {{\n".encode()
        for paragraph in format_subjects((quad[:3] for quad in block), shortener, "  "):
            yield paragraph.encode()
        yield b"}\n\n"


FORMATS: dict[str, Callable[[Graph], Iterator[bytes]]] = {
    "nq": _read_lines,
    "nt": _export_triples,
    "trig": _export_trig,
    "ttl": _export_turtle,
}
"""The formats by the ending of their files."""
