"""Whom a pronoun, or a quotation without a speaker, means."""

from bisect import bisect_left, bisect_right, insort

import msgspec

from kgraph.extraction.attributions import Attribution
from kgraph.extraction.clauses import Grammar
from kgraph.extraction.referents import Referent
from kgraph.extraction.speakers import find_deputy
from kgraph.records import Span
from kgraph.text.layout import Layout

# A holder named by post only does not make plain who speaks in a quotation that names nobody.
_PLAIN = frozenset({"person", "pronoun"})
# Sentences before a pronoun that are searched for its antecedent.
_FARTHEST = 40
# Utterances that may lie over each other.
_OVERLAPPING = 4


class _Spoken(msgspec.Struct, frozen=True):
    place: int
    name: str
    kind: str


class Antecedents:
    """What has been said so far, by whom; asked and told in the order of the text."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self._prose = layout.list_prose()
        self._layout = layout
        self._starts = [sentence.start for sentence in self._prose]
        self._grammar = grammar
        self._spoken: list[_Spoken] = []
        self._said: list[Span] = []

    def add(self, attribution: Attribution, span: Span, name: str) -> None:
        """Remember that a person said something at a place."""
        insort(self._said, span)
        if attribution.speaker is not None:
            place = max(attribution.cue.start, span.start)
            insort(self._spoken, _Spoken(place, name, attribution.speaker.kind), key=lambda s: s.place)

    def find(self, attribution: Attribution) -> str | None:
        """Return the last person before who spoke or acted, outside what others said.

        Within a sentence in which somebody spoke that is the speaker, else the first
        person named in it. A quotation that names nobody needs a speaker who is plain: a
        person by name, or one who just spoke.
        """
        limit = attribution.utterance.start if attribution.direct else attribution.cue.start
        index = bisect_left(self._spoken, limit, key=lambda spoken: spoken.place)
        last = self._spoken[index - 1] if index else None
        spoken_in = self._layout.find_sentence(last.place) if last is not None else None
        reached = bisect_left(self._starts, limit)
        for sentence in reversed(self._prose[max(0, reached - _FARTHEST) : reached]):
            if spoken_in is not None and sentence.start <= spoken_in.start:
                break
            named = [
                referent
                for referent in self._grammar.referents.list_between(sentence.start, min(sentence.end, limit))
                if referent.kind != "institution" and not self._is_said(referent.start)
            ]
            if named and not self._is_mentioned(named[0]):
                meant = find_deputy(named[0], min(sentence.end, limit), self._grammar) or named[0]
                plain = attribution.speaker is not None or meant.kind in _PLAIN
                return meant.speaker if plain else None
        if last is None:
            return None
        plain = attribution.speaker is not None or last.kind in _PLAIN or self._follows(last, attribution)
        return last.name if plain else None

    def _is_mentioned(self, referent: Referent) -> bool:
        """Tell whether a post stands inside a noun phrase or behind a preposition ("surat Bupati X")."""
        before = self._grammar.word_before(0, referent.start)
        return referent.kind == "post" and self._grammar.is_word("obliques", before)

    def _is_said(self, offset: int) -> bool:
        """Tell whether a place lies in what somebody said."""
        index = bisect_right(self._said, offset, key=lambda span: span.start)
        return any(offset < span.end for span in self._said[max(0, index - _OVERLAPPING) : index])

    def _follows(self, spoken: _Spoken, attribution: Attribution) -> bool:
        """Tell whether a quotation stands right after a person's words, in the same paragraph."""
        if spoken.kind == "institution":
            return False
        index = bisect_right(self._starts, spoken.place) - 1
        if index < 0 or index + 1 >= len(self._prose):
            return False
        here, after = self._prose[index], self._prose[index + 1]
        return here.paragraph == after.paragraph and after.start <= attribution.utterance.start < after.end
