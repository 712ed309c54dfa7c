"""A graph as N-Quads, N-Triples, Turtle and TriG, the same bytes for the same graph."""

from collections.abc import Iterator
from itertools import groupby

from kgraph.exporting.reifiers import write_reifiers
from kgraph.exporting.selection import Selection
from kgraph.exporting.turtle import Shortener, format_subjects
from kgraph.graph.sorting import sort_lines


def export_quads(selection: Selection) -> Iterator[bytes]:
    """Yield sorted N-Quads, with the reifiers in the graphs of their claims if they are asked for."""
    if not selection.reifiers:
        yield from selection.read_lines()
        return
    for block in selection.blocks:
        reifiers = list(write_reifiers(selection.describe_block(block), block.name))
        lines = selection.read_block(block)
        yield from sorted([*lines, *reifiers]) if reifiers else lines


def export_triples(selection: Selection) -> Iterator[bytes]:
    """Yield sorted N-Triples, each once whatever graphs it is in."""
    return sort_lines(line[: line.rindex(b" <")] + b" .\n" for line in export_quads(selection))


def split_quad(line: bytes) -> tuple[str, str, str, str]:
    """Return subject, predicate, object and graph of a line of our own N-Quads, as terms."""
    subject, predicate, rest = line.decode().removesuffix(" .\n").split(" ", 2)
    value, _, name = rest.rpartition(" ")
    return subject, predicate, value, name


def split_triple(line: bytes) -> tuple[str, str, str]:
    """Return subject, predicate and object of a line of our own N-Triples, as terms."""
    subject, predicate, value = line.decode().removesuffix(" .\n").split(" ", 2)
    return subject, predicate, value


def export_turtle(selection: Selection) -> Iterator[bytes]:
    """Yield Turtle, one subject a paragraph."""
    shortener = Shortener(selection.base)
    yield f"{shortener.write_header()}\n".encode()
    triples = (split_triple(line) for line in export_triples(selection))
    for paragraph in format_subjects(triples, shortener):
        yield paragraph.encode()


def export_trig(selection: Selection) -> Iterator[bytes]:
    """Yield TriG, one named graph after the other."""
    shortener = Shortener(selection.base)
    yield f"{shortener.write_header()}\n".encode()
    quads = (split_quad(line) for line in export_quads(selection))
    for name, block in groupby(quads, key=lambda quad: quad[3]):
        yield f"{shortener.shorten(name)} {{\n".encode()
        for paragraph in format_subjects((quad[:3] for quad in block), shortener, "  "):
            yield paragraph.encode()
        yield b"}\n\n"
