"""A graph of hostile records, and one of gold cases, for all formats."""

from pathlib import Path

import pytest

from kgraph.building import build_graph
from kgraph.exporting.files import FOLDERS, FORMATS
from kgraph.exporting.selection import Selection
from kgraph.graph.opening import Graph, open_graph
from kgraph.lexicon.load import load_lexicon
from kgraph.pipeline import extract_sources
from kgraph.reading.items import ReadRecord
from kgraph.resolution.link import link_records
from tests.gold_records import GOLD, list_seen_cases
from tests.linkers import link_by_name
from tests.unit.exporting.hostile_records import list_hostile


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder = tmp_path_factory.mktemp("built") / "graph"
    build_graph(
        list_hostile(), folder, lexicon=load_lexicon(), link=link_by_name, base="https://kg.example/data/"
    )
    return open_graph(folder)


@pytest.fixture(scope="session")
def gold_graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder: Path = tmp_path_factory.mktemp("built") / "gold"
    lexicon = load_lexicon()
    sources = [GOLD / f"{name}.txt" for name in list_seen_cases()[:25]]
    items = extract_sources(sources, lexicon=lexicon)
    records = [item.record for item in items if isinstance(item, ReadRecord)]
    assert len(records) == len(sources)
    build_graph(records, folder, lexicon=lexicon, link=link_records)
    return open_graph(folder)


def export(graph: Graph, format_: str, **options: object) -> bytes:
    """Return a graph in a format that is one file."""
    return b"".join(FORMATS[format_](Selection(graph, **options)))  # type: ignore[arg-type]


def export_folder(graph: Graph, format_: str, **options: object) -> dict[str, bytes]:
    """Return the files of a format that is a folder."""
    entries = FOLDERS[format_](Selection(graph, **options))  # type: ignore[arg-type]
    return {entry.name: b"".join(entry.parts) for entry in entries}
