"""Sentences with what stands in them: cues, named bodies and persons, quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import TypeVar

import msgspec

from kgraph.extraction.quotations import Quotation, find_quotations
from kgraph.lexicon.agreements import AgreementCues
from kgraph.lexicon.event_cues import EventCues, Meaning
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import Match, fold, stands_alone
from kgraph.lexicon.speech_verbs import SpeechWords
from kgraph.records import Institution, Mention, Official, Span
from kgraph.text.layout import Layout, Sentence
from kgraph.text.stretches import Stretch, Stretches

PIECE = re.compile(r"(?P<word>[\w’'&/+\-]+)|(?P<mark>[^\w\s])")
"""A word, or one mark between words, of a phrase that is walked piece by piece."""
_WORD = re.compile(r"(\w+(?:[’'.\-]\w+)*)")
_NONE = Stretches(())
_MAX_CUES = 200
_MAX_NAMES = 200
_UTTERANCE_END = re.compile(r"[,.?!…]\s*$")
_UTTERANCE_START = re.compile(r"(?:^|\n|[.?!:,)])\s*$")


class Named(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place where something is named; ``name`` is its name in the record."""

    start: int
    end: int
    name: str

    @property
    def span(self) -> Span:
        """The place."""
        return Span(start=self.start, end=self.end)


P = TypeVar("P", Named, Span)


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase of the lexicon in the text, and what it may say."""

    start: int
    end: int
    phrase: str
    meanings: tuple[Meaning, ...]
    roles: frozenset[str]

    def has(self, *roles: str) -> bool:
        """Tell whether the phrase may have one of the roles."""
        return not self.roles.isdisjoint(roles)


_NO_CUES: Mapping[str, tuple[Cue, ...]] = {}


class _Words:
    """Where the words of a sentence begin and end, looked up once it is asked and for all that share it."""

    __slots__ = ("_body", "_bounds", "_end", "_start")

    def __init__(self, body: str, start: int, end: int) -> None:
        self._body, self._start, self._end = body, start, end
        self._bounds: tuple[list[int], list[int]] | None = None

    def find_bounds(self) -> tuple[list[int], list[int]]:
        """Return the offsets at which words begin, and those at which they end."""
        if self._bounds is None:
            # Words and what stands between them take turns.
            pieces = _WORD.split(self._body[self._start : self._end])
            offsets = list(accumulate(map(len, pieces), initial=self._start))
            self._bounds = offsets[1:-1:2], offsets[2::2]
        return self._bounds


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence and what stands in it; all parts are sorted by place.

    ``span`` is the whole sentence and ``zone`` the zone that it lies in; ``start`` leaves
    out a dateline at its head. ``posts`` are those of the persons of the release, as
    written; ``by_role`` has the cues once more, under each role that they may have.
    """

    index: int
    sentence: Sentence
    span: Span
    zone: str
    start: int
    end: int
    text: str
    cues: tuple[Cue, ...]
    by_role: Mapping[str, tuple[Cue, ...]]
    bodies: tuple[Named, ...]
    people: tuple[Named, ...]
    posts: tuple[Span, ...]
    quotes: tuple[Span, ...]
    names: Stretches
    words: _Words

    def cut(self, start: int, end: int) -> str:
        """Return a stretch of the text by offsets in the body."""
        first, last = start - self.start, end - self.start
        return self.text[first if first > 0 else 0 : last if last > 0 else 0]

    def count_words(self, start: int, end: int) -> int:
        """Count the words between two offsets."""
        starts, ends = self.words.find_bounds()
        count = bisect_left(starts, end) - bisect_right(ends, start)
        return count if count > 0 else 0

    def is_quoted(self, offset: int) -> bool:
        """Tell whether an offset lies inside an utterance."""
        return bool(self.quotes) and any(quote.start <= offset < quote.end for quote in self.quotes)

    def list_cues(self, *roles: str) -> tuple[Cue, ...]:
        """Return the cues that may have one of the roles."""
        by_role = self.by_role
        if len(roles) == 1:
            return by_role.get(roles[0], ())
        if by_role.keys().isdisjoint(roles):
            return ()
        return tuple([cue for cue in self.cues if not cue.roles.isdisjoint(roles)])


