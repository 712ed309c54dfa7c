"""Places inside the names of bodies that no table of regions knows: harbours, towns, districts."""

import re

from kgraph.extraction.body_words import is_acronym
from kgraph.extraction.name_ends import ends_name, is_title, leads_to_person, starts_person
from kgraph.extraction.regions import FoundRegion, find_any_region, find_region, find_seat
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_MAX_WORDS = 3
_LEVEL_AND_NAME = 2
_PLACE_AND_PERSON = 3
_NO_HEAD = Head(forms=(), kind="other", tail="none")


def measure_place(tokens: Tokens, index: int, words: int, head: Head, lexicon: Lexicon) -> int:
    """Return the number of words of a place and its name: "Bandara Sultan Hasanuddin" has three.

    ``words``: how many of them say what sort of place it is.
    """
    size = words
    while (
        size < words + _MAX_WORDS
        and index + size < len(tokens)
        and tokens[index + size].before == " "
        and tokens[index + size].is_capital
        and not ends_name(tokens, index + size, head, lexicon)
    ):
        size += 1
    return size


def cut_place(tokens: Tokens, index: int, words: int, size: int, lexicon: Lexicon) -> int:
    """Return the words of a place up to the town or the known name in it: "Pelabuhan Luwuk" before "Budi"."""
    known = lexicon.institution_heads.words.domain_phrases.match(tokens.folded, index + words)
    if known:
        return words + known
    for place in range(index + words, index + size):
        found = find_region(tokens, place, lexicon.regions) or find_seat(tokens, place, lexicon.regions)
        if found is not None:
            return max(found.last - index, words + 1)
    names = lexicon.given_names.folded
    if size - words == _MAX_WORDS and tokens[index + words + 1].folded in names:
        # "Pelabuhan Bastiong Rusli Umar": a place of one word, and a person
        return words + 1
    return size


def end_before_person(found: FoundRegion, tokens: Tokens, lexicon: Lexicon, *, posted: bool) -> FoundRegion:
    """Return a village without the person behind it: "Ketua TP PKK Nagari Contoh Ny. Elma".

    ``posted``: behind a post, where the text elsewhere calls the village by the first word alone.
    """
    last = found.last - 1
    if found.region is not None or last - found.first < _LEVEL_AND_NAME:
        return found
    titled = is_title(tokens, last, lexicon) or starts_person(tokens, last, lexicon)
    titled = titled or tokens[last].folded in lexicon.honorifics.first_words
    if not titled and not (posted and _stands_alone(tokens, found.first, last)):
        return found
    name = tokens.body[tokens[last - 1].start : tokens[last - 1].end]
    return FoundRegion(first=found.first, last=last, name=name, region=None, level=found.level)


def end_locality(tokens: Tokens, first: int, index: int, size: int) -> int:
    """Return how many of the ``size`` words behind a head that leads to a person are its place.

    "Kepala PLBN Contoh Engel Seran" beside "PLBN Contoh" names Engel Seran.
    """
    for shorter in range(1, size):
        if _stands_alone(tokens, first, index + shorter) or _stands_alone(tokens, index, index + shorter):
            return shorter
    return size


def part_from_person(tokens: Tokens, index: int, size: int, lexicon: Lexicon) -> int:
    """Return how many of the ``size`` words behind a head are its place where three strange ones stand.

    "Kepala Puskesmas Oesapa Maksi Talo hadir": who leads an office of one place has two names rather
    than that the place has three. Where a word begins or ends the names of places nobody can tell.
    """
    words = lexicon.institution_heads.words
    run = tokens[index : index + _PLACE_AND_PERSON + 1]
    strange = [token.is_capital and (place == 0 or token.before == " ") for place, token in enumerate(run)]
    if size < _LEVEL_AND_NAME or strange[:_PLACE_AND_PERSON] != [True] * _PLACE_AND_PERSON:
        return size
    last = index + _PLACE_AND_PERSON
    if strange[_PLACE_AND_PERSON:] == [True] or leads_to_person(tokens, last, lexicon):
        return size
    placed = tokens[index].folded in words.place_opener_set or any(
        folded in words.place_closer_set for folded in tokens.folded[index + 1 : last]
    )
    known = placed or any(
        is_acronym(tokens[place].text)
        or words.is_subject_word(tokens[place].text)
        or starts_person(tokens, place, lexicon)
        or ends_name(tokens, place, _NO_HEAD, lexicon)
        or find_any_region(tokens, place, lexicon.regions, words)
        for place in range(index, last)
    )
    return size if known else 1


def ends_village(tokens: Tokens, first: int, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the words from a level on name a village: "Bamus Nagari Contoh" before "Yosrizal"."""
    levels = lexicon.institution_heads.words.level_of
    begin = next((place for place in range(index - 2, first, -1) if tokens.folded[place] in levels), None)
    if begin is None:
        return False
    # "LPM Contoh" beside "LPM Kelurahan Contoh"
    short = f"{tokens.body[tokens[first].start : tokens[begin - 1].end]} "
    short += tokens.body[tokens[begin + 1].start : tokens[index - 1].end]
    return _stands_alone(tokens, begin, index) or _is_written_alone(short, tokens)


def _stands_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the text has the words ``[first, last)`` elsewhere with no capital word behind them."""
    return _is_written_alone(tokens.body[tokens[first].start : tokens[last - 1].end], tokens)


def _is_written_alone(written: str, tokens: Tokens) -> bool:
    return re.search(rf"\b{re.escape(written)}\b(?! ?[^\W\d_]*[A-Z])", tokens.body) is not None


def measure_locality(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> int:
    """Return the number of capital words from a word on that may name a place, and no person."""
    size = 0
    while (
        size < _MAX_WORDS
        and index + size < len(tokens)
        and (size == 0 or tokens[index + size].before == " ")
        and (size > 0 or tokens[index].folded not in lexicon.institution_heads.words.field_phrases)
        and tokens[index + size].is_capital
        and (
            head.abroad
            or tokens[index + size].folded not in lexicon.given_names.folded
            or (size > 0 and tokens[index + size].folded in lexicon.regions.turning_words)
        )
        and not is_acronym(tokens[index + size].text)
        and not ends_name(tokens, index + size, head, lexicon)
        and not starts_person(tokens, index + size, lexicon)
        and not is_title(tokens, index + size, lexicon)
    ):
        size += 1
    return size
