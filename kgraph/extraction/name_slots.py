"""The slots of a body's name that hold marks: classes, numbers, regions, branches, acronyms."""

from kgraph.extraction.acronym_glosses import SHORT_COUNTRY, read_gloss, read_short_word
from kgraph.extraction.body_words import BodyName, fold_words
from kgraph.extraction.name_marks import is_regional_number, is_serial, measure_class
from kgraph.extraction.name_places import cut_place, measure_place
from kgraph.extraction.region_levels import settle_level, widen_region
from kgraph.extraction.regions import (
    FoundRegion,
    find_any_region,
    find_elided_region,
    find_inner_region,
    find_region,
)
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_OFFICE_KINDS = frozenset({"central-agency", "central-regional-office"})
_MARKED_KINDS = frozenset({"central-regional-office", "court-prosecution"})
_PROPER_KINDS = frozenset({"company", "ngo-union", "university-school"})
_COUNTRY_KINDS = frozenset({"foreign-government", "international", "ministry"})
_UNION = "ngo-union"
_NUMBERED_KINDS = frozenset({"regional-agency", "university-school"})


class NameSlots:
    """Reads one name word by word; ``at`` is the next word, ``end`` where the name ends so far.

    Each slot takes its words if they stand there, and tells whether it did.
    """

    def __init__(
        self,
        tokens: Tokens,
        head: Head,
        first: int,
        after: int,
        lexicon: Lexicon,
        *,
        titled: bool,
        posted: bool,
        size: int | None,
    ) -> None:
        self.tokens = tokens
        self.head = head
        self.first = first
        self.at = after
        self.end = tokens[after - 1].end
        self.form = tokens.body[tokens[first].start : self.end]
        self.lexicon = lexicon
        self.vocabulary = lexicon.institution_heads.words
        self.words: list[str] = []
        self.region: FoundRegion | None = None
        self.acronym: str | None = None
        self.parenthesis: tuple[int, int] | None = None
        self.inner: BodyName | None = None
        self.closed = False
        self.branch = False
        self.titled = titled
        self.posted = posted
        self.size = size
        self.units = 0
        self.opened = False
        self.spelt = 0

    def _is_abbreviation(self, index: int) -> bool:
        word = self.tokens[index].folded
        return (
            word in self.vocabulary.level_of
            or word in self.vocabulary.abbreviation_set
            or (len(word) == 1 and word.isalpha() and not self._is_number(word))
        )

    def _is_number(self, word: str) -> bool:
        """Whether a letter is the number of a school or an office: "Puskesmas Contoh I. Empat ..."."""
        return bool(self.words) and self.head.kind in _NUMBERED_KINDS and self.vocabulary.is_numeral(word)

    def _advance(self, size: int, *, keep: bool = False) -> bool:
        if keep:
            for index in range(self.at, self.at + size):
                self.words.extend(fold_words(self.tokens[index].text))
        self.at += size
        self.end = self.tokens[self.at - 1].end
        return True

    def _take_region(self, region: FoundRegion) -> bool:
        wider = widen_region(self.tokens, region, self.lexicon.regions)
        settled = settle_level(self.tokens, wider, self.form, self.lexicon)
        self.region = settled
        self.closed = True
        self._advance(settled.last - self.at)
        if self.at < len(self.tokens) and self.tokens[self.at].before == " ":
            # "DPD Contoh Jepara Raya": the town with the country around it.
            self._advance(int(self._is_wider()), keep=True)
        self._take_second(settled)
        return True

    def _is_wider(self) -> bool:
        """Whether a word tells the country around a town or the part of it: "DPD Contoh Jepara Raya".

        So it is with parts in the names of those who have places of their own: "Klasis Poso Kota".
        """
        token = self.tokens[self.at]
        if token.text in self.vocabulary.wider:
            return True
        if self.head.kind != _UNION or token.text not in self.vocabulary.town_parts:
            return False
        behind = self.at + 1
        level = token.folded in self.vocabulary.level_of
        # "Klasis Poso Kota Palu": the part of a town, or the level of another
        return not (level and behind < len(self.tokens) and self._find_region(behind) is not None)

    def _take_second(self, region: FoundRegion) -> None:
        """An office of two provinces: "Kantor X Provinsi Sulawesi Selatan dan Sulawesi Barat"."""
        joined = self.at + 1 < len(self.tokens) and self.tokens[self.at].folded in self.vocabulary.joiner_set
        if not joined or region.region is None or region.region.level != "province":
            return
        elided = find_elided_region(self.tokens, self.at + 1, region.region, self.lexicon.regions)
        told = region.level is not None or self.branch or self.head.tail == "field" or elided is not None
        office = self.head.kind == "company" or (self.head.kind in _OFFICE_KINDS and told)
        second = find_region(self.tokens, self.at + 1, self.lexicon.regions, levels=("province",))
        second = second or elided
        if office and second is not None and second.region is not None and second.region.level == "province":
            self._advance(second.last - self.at, keep=True)

    def _find_region(self, index: int) -> FoundRegion | None:
        return find_any_region(self.tokens, index, self.lexicon.regions, self.vocabulary)

    def _take_parenthesis(self) -> bool:
        if self.parenthesis is not None or "(" not in self.tokens.body[self.end : self.end + 2]:
            # It begins right behind the name or one blank after it, and behind most words it does not.
            return False
        gloss = read_gloss(self.tokens, self.first, self.end, self.lexicon)
        if gloss is None:
            return False
        self.acronym = gloss.acronym
        if gloss.region is not None and self.region is None:
            self.region = gloss.region
            self.closed = True
        self.parenthesis = (gloss.start, gloss.end)
        self.at, self.end = gloss.last, gloss.end
        return True

    def _take_nation(self) -> bool:
        size = self.vocabulary.nation_phrases.match(self.tokens.folded, self.at)
        if self.head.abroad and not self.words and not size:
            size = self.vocabulary.country_phrases.match(self.tokens.folded, self.at)
            if size and self.tokens[self.at].is_capital:
                self._advance(size, keep=True)
                self._skip_short_country()
                return True
        if (
            not size
            and (self.head.kind in _COUNTRY_KINDS or self._is_of_nation())
            and self.tokens[self.at].is_capital
        ):
            # "Kementerian Keamanan Publik Laos", "IOM Laos", "Universiti Teknologi Malaysia"
            size = self.vocabulary.country_phrases.match(self.tokens.folded, self.at)
            self.closed = self.closed or size > 0
        if not size and self.head.kind == "ngo-union" and self._stands_behind_gloss():
            # "Perhimpunan Pelajar Indonesia (PPI) Afrika Selatan"
            size = self.vocabulary.country_phrases.match(self.tokens.folded, self.at)
            return size > 0 and self.tokens[self.at].is_capital and self._take_country(size)
        # "PT Indonesia Contoh": a name may begin with the country.
        begins = self.head.tail == "name" and not self.words and not self.head.alone
        if size == 0 or begins or not self.tokens[self.at].is_capital:
            return False
        paired = self.tokens.folded[self.at] == self.vocabulary.nation[0].casefold()
        # "Jabatan Penjara Malaysia": another country's offices are told by it.
        self._advance(size, keep=self.head.kind == "foreign-government")
        if paired and self.at < len(self.tokens) and self.tokens[self.at].before in {"-", "–"}:
            # "Satgas Contoh RI-RDTL": a task force on the border with another country
            self._advance(int(self.tokens[self.at].is_capital))
        return True

    def _is_of_nation(self) -> bool:
        """Whether a school has but a subject before its country."""
        before = self.tokens[self.at - 1].text
        school = self.head.kind == "university-school" and bool(self.words)
        return school and self.vocabulary.is_subject_word(before)

    def _take_country(self, size: int) -> bool:
        """The country in which a chapter is."""
        name = self.tokens.body[self.tokens[self.at].start : self.tokens[self.at + size - 1].end]
        self.region = FoundRegion(first=self.at, last=self.at + size, name=name, region=None, level=None)
        self.closed = True
        return self._advance(size, keep=True)

    def _stands_behind_gloss(self) -> bool:
        return self.parenthesis is not None and self.parenthesis[1] == self.end

    def _take_repeated(self) -> bool:
        """What follows the acronym in parentheses and, elsewhere in the text, the acronym itself.

        "Solidaritas Contoh (SC) Anging Mammiri" beside "SC Anging Mammiri" is a body with four words.
        """
        token = self.tokens[self.at]
        if not self._stands_behind_gloss() or not token.is_capital or token.before.strip(") "):
            return False
        if self.head.kind not in _PROPER_KINDS or self._find_region(self.at) is not None:
            return False
        size = 0
        while (
            self.at + size < len(self.tokens)
            and self.tokens[self.at + size].is_capital
            and (size == 0 or self.tokens[self.at + size].before == " ")
            and self._find_region(self.at + size) is None
            and self._repeats(size + 1)
        ):
            size += 1
        # Behind a post a person may begin: "Ketua Dewan Contoh (DC) Sentani Orgenes Budi".
        behind = self.at + size
        placed = behind < len(self.tokens) and self._find_region(behind) is not None
        self.closed = self.closed or (self.posted and size > 0 and not placed)
        return size > 0 and self._advance(size, keep=True)

    def _repeats(self, size: int) -> bool:
        """Whether a body's acronym and the next words stand together in the text."""
        last = self.tokens[self.at + size - 1].end
        return f"{self.acronym} {self.tokens.body[self.tokens[self.at].start : last]}" in self.tokens.body

    def _skip_short_country(self) -> None:
        """Pass over the short form of a country: "Konsulat Papua Nugini (PNG) di Jayapura"."""
        found = SHORT_COUNTRY.match(self.tokens.body, self.end)
        if found is not None:
            self.at, self.end = self.tokens.find_index(found.end()), found.end()
            self.parenthesis = (found.start(), found.end())

    def _take_place(self, head: int) -> bool:
        """An airport, a harbour: its name tells the office apart."""
        size = measure_place(self.tokens, self.at, head, self.head, self.lexicon)
        if self.posted and size > head + 1:
            size = cut_place(self.tokens, self.at, head, size, self.lexicon)
        self.closed = True
        return size > head and self._advance(size, keep=True)

    def _take_class(self) -> bool:
        """A class ("Kelas I Khusus TPI", or its mark spelt out), or the number of an office."""
        size = measure_class(self.tokens, self.at, self.vocabulary)
        if size == 0 or (size == 1 and not is_regional_number(self.tokens, self.at, self.lexicon)):
            return False
        self._advance(size, keep=True)
        if self.head.kind == "military" and self.tokens.body.startswith("/", self.end):
            # "Denpom XIII/2"
            self._advance(1, keep=True)
        return True

    def _take_mark_behind(self) -> bool:
        """The class or the number behind a region: "Pengadilan Negeri Contoh Kelas II", "Sumatera XVII/OKI".

        Behind the number of a part of the country its seat may follow: "Nusa Tenggara II Kupang".
        """
        if self.region is None or self.head.kind not in _MARKED_KINDS:
            return False
        begins = self.tokens[self.at]
        size = measure_class(self.tokens, self.at, self.vocabulary)
        classed = begins.folded in self.vocabulary.class_heads and size > 1
        island = self.region.region is None and self.region.level == "local"
        numbered = size == 1 and island and is_regional_number(self.tokens, self.at, self.lexicon)
        if begins.before != " " or not (classed or numbered):
            return False
        self._advance(size, keep=True)
        if self.tokens.body.startswith("/", self.end) and self.at < len(self.tokens):
            seat = self._find_region(self.at)
            self.region = seat or self.region
            return self._advance(seat.last - self.at if seat is not None else 1, keep=True)
        self.closed = not numbered
        return True

    def _take_branch(self) -> bool:
        """The word for a branch, behind a name with or without a region of its own."""
        size = self.vocabulary.branch_phrases.match(self.tokens.folded, self.at)
        if size == 0 or not self.tokens[self.at].is_capital:
            return False
        if self.head.kind == "university-school" and not (self.words or self.region):
            # "Kepala Seksi SMK Cabang Dinas Contoh": the word for a school alone has no branches.
            return False
        after = self.at + size
        if after == len(self.tokens):
            return False
        begins = self.tokens[after].is_capital or self.tokens[after].text.isdigit()
        placed = begins and not self.tokens[after].before.strip()
        gloss = read_gloss(self.tokens, self.at, self.tokens[after - 1].end, self.lexicon)
        gloss = gloss or read_short_word(self.tokens, after, self.vocabulary.qualifier_set)
        if not placed and gloss is None:
            return False
        self.closed = False
        self.branch = True
        self._advance(size)
        if gloss is not None:
            self.at, self.end = gloss.last, gloss.end
        if self.at < len(self.tokens) and self.tokens[self.at].text.isdigit():
            # "Daerah Operasi 9 Contoh"
            self._advance(1, keep=True)
        return True

    def _take_inner_region(self) -> bool:
        """The regency behind the province of a branch: "Kantor Cabang Bali Gianyar"."""
        outer = self.region if self.branch or self.head.kind == "company" else None
        inner = find_inner_region(self.tokens, self.at, outer, self.lexicon.regions)
        if self.region is not None and self.head.kind == _UNION and self._stands_behind_gloss():
            # "Kerukunan Keluarga Sulawesi Contoh (KKSC) Kabupaten Nunukan"
            inner = self._find_region(self.at)
        return inner is not None and self._take_region(inner)

    def _take_serial(self) -> bool:
        """The number that tells bodies of one name apart: "Puskesmas Contoh 1, ..."."""
        placed = self.head.kind in _OFFICE_KINDS or self.head.placed
        local = self.region is not None and self.region.region is None and placed
        if not local and (not self.words or self.head.kind not in _NUMBERED_KINDS):
            return False
        school = self.head.kind == "university-school" and self.tokens[self.at].text.isdigit()
        placed = school and self.at + 1 < len(self.tokens) and self._find_region(self.at + 1) is not None
        serial = placed or is_serial(self.tokens, self.at, self.vocabulary)
        return serial and self._advance(1, keep=True)

    def _take_qualifier(self) -> bool:
        if self.tokens[self.at].folded not in self.vocabulary.qualifier_set:
            return False
        if find_region(self.tokens, self.at, self.lexicon.regions) is not None:
            # "Contoh Daerah Istimewa Yogyakarta"
            return False
        if self.at + 1 == len(self.tokens):
            return False
        token = self.tokens[self.at + 1]
        region = self._find_region(self.at + 1) if token.before == " " else None
        island = self.vocabulary.island_phrases.match(self.tokens.folded, self.at + 1)
        if region is not None and region.region is not None and region.last > self.at + island:
            # "Contoh Wilayah Babel": a person may follow, and no more of the name.
            return self._advance(1) and self._take_region(region)
        if token.before == " " and token.text.isdigit():
            # "Pelindo Regional 4"
            return self._advance(1) and self._advance(1, keep=True)
        return token.before == " " and (token.is_capital or token.text[0].isdigit()) and self._advance(1)
