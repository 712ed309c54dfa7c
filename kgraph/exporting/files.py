"""Which formats there are, and which one a name asks for."""

from collections.abc import Callable, Iterator
from pathlib import Path

from kgraph.errors import InputError
from kgraph.exporting.dataset import export_description
from kgraph.exporting.folder import Entry
from kgraph.exporting.json_ld import export_json_ld
from kgraph.exporting.neo4j import export_neo4j
from kgraph.exporting.networks import export_gexf, export_graphml
from kgraph.exporting.rdf import export_quads, export_trig, export_triples, export_turtle
from kgraph.exporting.selection import Selection
from kgraph.exporting.site import export_site
from kgraph.exporting.tables import export_tables

FORMATS: dict[str, Callable[[Selection], Iterator[bytes]]] = {
    "gexf": export_gexf,
    "graphml": export_graphml,
    "jsonld": export_json_ld,
    "nq": export_quads,
    "nt": export_triples,
    "trig": export_trig,
    "ttl": export_turtle,
    "void": export_description,
}
"""The formats that are one file."""

FOLDERS: dict[str, Callable[[Selection], Iterator[Entry]]] = {
    "csv": export_tables,
    "neo4j": export_neo4j,
    "site": export_site,
}
"""The formats that are a folder of files."""

WITH_REIFIERS = frozenset({"nq", "nt", "trig", "ttl"})
"""The formats that can tell which claim reifies which edge."""


def list_formats() -> str:
    """Return what names and formats there are, for people."""
    endings = ", ".join(f".{name}" for name in sorted(FORMATS) if name != "void")
    folders = ", ".join(f"--as {name}" for name in sorted(FOLDERS))
    return f"{endings}, void.ttl, or for a folder .csv/ or {folders}"


def choose_format(name: str) -> str:
    """Return the format that the name of a file or folder asks for.

    Raises:
        InputError: There is no such format.

    >>> choose_format("network.ttl"), choose_format("tables.csv/"), choose_format("gold.void.ttl")
    ('ttl', 'csv', 'void')
    """
    path = Path(name)
    ending = path.suffix.lower().removeprefix(".")
    if name.endswith("/"):
        if ending == "csv":
            return "csv"
        raise InputError(f"a folder tells no format; there are {list_formats()}", path=name)
    if ending == "csv":
        message = "as CSV a graph is a folder of tables; write NAME.csv/ or --as csv"
        raise InputError(message, path=name)
    if path.name.lower() == "void.ttl" or path.name.lower().endswith(".void.ttl"):
        return "void"
    if ending not in FORMATS or ending == "void":
        raise InputError(f"the ending tells no format; there are {list_formats()}", path=name)
    return ending
