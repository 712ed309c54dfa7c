"""Names that no grammar reads, before the acronym in brackets that is that of a known body."""

import re

from kgraph.extraction.body_words import BodyName, find_head, fold_words, starts_post
from kgraph.extraction.name_ends import starts_person
from kgraph.extraction.regions import find_any_region
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_BRACKET = re.compile(r"\((?=\w)")
_SHORTEST = 4
"""Letters of an acronym whose words are not known: shorter ones stand for many things."""
_FEWEST, _MOST = 2, 9
"""Words of a name that its acronym is put behind."""


def add_glossed(names: list[BodyName], tokens: Tokens, lexicon: Lexicon) -> list[BodyName]:
    """Return names with those added before the bracketed acronym of a body that goes by itself, in order.

    "Perwalian Umat Contoh Indonesia (Walubi) Kota Kendari": whatever words the body is called by, its acronym
    is known.
    """
    taken = {index for name in names for index in range(name.first, name.last)}
    added = []
    for bracket in _BRACKET.finditer(tokens.body):
        index = tokens.find_index(bracket.end())
        if not tokens[index].is_capital or index in taken or index < _FEWEST:
            continue
        found = find_head(tokens, index, lexicon)
        if found is None or not _is_acronym_of_body(found[0], tokens, index, found[1], lexicon):
            continue
        first = _find_first(tokens, index, lexicon)
        if first is not None and taken.isdisjoint(range(first, index)):
            added.append(_make_name(first, index, found, tokens, lexicon))
    return sorted([*names, *added], key=lambda name: name.start) if added else names


def _is_acronym_of_body(head: Head, tokens: Tokens, index: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a bracket holds but what a body that goes by itself is called."""
    written = tokens.body[tokens[index].start : tokens[after - 1].end]
    closed = tokens.body.startswith(")", tokens[after - 1].end)
    short = " " not in written or written.isupper()
    if not (head.alone and short and closed) or written in lexicon.institution_heads.words.ambiguous:
        return False
    full = {word for form in head.forms if " " in form for word in fold_words(form)}
    if not full:
        return len(written) >= _SHORTEST
    # "Indeks Demokrasi Indonesia (IDI)" is not the association of physicians.
    before = tokens.folded[max(0, index - len(full)) : index]
    return len(full.intersection(before)) * 2 >= len(full)


def _find_first(tokens: Tokens, index: int, lexicon: Lexicon) -> int | None:
    """Return where the capital words before a bracket begin, the first with the acronym's letter."""
    words = lexicon.institution_heads.words
    letters = fold_words(tokens[index].text)[0]
    first = None
    at = index - 1
    while at >= max(0, index - _MOST):
        token = tokens[at]
        joins = token.folded in words.small_words
        if not (token.is_capital or joins) or starts_post(tokens, at, lexicon):
            break
        if token.folded in words.refused_set:
            # "Program Contoh (PC)"
            return None
        if starts_person(tokens, at, lexicon) or find_head(tokens, at, lexicon) is not None:
            break
        if token.is_capital and index - at >= _FEWEST and token.folded[0] == letters[0]:
            first = at
        if token.before != " ":
            break
        at -= 1
    return first if first is not None and _spells(letters, tokens.folded[first:index]) else None


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    """Whether letters stand in words in their order.

    >>> _spells("walubi", ("perwalian", "umat", "buddha", "indonesia"))
    True
    """
    rest = iter("".join(words))
    return all(letter in rest for letter in letters)


def _make_name(first: int, index: int, found: tuple[Head, int], tokens: Tokens, lexicon: Lexicon) -> BodyName:
    head, last = found
    start, end = tokens[first].start, tokens.body.index(")", tokens[last - 1].end) + 1
    name = " ".join(tokens.body[start : tokens[index - 1].end].split())
    words = lexicon.institution_heads.words
    region = None
    if last < len(tokens) and tokens[last].before == ") ":
        region = find_any_region(tokens, last, lexicon.regions, words)
    if region is not None:
        name = f"{name} {tokens.body[tokens[region.first].start : tokens[region.last - 1].end]}"
        end, last = tokens[region.last - 1].end, region.last
    return BodyName(
        first=first,
        last=last,
        start=start,
        end=end,
        name=name,
        head=head,
        form=tokens.body[tokens[index].start : tokens[found[1] - 1].end],
        words=(),
        kind=head.kind,
        region=region,
        acronym=tokens.body[tokens[index].start : tokens[found[1] - 1].end],
    )
