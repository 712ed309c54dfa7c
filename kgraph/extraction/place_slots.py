"""The slots of a body's name that hold places: regions, villages, and towns that no table knows."""

from kgraph.extraction.body_words import is_acronym
from kgraph.extraction.name_ends import ends_name, is_country, leads_to_person, names_person
from kgraph.extraction.name_places import (
    end_before_person,
    end_locality,
    measure_locality,
    part_from_person,
)
from kgraph.extraction.name_slots import NameSlots
from kgraph.extraction.regions import FoundRegion, find_levelled_region, find_region, find_seat

REGION_KINDS = frozenset({"province", "regency-city", "regional-agency"})
"""Kinds of the bodies that serve provinces, regencies and cities, all of which the table knows."""
_OFFICE = "central-regional-office"


class PlaceSlots(NameSlots):
    """Reads the places in a name."""

    def _take_island(self) -> bool:
        tokens, at = self.tokens, self.at
        island = self.vocabulary.island_phrases.match(tokens.folded, at) if tokens[at].is_capital else 0
        if not island and self._take_domain():
            return True
        known = find_region(tokens, at, self.lexicon.regions) if island else None
        longest = island > 0 and (known is None or known.last - at < island)
        return longest and self._take_region(self._make_local(island))

    def _take_island_behind(self) -> bool:
        """The island where the place of an office lies: "Lapas Kelas I Batu Nusakambangan"."""
        tokens, at = self.tokens, self.at
        island = self.vocabulary.island_phrases.match(tokens.folded, at) if tokens[at].is_capital else 0
        if not island or self.region is None or tokens[at].before != " " or self.head.kind != _OFFICE:
            return False
        if self.region.last != at or self.region.level is not None or self.region.first == at:
            return False
        if find_region(tokens, at, self.lexicon.regions) is not None:
            return False
        first, last = self.region.first, at + island
        name = " ".join(tokens.body[tokens[first].start : tokens[last - 1].end].split())
        self.region = FoundRegion(first=first, last=last, name=name, region=None, level="local")
        return self._advance(island)

    def _take_domain(self) -> bool:
        """A park, a basin or an airport, and where it is: "Stasiun Meteorologi Mopah Merauke"."""
        size = self.vocabulary.domain_phrases.match(self.tokens.folded, self.at)
        if size == 0 or self.head.kind != _OFFICE or not self.tokens[self.at].is_capital:
            return False
        known = find_region(self.tokens, self.at, self.lexicon.regions)
        if known is not None and known.last - self.at > size:
            # "Lombok" is an airport, too, but "Lombok Utara" is a regency.
            return False
        behind = self.at + size
        placed = behind < len(self.tokens) and self.tokens[behind].before == " "
        region = self._find_region(behind) if placed else None
        region = region or (find_seat(self.tokens, behind, self.lexicon.regions) if placed else None)
        if region is None:
            return self._take_region(self._make_local(size))
        return self._advance(size, keep=True) and self._take_region(region)

    def _take_region_served(self) -> None:
        """The region behind a ministry that has none: "Kanwil Kementerian Contoh Provinsi Jambi"."""
        if self.at >= len(self.tokens) or self.tokens[self.at].before != " ":
            return
        region = self._find_region(self.at)
        if region is not None:
            self.inner = None
            self._take_region(region)

    def _is_town(self, index: int) -> bool:
        """Whether a word of a headline stands in the text with a capital, too."""
        token = self.tokens[index]
        return self.tokens.body.find(f" {token.text.capitalize()}", token.end) >= 0

    def _take_seat(self) -> bool:
        """The town behind the region of an office: "Cabang Kejaksaan Negeri Contoh di Dabo"."""
        tokens, at = self.tokens, self.at
        if not self.head.seated or tokens[at].text not in self.vocabulary.place_prepositions:
            return False
        if at + 1 >= len(tokens) or not tokens[at + 1].is_capital or tokens[at + 1].before != " ":
            return False
        region = self.region
        size = measure_locality(tokens, at + 1, self.head, self.lexicon)
        taken = size > 0 and self._advance(1) and self._take_region(self._make_local(size))
        self.region = region
        return taken

    def _take_levelled(self) -> bool:
        names = self.lexicon.given_names.folded if self.posted else frozenset()
        levelled = find_levelled_region(
            self.tokens, self.at, self.lexicon.regions, self.vocabulary, names=names
        )
        if levelled is None:
            return False
        return self._take_region(end_before_person(levelled, self.tokens, self.lexicon, posted=self.posted))

    def _take_settled(self) -> bool:
        """A place that no table knows, and a comma and a person behind it: "Balai X Contoh, Budi Santoso"."""
        size = measure_locality(self.tokens, self.at, self.head, self.lexicon)
        behind = self.at + size
        named = leads_to_person(self.tokens, behind, self.lexicon) or (
            self.head.kind == _OFFICE and self._stands_before_person(behind)
        )
        known = size > 0 and named
        return known and self._take_region(self._make_local(size))

    def _take_classed(self) -> bool:
        """A place that no table knows behind the class of an office: "Bea dan Cukai TMP C Atapupu"."""
        if self.head.kind != _OFFICE or self.titled or (self.posted and self._stands_behind_number()):
            return False
        size = measure_locality(self.tokens, self.at, self.head, self.lexicon)
        size = part_from_person(self.tokens, self.at, size, self.lexicon) if self.posted else size
        return size > 0 and self._take_region(self._make_local(size))

    def _stands_before_person(self, index: int) -> bool:
        """Behind the place of an office that needs none: "Kepala Bea Cukai Merak Budi Santoso"."""
        known = self.posted and index < len(self.tokens) and self.tokens[index].before == " "
        return known and names_person(self.tokens, index, self.head, self.lexicon)

    def _take_locality(self) -> bool:
        """A place that no table knows, behind a head that wants one."""
        if self.titled or (self.head.kind in REGION_KINDS and not self.head.placed):
            return False
        size = measure_locality(self.tokens, self.at, self.head, self.lexicon)
        if self.posted and self._stands_behind_number():
            # "Kepala BPK Wilayah XVIII Andriany Budi": a number is where such an office is.
            return False
        if self.posted and self.first > 0 and self.tokens[self.first - 1].before.strip() == "/":
            # "Menteri X/Kepala Y Nurdin Hakim": who holds both is no head of an office in some place.
            return False
        if self.head.abroad:
            # A town that is known is the whole of the place: "Atase KBRI Riyadh Budi Santoso".
            known = self.lexicon.posts.town_phrases.match(self.tokens.folded, self.at)
            # "Konsul KJRI Hong Kong Budi Santoso": behind a country as well
            size = known if self.words and self.posted else known or size
        if self.posted and not self.head.abroad:
            whole = end_locality(self.tokens, self.first, self.at, size)
            size = part_from_person(self.tokens, self.at, size, self.lexicon) if whole == size else whole
        # "Persekutuan Contoh Wilayah Toraja"
        led = self.tokens[self.at - 1].folded in self.vocabulary.qualifier_set
        settled = self.head.alone and not (self.branch or led) and not self._is_of_office(size)
        behind = self.at + size
        named = self.head.abroad and leads_to_person(self.tokens, behind, self.lexicon)
        if size == 0 or (settled and not named and not self._stands_before_person(behind)):
            return False
        return self._take_region(self._make_local(size))

    def _take_short(self) -> bool:
        """More of the short name of an agency, before its region: "Dinsos PPKBPP Kabupaten Contoh"."""
        token, behind = self.tokens[self.at], self.at + 1
        if self.head.kind != "regional-agency" or self.head.generic or self.words or self.titled:
            return False
        if behind >= len(self.tokens) or not is_acronym(token.text) or self._ends_name(self.at):
            return False
        short = " " not in self.form and self.tokens[behind].before == token.before == " "
        return short and self._find_region(behind) is not None and self._advance(1, keep=True)

    def _stands_behind_number(self) -> bool:
        """Whether a numeral and, before it, the word for a part of the country lead up to a word."""
        before = self.tokens.folded[self.at - 2 : self.at]
        return (
            len(before) > 1
            and self.vocabulary.is_numeral(before[1])
            and before[0] in self.vocabulary.qualifier_set
        )

    def _is_of_office(self, size: int) -> bool:
        """Whether a place ends the name of an office of the centre: "Bea Cukai Atapupu dan Polres Belu".

        One strange word alone between the office and what is no name is where it sits.
        """
        if size != 1 or self.head.kind != _OFFICE:
            return False
        behind = self.tokens[self.at + 1] if self.at + 1 < len(self.tokens) else None
        ends = behind is None or bool(behind.before.strip()) or not behind.is_capital
        return ends and not is_country(self.tokens, self.at, self.lexicon)

    def _make_local(self, size: int) -> FoundRegion:
        """The words from here on as a place that no table knows."""
        name = self.tokens.body[self.tokens[self.at].start : self.tokens[self.at + size - 1].end]
        return FoundRegion(first=self.at, last=self.at + size, name=name, region=None, level="local")

    def _ends_name(self, index: int) -> bool:
        return ends_name(self.tokens, index, self.head, self.lexicon)
