"""From a name as a person types it to the body, person, concept or region that it means."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

import pyoxigraph
from rapidfuzz import fuzz, process

from kgraph.errors import QueryError
from kgraph.graph.opening import Graph
from kgraph.querying.asking import ask
from kgraph.vocabulary import AGREEMENT_KINDS, CONCEPTS, EVENT_TYPES, INSTITUTION_KINDS, ISSUES

_SHOWN = 6
"""How many near names an error lists."""

_WORD = re.compile(r"[^\W_]+")

_LABELS = """
SELECT ?thing ?form ?label WHERE {
  ?thing a ?class ; skos:prefLabel ?label .
  { ?thing skos:prefLabel ?form } UNION { ?thing skos:altLabel ?form } UNION { ?thing kg:acronym ?form }
}
"""
_SLUGS = {
    "agreement-kind": AGREEMENT_KINDS,
    "event-type": EVENT_TYPES,
    "issue": ISSUES,
    "kind": INSTITUTION_KINDS,
}
_CLASSES = {"institution": "org:Organization", "person": "schema:Person"}
_CONCEPTS = """
SELECT ?thing ?form ?label WHERE {
  { ?thing skos:prefLabel ?form } UNION { ?thing skos:altLabel ?form }
  ?thing skos:prefLabel ?label .
}
"""


def fold_name(name: str) -> str:
    """Return a name for comparison: lower case, words only, without marks.

    >>> fold_name("BP3MI  Sulteng.")
    'bp3mi sulteng'
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return " ".join(_WORD.findall(plain.lower()))


