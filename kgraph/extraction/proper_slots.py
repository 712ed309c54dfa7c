"""The slot of a body's name that holds proper words: "PT Contoh Rimba", "RSUD Dr. Contoh"."""

from kgraph.extraction.body_subjects import measure_subject
from kgraph.extraction.body_words import find_head
from kgraph.extraction.name_ends import is_country, is_title, names_person, names_physician
from kgraph.extraction.name_places import ends_village
from kgraph.extraction.place_slots import REGION_KINDS, PlaceSlots

_MAX_PROPER_WORDS = 7


class ProperSlots(PlaceSlots):
    """Reads the proper words in a name."""

    def _starts_unit(self, index: int) -> bool:
        """Whether the name of an office begins at a word: "Seksi SMK Cabang Dinas Contoh" names no school."""
        found = find_head(self.tokens, index, self.lexicon)
        return found is not None and found[0].kind in REGION_KINDS

    def _joins(self, joiner: str) -> bool:
        """Whether the next word joins two words of one name: "PT Contoh Pulp and Paper".

        An English one does nothing else; behind "dan" only a subject goes on with the name.
        """
        following = self.at + 1
        if not self.words or following >= len(self.tokens) or self._ends_name(following):
            return False
        if measure_subject(self.tokens, following, self.lexicon) > 0:
            return True
        behind = self.tokens[following]
        foreign = joiner in self.vocabulary.english_joiners
        return foreign and behind.is_capital and behind.before == " " and not self.titled

    def _take_proper(self) -> bool:
        token = self.tokens[self.at]
        if token.text in self.vocabulary.name_joiners:
            return self._joins(token.text) and self._advance(1)
        title = token.folded in self.vocabulary.abbreviation_set
        qualified = self.tokens[self.at - 1].folded in self.vocabulary.qualifier_set
        placed = not self.words or qualified or self.tokens.body.startswith("/", token.end)
        numbered = token.text[0].isdigit() and placed
        odd = not self.words and token.text.isalpha() and any(map(str.isupper, token.text))
        begins = token.is_capital or odd or numbered or (not self.words and title)
        if self.titled or not begins or (self.words and is_country(self.tokens, self.at, self.lexicon)):
            return False
        if not self.words and self.head.kind == "university-school" and self._starts_unit(self.at):
            return False
        personal = self.head.alone and is_title(self.tokens, self.at, self.lexicon)
        ends = self._ends_name(self.at) and (self.words or personal)
        if len(self.words) >= _MAX_PROPER_WORDS or (ends and not title):
            return False
        if (
            self.posted
            and title
            and not self.words
            and names_physician(self.tokens, self.at, self.head, self.lexicon)
        ):
            return False
        titled = title and any(word not in self.vocabulary.abbreviation_set for word in self.words)
        if self.posted and titled and self.tokens.body.startswith(".", token.end):
            # "Rektor Universitas Contoh Dr. Budi Santoso", but "Direktur RSUD Prof. Dr. Contoh"
            return False
        if self.posted and self.words and ends_village(self.tokens, self.first, self.at, self.lexicon):
            return False
        sort = self.words and find_head(self.tokens, self.at - 1, self.lexicon) is not None
        if (
            self.posted
            and self.words
            and not sort
            and names_person(self.tokens, self.at, self.head, self.lexicon)
        ):
            # Behind a word for a sort comes a name: "BLK Komunitas Ponpes Nurul Contoh"
            return False
        self._advance(1, keep=True)
        if self.tokens.body.startswith("/", self.end) and self.at < len(self.tokens):
            region = self._find_region(self.at)
            if region is not None:
                return self._take_region(region)
            epithet = self.vocabulary.epithet_phrases.match(self.tokens.folded, self.at)
            self.closed = epithet > 0
            return self._advance(max(epithet, 1), keep=True)
        if self.branch:
            self.closed = True
        return True
