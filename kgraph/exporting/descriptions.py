"""What a graph says of one resource, as a value that exports read."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

import msgspec
import pyoxigraph

from kgraph.vocabulary import RDF, expand

Term = pyoxigraph.NamedNode | pyoxigraph.Literal
"""An object; graphs have no blank nodes."""

_BATCH = 20_000
"""Lines that are parsed at once."""
_TYPE = f"{RDF}type"


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """The triples of one subject: the objects of each predicate (an IRI), in order, each once."""

    iri: str
    facts: dict[str, tuple[Term, ...]]

    @property
    def classes(self) -> frozenset[str]:
        """The IRIs of its classes."""
        return frozenset(term.value for term in self.facts.get(_TYPE, ()))

    def is_a(self, curie: str) -> bool:
        """Return whether it is of a class."""
        return expand(curie) in self.classes

    def list_values(self, curie: str) -> tuple[str, ...]:
        """Return the objects of a predicate as plain strings, in order."""
        return tuple(term.value for term in self.facts.get(expand(curie), ()))

    def find_value(self, curie: str) -> str | None:
        """Return the first object of a predicate as a plain string, ``None`` where there is none."""
        terms = self.facts.get(expand(curie))
        return terms[0].value if terms else None

    def find_number(self, curie: str) -> int | None:
        """Return the first object of a predicate as a whole number."""
        value = self.find_value(curie)
        return None if value is None else int(value)

    def find_text(self, curie: str, language: str) -> str | None:
        """Return the first text of a predicate in a language."""
        for term in self.facts.get(expand(curie), ()):
            if isinstance(term, pyoxigraph.Literal) and term.language == language:
                return term.value
        return None


def parse_triples(lines: Iterable[bytes]) -> Iterator[tuple[str, str, Term]]:
    """Yield subject, predicate and object of lines of N-Quads, in their order."""
    rest = iter(lines)
    while batch := list(islice(rest, _BATCH)):
        for quad in pyoxigraph.parse(b"".join(batch), format=pyoxigraph.RdfFormat.N_QUADS):
            if isinstance(quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal) and isinstance(
                quad.subject, pyoxigraph.NamedNode
            ):
                yield quad.subject.value, quad.predicate.value, quad.object


def describe_subjects(triples: Iterable[tuple[str, str, Term]]) -> Iterator[Description]:
    """Yield one description for each subject, of triples that come sorted by subject."""
    for subject, group in groupby(triples, key=lambda triple: triple[0]):
        facts: dict[str, dict[Term, None]] = {}
        for _, predicate, value in group:
            facts.setdefault(predicate, {})[value] = None
        yield Description(iri=subject, facts={name: tuple(values) for name, values in facts.items()})
