"""The slot of a body's name that holds proper words: "PT Contoh Rimba", "RSUD Dr. Contoh"."""

from kgraph.extraction.acronym_glosses import read_gloss
from kgraph.extraction.body_subjects import measure_subject
from kgraph.extraction.body_words import find_head, is_acronym, is_known_firm, starts_post
from kgraph.extraction.name_ends import (
    find_proper_end,
    is_country,
    is_title,
    names_person,
    names_physician,
)
from kgraph.extraction.name_places import ends_village, part_from_person
from kgraph.extraction.place_slots import REGION_KINDS, PlaceSlots

_FIRM, _UNION = "company", "ngo-union"
_HOSPITAL = "other"
_NAMED_KINDS = frozenset({_FIRM, _UNION, "university-school"})
_OWN_KINDS = frozenset({"ngo-union", "university-school"})
_MAX_PROPER_WORDS = 7
_MOST_PLACED = 3
"""Words of a place by which an office of a region is called."""
_NEAR_WORKS = 3
_FEWEST_NAMES, _MOST_NAMES = 2, 4


class ProperSlots(PlaceSlots):
    """Reads the proper words in a name."""

    def _starts_unit(self, index: int) -> bool:
        """Whether the name of an office begins at a word: "Seksi SMK Cabang Dinas Contoh" names no school."""
        found = find_head(self.tokens, index, self.lexicon)
        return found is not None and found[0].kind in REGION_KINDS

    def _is_country_behind(self) -> bool:
        """Whether a country's name stands here, and no acronym behind it: "Alumni Jepang (AJ) Contoh"."""
        if not is_country(self.tokens, self.at, self.lexicon):
            return False
        behind = self.at + 1
        if self.tokens[self.at - 1].folded in self.vocabulary.languages and behind < len(self.tokens):
            # "LPK Bahasa Jepang Contoh" teaches what is spoken there.
            return not (self.tokens[behind].before == " " and self.tokens[behind].is_capital)
        return read_gloss(self.tokens, self.first, self.tokens[self.at].end, self.lexicon) is None

    def _take_country_within(self) -> bool:
        """The country in a name before its acronym: "Persekutuan Contoh di Indonesia (PCI)"."""
        behind = self.at + 1
        size = self.vocabulary.country_phrases.match(self.tokens.folded, behind) if self.words else 0
        if size == 0:
            return False
        gloss = read_gloss(self.tokens, self.first, self.tokens[behind + size - 1].end, self.lexicon)
        return gloss is not None and self._advance(1 + size, keep=True)

    def _ends_with_country(self) -> bool:
        """Whether a name so far ends with the nation: "Yayasan Contoh Indonesia"."""
        nation = self.vocabulary.nation_phrases.match_before(self.tokens.folded, self.at)
        return nation > 0 and self.at - nation > self.first + 1

    def _leads_to_stranger(self, *, fewest: int = _FEWEST_NAMES, most: int = _MOST_NAMES) -> bool:
        """Whether the words behind a body that goes by itself are a person's, whom no list of names knows.

        "Ketua PP Contoh Riyan Betra hadir": nothing tells a place, a branch or a unit there.
        """
        glossed = self._stands_behind_gloss()
        if glossed and self._ends_name(self.at):
            return False
        last = find_proper_end(self.tokens, self.at + glossed, self.head, self.lexicon, posted=False)
        run = range(self.at, last)
        if not fewest <= len(run) <= most or (
            last < len(self.tokens) and self.tokens[last].before == " " and self.tokens[last].is_capital
        ):
            return False
        if len(run) < _FEWEST_NAMES and last < len(self.tokens) and self.tokens[last].before != " ":
            # "Ketua Persatuan Contoh Indonesia Sarangani, Budi"
            return False
        return not any(
            self.tokens[index].folded in self.vocabulary.qualifier_set
            or self.tokens[index].folded in self.lexicon.plain_words
            or self.vocabulary.is_numeral(self.tokens[index].folded)
            or self._find_region(index) is not None
            or is_acronym(self.tokens[index].text)
            for index in run
        )

    def _is_lettered(self) -> bool:
        """Whether the word before is all letters of its own: "Direktur Perkumpulan BIKUL Torry Budi"."""
        text = self.tokens[self.at - 1].text
        return text.isupper() and len(text) > _FEWEST_NAMES

    def _is_sort_only(self) -> bool:
        """Whether the words so far say only the sort of body: "BLK Komunitas Ponpes", "Perumda Air Minum"."""
        if not self.words or find_head(self.tokens, self.at - 1, self.lexicon) is not None:
            return bool(self.words)
        fields = self.vocabulary.field_words
        return self.head.kind == _FIRM and not self.head.alone and all(word in fields for word in self.words)

    def _is_last_of_run(self) -> bool:
        """Whether a word for a post ends a name and leads to nobody: "Yayasan Cahaya Guru hadir"."""
        if not self.words or self.head.kind not in _OWN_KINDS or self.titled:
            return False
        token, behind = self.tokens[self.at], self.at + 1
        if token.before != " " or (behind < len(self.tokens) and self.tokens[behind].is_capital):
            return False
        other = (
            token.folded in self.vocabulary.name_end_set
            or token.folded in self.lexicon.honorifics.first_words
        )
        known = other or find_head(self.tokens, self.at, self.lexicon) is not None
        return not known and starts_post(self.tokens, self.at, self.lexicon)

    def _ends_firm(self) -> bool:
        """Whether a word stands behind the legal form of a firm and begins none of its works or branches.

        "PT Contoh Tbk Perawang Mill" is one name, "PT Contoh Tbk Budi Santoso" a firm and a person.
        """
        marks = self.vocabulary.company_forms
        if self.head.kind != _FIRM or not self.words or self.tokens[self.at - 1].folded not in marks:
            return False
        works = self.vocabulary.work_set
        near = self.tokens.folded[self.at : self.at + _NEAR_WORKS]
        return not (is_acronym(self.tokens[self.at].text) or any(word in works for word in near))

    def _joins(self, joiner: str) -> bool:
        """Whether the next word joins two words of one name: "PT Contoh Pulp and Paper".

        An English one does nothing else; behind "dan" only a subject goes on with the name.
        """
        following = self.at + 1
        if not self.words or following >= len(self.tokens) or self._ends_name(following):
            return False
        if measure_subject(self.tokens, following, self.lexicon) > 0:
            return True
        listed = self.head.kind == _UNION and not self.head.alone and self.parenthesis is None
        if listed and self._ends_with_nation(following):
            return True
        behind = self.tokens[following]
        foreign = joiner in self.vocabulary.english_joiners
        return foreign and behind.is_capital and behind.before == " " and not self.titled

    def _is_honoured(self) -> bool:
        """Whether the words so far are but ranks and titles."""
        honorifics = self.lexicon.honorifics
        known = self.vocabulary.abbreviation_set | honorifics.first_words | honorifics.rank_firsts
        return all(word in known for word in self.words)

    def _ends_with_nation(self, index: int) -> bool:
        """Whether capital words lead to the nation: "Himpunan Penyewa dan Pengusaha Contoh Indonesia"."""
        governments = self.vocabulary.government_set
        if find_head(self.tokens, index, self.lexicon) is not None:
            return False
        for last in range(index, min(index + _MAX_PROPER_WORDS, len(self.tokens))):
            token = self.tokens[last]
            if token.before != " " or not token.is_capital or token.folded in governments:
                return False
            if last > index and self.vocabulary.nation_phrases.match(self.tokens.folded, last):
                return True
            if self._ends_name(last):
                return False
        return False

    def _take_proper(self) -> bool:
        token = self.tokens[self.at]
        if token.text in self.vocabulary.name_joiners:
            return self._joins(token.text) and self._advance(1)
        if token.text in self.vocabulary.place_prepositions:
            return self._take_country_within()
        title = token.folded in self.vocabulary.abbreviation_set
        qualified = self.tokens[self.at - 1].folded in self.vocabulary.qualifier_set
        placed = not self.words or qualified or self.tokens.body.startswith("/", token.end)
        numbered = token.text[0].isdigit() and placed
        odd = not self.words and token.text.isalpha() and any(map(str.isupper, token.text))
        begins = token.is_capital or odd or numbered
        # "RSUP Prof. dr. Contoh"
        begins = begins or (title and (not self.words or self._is_honoured()))
        if self.titled or not begins or (self.words and self._is_country_behind()) or self._ends_firm():
            return False
        if not self.words and self.head.kind == "university-school" and self._starts_unit(self.at):
            return False
        bears = not self.head.alone and (title or self.head.kind == _HOSPITAL)
        honour = self.head.alone and token.folded in self.lexicon.honorifics.first_words
        personal = honour or (not bears and is_title(self.tokens, self.at, self.lexicon))
        ends = self._ends_name(self.at) and (self.words or personal) and not self._is_last_of_run()
        if len(self.words) >= _MAX_PROPER_WORDS or (ends and not title):
            return False
        if (
            self.posted
            and title
            and not self.words
            and names_physician(self.tokens, self.at, self.head, self.lexicon)
        ):
            return False
        if self.posted and not self.words and self.head.kind in REGION_KINDS:
            size = part_from_person(self.tokens, self.at, _MOST_PLACED, self.lexicon)
            if size < _MOST_PLACED:
                self.closed = True
                return self._advance(size, keep=True)
        # "RSUD Kolonel H. Contoh" bears the name of an officer.
        honoured = bool(self.words) and self.head.kind == _HOSPITAL and self._is_honoured()
        titled = title and any(word not in self.vocabulary.abbreviation_set for word in self.words)
        marked = self.tokens.body.startswith(".", token.end) or token.text.isupper()
        if self.posted and titled and not honoured and marked:
            # "Rektor Universitas Contoh Dr. Budi Santoso", but "Direktur RSUD Prof. Dr. Contoh"
            return False
        # "Ketua PP Contoh Riyan Betra", "Ketua Perkumpulan Contoh Alam (KOLAM) Riyan Betra"
        lettered = self.head.kind == _UNION and len(self.words) == 1 and self._is_lettered()
        # "Direktur PT Askrindo Abdul Budi"
        known = self.head.kind == _FIRM and bool(self.words) and is_known_firm(self.words, self.lexicon)
        whole = (
            (self.head.alone and not self.words)
            or lettered
            or known
            or (self.acronym is not None and self.head.kind in _NAMED_KINDS and self._stands_behind_gloss())
        )
        if not whole and self.posted and self.head.kind == _UNION and self._ends_with_country():
            # "Ketua Yayasan Contoh Indonesia Marjoko"
            if self._leads_to_stranger(fewest=1, most=_FEWEST_NAMES):
                return False
        elif self.posted and whole and self._leads_to_stranger():
            return False
        if self.posted and self.words and ends_village(self.tokens, self.first, self.at, self.lexicon):
            return False
        told = (self.words and not self._is_sort_only()) or self._stands_behind_gloss()
        if (
            self.posted
            and told
            and not honoured
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
