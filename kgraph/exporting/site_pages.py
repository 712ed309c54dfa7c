"""Pages of a site for people: what the graph says of a resource, with links."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec
import pyoxigraph
from jinja2 import Environment, PackageLoader, StrictUndefined

from kgraph.exporting.descriptions import Description, Term
from kgraph.exporting.selection import Selection
from kgraph.exporting.site_paths import Places
from kgraph.exporting.turtle import relativize
from kgraph.vocabulary import PREFIXES

_WEB = re.compile(r"https?://", re.IGNORECASE)


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown of an object: a text, where it leads, its language."""

    text: str
    link: str | None = None
    language: str | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A predicate, as short as it gets, with its objects."""

    name: str
    iri: str
    values: tuple[Value, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A resource on a page: the fragment that names its place, its title and its facts."""

    fragment: str
    title: str
    facts: tuple[Fact, ...]


class PageWriter:
    """Writes the pages of a site."""

    def __init__(self, selection: Selection, places: Places) -> None:
        self._selection = selection
        self._places = places
        environment = Environment(
            loader=PackageLoader("kgraph.exporting", "."),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._page = environment.get_template("resource.html.j2")
        self._list = environment.get_template("list.html.j2")

    def write_resource(self, iri: str, parts: Iterable[Description]) -> Iterator[bytes]:
        """Yield the page of a resource: the first of ``parts`` is itself, the others are fragments of it."""
        root = "../" * (self._places.get_folder(iri).count("/") + 1)
        shown = [self._describe(part, root) for part in parts]
        page = self._page.stream(
            iri=iri,
            title=self.get_title(iri),
            root=root,
            own=shown[0],
            parts=shown[1:],
            references=self._list_references(iri, root),
        )
        page.enable_buffering(50)
        yield from (text.encode() for text in page)

    def write_list(
        self, title: str, about: str, root: str, entries: Iterable[tuple[str, str]], **links: str
    ) -> Iterator[bytes]:
        """Yield a page that lists links; entries are texts and where they lead.

        Args:
            title: The heading.
            about: A sentence below it.
            root: The way to the root of the site.
            entries: What is listed.
            links: Files that belong to it, by what they are.
        """
        page = self._list.stream(title=title, about=about, root=root, entries=entries, links=links)
        page.enable_buffering(50)
        yield from (text.encode() for text in page)

    def get_title(self, iri: str) -> str:
        """Return the name or title of a resource; where it has none, its IRI."""
        found = self._selection.describe(iri)
        named = found.find_text("skos:prefLabel", "id") or found.find_value("dct:title")
        return named or found.find_value("schema:name") or relativize(iri, self._selection.base)

    def _describe(self, found: Description, root: str) -> Part:
        facts = [
            Fact(
                name=shorten(predicate),
                iri=predicate,
                values=tuple(self._show(term, root) for term in terms),
            )
            for predicate, terms in sorted(found.facts.items())
        ]
        fragment = found.iri.partition("#")[2]
        return Part(fragment=fragment, title=fragment, facts=tuple(facts))

    def _list_references(self, iri: str, root: str) -> list[Fact]:
        """Return what leads to a resource; things within releases stand on pages of their own."""
        found = sorted((predicate, subject) for subject, predicate in self._selection.find_references(iri))
        return [
            Fact(
                name=shorten(predicate),
                iri=predicate,
                values=tuple(self._refer(subject, root) for _, subject in group),
            )
            for predicate, group in groupby(found, key=lambda pair: pair[0])
        ]

    def _show(self, term: Term, root: str) -> Value:
        if isinstance(term, pyoxigraph.NamedNode):
            return self._refer(term.value, root)
        is_address = term.datatype.value.endswith("#anyURI") and _WEB.match(term.value)
        return Value(text=term.value, link=term.value if is_address else None, language=term.language or None)

    def _refer(self, iri: str, root: str) -> Value:
        link = self._places.find_link(iri, root)
        if link is None:
            return Value(text=shorten(iri), link=iri if _WEB.match(iri) else None)
        text = relativize(iri, self._selection.base) if "#" in iri else self.get_title(iri)
        return Value(text=text, link=link)


def shorten(iri: str) -> str:
    """Return an IRI with a prefix where there is one.

    >>> shorten("http://www.w3.org/ns/org#linkedTo")
    'org:linkedTo'
    """
    for prefix, namespace in sorted(PREFIXES.items()):
        if iri.startswith(namespace) and iri.removeprefix(namespace).isalnum():
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
