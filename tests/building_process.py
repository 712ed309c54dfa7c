"""A build in a process that may be killed; the lexicon is loaded before such processes are forked."""

from multiprocessing.connection import Connection
from pathlib import Path

from kgraph.building import build_graph
from kgraph.graph.record_file import read_records
from kgraph.lexicon.load import load_lexicon
from kgraph.resolution.link import link_records

LEXICON = load_lexicon()


def build_file(records: Path, folder: Path, started: Connection) -> None:
    """Build a graph of exactly the records of a file, and say when it begins."""
    started.send("started")
    build_graph(read_records(records), folder, lexicon=LEXICON, link=link_records, sync=True)
