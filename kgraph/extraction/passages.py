"""Sentences with what stands in them: cues, named bodies and persons, quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from operator import itemgetter
from typing import TypeVar

import msgspec

from kgraph.extraction.quotations import Quotation, find_quotations
from kgraph.lexicon.event_cues import Meaning, Sense
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold, stands_alone
from kgraph.records import Institution, Mention, Official, Span
from kgraph.text.layout import Layout, Sentence

PIECE = re.compile(r"(?P<word>[\w’'&/+\-]+)|(?P<mark>[^\w\s])")
"""A word, or one mark between words, of a phrase that is walked piece by piece."""
_WORD = re.compile(r"(\w+(?:[’'.\-]\w+)*)")
_MAX_CUES = 200
_MAX_NAMES = 200
_UTTERANCE_END = re.compile(r"[,.?!…]\s*$")
_UTTERANCE_START = re.compile(r"(?:^|\n|[.?!:,)])\s*$")


class Named(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A place where something is named; ``name`` is its name in the record."""

    start: int
    end: int
    name: str

    @property
    def span(self) -> Span:
        """The place."""
        return Span(start=self.start, end=self.end)


P = TypeVar("P", Named, Span)


class Cue(msgspec.Struct, frozen=True, gc=False):
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
_Match = tuple[int, int, Sense]


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


