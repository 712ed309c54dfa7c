"""Putting a question to a graph."""

import re
from collections.abc import Mapping
from datetime import date

import pyoxigraph

from kgraph.answers import Table
from kgraph.errors import QueryError
from kgraph.graph.opening import Graph
from kgraph.querying.asking import Result, query_store, read_term
from kgraph.querying.names import NameFinder
from kgraph.querying.questions import Parameter, Question

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ENTITIES = {"institution": "institution", "person": "person", "entity": None}
_YES_NO = {"yes": True, "no": False}
_XSD_DATE = pyoxigraph.NamedNode("http://www.w3.org/2001/XMLSchema#date")
_SOLUTION_FORMATS = {
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
}
_TRIPLE_FORMATS = {"ttl": pyoxigraph.RdfFormat.TURTLE, "nt": pyoxigraph.RdfFormat.N_TRIPLES}

FORMATS = (*_SOLUTION_FORMATS, *_TRIPLE_FORMATS)
"""The formats in which answers can be written."""


class Answer:
    """The answer to a question, read once: as a table or in a standard format."""

    def __init__(self, result: Result) -> None:
        self._result = result

    @property
    def is_triples(self) -> bool:
        """Whether it is triples."""
        return isinstance(self._result, pyoxigraph.QueryTriples)

    @property
    def is_no(self) -> bool:
        """Whether it is the answer "no" to a question that is answered by yes or no."""
        return isinstance(self._result, pyoxigraph.QueryBoolean) and not self._result

    def read_table(self) -> Table:
        """Return the rows as strings; yes or no is a table of one cell, triples have three columns.

        Raises:
            QueryError: The query broke while it was answered.
        """
        if isinstance(self._result, pyoxigraph.QueryBoolean):
            return Table(columns=("answer",), rows=(("yes" if self._result else "no",),))
        if isinstance(self._result, pyoxigraph.QueryTriples):
            rows = [tuple(read_term(part) for part in triple) for triple in self._result]
            return Table(columns=("subject", "predicate", "object"), rows=tuple(sorted(rows)))
        columns = tuple(variable.value for variable in self._result.variables)
        try:
            found = tuple(
                tuple(None if value is None else read_term(value) for value in row) for row in self._result
            )
        except (OSError, ValueError, RuntimeError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error
        return Table(columns=columns, rows=found)

    def serialize(self, format_: str) -> bytes:
        """Return the answer in a standard format, one of :data:`FORMATS`.

        Raises:
            QueryError: The format does not fit what the query asks for.
        """
        if isinstance(self._result, pyoxigraph.QueryTriples):
            if format_ not in _TRIPLE_FORMATS:
                raise QueryError(
                    f"triples cannot be written as {format_}; choose {' or '.join(_TRIPLE_FORMATS)}"
                )
            return _as_bytes(self._result.serialize(format=_TRIPLE_FORMATS[format_]))
        if format_ not in _SOLUTION_FORMATS:
            raise QueryError(
                f"this answer cannot be written as {format_}; choose {', '.join(_SOLUTION_FORMATS)}"
            )
        if isinstance(self._result, pyoxigraph.QueryBoolean) and format_ in {"csv", "tsv"}:
            return f"{'true' if self._result else 'false'}\n".encode()
        return _as_bytes(self._result.serialize(format=_SOLUTION_FORMATS[format_]))


def _as_bytes(content: bytes | None) -> bytes:
    return content or b""


def run_query(
    graph: Graph,
    question: Question,
    parameters: Mapping[str, str],
    *,
    finder: NameFinder,
    limit: int | None = None,
) -> Answer:
    """Return the answer of a graph to a question.

    The values of parameters become terms, and the terms take their slots in the query;
    no text that a user gives becomes SPARQL.

    Args:
        graph: The graph that is asked.
        question: One of :func:`load_questions` or one read by :func:`read_question`.
        parameters: Values as typed, by name.
        finder: What the names among them mean in this graph.
        limit: Number of rows at most.

    Raises:
        QueryError: A parameter is missing, unknown or wrong, or the query is wrong.
    """
    unknown = [name for name in parameters if name not in question.by_name]
    if unknown:
        known = ", ".join(f"--{name}" for name in [*question.by_name, "limit"])
        raise QueryError(f"there is no --{unknown[0]}; {question.name} takes {known}")
    filled = {}
    for parameter in question.parameters:
        if parameter.name in parameters:
            term = _read_value(parameter, parameters[parameter.name], finder)
            filled[parameter.slot] = parameter.slot.replace("UNDEF", str(term))
        elif not parameter.is_optional:
            raise QueryError(f"{question.name} needs --{parameter.name}: {parameter.about}")
    text = _fill_slots(question.text, filled)
    if limit is not None:
        text = f"{text.rstrip()}\nLIMIT {int(limit)}\n"
    return Answer(query_store(graph, text))


def _fill_slots(text: str, filled: Mapping[str, str]) -> str:
    """Return a query with its slots filled, all in one pass, since a value may look like a slot."""
    if not filled:
        return text
    slots = re.compile("|".join(map(re.escape, filled)))
    return slots.sub(lambda match: filled[match.group()], text)


def _check_day(value: str) -> None:
    try:
        if _DATE.fullmatch(value):
            date.fromisoformat(value)
            return
    except ValueError:
        pass
    raise QueryError(f'"{value}" is no day; write it as 2026-02-04')


def _read_yes_no(value: str) -> pyoxigraph.Literal:
    if value not in _YES_NO:
        raise QueryError(f'"{value}" is neither yes nor no')
    return pyoxigraph.Literal(_YES_NO[value])


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _read_value(
    parameter: Parameter, value: str, finder: NameFinder
) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    try:
        if not _is_text(value):
            raise QueryError("the value holds bytes that are no text in UTF-8")
        if parameter.kind in _ENTITIES:
            return finder.find_entity(value, _ENTITIES[parameter.kind])
        if parameter.kind == "release":
            return finder.find_release(value)
        if parameter.kind == "text":
            return pyoxigraph.Literal(value)
        if parameter.kind == "yes-no":
            return _read_yes_no(value)
        if parameter.kind == "date":
            _check_day(value)
            return pyoxigraph.Literal(value, datatype=_XSD_DATE)
        return finder.find_concept(value, parameter.kind)
    except QueryError as error:
        raise QueryError(error.message, subject=f"--{parameter.name}") from error
