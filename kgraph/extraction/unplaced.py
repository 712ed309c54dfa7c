"""Capitalised phrases of a text that nothing was found to be."""

from bisect import bisect_left
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
    taken = _mark_taken(layout.body, institutions, officials, events, passages)
    for sentence in layout.list_prose():
        words = tokens.find_indexes(sentence.start, sentence.end)
        for index, end in _list_runs(tokens, words.start + 1, words.stop):
            if not _is_known(tokens, index, end, taken, lexicon):
                span = Span(start=tokens[index].start, end=tokens[end - 1].end)
                yield Doubt(span=span, reason=UNPLACED)


def _mark_taken(
    body: str,
    institutions: Sequence[Institution],
    officials: Sequence[Official],
    events: Sequence[Event],
    passages: Sequence[Passage],
) -> bytearray:
    """Return one byte for each character, which is not 0 where it belongs to something known."""
    spans = [(mention.start, mention.end) for item in institutions for mention in item.mentions]
    spans += [(mention.start, mention.end) for item in officials for mention in item.mentions]
    spans += [(post.start, post.end) for passage in passages for post in passage.posts]
    for phrase in {text for event in events for text in (event.place, event.label) if text}:
        start = body.find(phrase)
        while start >= 0:
            spans.append((start, start + len(phrase)))
            start = body.find(phrase, start + len(phrase))
    taken = bytearray(len(body))
    for start, end in spans:
        taken[start:end] = b"1" * (end - start)
    return taken


def _list_runs(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the runs of capital words among ``[first, last)`` with single blanks between."""
    capitals = tokens.capitals
    position = bisect_left(capitals, first)
    stop = bisect_left(capitals, last, position)
    while position < stop:
        index = capitals[position]
        end = index + 1
        position += 1
        while position < stop and capitals[position] == end and tokens[end].before == " ":
            end += 1
            position += 1
        if end - index >= _FEWEST:
            yield index, end


def _is_known(tokens: Tokens, first: int, end: int, taken: bytearray, lexicon: Lexicon) -> bool:
    if any(taken[token.start] for token in tokens[first:end]):
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
