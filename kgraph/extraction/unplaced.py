"""Capitalised phrases of a text that nothing was found to be."""

from collections.abc import Iterator, Sequence

from kgraph.extraction.passages import Passage
from kgraph.extraction.regions import find_any_region, find_seat
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Doubt, Event, Institution, Official, Span
from kgraph.text.layout import Layout
from kgraph.vocabulary import UNPLACED

_FEWEST = 2
"""Words of a phrase; one capital word alone may be anything."""


def find_unplaced(
    layout: Layout,
    tokens: Tokens,
    institutions: Sequence[Institution],
    officials: Sequence[Official],
    events: Sequence[Event],
    passages: Sequence[Passage],
    lexicon: Lexicon,
) -> Iterator[Doubt]:
    """Yield the runs of capital words of the text proper that are part of nothing known.

    Known are bodies, persons and their posts, regions, places and names of events, and what
    consists of words that the lexicon has for subjects, posts, papers and days. The first
    word of a sentence has a capital in any case and belongs to no run.
    """
    taken = _list_taken(layout.body, institutions, officials, events, passages)
    for sentence in layout.sentences:
        if sentence.zone != "body":
            continue
        index = tokens.find_index(sentence.start) + 1
        last = tokens.find_index(sentence.end)
        while index < last:
            end = _find_end(tokens, index, last)
            if end - index >= _FEWEST and not _is_known(tokens, index, end, taken, lexicon):
                span = Span(start=tokens[index].start, end=tokens[end - 1].end)
                yield Doubt(span=span, reason=UNPLACED)
            index = max(end, index + 1)


def _list_taken(
    body: str,
    institutions: Sequence[Institution],
    officials: Sequence[Official],
    events: Sequence[Event],
    passages: Sequence[Passage],
) -> set[int]:
    """Return the offsets of all characters that belong to something known."""
    spans = [(mention.start, mention.end) for item in institutions for mention in item.mentions]
    spans += [(mention.start, mention.end) for item in officials for mention in item.mentions]
    spans += [(post.start, post.end) for passage in passages for post in passage.posts]
    for phrase in {text for event in events for text in (event.place, event.label) if text}:
        start = body.find(phrase)
        while start >= 0:
            spans.append((start, start + len(phrase)))
            start = body.find(phrase, start + len(phrase))
    return {offset for start, end in spans for offset in range(start, end)}


def _find_end(tokens: Tokens, index: int, last: int) -> int:
    """Return the index behind a run of capital words with single blanks between."""
    end = index
    while end < last and tokens[end].is_capital and (end == index or tokens[end].before == " "):
        end += 1
    return end


def _is_known(tokens: Tokens, first: int, end: int, taken: set[int], lexicon: Lexicon) -> bool:
    if any(tokens[index].start in taken for index in range(first, end)):
        return True
    words = lexicon.institution_heads.words
    if tokens.body[tokens[first].start - 1 : tokens[first].start] == "(":
        return True
    phrase = fold(tokens.body[tokens[first].start : tokens[end - 1].end])
    if phrase in lexicon.agreements.meanings or phrase in lexicon.event_cues.meanings:
        return True
    regions = (
        find_any_region(tokens, index, lexicon.regions, words) or find_seat(tokens, index, lexicon.regions)
        for index in range(first, end)
    )
    return any(regions) or all(
        tokens[index].folded in lexicon.plain_words or words.is_field_word(tokens[index].text)
        for index in range(first, end)
    )
