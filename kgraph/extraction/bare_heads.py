"""Which body of the text a lone family word means: "Polres", "BP3MI", "Pemkab Barut"."""

from collections import defaultdict
from collections.abc import Sequence

from kgraph.extraction.body_groups import Group
from kgraph.extraction.body_words import fold_words
from kgraph.extraction.regions import find_region
from kgraph.extraction.run_on_names import goes_on_with, is_prose
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Doubt, Mention, Span
from kgraph.text.layout import Layout

_SEVERAL = "names one of several bodies of the text"
_ANOTHER = "begins like a body of the text but is followed by another name"
_SHORTEST_PART = 2
"""Letters of a word that its share of a blend has at least: "Barut" of Barito Utara."""


class Families:
    """Looks up the bodies that a lone family word may mean."""

    def __init__(self, groups: list[Group], lexicon: Lexicon) -> None:
        self._registry = lexicon.registry
        self.begun = frozenset(name.first for group in groups for name in group.names)
        """The words at which names of bodies begin."""
        self._by_word: dict[tuple[str, object], dict[int, Group]] = defaultdict(dict)
        for number, group in enumerate(groups):
            words: set[tuple[str, object]] = {("identity", group.identity[:2])}
            words |= {("head", name.head) for name in group.names}
            words |= {("acronym", name.acronym) for name in group.names if name.acronym}
            for word in words:
                self._by_word[word][number] = group

    def find(self, written: str, head: Head) -> list[Group]:
        """Return the bodies of the family that a head names, or of an acronym, in order."""
        family = self._registry.find_family(head.full)
        found = {
            **self._by_word.get(("head", head), {}),
            **self._by_word.get(("acronym", written), {}),
            **(self._by_word.get(("identity", ("family", family.slug)), {}) if family is not None else {}),
        }
        return [found[number] for number in sorted(found)]


def place_bare(
    start: int,
    end: int,
    head: Head,
    families: Families,
    layout: Layout,
    tokens: Tokens,
    lexicon: Lexicon,
) -> Doubt | None:
    """Give a lone family word, with what follows of a name, to the only body of its family that fits.

    "POLSEK CONTOH" in a headline names the body that the text calls "Polsek Contoh"; where other proper
    words follow in prose, another body is meant, or a thing that is named after it.
    """
    body = tokens.body
    fitting = families.find(body[start:end], head)
    if not fitting:
        return None
    index = tokens.find_index(end)
    if index in families.begun and tokens[index].before == " ":
        # "Kasubdit IV Ditreskrimum Polda Contoh": a unit inside a post, and its house.
        return None
    if index < len(tokens) and tokens[index].before == " " and not tokens[index].text[0].islower():
        sizes = [_measure_rest(group, tokens, index, lexicon) for group in fitting]
        size = max(sizes)
        if size > 0:
            fitting = [group for group, told in zip(fitting, sizes, strict=True) if told == size]
            end = tokens[index + size - 1].end
        elif is_prose(layout, start) and goes_on_with(tokens, index, head, lexicon):
            return Doubt(span=Span(start=start, end=tokens[index].end), reason=_ANOTHER)
    if len(fitting) == 1:
        fitting[0].bare.append(Mention(start=start, end=end, text=body[start:end]))
        return None
    return Doubt(span=Span(start=start, end=end), reason=_SEVERAL)


def _measure_rest(group: Group, tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return how many words from one on are those that follow a family word in a name of a body."""
    longest = 0
    region = group.region.region if group.region is not None else None
    if region is not None:
        found = find_region(tokens, index, lexicon.regions)
        if found is not None and found.region == region:
            longest = found.last - index
        elif is_blend(tokens.folded[index], fold(region.name).split()):
            longest = 1
    for name in group.names:
        written = fold_words(name.name)
        for place in range(1, len(written)):
            if written[place] == tokens.folded[index]:
                longest = max(longest, _count_common(written[place:], tokens, index))
    return longest


def _count_common(words: Sequence[str], tokens: Tokens, index: int) -> int:
    """Return how many words stand at a word, with nothing but blanks between them."""
    size = 0
    while (
        size < len(words)
        and index + size < len(tokens)
        and tokens.folded[index + size] == words[size]
        and (size == 0 or tokens[index + size].before == " ")
    ):
        size += 1
    return size


def is_blend(word: str, parts: Sequence[str]) -> bool:
    """Tell whether a folded word is put together from the beginnings of several.

    >>> is_blend("barut", ["barito", "utara"]), is_blend("barut", ["barito"])
    (True, False)
    """
    if len(parts) == 1:
        return False
    rests = {word}
    for part in parts:
        rests = {
            rest[size:]
            for rest in rests
            for size in range(_SHORTEST_PART, len(part) + 1)
            if rest.startswith(part[:size])
        }
    return "" in rests