def build_passages(
    layout: Layout,
    institutions: Sequence[Institution],
    officials: Sequence[Official],
    lexicon: Lexicon,
    *,
    quotations: Sequence[Quotation] | None = None,
) -> tuple[Passage, ...]:
    """Return the sentences of a layout with what stands in them; their cues are of events and of saying.

    Args:
        layout: A body cut into sentences.
        institutions: The bodies that it names.
        officials: The persons that it names.
        lexicon: All words.
        quotations: What it quotes, where that is known already.
    """
    body = layout.body
    bodies = _place_names([(item.name, item.mentions) for item in institutions])
    people = _place_names([(item.name, item.mentions) for item in officials])
    folded = layout.folded
    posts = _place_posts(folded, {fold(item.post) for item in officials if item.post})
    body_starts, people_starts, post_starts = (
        [place.start for place in places] for places in (bodies, people, posts)
    )
    datelines = [zone.end for zone in layout.zones if zone.kind == "dateline"]
    quotes = find_utterances(body, find_quotations(layout, lexicon) if quotations is None else quotations)
    passages = []
    for index, sentence in enumerate(layout.sentences):
        start = sentence.start
        if datelines:
            start = max([start, *(end for end in datelines if start < end <= sentence.end)])
        named = _within(bodies, body_starts, start, sentence.end)[:_MAX_NAMES] if bodies else ()
        persons = _within(people, people_starts, start, sentence.end)[:_MAX_NAMES] if people else ()
        held = _within(posts, post_starts, start, sentence.end) if persons else ()
        closed: list[Named | Span] = [*held, *named, *persons]
        passages.append(
            Passage(
                index=index,
                sentence=sentence,
                span=sentence.span,
                zone=sentence.zone,
                start=start,
                end=sentence.end,
                text=body[start : sentence.end],
                cues=(),
                by_role=_NO_CUES,
                bodies=named,
                people=persons,
                posts=held,
                quotes=_meeting(quotes, start, sentence.end) if quotes else (),
                names=Stretches([Stretch(item.start, item.end, "") for item in closed]) if closed else _NONE,
                words=_Words(body, start, sentence.end),
            )
        )
    events, speech = lexicon.event_cues, lexicon.speech
    cues = _make_cues(layout.phrases.find_all("events"), events)
    cues += _make_cues(layout.phrases.find_all("speech"), speech)
    return tuple(_place_cues(passages, sorted(cues, key=attrgetter("start", "end"))))


def read_agreement_cues(
    layout: Layout, passages: Sequence[Passage], words: AgreementCues, opening: frozenset[str]
) -> tuple[Passage, ...]:
    """Return sentences with the cues of agreements in the place of others.

    Where no cue of the text may have one of the ``opening`` roles there are no sentences:
    most releases tell of no agreement.
    """
    found = layout.phrases.find_all("agreements")
    if all(words.roles_of[phrase].isdisjoint(opening) for _, _, phrase in found):
        return ()
    return tuple(_place_cues(passages, _make_cues(found, words)))


def _place_cues(passages: Sequence[Passage], cues: Sequence[Cue]) -> Iterator[Passage]:
    """Yield sentences, each with those of the sorted cues that stand in it.

    Cues inside the name of a body, the name of a person or the post beside it are
    left out: "Dinas Pelatihan" tells of no training.
    """
    starts = [cue.start for cue in cues]
    for passage in passages:
        first = bisect_left(starts, passage.start)
        last = bisect_left(starts, passage.end, first)
        # Cues and names are compared with each other; a sentence with more of them is no prose.
        found = cues[first : min(last, first + _MAX_CUES)]
        if passage.bodies or passage.people:
            names = passage.names
            found = [cue for cue in found if not names.overlaps(cue.start, cue.end)]
        if not found and not passage.cues:
            yield passage
            continue
        by_role: dict[str, tuple[Cue, ...]] = {}
        for cue in found:
            for role in cue.roles:
                by_role[role] = (*by_role.get(role, ()), cue)
        yield msgspec.structs.replace(passage, cues=tuple(found), by_role=by_role)


def find_utterances(body: str, quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Return what stands in quotation marks and is said, not a title or a catchword.

    A quotation is an utterance if it begins where a sentence or a colon lets one
    begin, ends in a comma or stop, or has lost a mark.
    """
    return tuple(
        Span(start=quotation.start, end=quotation.end)
        for quotation in quotations
        if not (quotation.opened and quotation.closed)
        or _UTTERANCE_START.search(body[max(0, quotation.start - 3) : quotation.start])
        or _UTTERANCE_END.search(body[quotation.inner.start : quotation.end - 1])
    )


def _make_cues(matches: Iterable[Match], words: EventCues | SpeechWords | AgreementCues) -> list[Cue]:
    meanings, roles = words.meanings, words.roles_of
    return [
        Cue(start=start, end=end, phrase=phrase, meanings=meanings[phrase], roles=roles[phrase])
        for start, end, phrase in matches
    ]


def _place_names(items: Sequence[tuple[str, tuple[Mention, ...]]]) -> list[Named]:
    return sorted(
        Named(start=mention.start, end=mention.end, name=name)
        for name, mentions in items
        for mention in mentions
    )


def _place_posts(folded: str, posts: Iterable[str]) -> list[Span]:
    """Return where folded posts stand, the longest of those that overlap, in order.

    There are but a few in a release: to search for each costs less than to build a matcher of them.
    """
    found = []
    for post in posts:
        start = folded.find(post)
        while start != -1:
            end = start + len(post)
            if stands_alone(folded, start, end):
                found.append((start, -end))
            start = folded.find(post, start + 1)
    spans = []
    reached = 0
    for start, end in sorted(found):
        if start >= reached:
            spans.append(Span(start=start, end=-end))
            reached = -end
    return spans


def _within(places: Sequence[P], starts: Sequence[int], start: int, end: int) -> tuple[P, ...]:
    """Return the places inside a stretch; they are sorted by their starts."""
    low = bisect_left(starts, start)
    high = bisect_left(starts, end, low)
    return tuple(place for place in places[low:high] if place.end <= end) if low < high else ()


def _meeting(quotes: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return the quotations that share a place with a stretch; they are sorted and apart."""
    low = max(bisect_left(quotes, start, key=lambda quote: quote.start) - 1, 0)
    high = bisect_left(quotes, end, key=lambda quote: quote.start)
    return tuple(quote for quote in quotes[low:high] if start < quote.end)
