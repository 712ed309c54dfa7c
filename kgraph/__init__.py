"""kgraph: press releases of Indonesian public agencies as a knowledge graph with evidence."""

from pathlib import Path
from typing import Any

from kgraph.errors import InputError, KGraphError, KnowledgeError, QueryError

__all__ = ["InputError", "KGraphError", "KnowledgeError", "QueryError", "open"]

__version__ = "0.1.0"


def open(path: str | Path) -> Any:  # noqa: A001 - it is called as kgraph.open
    """Return a graph folder opened for reading, a :class:`kgraph.api.OpenedGraph`.

    Its questions are methods that return tables. What it needs is imported when it is called, since the
    command line imports this module for the version alone.

    Raises:
        InputError: The folder is no graph, is damaged, or has another format.
    """
    from kgraph.api import OpenedGraph

    return OpenedGraph(path)
