"""Where a body goes by the first letters of its name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kgraph.extraction.body_words import BodyName, find_head, is_acronym
from kgraph.extraction.regions import FoundRegion, find_any_region, find_seat
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Mention

_FEWEST = 2
"""Letters that tell a body together with its region or the rest of its name."""
_ALONE = 3
"""Letters that tell a body by themselves."""


def find_initials(
    bodies: Sequence[Sequence[BodyName]], tokens: Tokens, lexicon: Lexicon
) -> Iterator[tuple[int, Mention]]:
    """Yield the index of a body and a place where its initials stand, for each place.

    "PJS" is the "Perhimpunan Jiwa Sehat" of the text, "MS Contoh" its "Mahkamah Syar'iyah Contoh". Two
    letters need the region behind them. ``bodies`` are the names of each body; what is known by the post
    of its head alone may be one of them.
    """
    places = [
        index
        for index in tokens.capitals
        if tokens[index].text.isupper()
        and len(tokens[index].text) >= _FEWEST
        and find_head(tokens, index, lexicon) is None
    ]
    if not places:
        return
    known = [(number, name) for number, names in enumerate(bodies) for name in names if not is_guessed(name)]
    owners: dict[str, set[int]] = defaultdict(set)
    for number, name in known:
        owners[spell_initials(name, lexicon)].add(number)
    owners.pop("", None)
    if tokens.vocabulary.isdisjoint(owners):
        return
    taken = {index for _, name in known for index in tokens.find_indexes(name.start, name.end)}
    for index in places:
        text = tokens[index].text
        if fold(text) not in owners or index in taken or _is_defined(text, tokens, taken):
            continue
        fitting = owners[fold(text)]
        region = _find_tail(tokens, index + 1, lexicon)
        placed = [number for number in fitting if _serves(bodies[number], region)]
        last = index + 1
        if len(placed) == 1 and region is not None:
            fitting, last = set(placed), region.last
        elif len(text) < _ALONE or text in lexicon.institution_heads.words.ambiguous or region is not None:
            continue
        if len(fitting) == 1 and taken.isdisjoint(range(index, last)):
            (number,) = fitting
            start, end = tokens[index].start, tokens[last - 1].end
            yield number, Mention(start=start, end=end, text=tokens.body[start:end])


def is_guessed(name: BodyName) -> bool:
    """Tell whether no list knows what a body is called: the post of its head told it."""
    return name.head.forms == (name.form,) and name.head.tail == "name" and not name.head.alone


def _is_defined(text: str, tokens: Tokens, taken: set[int]) -> bool:
    """Whether the text gives letters in parentheses as short for something that is no body."""
    at = tokens.body.find(f"({text})")
    return at >= 0 and tokens.find_index(at + 1) not in taken


def spell_initials(name: BodyName, lexicon: Lexicon) -> str:
    """Return the folded first letters of the words of a name, region aside; "" for a short form."""
    small = lexicon.institution_heads.words.small_words
    told = name.name.split()
    if name.region is not None:
        told = told[: len(told) - _count_region(told, name.region, lexicon)]
    if len(told) < _FEWEST or any(is_acronym(word) or not word[0].isalpha() for word in told):
        return ""
    return "".join([word[0] for word in map(fold, told) if word not in small])


def _count_region(told: list[str], region: FoundRegion, lexicon: Lexicon) -> int:
    """Number of words at the end of a name that tell its region."""
    size = region.last - region.first
    levels = lexicon.institution_heads.words.level_of
    behind = len(told) - size
    return size + int(behind > 0 and fold(told[behind - 1]).rstrip(".") in levels)


def _find_tail(tokens: Tokens, index: int, lexicon: Lexicon) -> FoundRegion | None:
    """The region right behind a short form."""
    if index >= len(tokens) or tokens[index].before != " ":
        return None
    words = lexicon.institution_heads.words
    found = find_any_region(tokens, index, lexicon.regions, words)
    return found or find_seat(tokens, index, lexicon.regions)


def _serves(names: Sequence[BodyName], region: FoundRegion | None) -> bool:
    """Whether one of the names of a body tells a region."""
    told = [name.region for name in names if name.region is not None]
    return region is not None and any(
        item.region == region.region if region.region is not None else fold(item.name) == fold(region.name)
        for item in told
    )