class NameFinder:
    """Finds what names mean in one graph.

    Args:
        graph: The graph.
        identify: Tells the key that a name of a body would have in a graph, so that
            "bp3mi sulteng" is found though no release writes it so.
    """

    def __init__(self, graph: Graph, identify: Callable[[str], str | None]) -> None:
        self._graph = graph
        self._identify = identify

    def find_entity(self, name: str, type_: str | None = None) -> pyoxigraph.NamedNode:
        """Return the body or person that a name, key or IRI means.

        Args:
            name: As typed.
            type_: "institution" or "person"; either, unless given.

        Raises:
            QueryError: It means none or several; the nearest are listed.
        """
        types = (type_,) if type_ else ("institution", "person")
        for iri in self._propose(name, types):
            node = _make_node(iri)
            if node is not None and self._is_there(node, types):
                return node
        meant = self._forms(types).get(fold_name(name), set())
        if len(meant) == 1:
            return pyoxigraph.NamedNode(min(meant))
        what = " or ".join({"institution": "body", "person": "person"}[one] for one in types)
        if meant:
            raise QueryError(f'"{name}" may mean several; write one of: {self._list(sorted(meant))}')
        near = self._find_near(name, types)
        hint = f"; the nearest are: {self._list(near)}" if near else ""
        raise QueryError(f'no {what} of this graph is named "{name}"{hint}')

    def find_concept(self, name: str, scheme: str) -> pyoxigraph.NamedNode:
        """Return the concept of a scheme ("issue", "kind" ...) or the region that a slug or label means.

        Raises:
            QueryError: There is none or there are several; the nearest are listed.
        """
        prefixes = tuple(f"{start}{scheme}/" for start in (CONCEPTS, self._graph.base))
        forms: dict[str, set[str]] = defaultdict(set)
        slugs = {}
        known = [(f"{prefixes[0]}{slug}", slug, slug) for slug in _SLUGS.get(scheme, ())]
        for iri, form, _ in [*known, *self._rows(_CONCEPTS)]:
            if iri.startswith(prefixes):
                slugs[iri] = iri.rpartition("/")[2]
                forms[fold_name(form)].add(iri)
                forms[fold_name(slugs[iri])].add(iri)
                forms[fold_name(iri)].add(iri)
        meant = forms.get(fold_name(name), set())
        if len(meant) == 1:
            return pyoxigraph.NamedNode(min(meant))
        if meant:
            several = ", ".join(sorted(slugs[iri] for iri in meant))
            raise QueryError(f'"{name}" may mean several; write one of: {several}')
        near = dict.fromkeys(slugs[iri] for form in _rank(name, forms) for iri in sorted(forms[form]))
        listed = ", ".join(list(near)[:_SHOWN])
        raise QueryError(
            f'there is no {scheme} "{name}"' + (f"; the nearest are: {listed}" if listed else "")
        )

    def find_release(self, name: str) -> pyoxigraph.NamedNode:
        """Return the release of an id or IRI.

        Raises:
            QueryError: There is none.
        """
        query = "SELECT ?thing ?id WHERE { ?thing a schema:NewsArticle ; dct:identifier ?id }"
        ids = {row[1] or "": row[0] or "" for row in ask(self._graph, query)}
        if name in ids:
            return pyoxigraph.NamedNode(ids[name])
        if name in ids.values():
            return pyoxigraph.NamedNode(name)
        near = [match[0] for match in process.extract(name, sorted(ids), limit=_SHOWN, score_cutoff=50)]
        hint = f"; the nearest are: {', '.join(near)}" if near else ""
        raise QueryError(f'this graph has no release "{name}"{hint}')

    def _propose(self, name: str, types: Iterable[str]) -> Iterable[str]:
        bare = name.strip().removeprefix("<").removesuffix(">")
        yield bare
        yield self._graph.base + bare
        for type_ in types:
            yield f"{self._graph.base}{type_}/{bare}"
        if "institution" in types and fold_name(name) not in self._forms(tuple(types)):
            key = self._identify(name)
            if key is not None:
                yield self._graph.base + key

    def _is_there(self, node: pyoxigraph.NamedNode, types: Iterable[str]) -> bool:
        return any(node.value in self._labels[type_] for type_ in types)

    def _rows(self, query: str) -> list[tuple[str, str, str]]:
        return [(row[0] or "", row[1] or "", row[2] or "") for row in ask(self._graph, query)]

    @cached_property
    def _read(self) -> dict[str, list[tuple[str, str, str]]]:
        return {type_: self._rows(_LABELS.replace("?class", class_)) for type_, class_ in _CLASSES.items()}

    @cached_property
    def _labels(self) -> dict[str, dict[str, str]]:
        return {type_: {iri: label for iri, _, label in rows} for type_, rows in self._read.items()}

    def _forms(self, types: tuple[str, ...]) -> dict[str, set[str]]:
        forms: dict[str, set[str]] = defaultdict(set)
        for type_ in types:
            for iri, form, _ in self._read[type_]:
                forms[fold_name(form)].add(iri)
        return forms

    def _find_near(self, name: str, types: tuple[str, ...]) -> list[str]:
        forms = self._forms(types)
        # A form that many share, such as a lone acronym, tells none of them from the others.
        own = [form for form, iris in forms.items() if len(iris) == 1]
        shared = forms.keys() - set(own)
        ranked = [*_rank(name, own), *_rank(name, shared)]
        return list(dict.fromkeys(iri for form in ranked for iri in sorted(forms[form])))

    def _list(self, iris: list[str]) -> str:
        labels = {iri: label for type_ in _CLASSES for iri, label in self._labels[type_].items()}
        return ", ".join(f"{iri.removeprefix(self._graph.base)} ({labels[iri]})" for iri in iris[:_SHOWN])


def _rank(name: str, forms: Iterable[str]) -> list[str]:
    """The forms that are most like a name, most alike first."""
    ranked = process.extract(
        fold_name(name), sorted(forms), scorer=fuzz.WRatio, limit=_SHOWN, score_cutoff=60
    )
    return [match[0] for match in ranked]


def _make_node(iri: str) -> pyoxigraph.NamedNode | None:
    try:
        return pyoxigraph.NamedNode(iri)
    except ValueError:
        return None
