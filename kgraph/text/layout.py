"""A body cut into zones, paragraphs and sentences: what every finder reads."""

import re
from functools import cached_property
from itertools import groupby
from operator import attrgetter

import msgspec

from kgraph.lexicon.matcher import fold
from kgraph.lexicon.phrase_lists import FoundPhrases, PhraseLists
from kgraph.records import Span, Zone

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_TITLED_SHARE = 0.7
_TITLE_ZONES = frozenset({"headline", "caption", "furniture"})


class Sentence(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A whole sentence; ``zone`` is the kind of the zone that most of it lies in.

    ``paragraph`` counts the lines of the body that hold text, from zero. A
    dateline is part of the sentence that it opens; that sentence is of zone ``body``.
    """

    start: int
    end: int
    zone: str
    paragraph: int

    @property
    def span(self) -> Span:
        """The sentence's place."""
        return Span(start=self.start, end=self.end)


class Layout(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A body with its zones and sentences, both sorted and free of overlap.

    ``lists`` are those of the phrases that it is searched for.
    """

    body: str
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]
    lists: PhraseLists

    def find_sentence(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset, or ``None`` between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None

    def list_prose(self) -> tuple[Sentence, ...]:
        """Return the sentences of the text proper, without furniture, headline, caption and credit."""
        return self._prose

    @cached_property
    def _prose(self) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if sentence.zone == "body")

    def list_paragraphs(self) -> tuple[Span, ...]:
        """Return the paragraphs of the text proper, datelines left out, in order."""
        return self._paragraphs

    @cached_property
    def _paragraphs(self) -> tuple[Span, ...]:
        datelines = [zone for zone in self.zones if zone.kind == "dateline"]
        paragraphs = []
        for _, group in groupby(self._prose, key=attrgetter("paragraph")):
            sentences = list(group)
            start, end = sentences[0].start, sentences[-1].end
            for zone in datelines:
                if zone.start <= start < zone.end or start <= zone.start < zone.end <= end:
                    start = max(start, zone.end)
            while start < end and not _may_begin(self.body[start]):
                start += 1
            paragraphs.append(Span(start=start, end=end))
        return tuple(paragraphs)

    @cached_property
    def titled(self) -> frozenset[tuple[int, int]]:
        """Start and end of the sentences with a capital on every word: most headlines and captions."""
        stretches = set()
        for sentence in self.sentences:
            if sentence.zone not in _TITLE_ZONES:
                continue
            words = _LONG_WORD.findall(self.body, sentence.start, sentence.end)
            if words and sum(word[0].isupper() for word in words) / len(words) > _TITLED_SHARE:
                stretches.add((sentence.start, sentence.end))
        return frozenset(stretches)

    @cached_property
    def folded(self) -> str:
        """The body in lower case."""
        return fold(self.body)

    @cached_property
    def phrases(self) -> FoundPhrases:
        """The phrases that stand in the body."""
        return FoundPhrases(self.folded, self.lists, [(one.start, one.end) for one in self.sentences])


def _may_begin(char: str) -> bool:
    return not (char.isspace() or char in "-–—.,:)")
