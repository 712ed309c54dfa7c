"""Provinces, regencies and cities with their codes and short forms."""

import re
from collections import defaultdict
from functools import cached_property
from pathlib import Path

import msgspec

from kgraph.lexicon.files import Row
from kgraph.lexicon.joining import Joiner
from kgraph.lexicon.matcher import WordPhrases, fold
from kgraph.vocabulary import LEVELS

_COLUMNS = ("code", "name", "level", "parent", "short_forms", "seat")
_CODE = re.compile(r"\d\d(?:\.\d\d)?")


class Region(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A province, regency or city; ``code`` and ``parent`` are Kemendagri codes.

    ``seat``: the town of its government, where the town has another name and is no region itself.
    """

    code: str
    name: str
    level: str
    parent: str | None = None
    short_forms: tuple[str, ...] = ()
    seat: str | None = None


class Regions(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All regions, sorted by code."""

    rows: tuple[Region, ...]
    directions: tuple[str, ...] = ()

    @cached_property
    def by_code(self) -> dict[str, Region]:
        """Each region by its code."""
        return {region.code: region for region in self.rows}

    @cached_property
    def by_form(self) -> dict[str, tuple[Region, ...]]:
        """The regions that a folded name or short form may mean."""
        forms = defaultdict(list)
        for region in self.rows:
            for form in {fold(region.name), *map(fold, region.short_forms)}:
                forms[form].append(region)
        return {form: tuple(regions) for form, regions in forms.items()}

    @cached_property
    def by_seat(self) -> dict[str, Region]:
        """The region whose government sits in a town, by the town's folded name."""
        return {fold(region.seat): region for region in self.rows if region.seat}

    @cached_property
    def seat_phrases(self) -> WordPhrases:
        """The towns where governments sit."""
        return WordPhrases(self.by_seat)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """The most words of a form that begins so, by the letters and digits up to anything else."""
        sizes: dict[str, int] = {}
        for form in self.by_form:
            words = re.findall(r"\w+", form) or [""]
            sizes[words[0]] = max(len(words), sizes.get(words[0], 0))
        return sizes

    @cached_property
    def turning_words(self) -> frozenset[str]:
        """The folded words that behind a region's name make that of another: "Barat", "Tengah", "Laut"."""
        return frozenset(fold(word) for word in self.directions)

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest form."""
        return max(len(form.split()) for form in self.by_form)

    def choose(self, form: str, *, levels: tuple[str, ...] = LEVELS) -> Region | None:
        """Return the one region that a form means among the levels, or ``None`` if it is none or several.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> load_lexicon().regions.choose("Sulteng").code
        '72'
        """
        fitting = [region for region in self.by_form.get(fold(form), ()) if region.level in levels]
        return fitting[0] if len(fitting) == 1 else None


def load_regions(path: Path, joiner: Joiner | None = None) -> Regions:
    """Return the table of regions.

    Args:
        path: The shipped table.
        joiner: Adds rows of a user's own: new regions, and short forms of known ones.

    Raises:
        KnowledgeError: The file is missing or a row is wrong.
    """
    joiner = joiner or Joiner()
    regions: dict[str, Region] = {}
    forms: dict[tuple[str, str], str] = {}
    for row in joiner.load_rows(path, _COLUMNS):
        with joiner.gathering():
            region = _read_region(row, regions)
            if row.is_own:
                _check_own(row, region, regions, forms)
            regions[region.code] = region
            for form in (region.name, *region.short_forms):
                forms.setdefault((fold(form), region.level), region.code)
    return Regions(rows=tuple(sorted(regions.values())))


def _read_region(row: Row, known: dict[str, Region]) -> Region:
    """Return the region of a row, which may add short forms to a known one."""
    cells = row.cells
    short_forms = tuple(form for form in cells["short_forms"].split(";") if form)
    region = known.get(cells["code"])
    if region is not None and row.is_own:
        row.check_same(
            name=region.name, level=region.level, parent=region.parent or "", seat=region.seat or ""
        )
        added = tuple(form for form in short_forms if form not in region.short_forms)
        return msgspec.structs.replace(region, short_forms=(*region.short_forms, *added))
    if cells["level"] not in LEVELS:
        raise row.error(f"the level must be one of {', '.join(LEVELS)}")
    return Region(
        code=cells["code"],
        name=cells["name"],
        level=cells["level"],
        parent=cells["parent"] or None,
        short_forms=short_forms,
        seat=cells["seat"] or None,
    )


def _check_own(row: Row, region: Region, known: dict[str, Region], forms: dict[tuple[str, str], str]) -> None:
    if not _CODE.fullmatch(region.code) or not region.name:
        raise row.error("a region needs a code as 72 or 72.71, and a name")
    parent = known.get(region.parent or "")
    if (region.level == "province") != (region.parent is None) or (
        region.parent and (parent is None or parent.level != "province")
    ):
        raise row.error("the parent of a regency or city must be the code of a province, a province has none")
    for form in (region.name, *region.short_forms):
        other = forms.get((fold(form), region.level), region.code)
        if other != region.code:
            raise row.error(f"{form} is known already and means the region {other}")
    sitting = [
        one.code for one in known.values() if region.seat and fold(one.seat or "") == fold(region.seat)
    ]
    if sitting not in ([], [region.code]):
        raise row.error(f"{region.seat} is the seat of the region {sitting[0]} already")
