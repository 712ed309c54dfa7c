"""Names of bodies taken apart: known bodies, families, regions and the remaining words."""

import re
import unicodedata
from functools import cached_property

import msgspec

from kgraph.lexicon.regions import Region, Regions
from kgraph.lexicon.registry import Family, Registry, RegistryEntry
from kgraph.resolution.typos import TypoIndex
from kgraph.vocabulary import LEVELS

_BRACKETS = re.compile(r"\([^()]*\)")

Words = tuple[str, ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a name: one of a known body, a family, a region or a plain word.

    ``word`` is what stands in comparisons. ``level`` is the level of region that a
    family's form or the word before a region tells; ``regions`` are all that a name
    of a region may mean.
    """

    word: str
    entry: RegistryEntry | None = None
    family: Family | None = None
    regions: tuple[Region, ...] = ()
    level: str | None = None


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name in parts; ``exact`` is false where a misspelt form was recognised."""

    parts: tuple[Part, ...]
    exact: bool = True


def strip_brackets(name: str) -> str:
    """Return a name without what stands in brackets, its halves joined.

    >>> strip_brackets("Kejaksaan Negeri (Kejari) Kabupaten Sragen")
    'Kejaksaan Negeri Kabupaten Sragen'
    """
    return " ".join(_BRACKETS.sub(" ", name).split()) or name


def make_slug(words: str) -> str:
    """Return words as lower-case ASCII letters, digits and hyphens; empty where none is left.

    >>> make_slug("Deutsche Gesellschaft für GIZ's")
    'deutsche-gesellschaft-fur-gizs'
    """
    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _replace(words: Words, old: Words, new: Words) -> Words:
    size = len(old)
    out: list[str] = []
    index = 0
    while index < len(words):
        if words[index : index + size] == old:
            out += new
            index += size
        else:
            out.append(words[index])
            index += 1
    return tuple(out)


class NameReader:
    """Takes names of bodies apart with the help of registry and regions."""

    def __init__(self, registry: Registry, regions: Regions) -> None:
        self._registry = registry
        self._regions = regions
        self._longest = 1 + max(len(words) for words in [*self._bodies, *self._places])

    @cached_property
    def _abbreviations(self) -> list[tuple[Words, Words]]:
        pairs = [
            (self._registry.simplify(short), self._registry.simplify(long))
            for short, long in self._registry.abbreviations.items()
        ]
        return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))

    @cached_property
    def _bodies(self) -> dict[Words, Part]:
        bodies: dict[Words, Part] = {}
        for family in self._registry.families:
            for spelling, level in family.levelled_forms:
                part = Part(word=family.slug, family=family, level=level)
                bodies.setdefault(self._normalise(spelling), part)
        for entry in self._registry.entries:
            for form in (entry.name, entry.acronym, *entry.forms):
                if form is not None:
                    bodies[self._normalise(form)] = Part(word=entry.key, entry=entry)
        return bodies

    @cached_property
    def _places(self) -> dict[Words, tuple[Region, ...]]:
        places: dict[Words, dict[str, Region]] = {}
        for region in self._regions.rows:
            for form in (region.name, *region.short_forms):
                places.setdefault(self._registry.simplify(form), {})[region.code] = region
        return {words: tuple(found[code] for code in sorted(found)) for words, found in places.items()}

    @cached_property
    def _level_of(self) -> dict[str, str]:
        levels = self._registry.levels
        return {
            " ".join(self._registry.simplify(word)): level
            for level, words in zip(LEVELS, (levels.province, levels.regency, levels.city), strict=True)
            for word in words
        }

    @cached_property
    def _dropped(self) -> dict[str, frozenset[Words]]:
        return {
            "leading": frozenset(self._registry.simplify(phrase) for phrase in self._registry.leading),
            "classes": frozenset(self._registry.simplify(phrase) for phrase in self._registry.classes),
            "nation": frozenset(self._registry.simplify(phrase) for phrase in self._registry.nation),
        }

    @cached_property
    def _typos(self) -> TypoIndex[Part]:
        known = {word for words in [*self._bodies, *self._places] for word in words}
        return TypoIndex({words: part for words, part in self._bodies.items() if len(words) > 1}, known)

    def _normalise(self, name: str) -> Words:
        words = self._registry.simplify(name)
        for short, long in self._abbreviations:
            words = _replace(words, short, long)
        return tuple(
            word
            for index, word in enumerate(words)
            if index == 0 or word != words[index - 1] or word.isdigit()
        )

    def read_name(self, name: str) -> Name:
        """Return a name in parts, from left to right, each the longest that is known.

        Brackets, joining words, classes of offices and the nation behind a known body
        carry nothing and are left out.
        """
        words = self._normalise(strip_brackets(name))
        parts: list[Part] = []
        exact = True
        index = 0
        while index < len(words):
            known = parts and any(part.entry or part.family for part in parts)
            size, part = self._find_body(words, index)
            place_size, place = self._find_region(words, index)
            near = self._typos.find_near(words) if index == 0 else None
            if near is not None and near[0] > size:
                size, part = near
                exact = False
            if part is not None and size >= place_size:
                parts.append(part)
                index += size
            elif place is not None:
                parts.append(place)
                index += place_size
            elif known and (skipped := self._find_dropped(words, index)):
                index += skipped
            else:
                parts.append(Part(word=words[index]))
                index += 1
        return self._mend_region(Name(parts=tuple(parts), exact=exact))

    def _find_body(self, words: Words, index: int) -> tuple[int, Part | None]:
        for size in range(min(self._longest, len(words) - index), 0, -1):
            part = self._bodies.get(words[index : index + size])
            if part is not None and not (size > 1 and self._is_cut_short(part, words, index + size)):
                return size, part
        return 0, None

    def _is_cut_short(self, part: Part, words: Words, index: int) -> bool:
        """Whether the subject of a body goes on: "Dinas Sosial" in "Dinas Sosial Kependudukan"."""
        family = part.family
        if family is None or family.place or family.subject or family.named or index >= len(words):
            return False
        if part.level or self._find_dropped(words, index) or self._find_region(words, index)[1]:
            return False
        rest = words[index:]
        if any(rest[: len(phrase)] == phrase for phrase in self._dropped["leading"]):
            return False
        return not any(rest[:size] in self._bodies for size in range(1, self._longest + 1))

    def _find_dropped(self, words: Words, index: int) -> int:
        for size in (3, 2, 1):
            phrase = words[index : index + size]
            if len(phrase) == size and (
                phrase in self._dropped["classes"] or phrase in self._dropped["nation"]
            ):
                return size
        for size in (2, 1):
            if words[index : index + size] in self._dropped["leading"] and index + size < len(words):
                return size
        return 0

    def _find_region(self, words: Words, index: int) -> tuple[int, Part | None]:
        starts = [index]
        starts += [index + size for size in (2, 1) if words[index : index + size] in self._dropped["leading"]]
        for start in starts:
            end, part = self._find_levelled(words, start)
            if part is not None:
                return end - index, part
        return 0, None

    def _find_levelled(self, words: Words, start: int) -> tuple[int, Part | None]:
        """The end of a region that begins at a word, the word for its level included."""
        level = None
        for size in (2, 1):
            phrase = " ".join(words[start : start + size])
            if phrase in self._level_of and start + size < len(words):
                level = self._level_of[phrase]
                start += size
                break
        for size in range(min(self._longest, len(words) - start), 0, -1):
            regions = self._places.get(words[start : start + size], ())
            fitting = tuple(region for region in regions if level in (None, region.level))
            if not fitting:
                continue
            end = start + size
            behind = self._level_of.get(" ".join(words[end : end + 1]))
            if level is None and behind is not None and self._find_levelled(words, end)[1] is None:
                named = tuple(region for region in fitting if region.level == behind)
                if named:
                    fitting, level, end = named, behind, end + 1
            return end, Part(word=" ".join(words[start : start + size]), regions=fitting, level=level)
        return start, None

    def _mend_region(self, name: Name) -> Name:
        """Recognise a misspelt region behind a family that has no other words."""
        if len(name.parts) < 2 or name.parts[0].family is None:
            return name
        family, *rest = name.parts
        if family.family is None or family.family.place or family.family.subject:
            return name
        if any(part.regions or part.family or part.entry for part in rest):
            return name
        words = tuple(part.word for part in rest)
        level = self._level_of.get(words[0])
        if level is not None:
            words = words[1:]
        near = self._place_typos.find_near(words, whole=True)
        if near is None:
            return name
        regions = tuple(region for region in near[1] if level in (None, region.level))
        if not regions:
            return name
        place = Part(word=" ".join(words), regions=regions, level=level)
        return Name(parts=(family, place), exact=False)

    @cached_property
    def _place_typos(self) -> TypoIndex[tuple[Region, ...]]:
        known = {word for words in self._places for word in words}
        return TypoIndex(self._places, known)
