"""Names of regions in a run of words."""

import msgspec

from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import NameWords
from kgraph.lexicon.regions import Region, Regions
from kgraph.vocabulary import LEVELS


class FoundRegion(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A region named at words ``[first, last)``; ``region`` is ``None`` for a name of two units.

    ``name`` is the bare name, in the table's spelling; ``level`` is that of the word
    before it, else ``None``.
    """

    first: int
    last: int
    name: str
    region: Region | None
    level: str | None


def _list_phrases(tokens: Tokens, first: int, longest: int) -> list[str]:
    """Return the folded phrases of one word, of two ... from a word on.

    They end where more than a blank, a dot or a hyphen parts two words.
    """
    phrase = tokens[first].folded
    phrases = [phrase]
    for index in range(first + 1, min(first + longest, len(tokens))):
        gap = tokens[index].before
        if gap != " " and (gap.strip(" \t\u00a0") not in {"", "."} or "\n" in gap):
            break
        phrase += (". " if "." in gap else " ") + tokens[index].folded
        phrases.append(phrase)
    return phrases


def find_region(
    tokens: Tokens, index: int, regions: Regions, *, levels: tuple[str, ...] = LEVELS
) -> FoundRegion | None:
    """Return the longest region name that begins at a word, whatever its case but with a capital."""
    if index >= len(tokens) or not tokens[index].is_capital:
        return None
    longest = regions.sizes.get(tokens[index].folded.partition("-")[0])
    if longest is None:
        return None
    phrases = _list_phrases(tokens, index, longest)
    for size in range(len(phrases), 0, -1):
        phrase = phrases[size - 1]
        candidates = regions.by_form.get(phrase)
        if candidates is None and ". " in phrase:
            candidates = regions.by_form.get(phrase.replace(". ", "."))
        if not candidates:
            continue
        last = _find_turned_end(tokens, index + size, regions)
        if last > index + size:
            # "Alor Barat Laut" is not Alor, and no table knows it.
            name = tokens.body[tokens[index].start : tokens[last - 1].end]
            return FoundRegion(first=index, last=last, name=name, region=None, level="local")
        fitting = [region for region in candidates if region.level in levels] or list(candidates)
        return FoundRegion(
            first=index,
            last=index + size,
            name=fitting[0].name,
            region=fitting[0] if len(fitting) == 1 else None,
            level=None,
        )
    return None


def _find_turned_end(tokens: Tokens, index: int, regions: Regions) -> int:
    """Return the index behind the words that, right behind a region's name, make it that of another."""
    while (
        index < len(tokens)
        and tokens[index].folded in regions.turning_words
        and tokens[index].is_capital
        and tokens[index].before == " "
    ):
        index += 1
    return index


def find_levelled_region(
    tokens: Tokens, index: int, regions: Regions, words: NameWords, *, names: frozenset[str] = frozenset()
) -> FoundRegion | None:
    """Return a region with the word for its level before it ("Kabupaten Dompu", "Prov. Kepri").

    A level word before a name that is not in the table (a district, a village) gives
    that name with ``region`` ``None``. Of the ``names`` of persons one that another capital
    word follows ends it: "Kepala Desa Contoh Budi Santoso".
    """
    if index + 1 >= len(tokens) or tokens[index].folded not in words.level_firsts:
        return None
    size = 2 if f"{tokens[index].folded} {tokens[index + 1].folded}" in words.level_of else 1
    level = words.level_of.get(" ".join(tokens.folded[index : index + size]))
    if level is None or index + size >= len(tokens):
        return None
    gap = tokens[index + size].before
    if gap.strip() not in {"", "."} or "\n" in gap:
        return None
    if level in LEVELS:
        found = find_region(tokens, index + size, regions, levels=(level,))
        if found is not None:
            return FoundRegion(
                first=index, last=found.last, name=found.name, region=found.region, level=level
            )
        return None
    last = index + size
    while (
        last < len(tokens)
        and last < index + size + 2
        and tokens[last].is_capital
        and (last == index + size or tokens[last].before == " ")
        and tokens[last].folded not in words.level_of
        and not (
            last > index + size
            and tokens[last].folded in names
            and last + 1 < len(tokens)
            and tokens[last + 1].is_capital
            and tokens[last + 1].before == " "
        )
    ):
        last += 1
    if last == index + size:
        return None
    last = _find_turned_end(tokens, last, regions)
    name = tokens.body[tokens[index + size].start : tokens[last - 1].end]
    return FoundRegion(first=index, last=last, name=name, region=None, level=level)


def find_seat(tokens: Tokens, index: int, regions: Regions) -> FoundRegion | None:
    """Return the region whose government sits in the town that is named at a word.

    "Kantor Imigrasi Atambua" serves Belu from there; the town ends the name as a region does.
    """
    size = regions.seat_phrases.match(tokens.folded, index)
    if size == 0 or not tokens[index].is_capital:
        return None
    phrases = _list_phrases(tokens, index, size)
    region = regions.by_seat.get(phrases[-1]) if len(phrases) == size else None
    if region is None:
        return None
    last = _find_turned_end(tokens, index + size, regions)
    if last > index + size:
        # "Kecamatan Weda Selatan" is not the town of Weda.
        name = tokens.body[tokens[index].start : tokens[last - 1].end]
        return FoundRegion(first=index, last=last, name=name, region=None, level="local")
    return FoundRegion(first=index, last=index + size, name=region.name, region=region, level=None)


def find_inner_region(
    tokens: Tokens, index: int, outer: FoundRegion | None, regions: Regions
) -> FoundRegion | None:
    """Return the region at a word that lies in another one: "Bali Gianyar"."""
    province = outer.region if outer is not None else None
    found = find_region(tokens, index, regions) if province is not None else None
    if found is None or found.region is None or province is None:
        return None
    return found if found.region.parent == province.code else None


def find_elided_region(tokens: Tokens, index: int, first: Region, regions: Regions) -> FoundRegion | None:
    """Return the province whose name a word ends like the ``first``: "Kalimantan Selatan dan Tengah"."""
    words = first.name.split()
    if index >= len(tokens) or not tokens[index].is_capital or len(words) == 1:
        return None
    region = regions.choose(" ".join([*words[:-1], tokens[index].text]), levels=(first.level,))
    if region is None or region == first:
        return None
    return FoundRegion(first=index, last=index + 1, name=region.name, region=region, level=None)


def find_any_region(tokens: Tokens, index: int, regions: Regions, words: NameWords) -> FoundRegion | None:
    """Return the region that begins at a word, with or without the word for its level."""
    return find_levelled_region(tokens, index, regions, words) or find_region(tokens, index, regions)
