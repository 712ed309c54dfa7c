"""Persons on a list of suppressed ones whom an older generation still holds."""

from kgraph.comparing.contents import read_pairs
from kgraph.graph.opening import Graph
from kgraph.mapping.iris import mint_release
from kgraph.mapping.quads import iri
from kgraph.suppression import NameCover, hash_name


class Cover:
    """Covers the names of hidden persons in what a generation says.

    ``persons`` are the IRIs of those of whom a name has one of the hashes. Names are covered in the
    texts of the releases that name them, of persons without a public post as well.
    """

    def __init__(self, graph: Graph, hashes: frozenset[str]) -> None:
        self.persons: frozenset[str] = frozenset()
        self._covers: dict[str, NameCover] = {}
        if hashes:
            self._read(graph, hashes)

    def _read(self, graph: Graph, hashes: frozenset[str]) -> None:
        self.persons = frozenset(
            node
            for predicate in ("skos:prefLabel", "skos:altLabel")
            for node, name in read_pairs(graph, predicate, "identity")
            if hash_name(name) in hashes
        )
        for record in graph.records():
            forms = {
                form
                for official in record.officials
                if hash_name(official.name) in hashes
                for form in (official.name, *(mention.text for mention in official.mentions))
            }
            if forms:
                release = iri(mint_release(graph.base, record.release.id)).strip("<>")
                self._covers[release] = NameCover(forms)

    def cover_text(self, release: str, text: str) -> str:
        """Return a text of a release with the names covered, sign by sign."""
        return self._covers[release].cover(text) if release in self._covers else text

    def cover_link(self, release: str, link: str | None) -> str | None:
        """Return the link to a release, or ``None`` where it tells a name."""
        if link is None or release not in self._covers or not self._covers[release].is_told(link):
            return link
        return None
