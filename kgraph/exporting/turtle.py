"""Turtle and TriG of sorted lines, with prefixes, one subject a paragraph."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kgraph.vocabulary import PREFIXES, RDF, XSD

_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_RELATIVE = re.compile(r"[A-Za-z0-9-]+(?:/[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*)+(?:#[A-Za-z0-9=,-]+)?")
_INTEGER = re.compile(r'"(0|-?[1-9][0-9]*)"')
_NAMESPACES = sorted(
    ((iri, prefix) for prefix, iri in PREFIXES.items()), key=lambda pair: (-len(pair[0]), pair)
)


class Shortener:
    """Shortens terms: prefixed names where a namespace is known, relative IRIs below the base."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._known: dict[str, str] = {}

    def write_header(self) -> str:
        """Return the lines that declare prefixes and base."""
        lines = [f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items())]
        return "".join([f"@base <{self._base}> .\n", *lines])

    def shorten(self, term: str) -> str:
        """Return a term of N-Triples as Turtle writes it; a triple term is one of three IRIs."""
        if term.startswith("<<("):
            return f"<<( {' '.join(map(self.shorten, term[3:-3].split()))} )>>"
        if term.startswith("<"):
            return self._known.get(term) or self._shorten_iri(term)
        value, _, datatype = term.rpartition("^^")
        if not value or not datatype.startswith("<") or not term.endswith(">"):
            return term
        if datatype == f"<{XSD}integer>" and (match := _INTEGER.fullmatch(value)):
            return match.group(1)
        if datatype == f"<{XSD}boolean>" and value in ('"true"', '"false"'):
            return value.strip('"')
        return f"{value}^^{self.shorten(datatype)}"

    def _shorten_iri(self, term: str) -> str:
        iri = term[1:-1]
        for namespace, prefix in _NAMESPACES:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                short = f"{prefix}:{iri[len(namespace) :]}"
                # Terms recur, resources hardly ever: only the former are worth remembering.
                self._known[term] = short
                return short
        return f"<{relativize(iri, self._base)}>"


def relativize(iri: str, base: str) -> str:
    """Return an IRI as seen from a base, or as it is where a relative one could be misread.

    >>> relativize("https://example.org/tie/a--b", "https://example.org/")
    'tie/a--b'
    >>> relativize("https://example.org/release/../b", "https://example.org/")
    'https://example.org/release/../b'
    """
    if iri.startswith(base) and _RELATIVE.fullmatch(iri, len(base)):
        return iri[len(base) :]
    return iri


def format_subjects(
    triples: Iterable[tuple[str, str, str]], shortener: Shortener, indent: str = ""
) -> Iterator[str]:
    """Yield one paragraph of Turtle for each subject.

    Args:
        triples: Subject, predicate and object as terms of N-Triples, sorted.
        shortener: Shortens the terms.
        indent: What each line begins with.
    """
    a = f"<{RDF}type>"
    for subject, described in groupby(triples, key=lambda triple: triple[0]):
        facts = sorted((predicate != a, predicate, value) for _, predicate, value in described)
        parts = []
        for (other, predicate), group in groupby(facts, key=lambda fact: fact[:2]):
            name = shortener.shorten(predicate) if other else "a"
            values = f" ,\n{indent}        ".join(shortener.shorten(fact[2]) for fact in group)
            parts.append(f"{name} {values}")
        yield f"{indent}{shortener.shorten(subject)} " + f" ;\n{indent}    ".join(parts) + " .\n\n"
