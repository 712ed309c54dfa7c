"""Provinces, regencies and cities with their codes and short forms."""

import re
from collections import defaultdict
from functools import cached_property
from pathlib import Path

import msgspec

from kgraph.errors import KnowledgeError
from kgraph.lexicon.files import load_csv
from kgraph.lexicon.matcher import WordPhrases, fold

_COLUMNS = ("code", "name", "level", "parent", "short_forms", "seat")
LEVELS = ("province", "regency", "city")


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
    def first_words(self) -> frozenset[str]:
        """The letters and digits that a folded form may begin with, up to anything else."""
        return frozenset(re.split(r"[^\w]", form, maxsplit=1)[0] for form in self.by_form)

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


def load_regions(path: Path) -> Regions:
    """Return the table of regions.

    Raises:
        KnowledgeError: The file is missing or a row is wrong.
    """
    rows = []
    for line, row in enumerate(load_csv(path, _COLUMNS), start=2):
        if row["level"] not in LEVELS:
            raise KnowledgeError(f"the level must be one of {', '.join(LEVELS)}", path=path, line=line)
        rows.append(
            Region(
                code=row["code"],
                name=row["name"],
                level=row["level"],
                parent=row["parent"] or None,
                short_forms=tuple(form for form in row["short_forms"].split(";") if form),
                seat=row["seat"] or None,
            )
        )
    return Regions(rows=tuple(sorted(rows)))
