"""The place behind the post of somebody who heads a village, a district or a post there."""

from collections.abc import Callable
from functools import cached_property

from kgraph.extraction.body_words import is_acronym
from kgraph.extraction.degrees import read_degrees
from kgraph.extraction.name_places import part_from_person
from kgraph.extraction.regions import find_any_region
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon

_MOST_CALLED = 3
"""Words of the longest name of a village or a district."""


class PostPlaces:
    """Reads places that no table knows; ``find_head`` measures the beginning of a post at a word."""

    def __init__(
        self, tokens: Tokens, owners: dict[int, int], lexicon: Lexicon, find_head: Callable[[int], int]
    ) -> None:
        self._tokens = tokens
        self._owners = owners
        self._lexicon = lexicon
        self._posts = lexicon.posts
        self._words = lexicon.institution_heads.words
        self._find_head = find_head

    def step(self, first: int, at: int) -> int:
        """Unknown capital words are the post's place where a comma and a name follow them."""
        called = self._measure_called(first, at)
        if called:
            return at + called
        if self._ends_called(first, at):
            # "Lurah Contoh Budi Santoso": the place stands there already.
            return at
        if self._ends_local(first, at) and self.is_unknown(at, first=at):
            # "Camat Alak Maksi Talo hadir"
            placed = part_from_person(self._tokens, at, _MOST_CALLED, self._lexicon)
            if placed == 1:
                return at + 1
            if self._is_called_so(at) and self._parts_name(at + 2):
                return at + 2
        names = self._lexicon.given_names.folded
        stop = at + self._words.place_phrases.match(self._tokens.folded, at)
        if (
            stop == at
            and self._tokens[at].folded in self._posts.place_opener_set
            and self._tokens[at].is_capital
        ):
            stop = at + 1
        while stop < min(at + 3, len(self._tokens)) and self.is_unknown(stop, first=at):
            stop += 1
        index = next((place for place in range(at, stop) if self._tokens[place].folded in names), stop)
        if index < stop and self._leads_to_name(stop):
            # "Kepala Desa Sibarani, Budi Santoso": many villages bear the names of clans.
            index = stop
        if index == at or index >= len(self._tokens):
            return at
        local = self._is_local(first, at)
        # "Kepala OJK Sulselbar, Budi Santoso": behind a body only what no name of a person holds.
        local = local or (at - 1 in self._owners and index == stop and self._is_named(index))
        local = local or self._is_of_unit(first, at, index)
        behind = self._tokens[index]
        balinese = set(self._tokens.folded[index + 1 : index + 2]) & self._lexicon.given_names.behind_i_set
        titled = (
            behind.folded in self._lexicon.honorifics.first_words
            or (len(behind.text) <= 2 and bool(balinese))
            or (behind.before == " " and behind.folded in self._lexicon.given_names.folded)
            or (
                behind.before == " "
                and len(behind.text) == 1
                and self._tokens.body.startswith(".", behind.end)
            )
        )
        follows = behind.is_capital and (titled or self._leads_to_name(index))
        return index if local and follows and not self._names_region(first, at) else at

    def _is_local(self, first: int, at: int) -> bool:
        """Whether the words ``[first, at)`` hold the post of who heads a place that no table knows."""
        return any(self._posts.local_phrases.match(self._tokens.folded, start) for start in range(first, at))

    def _is_called_so(self, index: int) -> bool:
        """Whether two words stand at an index that can but be a place: "Muara Jaya"."""
        words = self._tokens.folded[index : index + 3]
        opens, closes = self._words.place_opener_set, self._words.place_closer_set
        return len(words) > 2 and words[0] in opens and words[1] in closes

    def _ends_local(self, first: int, at: int) -> bool:
        """Whether such a post ends right before a word."""
        match = self._posts.local_phrases.match
        return any(match(self._tokens.folded, start) == at - start for start in range(first, at))

    def _is_of_unit(self, first: int, at: int, index: int) -> bool:
        """Whether an acronym, a place and a title behind a comma follow: "Komandan UPF X, Inspektur Y"."""
        tokens, honorifics = self._tokens, self._lexicon.honorifics
        if at - first < 1 or not is_acronym(tokens[at - 1].text) or at - 1 in self._owners:
            return False
        if tokens[index].before.strip() != "," or self._lexicon.given_names.folded & set(
            tokens.folded[at:index]
        ):
            return False
        dotted = (
            tokens.body.startswith(".", tokens[index].end) and tokens.folded[index] in honorifics.title_set
        )
        degrees, _ = read_degrees(tokens.body, tokens[index - 1].end, honorifics)
        return not degrees and (dotted or tokens.folded[index] in honorifics.first_words)

    def _measure_called(self, first: int, at: int) -> int:
        """Number of words of a place that the text elsewhere calls a village or a district.

        "Lurah Contoh Supardal" beside "Kalurahan Contoh": Supardal is the person.
        """
        tokens = self._tokens
        if not self._called or not any(
            self._posts.local_phrases.match(tokens.folded, start) for start in range(first, at)
        ):
            return 0
        for size in range(_MOST_CALLED, 0, -1):
            if at + size < len(tokens) and tokens.folded[at : at + size] in self._called:
                return size if self._parts_name(at + size) else 0
        return 0

    def _ends_called(self, first: int, at: int) -> bool:
        """Whether a post already ends with a place that the text elsewhere calls a village or a district."""
        folded = self._tokens.folded
        return bool(self._called) and any(
            folded[at - size : at] in self._called
            and self._posts.local_phrases.match_before(folded, at - size) > 0
            for size in range(1, min(_MOST_CALLED, at - first - 1) + 1)
        )

    def _parts_name(self, index: int) -> bool:
        """Whether a capital word that begins no post stands at an index, behind a blank or a comma."""
        token = self._tokens[index]
        return token.is_capital and token.before in {" ", ", "} and not self._find_head(index)

    @cached_property
    def _called(self) -> frozenset[tuple[str, ...]]:
        """The words behind each word for a village or a district, folded."""
        tokens, levels = self._tokens, self._words.local_levels
        called: set[tuple[str, ...]] = set()
        if tokens.vocabulary.isdisjoint(levels):
            return frozenset()
        for index, word in enumerate(tokens.folded):
            if word not in levels or tokens.folded[index - 1] in self._posts.first_words:
                # Behind "Kepala Desa" the name of the person may follow that of the place.
                continue
            for size in range(1, _MOST_CALLED + 1):
                run = tokens[index + 1 : index + 1 + size]
                if len(run) < size or not all(word.is_capital and word.before == " " for word in run):
                    break
                behind = tokens[index + 1 + size : index + 2 + size]
                if not (behind and behind[0].is_capital and behind[0].before == " "):
                    called.add(tokens.folded[index + 1 : index + 1 + size])
        return frozenset(called)

    def _leads_to_name(self, index: int) -> bool:
        """Whether a comma and a capital word that is no post and no degree follow."""
        if index >= len(self._tokens) or self._tokens[index].before.strip() != ",":
            return False
        degrees, _ = read_degrees(self._tokens.body, self._tokens[index - 1].end, self._lexicon.honorifics)
        return self._tokens[index].is_capital and not degrees and not self._find_head(index)

    def _is_named(self, index: int) -> bool:
        """Whether a comma and a word that begins the names of persons follow."""
        names = self._lexicon.given_names.folded
        return self._leads_to_name(index) and self._tokens[index].folded in names

    def _names_region(self, first: int, last: int) -> bool:
        """Whether a post names its place already."""
        found = (
            find_any_region(self._tokens, index, self._lexicon.regions, self._words)
            for index in range(first + 1, last)
        )
        return any(region is not None and region.level != "local" for region in found)

    def is_unknown(self, index: int, *, first: int) -> bool:
        """Tell whether a capital word is none that names, titles and occasions are known by."""
        token = self._tokens[index]
        return (
            token.is_capital
            and (index == first or token.before == " ")
            and not (len(token.text) == 1 and self._tokens.body.startswith(".", token.end))
            and index not in self._owners
            and token.folded not in self._posts.name_stop_set
            and token.folded not in self._lexicon.honorifics.first_words
            and token.folded not in self._lexicon.honorifics.title_set
        )
