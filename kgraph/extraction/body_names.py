"""The grammar of one institution's name: head, subject, class, level, region, acronym."""

import msgspec

from kgraph.extraction.acronym_glosses import find_inner_gloss, find_spelt_end, leave_out, read_gloss
from kgraph.extraction.body_kinds import decide_kind
from kgraph.extraction.body_subjects import (
    continues_list,
    measure_subject,
    must_be_subject,
    open_head,
    starts_other_body,
)
from kgraph.extraction.body_words import BodyName, find_head, fold_words, is_acronym
from kgraph.extraction.chapters import is_chapter_word, measure_association
from kgraph.extraction.foreign_bodies import read_foreign_government
from kgraph.extraction.inner_bodies import holds, may_hold
from kgraph.extraction.name_ends import (
    goes_on,
    is_country,
)
from kgraph.extraction.name_marks import measure_honour
from kgraph.extraction.place_slots import REGION_KINDS
from kgraph.extraction.proper_slots import ProperSlots
from kgraph.extraction.regions import find_region, find_seat
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_LONGEST_NAME = 30
"""Words that no name is longer than: what lists subjects without end would be read anew at each."""
_MAX_UNITS = 4
_COURT = "court-prosecution"
_OFFICE = "central-regional-office"
_MINISTRY = "ministry"
_NATIONAL = frozenset({"central-agency", "legislature", _MINISTRY})
_UNIT_AND_HOUSE = 2
_GLOTTALS = frozenset("‘’'`")
"""Marks that stand for an Arabic letter at the beginning of a word: "Ihya ‘Ulumaddin"."""
_MARKS = _GLOTTALS | {"", ".", ","}
_BLANK_OR_GLOTTAL = " ‘’'`"
_OPEN_TAILS = frozenset({"field", "name"})


def read_body_name(
    tokens: Tokens,
    index: int,
    lexicon: Lexicon,
    *,
    titled: bool = False,
    posted: bool = True,
    size: int | None = None,
    units: int = 0,
) -> BodyName | None:
    """Return the name of a body that begins at a word, or ``None`` where none does.

    A head that does not stand alone needs a subject, a region, a class or an acronym
    behind it: "Dinas" by itself names no body. ``titled``: the text writes all words
    with a capital (a headline), so that a capital tells nothing. ``posted``: a person's
    name may follow, so that unknown capital words end the name. ``size``: the number of
    words behind the head, where it is known. ``units``: of how many units it is the body.
    """
    government = read_foreign_government(tokens, index, lexicon)
    if government is not None:
        return government
    found = find_head(tokens, index, lexicon)
    no_body = lexicon.institution_heads.words.no_body_phrases.match(tokens.folded, index)
    if found is None or no_body >= found[1] - index > 0:
        return None
    name = _read_foreign_ministry(tokens, index, found, lexicon)
    return name or read_name_behind(
        tokens, index, found[1], found[0], lexicon, titled=titled, posted=posted, size=size, units=units
    )


def _read_foreign_ministry(
    tokens: Tokens, index: int, found: tuple[Head, int], lexicon: Lexicon
) -> BodyName | None:
    """The ministry of another country that begins like one of ours: "Kementerian X dan Kerja Sama Laos"."""
    head, after = found
    joined = after + 1 < len(tokens) and tokens[after].folded in lexicon.institution_heads.words.joiner_set
    if head.kind != _MINISTRY or head.tail != "none" or not joined:
        return None
    sort = lexicon.body_heads.find(tokens[index].text)
    if sort is None or measure_subject(tokens, after + 1, lexicon) == 0:
        return None
    name = read_name_behind(tokens, index, index + 1, sort, lexicon)
    if name is None or not any(is_country(tokens, place, lexicon) for place in range(after, name.last)):
        return None
    return name


