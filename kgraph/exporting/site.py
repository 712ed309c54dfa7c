"""A graph as a folder that any web server can give out, so that its IRIs lead to what they name.

The IRI ``BASE + path`` has the folder ``path`` with ``index.html`` for people and ``index.ttl`` for
programs. What has a fragment, such as a claim, stands in the files of its release. All that is
said of a resource is there, and what the derived graphs say that leads to it.
"""

from collections.abc import Iterable, Iterator
from importlib.resources import files

from kgraph.exporting.dataset import count_figures, write_description
from kgraph.exporting.descriptions import Description
from kgraph.exporting.folder import Entry
from kgraph.exporting.rdf import export_quads, split_triple
from kgraph.exporting.selection import Block, Selection
from kgraph.exporting.site_pages import PageWriter
from kgraph.exporting.site_paths import ELSEWHERE, Places
from kgraph.exporting.tables import describe_origin
from kgraph.exporting.turtle import Shortener, format_subjects
from kgraph.graph.sorting import sort_lines
from kgraph.resources import locate_ontology
from kgraph.vocabulary import CONCEPTS, expand

_DUMP = "graph.nq"
_EXAMPLES = 3


def export_site(selection: Selection) -> Iterator[Entry]:
    """Yield the files of the site."""
    yield from SiteWriter(selection).write()


class SiteWriter:
    """Writes the pages of all resources below the base, and those that lead to them."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._releases = {block.name: block for block in selection.releases}
        self._places = Places(self._list_resources(), selection.base)
        self._pages = PageWriter(selection, self._places)

    def write(self) -> Iterator[Entry]:
        """Yield all files."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for iri in self._places:
            folder = self._places.get_folder(iri)
            section = folder.partition("/")[0]
            title = self._pages.get_title(iri) if section != ELSEWHERE else iri
            sections.setdefault(section, [])
            if folder != section:
                sections[section].append((title, f"{self._places.find_link(iri, '../')}"))
            yield from self._write_resource(iri, folder)
        for block in self._selection.derived:
            yield from self._write_graph(block, sections)
        yield from self._write_ontology()
        yield from self._write_front(sections)

    def _list_resources(self) -> Iterator[str]:
        """Yield what gets a folder of its own: the releases, then all else that is below the base."""
        yield from self._releases
        lines = (
            line[1 : line.index(b">")] + b"\n"
            for block in self._selection.derived
            for line in self._selection.read_block(block)
        )
        for line in sort_lines(lines):
            iri = line.decode().rstrip("\n")
            if iri.startswith(self._selection.base) and "#" not in iri and iri not in self._releases:
                yield iri

    def _write_resource(self, iri: str, folder: str) -> Iterator[Entry]:
        own = self._selection.describe(iri)
        parts = [own]
        if iri in self._releases:
            described = self._selection.describe_block(self._releases[iri])
            parts += [self._selection.describe(found.iri) for found in described if found.iri != iri]
        yield Entry(name=f"{folder}/index.ttl", parts=self._write_turtle(iri, parts))
        yield Entry(name=f"{folder}/index.html", parts=self._pages.write_resource(iri, parts))

    def _write_turtle(self, iri: str, parts: Iterable[Description]) -> Iterator[bytes]:
        """Yield what is said of a resource and its fragments, what leads to it, and the names of both."""
        triples: set[tuple[str, str, str]] = set()
        near: set[str] = set()
        for part in parts:
            for predicate, terms in part.facts.items():
                triples.update((f"<{part.iri}>", f"<{predicate}>", str(term)) for term in terms)
                near.update(term.value for term in terms if str(term).startswith("<"))
        for subject, predicate in self._selection.find_references(iri):
            triples.add((f"<{subject}>", f"<{predicate}>", f"<{iri}>"))
            near.add(subject)
        name = expand("skos:prefLabel")
        for other in near:
            if other.startswith((self._selection.base, CONCEPTS)) and "#" not in other:
                labels = self._selection.describe(other).facts.get(name, ())
                triples.update((f"<{other}>", f"<{name}>", str(label)) for label in labels)
        yield from self._format(sorted(triples))

    def _format(self, triples: Iterable[tuple[str, str, str]]) -> Iterator[bytes]:
        shortener = Shortener(self._selection.base)
        yield f"{shortener.write_header()}\n".encode()
        for paragraph in format_subjects(triples, shortener):
            yield paragraph.encode()

    def _write_graph(self, block: Block, sections: dict[str, list[tuple[str, str]]]) -> Iterator[Entry]:
        """Yield the files of a derived graph, which is a resource as well."""
        folder = block.name.removeprefix(self._selection.base)
        name = folder.rpartition("/")[2]
        sections.setdefault("graph", []).append((name, f"../{folder}/"))
        lines = (line[: line.rindex(b" <")] + b" .\n" for line in self._selection.read_block(block))
        yield Entry(name=f"{folder}/index.ttl", parts=self._format(map(split_triple, lines)))
        about = "A named graph that follows from what all releases say."
        page = self._pages.write_list(name, about, "../../", [], Turtle="index.ttl")
        yield Entry(name=f"{folder}/index.html", parts=page)

    def _write_ontology(self) -> Iterator[Entry]:
        """Yield the file of our own terms, where the site is that of the project itself."""
        if self._selection.base == CONCEPTS:
            content = (locate_ontology() / "kgraph.ttl").read_bytes()
            yield Entry(name="ontology/index.ttl", parts=iter([content]))
            page = self._pages.write_list(
                "ontology", "The terms of kgraph's own.", "../", [], Turtle="index.ttl"
            )
            yield Entry(name="ontology/index.html", parts=page)

    def _write_front(self, sections: dict[str, list[tuple[str, str]]]) -> Iterator[Entry]:
        """Yield what leads to all the rest: lists, the description of the dataset, all of it in one file."""
        taken = {self._places.get_folder(iri) for iri in self._places}
        for section, entries in sorted(sections.items()):
            if section in taken:
                # A scheme of concepts is a resource, and its page tells what is in it.
                continue
            about = f"{len(entries):,} in this graph."
            page = self._pages.write_list(section, about, "../", sorted(entries))
            yield Entry(name=f"{section}/index.html", parts=page)
        selection = self._selection
        links = {"Description": "dataset/", "All as N-Quads": _DUMP, "About these files": "README.md"}
        listed = [(section, f"{section}/") for section in sorted(sections)]
        page = self._pages.write_list("A knowledge graph", describe_origin(selection), "", listed, **links)
        yield Entry(name="index.html", parts=page)
        examples = list(self._releases)[:_EXAMPLES]
        described = write_description(
            selection, count_figures(selection), dump=f"{selection.base}{_DUMP}", examples=examples
        ).encode()
        for name in ("void.ttl", ".well-known/void", "dataset/index.ttl"):
            yield Entry(name=name, parts=iter([described]))
        page = self._pages.write_list("dataset", describe_origin(selection), "../", [], Turtle="index.ttl")
        yield Entry(name="dataset/index.html", parts=page)
        yield Entry(name=_DUMP, parts=export_quads(selection))
        own = files("kgraph.exporting")
        for name, source in (
            ("style.css", "site.css"),
            (".htaccess", "site.htaccess"),
            ("README.md", "site.md"),
        ):
            content = (own / source).read_text("utf-8").replace("{base}", selection.base)
            yield Entry(name=name, parts=iter([content.encode()]))
