"""The tables that a picture of a graph is made of."""

from importlib.resources import files

from kgraph.answers import Table
from kgraph.graph.opening import Graph
from kgraph.querying.asking import query_store
from kgraph.querying.run import Answer

NAMES = ("nodes", "ties", "evidence", "mentions", "posts", "issues")
"""The tables, each with its query in the folder ``network``, where its columns are described."""


def query_network(graph: Graph) -> dict[str, Table]:
    """Return the institutions of a graph, their ties, and the sentences behind both, by name of the table.

    Raises:
        QueryError: The store broke while it was asked.
    """
    folder = files("kgraph.querying") / "network"
    return {
        name: Answer(query_store(graph, (folder / f"{name}.rq").read_text("utf-8"))).read_table()
        for name in NAMES
    }