def starts_body(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a head, or a word for a government, stands at a word."""
    governments = lexicon.institution_heads.words.government_set
    return tokens[index].folded in governments or find_head(tokens, index, lexicon) is not None


def read_name_behind(
    tokens: Tokens,
    first: int,
    after: int,
    head: Head,
    lexicon: Lexicon,
    *,
    titled: bool = False,
    posted: bool = True,
    size: int | None = None,
    units: int = 0,
) -> BodyName | None:
    """Return the name whose head covers the words ``[first, after)``.

    A head in lower case ("pemerintah Kabupaten X") counts only with a known region, and not before a body.
    """
    grammar = open_head(head, tokens[after - 1].text, several=after - first > 1)
    reader = _Reader(tokens, grammar, first, after, lexicon, titled=titled, posted=posted, size=size)
    reader.units = units
    reader.opened = grammar is not head
    reader.read()
    proper = head.tail == "name" and head.kind in {"company", "ngo-union"}
    open_tail = head.sub or head.tail in _OPEN_TAILS
    spelt = find_spelt_end(tokens, first, after, proper=proper) if open_tail else 0
    if reader.at < spelt:
        reader = _Reader(tokens, head, first, after, lexicon, titled=titled, posted=posted, size=size)
        reader.spelt = spelt
        reader.read()
    gloss = find_inner_gloss(tokens, first, after) if reader.parenthesis is None else None
    if gloss is not None:
        reader.parenthesis = (gloss.start, gloss.end)
        reader.acronym = gloss.acronym
    # "Dinas Sosial" is a head with its subject.
    subject = head.may_tell_subject and after - first > 1
    led = (
        head.kind in {"regional-agency", "other"}
        and not head.generic
        and _is_led(tokens, first, after, lexicon)
    )
    told = reader.words or reader.region or reader.acronym or reader.inner
    if not (head.alone or subject or told or led):
        return None
    if head.kind in {"province", "regency-city"} and reader.region is None and not head.alone:
        return None
    unplaced = reader.region is None or reader.region.level == "local"
    if not tokens[first].is_capital and (
        # "di rumah aman UPTD PPA Provinsi Contoh" names the body whose house it is.
        head.sub or unplaced or (after < len(tokens) and find_head(tokens, after, lexicon) is not None)
    ):
        return None
    start = tokens[first].start
    return BodyName(
        first=first,
        last=reader.at,
        start=start,
        end=reader.end,
        name=leave_out(reader.parenthesis, tokens.body, start, reader.end, reader.inner),
        head=head,
        form=reader.form,
        words=tuple(reader.words),
        kind=decide_kind(head, reader.region, reader.inner),
        region=reader.region,
        acronym=reader.acronym,
        inner=reader.inner,
    )


def _is_led(tokens: Tokens, index: int, after: int, lexicon: Lexicon) -> bool:
    """Whether the word for its head stands before an agency: "Kepala Bappeda" leads that of the region.

    An acronym behind it is a part of a longer short name: "Kepala Dinkes PPKB".
    """
    if index == 0 or tokens[index].before != " ":
        return False
    goes_on = after < len(tokens) and tokens[after].before == " " and is_acronym(tokens[after].text)
    return not goes_on and tokens[index - 1].text in lexicon.institution_heads.words.led


class _Reader(ProperSlots):
    """Reads the words of a name: its subject, its proper words, the body that it is a part of."""

    def read(self) -> None:
        """Take words as long as they belong to the name."""
        if self.spelt:
            self._advance(self.spelt - self.at, keep=True)
        limit = min(len(self.tokens), self.first + _LONGEST_NAME)
        begin = self.tokens.folded[self.first : self.first + 2]
        while self.at < limit and self.inner is None:
            if self.tokens.folded[self.at : self.at + 2] == begin:
                # No name begins anew within itself; a text that repeats one would be read on at each.
                return
            if self._take_parenthesis():
                continue
            gap = self.tokens.body[self.end : self.tokens[self.at].start]
            if "\n" in gap or len(gap) > 3:
                return
            mark = gap.strip()
            if self.head.tail == "name" and self._take_honour(gap):
                continue
            if mark == "." and not self._is_abbreviation(self.at - 1):
                return
            if mark == "," and not self._may_list():
                return
            if (
                mark not in _MARKS
                or (mark in _GLOTTALS and self.head.tail != "name" and not is_chapter_word(self.head))
                or not self._take_word()
            ):
                return

    def _take_honour(self, gap: str) -> bool:
        """The mark of a degree of honour inside a name: "RSUD Dr. (H.C.) Ir. Soekarno"."""
        end = measure_honour(self.tokens, self.end)
        if end == self.end or gap.strip(". ") != "(" or not self._is_abbreviation(self.at - 1):
            return False
        self.at, self.end = self.tokens.find_index(end), end
        return True

    def _may_list(self) -> bool:
        if self.parenthesis is not None and self.parenthesis[1] == self.end:
            # "Serikat Contoh (SC), Organisasi Lain (OL) dan ...": the acronym has ended the name.
            return False
        faculty = self.head.sub and self.head.kind == "university-school"
        takes = (self.head.tail == "field" or faculty) and not self.closed
        return takes and continues_list(self.tokens, self.at, self.lexicon)

    def _starts_body(self, index: int) -> bool:
        return index < len(self.tokens) and find_head(self.tokens, index, self.lexicon) is not None

    def _take_word(self) -> bool:
        tokens, at = self.tokens, self.at
        word = tokens[at].text
        if self.size is not None and len(self.words) >= self.size:
            return self._take_nation()
        marked = tokens[at].folded in self.vocabulary.slot_openers
        if self.acronym is not None and self._take_repeated():
            return True
        if (marked and self._take_nation()) or self._take_inner() or self._take_association():
            return True
        if (marked and self._take_branch()) or self._take_inner_region() or self._take_serial():
            return True
        if self._take_chapter():
            return True
        if self.closed and self.head.tail == "name" and not self.branch:
            # "Bank NTB Syariah": a subject behind the region.
            size = 0 if self._ends_name(at) else measure_subject(tokens, at, self.lexicon)
            if size > 0:
                return self._advance(size, keep=True)
        if self.closed and (self._take_mark_behind() or self._take_seat() or self._take_island_behind()):
            return True
        if self.closed or self.head.tail == "none":
            return False
        if marked and (self._take_island() or self._take_levelled()):
            return True
        head = self.vocabulary.place_phrases.match(tokens.folded, at) if marked else 0
        if head and tokens[at].is_capital:
            return self._take_place(head)
        if self._take_class() or (marked and self._take_qualifier()):
            return True
        if self.head.abroad and word in self.vocabulary.place_prepositions:
            return self._advance(1)
        regions = self.lexicon.regions
        region = find_region(tokens, at, regions)
        if region is None and (self.branch or not self.titled or self._is_town(at)):
            # Some towns are called like verbs, which have a capital in headlines.
            region = find_seat(tokens, at, regions)
        if (
            region is not None
            and self.head.tail == "name"
            and self.head.kind != _COURT
            and not (self._is_of_town() or self._stands_behind_gloss())
            and goes_on(tokens, region.last, self.head, self.lexicon, posted=self.posted)
            and self._take_proper()
        ):
            return True
        if region is None and self.region is not None and self.posted and not self.branch:
            # "Kepala BWS Nusa Tenggara II Parlindungan Budi": the seat behind a number is known.
            return False
        size = measure_subject(tokens, at, self.lexicon) if self.head.tail == "field" else 0
        if region is not None and size < region.last - region.first:
            return self._take_region(region)
        if self.head.tail == "field":
            return self._take_field(size)
        if tokens[at - 1].folded in self.vocabulary.class_words and self._take_classed():
            return True
        if self.head.tail == "name":
            return self._take_proper()
        return self._take_locality() or self._take_short()

    def _is_of_town(self) -> bool:
        """Whether a house goes by its acronym and a town alone: "LBH Manado" before who works there."""
        return self.head.kind == "ngo-union" and not self.words and is_acronym(self.form)

    def _take_inner(self) -> bool:
        """A body's name right behind that of its unit."""
        if not may_hold(self.head) or self.units >= _MAX_UNITS:
            return False
        gap = self.tokens.body[self.end : self.tokens[self.at].start]
        if self.head.sub and self.tokens[self.at].text.isdigit() and self._starts_body(self.at + 1):
            # "Pokja 2 TP PKK Contoh"
            return self._advance(1, keep=True)
        found = find_head(self.tokens, self.at, self.lexicon)
        if gap.strip(_BLANK_OR_GLOTTAL) or found is None or found[0] is self.head:
            return False
        if self.head.kind == "regional-agency" and found[0].generic and found[0].kind == _OFFICE:
            # "UPTD Balai Benih Contoh": an office of the region that is called so
            return not self.words and self._advance(1, keep=True)
        inner = read_body_name(self.tokens, self.at, self.lexicon, units=self.units + 1)
        if inner is None or not holds(self.head, inner, first=not (self.words or self.region)):
            return False
        self.inner = inner
        self.region = inner.region
        gloss = read_gloss(self.tokens, self.first, inner.end, self.lexicon)
        short = gloss.acronym.split() if gloss is not None and gloss.acronym and not inner.acronym else []
        faculty = self.head.sub and self.head.kind == "university-school"
        if gloss is not None and faculty and len(short) == _UNIT_AND_HOUSE and is_acronym(short[1]):
            # "Fakultas Kesehatan Universitas Contoh (Fikes UNCO)"
            self.inner = msgspec.structs.replace(inner, acronym=short[1], last=gloss.last, end=gloss.end)
            self.acronym = gloss.acronym
            inner = self.inner
        self.words.extend((*fold_words(inner.head.full), *inner.words))
        self.at, self.end = inner.last, inner.end
        if self.head.kind == _OFFICE and inner.kind in _NATIONAL and inner.region is None:
            self._take_region_served()
        return True

    def _take_association(self) -> bool:
        """An association that no list knows, and its region, behind the word for a chapter."""
        if not is_chapter_word(self.head) or self.region is not None:
            return False
        if self.words:
            region = self._find_region(self.at) if self._stands_behind_gloss() else None
            return region is not None and self._take_region(region)
        size = measure_association(self.tokens, self.at, self.head, self.lexicon)
        if size == 0:
            return False
        self._advance(size, keep=True)
        region = self._find_region(self.at) if self.at < len(self.tokens) else None
        gap = self.tokens[self.at].before if region is not None else ""
        return self._take_region(region) if region is not None and gap == " " else True

    def _take_chapter(self) -> bool:
        """The word for a chapter behind its association: "Perhimpunan Contoh (PC) DPC Kepanjen"."""
        tokens, at = self.tokens, self.at
        if self.head.kind != "ngo-union" or self.head.sub or self.branch or self.region is not None:
            return False
        if not (self._stands_behind_gloss() or (self.head.alone and not self.words)):
            return False
        found = find_head(tokens, at, self.lexicon)
        if found is None or not is_chapter_word(found[0]) or found[1] >= len(tokens):
            return False
        placed = tokens[found[1]].before == " " and self._find_region(found[1]) is not None
        if not placed and not (self._stands_behind_gloss() and self._is_plain_place(found[1])):
            return False
        self.closed = False
        self.branch = True
        return self._advance(found[1] - at)

    def _is_plain_place(self, index: int) -> bool:
        """Whether one strange capital word stands at a word, as that of a town does."""
        token = self.tokens[index]
        behind = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        ends = behind is None or bool(behind.before.strip()) or not behind.is_capital
        return token.before == " " and token.is_capital and ends and not self._ends_name(index)

    def _take_field(self, size: int) -> bool:
        token = self.tokens[self.at]
        if token.folded in self.vocabulary.joiner_set:
            if self.at == self.first + 1 or starts_other_body(self.tokens, self.at + 1, self.lexicon):
                return False
            if self.parenthesis is not None and self._starts_body(self.at + 1):
                return False
            if measure_subject(self.tokens, self.at + 1, self.lexicon) > 0:
                return self._advance(1)
            return must_be_subject(self.tokens, self.at + 1, self.lexicon) and self._advance(2, keep=True)
        if size:
            return self._advance(size, keep=True)
        if self.opened:
            return False
        unknown = token.is_capital and not self.titled and not self._ends_name(self.at)
        if unknown and not self.posted and not is_acronym(self.form.split()[-1]):
            return self._advance(1, keep=True)
        fits = is_acronym(token.text) or (
            not self.words
            and not is_acronym(self.form.split()[-1])
            and token.folded not in self.lexicon.given_names.folded
        )
        placed = self.head.placed or self.head.kind not in REGION_KINDS
        # "KPH Unit VIII Contoh": the number of an office has its place behind it.
        placed = placed or any(map(self.vocabulary.is_numeral, self.words[-1:]))
        if unknown and self.head.placed and self._take_settled():
            return True
        if unknown and not fits and placed:
            return self._take_settled()
        return unknown and fits and self._advance(1, keep=True)
