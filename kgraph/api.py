"""A graph opened from Python: the named questions as methods, SPARQL, records, and the dataset.

``kgraph.open(path)`` is the way in; ``docs/python.md`` shows what can be done with it.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from kgraph.answers import Table
from kgraph.errors import QueryError
from kgraph.graph.opening import Graph, open_graph
from kgraph.lexicon.load import load_bodies
from kgraph.querying.names import NameFinder
from kgraph.querying.questions import Question, load_questions, read_question
from kgraph.querying.run import run_query
from kgraph.records import Record
from kgraph.resolution.institutions import InstitutionReader
from kgraph.vocabulary import PREFIXES

Value = str | date | bool
"""What a parameter of a question may be given as."""


def make_finder(graph: Graph) -> NameFinder:
    """Return what finds names in a graph by the same rules that joined them."""
    registry, regions = load_bodies(graph.read_own_files())
    reader = InstitutionReader(registry, regions)

    def identify(name: str) -> str | None:
        identity = reader.identify_form(name, None)
        return None if identity.own else identity.key

    return NameFinder(graph, identify)


class OpenedGraph:
    """A graph folder, opened for reading.

    Each named question is a method: ``graph.ties(institution="BP3MI Sulteng")``. It takes the
    parameters of the question by name, with ``_`` for ``-``, and ``limit``, and returns a
    :class:`~kgraph.answers.Table`. ``dir(graph)`` lists them, :meth:`describe` tells what one takes.

    Raises:
        InputError: The folder is no graph, is damaged, or has another format.
    """

    def __init__(self, path: str | Path) -> None:
        self._graph = open_graph(Path(path))
        self._questions = load_questions()

    def __repr__(self) -> str:
        """Return how the graph was opened, and what it holds."""
        counts = self._graph.manifest.counts
        return f"<kgraph {self._graph.folder}: {counts['releases']} releases, {counts['ties']} ties>"

    def __dir__(self) -> list[str]:
        """Return the names of all methods, those of questions among them."""
        return sorted({*super().__dir__(), *self._questions})

    def __getattr__(self, name: str) -> Callable[..., Table]:
        """Return the method that asks a named question.

        Raises:
            AttributeError: There is no question of this name.
        """
        question = self.__dict__.get("_questions", {}).get(name)
        if question is None:
            raise AttributeError(f"there is no question {name}; there are {', '.join(self.questions)}")

        def ask(*, limit: int | None = None, **parameters: Value | None) -> Table:
            return self._ask(question, parameters, limit)

        ask.__name__ = ask.__qualname__ = name
        ask.__doc__ = self.describe(name)
        return ask

    @property
    def questions(self) -> tuple[str, ...]:
        """The names of the questions."""
        return tuple(self.__dict__.get("_questions", ()))

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of what, such as ``releases`` and ``ties``."""
        return dict(self._graph.manifest.counts)

    def describe(self, name: str) -> str:
        """Return what a question answers and what it takes, as text.

        Raises:
            KeyError: There is no question of this name.
        """
        question = self._questions[name]
        lines = [question.about, *([question.more] if question.more else [])]
        for one in question.parameters:
            needed = ", optional" if one.is_optional else ""
            lines.append(f"    {one.name.replace('-', '_')} ({one.kind}{needed}): {one.about}")
        return "\n".join(lines)

    def query(self, sparql: str) -> Table:
        """Return the answer to a query in SPARQL; our prefixes need not be declared.

        Raises:
            QueryError: It is no query, or cannot be answered.
        """
        return self._ask(read_question("query", sparql), {}, None)

    def records(self) -> Iterator[Record]:
        """Yield the records of the releases, by id."""
        return self._graph.records()

    @cached_property
    def dataset(self) -> Any:
        """The whole graph in memory as an ``rdflib.Dataset``; its default graph is the union of all.

        It takes about a minute for each million quads; :meth:`query` is the fast way.
        """
        import rdflib

        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(str(self._graph.graph_file), format="nquads")
        for prefix, namespace in PREFIXES.items():
            dataset.bind(prefix, namespace)
        return dataset

    @cached_property
    def _finder(self) -> NameFinder:
        return make_finder(self._graph)

    def _ask(self, question: Question, parameters: dict[str, Value | None], limit: int | None) -> Table:
        given = {
            name.replace("_", "-"): _write_value(value)
            for name, value in parameters.items()
            if value is not None
        }
        try:
            return run_query(self._graph, question, given, finder=self._finder, limit=limit).read_table()
        except QueryError as error:
            raise QueryError(error.message, subject=error.subject or question.name) from error


def _write_value(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else value