class _Cover:
    """What stretches cover that lie in order and apart, or overlap from one end on."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, places: Iterable[Named | Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        reached = -1
        for start, negative in sorted([(place.start, -place.end) for place in places]):
            if start >= reached and start < -negative:
                reached = -negative
                self._starts.append(start)
                self._ends.append(reached)

    def meets(self, start: int, end: int) -> bool:
        """Tell whether something of ``[start, end)`` is covered."""
        index = bisect_left(self._starts, end) - 1
        return index >= 0 and start < self._ends[index]


class Passage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A sentence and what stands in it; all parts are sorted by place.

    ``span`` is the whole sentence and ``zone`` the zone that it lies in; ``start`` leaves
    out a dateline at its head. ``named`` are bodies and people together, ``posts`` those of
    the persons of the release, as written; ``by_role`` has the cues once more, under each role
    that they may have, and ``asked`` under each set of roles that was asked for. ``closed``
    holds the places in the text where a name or a post keeps cues out, ``roles_of_text`` the
    roles that any cue of it has.
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
    named: tuple[Named, ...]
    posts: tuple[Span, ...]
    quotes: tuple[Span, ...]
    closed: _Cover
    words: _Words
    asked: dict[tuple[str, ...], tuple[Cue, ...]]
    roles_of_text: AbstractSet[str]

    def cut(self, start: int, end: int) -> str:
        """Return a stretch of the text by offsets in the body."""
        first, last = start - self.start, end - self.start
        return self.text[first if first > 0 else 0 : last if last > 0 else 0]

    def count_words(self, start: int, end: int) -> int:
        """Count the words between two offsets."""
        if end - start == 1 and self.text[start - self.start : end - self.start] == " ":
            # Most questions are about neighbours: for these the sentence need not be cut into words.
            return 0
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
        if not by_role:
            return ()
        # Finders ask a sentence for the same few sets of roles again and again.
        found = self.asked.get(roles)
        if found is None:
            found = self.asked[roles] = (
                ()
                if by_role.keys().isdisjoint(roles)
                else tuple([cue for cue in self.cues if not cue.roles.isdisjoint(roles)])
            )
        return found


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
    posts = _place_posts(layout.folded, {fold(item.post) for item in officials if item.post})
    body_starts, people_starts, post_starts = (
        [place.start for place in places] for places in (bodies, people, posts)
    )
    datelines = [zone.end for zone in layout.zones if zone.kind == "dateline"]
    quotes = find_utterances(body, find_quotations(layout, lexicon) if quotations is None else quotations)
    quote_starts = [quote.start for quote in quotes]
    stretches = []
    closed: list[Named | Span] = []
    for sentence in layout.sentences:
        start, end = sentence.start, sentence.end
        if datelines:
            start = max([start, *[other for other in datelines if start < other <= end]])
        named = _within(bodies, body_starts, start, end)[:_MAX_NAMES]
        persons = _within(people, people_starts, start, end)[:_MAX_NAMES]
        held = _within(posts, post_starts, start, end) if persons else ()
        closed += [*held, *named, *persons]
        stretches.append((sentence, start, named, persons, held))
    cover = _Cover(closed)
    # What both have at one place stays in this order.
    matches = [*layout.phrases.find_all("events"), *layout.phrases.find_all("speech")]
    matches.sort(key=itemgetter(0, 1))
    starts = [match[0] for match in matches]
    roles_of_text: set[str] = set()
    passages = []
    for index, (sentence, start, named, persons, held) in enumerate(stretches):
        end = sentence.end
        cues, by_role = _make_cues(matches, starts, start, end, cover if named or persons else None)
        roles_of_text.update(by_role)
        passages.append(
            Passage(
                index=index,
                sentence=sentence,
                span=sentence.span,
                zone=sentence.zone,
                start=start,
                end=end,
                text=body[start:end],
                cues=cues,
                by_role=by_role,
                bodies=named,
                people=persons,
                named=tuple(sorted([*named, *persons])) if named and persons else named or persons,
                posts=held,
                quotes=_meeting(quotes, quote_starts, start, end),
                closed=cover,
                words=_Words(body, start, end),
                asked={},
                roles_of_text=roles_of_text,
            )
        )
    return tuple(passages)


def list_having(passages: Sequence[Passage], *roles: str) -> Sequence[Passage]:
    """Return those of some sentences of a text that have a cue of one of the roles."""
    if not passages or passages[0].roles_of_text.isdisjoint(roles):
        # Most roles are of no text at all, so that sentence after sentence need not be asked.
        return ()
    return [passage for passage in passages if not passage.by_role.keys().isdisjoint(roles)]


def read_agreement_cues(
    layout: Layout, passages: Sequence[Passage], opening: frozenset[str]
) -> tuple[Passage, ...]:
    """Return sentences with the cues of agreements in the place of others.

    Where no cue of the text may have one of the ``opening`` roles there are no sentences:
    most releases tell of no agreement.
    """
    matches = layout.phrases.find_all("agreements")
    if all(roles.isdisjoint(opening) for _, _, (_, _, roles) in matches):
        return ()
    starts = [match[0] for match in matches]
    roles_of_text: set[str] = set()
    read = []
    for passage in passages:
        closed = passage.closed if passage.named else None
        cues, by_role = _make_cues(matches, starts, passage.start, passage.end, closed, reaching=True)
        roles_of_text.update(by_role)
        read.append(
            msgspec.structs.replace(
                passage, cues=cues, by_role=by_role, asked={}, roles_of_text=roles_of_text
            )
        )
    return tuple(read)


def _make_cues(
    matches: Sequence[_Match],
    starts: Sequence[int],
    start: int,
    end: int,
    closed: _Cover | None,
    *,
    reaching: bool = False,
) -> tuple[tuple[Cue, ...], Mapping[str, tuple[Cue, ...]]]:
    """Return the cues that begin in a sentence, in order, and under each of their roles.

    Cues inside the name of a body, the name of a person or the post beside it are
    left out: "Dinas Pelatihan" tells of no training. ``reaching`` keeps those that only end
    in one: "Keputusan Bupati Solok" tells of a decree.
    """
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    cues: list[Cue] = []
    by_role: dict[str, tuple[Cue, ...]] = {}
    # Cues and names are compared with each other; a sentence with more of them is no prose.
    for left, right, (phrase, meanings, roles) in matches[first : min(last, first + _MAX_CUES)]:
        if closed is not None and closed.meets(left, left + 1 if reaching else min(right, end)):
            continue
        cue = Cue(left, right, phrase, meanings, roles)
        cues.append(cue)
        for role in roles:
            by_role[role] = (*by_role[role], cue) if role in by_role else (cue,)
    return tuple(cues), by_role or _NO_CUES


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
    return tuple([place for place in places[low:high] if place.end <= end]) if low < high else ()


def _meeting(quotes: Sequence[Span], starts: Sequence[int], start: int, end: int) -> tuple[Span, ...]:
    """Return the quotations that share a place with a stretch; they are sorted and apart."""
    high = bisect_left(starts, end)
    if high == 0 or quotes[high - 1].end <= start:
        return ()
    low = max(bisect_left(starts, start) - 1, 0)
    return tuple([quote for quote in quotes[low:high] if start < quote.end])
