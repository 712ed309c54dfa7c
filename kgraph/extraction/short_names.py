"""Where a body goes by the first proper words of its name alone."""

from collections.abc import Iterator, Sequence

from kgraph.extraction.body_subjects import measure_subject
from kgraph.extraction.body_words import BodyName, find_head
from kgraph.extraction.regions import find_any_region
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon
from kgraph.records import Mention

_FEWEST = 2
_SHORTEST = 4
_MOST = 4
_WHOLE = 3
_NAMED_KINDS = frozenset({"company", "ngo-union"})


def find_short_names(
    bodies: Sequence[Sequence[BodyName]], tokens: Tokens, lexicon: Lexicon
) -> Iterator[tuple[int, Mention]]:
    """Yield the index of a body and a place where its short name stands, for each place.

    "Rifka Annisa" is short for "Rifka Annisa Women's Crisis Center", "Vivantes" for "Vivantes
    Netzwerk GmbH" and "Contoh Jaya" for "PT Contoh Jaya Abadi", if one body of the text alone
    is called so. ``bodies`` are the names of each body.
    """
    owners: dict[tuple[str, ...], set[int]] = {}
    for number, names in enumerate(bodies):
        for name in names:
            for words in _list_beginnings(name, tokens, lexicon):
                owners.setdefault(words, set()).add(number)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(owners, key=lambda words: (-len(words), words)):
        if len(owners[words]) == 1:
            by_first.setdefault(words[0], []).append(words)
    if not by_first:
        return
    taken = {
        index for names in bodies for name in names for index in tokens.find_indexes(name.start, name.end)
    }
    for index, word in enumerate(tokens.folded):
        for words in by_first.get(word, ()):
            window = range(index, index + len(words))
            if _stands_alone(words, tokens, index) and not taken.intersection(window):
                taken.update(window)
                start, end = tokens[index].start, tokens[window[-1]].end
                (number,) = owners[words]
                yield number, Mention(start=start, end=end, text=tokens.body[start:end])
                break


def _list_beginnings(name: BodyName, tokens: Tokens, lexicon: Lexicon) -> Iterator[tuple[str, ...]]:
    """Yield the folded words that a name may be shortened to."""
    first = tokens.find_index(name.start)
    if name.lead >= _FEWEST:
        yield tokens.folded[first : first + name.lead]
    if name.kind not in _NAMED_KINDS or name.head.tail != "name" or name.inner is not None:
        return
    stop = tokens.find_index(name.end)
    found = find_head(tokens, first, lexicon)
    begin = found[1] if found is not None else first
    if tokens[begin - 1].folded in lexicon.institution_heads.words.level_of:
        # "Lembaga Kelurahan Contoh Indah" goes by "Lembaga Contoh Indah", and the village alone is none.
        if begin - first >= _FEWEST and stop > begin and name.acronym is None:
            yield (*tokens.folded[first : begin - 1], *tokens.folded[begin:stop])
        return
    last = begin
    while last < min(stop, begin + _MOST) and _is_proper(tokens, last, begin, lexicon):
        last += 1
    rest = _skip_subject(tokens, begin, stop, lexicon)
    told = stop - rest >= _WHOLE or (rest == begin and last > begin and stop > last)
    if told and _is_plain_run(tokens, rest + 1, stop):
        # "Tirta Batu Mentas" of "Perumda Air Minum Tirta Batu Mentas", where Batu is also a town.
        yield tokens.folded[rest:stop]
    for size in range(last - begin, 0, -1):
        words = tokens.folded[begin : begin + size]
        if size >= _FEWEST or (len(words[0]) >= _SHORTEST and name.kind == "company"):
            yield words


def _skip_subject(tokens: Tokens, index: int, stop: int, lexicon: Lexicon) -> int:
    """Return the index behind an acronym in parentheses and subject words: "(Perumda) Air Minum"."""
    if index < stop and tokens[index].before.endswith("("):
        index += 1
    while index < stop and (size := measure_subject(tokens, index, lexicon)):
        index += size
    return index


def _is_plain_run(tokens: Tokens, first: int, stop: int) -> bool:
    """Whether capital words with single blanks between them, at least one, go on to the end of a name."""
    return first < stop and all(tokens[i].is_capital and tokens[i].before == " " for i in range(first, stop))


def _is_proper(tokens: Tokens, index: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether a word is one that only names hold: no subject, no place and no person's."""
    token = tokens[index]
    words = lexicon.institution_heads.words
    return (
        token.is_capital
        and (index == begin or token.before == " ")
        and not words.is_subject_word(token.text)
        and token.folded not in lexicon.plain_words
        and token.folded not in lexicon.given_names.folded
        and token.text not in words.english
        and find_head(tokens, index, lexicon) is None
        and find_any_region(tokens, index, lexicon.regions, words) is None
    )


def _stands_alone(words: tuple[str, ...], tokens: Tokens, index: int) -> bool:
    """Whether words stand at an index as a name of their own, between no other capital words."""
    last = index + len(words)
    if tokens.folded[index:last] != words or not all(
        tokens[place].is_capital for place in range(index, last)
    ):
        return False
    if any(tokens[place].before != " " for place in range(index + 1, last)):
        return False
    # Three words are the whole of a name, behind which a person may stand.
    return (
        last == len(tokens)
        or len(words) >= _WHOLE
        or not (tokens[last].is_capital and tokens[last].before == " ")
    )
