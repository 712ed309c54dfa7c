"""A query put to the store of a graph."""

import re

import pyoxigraph

from kgraph.errors import QueryError
from kgraph.graph.opening import Graph
from kgraph.vocabulary import PREFIXES

Result = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples

_ASIDE = re.compile(
    r"""#[^\n]*|<[^<>"{}|^`\\\s]*>|'''(?:\\.|[^\\])*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\""""
    r"""|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*\""""
)
_SERVICE = re.compile(r"(?<![\w?$:.-])service(?![\w:-])", re.IGNORECASE)
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_PLAIN = re.compile(r"Prefix not found|IRI parsing failed|The [A-Za-z ]+|[A-Z][a-z]+ [a-z ]{8,}")
_UPDATES = re.compile(
    r"\s*(?:prefix\s+[\w.-]*:\s*|base\s+)*(?:insert|delete|load|clear|create|drop|copy|move|add|with)\b",
    re.IGNORECASE,
)


def query_store(graph: Graph, text: str) -> Result:
    """Return the result of a query over all named graphs together.

    The prefixes of the project need not be declared. A query reads and nothing else:
    no update, and no service, so that nothing leaves the machine.

    Raises:
        QueryError: It is no query, with line and column; or it asks for a service.
    """
    bare = _ASIDE.sub(
        lambda match: " " * len(match[0]) if "\n" not in match[0] else re.sub(r"[^\n]", " ", match[0]), text
    )
    service = _SERVICE.search(bare)
    if service is not None:
        line, column = _locate(text, service.start())
        raise QueryError(f"line {line}, column {column}: SERVICE is not allowed; a graph is asked alone")
    try:
        return graph.store.query(
            text, prefixes=PREFIXES, base_iri=graph.base, use_default_graph_as_union=True
        )
    except SyntaxError as error:
        if _UPDATES.match(bare):
            raise QueryError("a graph is changed by kgraph build, not by SPARQL updates") from error
        raise QueryError(_explain(str(error))) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def _locate(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _explain(message: str) -> str:
    """What a reader can use of a parser's message: the place, and a plain reason if it has one."""
    match = _PLACE.match(message)
    if match is None:
        return f"this is no SPARQL query: {message}"
    reason = _PLAIN.search(match[3])
    told = f": {reason[0].strip()}" if reason else ""
    return f"line {match[1]}, column {match[2]}: this is not SPARQL{told}"


def ask(graph: Graph, text: str) -> list[tuple[str | None, ...]]:
    """Return the rows of a SELECT query as strings.

    Raises:
        QueryError: It is no query.
    """
    result = query_store(graph, text)
    if not isinstance(result, pyoxigraph.QuerySolutions):
        raise QueryError("this is no SELECT query")
    return [tuple(None if value is None else read_term(value) for value in row) for row in result]


def read_term(term: object) -> str:
    """Return the text of a literal or the IRI of a node."""
    value = getattr(term, "value", None)
    return value if isinstance(value, str) else str(term)
