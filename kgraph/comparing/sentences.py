"""The newest sentence behind a change."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kgraph.comparing.contents import read_rows
from kgraph.comparing.hiding import Cover
from kgraph.comparing.report import Sentence
from kgraph.graph.opening import Graph

_BATCH = 5000
"""Claims that one query is about."""

_Place = tuple[str, int, str]


class Quoter:
    """Quotes sentences of one generation, with the names of hidden persons covered."""

    def __init__(self, graph: Graph, cover: Cover) -> None:
        self._graph = graph
        self._cover = cover

    def quote(self, groups: Sequence[frozenset[str]]) -> list[Sentence | None]:
        """Return for each group of claims the sentence that was published last, the first of its release.

        Raises:
            QueryError: The store broke while it was asked.
        """
        newest = self._read(frozenset().union(*groups))
        found = []
        for group in groups:
            told = [newest[claim] for claim in group if claim in newest]
            found.append(max(told, key=lambda one: one[0])[1] if told else None)
        return found

    def read_names(self, claims: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return the surface form and the reason of each claim of a name.

        Raises:
            QueryError: The store broke while it was asked.
        """
        names = {}
        for batch in _split(claims):
            for claim, surface, reason in read_rows(self._graph, "names", nodes={"claim": batch}):
                names[claim or ""] = (surface or "", reason or "")
        return names

    def _read(self, claims: Iterable[str]) -> dict[str, tuple[_Place, Sentence]]:
        newest: dict[str, tuple[_Place, Sentence]] = {}
        for batch in _split(claims):
            for row in read_rows(self._graph, "sentences", nodes={"claim": batch}):
                claim, stated, start, text, release, name, date, link = row
                place = (date or "", -int(start or 0), stated or "")
                if claim and (claim not in newest or newest[claim][0] < place):
                    node = release or ""
                    sentence = Sentence(
                        text=self._cover.cover_text(node, text or ""),
                        release=name or "",
                        date=date,
                        link=self._cover.cover_link(node, link),
                    )
                    newest[claim] = (place, sentence)
        return newest


def _split(claims: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(sorted(claims))
    while batch := list(islice(rest, _BATCH)):
        yield batch
