"""Where a text names posts, and somebody unnamed who may speak."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from kgraph.extraction.quotations import Quotation, find_quotations
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution, Official
from kgraph.text.layout import Layout
from kgraph.text.stretches import Stretch, Stretches

WORD = re.compile(r"\w[\w.'’/-]*")
_BRACKET = re.compile(r"\s*\([^()]{2,60}\)")
_LONGEST_UNNAMED = 5
_BLANKS = 3
"""Blanks that may stand between an opener and what it opens."""


class Places:
    """Where the prose of a text names its institutions and officials, outside its quotations."""

    def __init__(
        self,
        layout: Layout,
        officials: tuple[Official, ...],
        institutions: tuple[Institution, ...],
        lexicon: Lexicon,
        *,
        quotations: Sequence[Quotation] | None = None,
    ) -> None:
        self.layout = layout
        self.folded = layout.folded
        self.quotations = find_quotations(layout, lexicon) if quotations is None else quotations
        self.quoted = quoted = Stretches(Stretch(item.start, item.end, "") for item in self.quotations)
        self._lexicon = lexicon
        prose = Stretches(Stretch(s.start, s.end, s.zone) for s in layout.list_prose())

        def list_places(items: tuple[Official, ...] | tuple[Institution, ...]) -> Stretches:
            return Stretches(
                Stretch(mention.start, mention.end, item.name)
                for item in items
                for mention in item.mentions
                if prose.find(mention.start) and not quoted.find(mention.start)
            )

        self.bodies = list_places(institutions)
        self.people = Stretches(
            person for person in list_places(officials) if not self.bodies.overlaps(person.start, person.end)
        )

    @cached_property
    def posts(self) -> tuple[Stretch, ...]:
        """The posts in the prose outside quotations, in order, each with its text.

        A post takes in the body that it names, not the person.
        """
        return tuple(_find_posts(self, self._lexicon))


def _find_posts(places: Places, lexicon: Lexicon) -> Iterator[Stretch]:
    body = places.layout.body
    reader = _PostReader(places, lexicon)
    prose = places.layout.list_prose()
    stretches = [(sentence.start, sentence.end) for sentence in prose]
    for sentence, phrases in zip(prose, places.layout.phrases.find_within("posts", stretches), strict=True):
        reached = sentence.start
        for start, end, _ in phrases:
            if (
                start < reached
                or places.bodies.find(start)
                or places.people.overlaps(start, end)
                or places.quoted.find(start)
            ):
                continue
            end, named = reader.extend(end, sentence.end)
            if body[start].isupper() or named:
                yield Stretch(start, end, body[start:end])
                reached = end


def find_unnamed(places: Places, lexicon: Lexicon) -> tuple[Stretch, ...]:
    """Return what opens a clause and means somebody unnamed ("Salah seorang peserta"), in order."""
    body = places.layout.body
    relations = lexicon.speech.word_sets["relations"]
    sets = lexicon.speech.word_sets
    stops, agents = sets["noun_stops"], sets["agent_words"]
    openers = (sets["connectives"], sets["clause_joiners"])
    longest = max((len(word) for words in openers for word in words), default=0)
    found = []
    prose = places.layout.list_prose()
    stretches = [(sentence.start, sentence.end) for sentence in prose]
    for sentence, phrases in zip(prose, places.layout.phrases.find_within("unnamed", stretches), strict=True):
        for start, end, phrase in phrases:
            # What is longer than any opener is none: then its end alone counts.
            before = body[max(sentence.start, start - longest - _BLANKS) : start].rstrip()
            opener = fold(before)
            if any(opener in words for words in openers):
                before = ""
            if places.quoted.find(start) or (before and not before.endswith(",")):
                continue
            if phrase in agents and places.bodies.find(end + 1):
                continue
            for count, word in enumerate(WORD.finditer(body, end, sentence.end)):
                folded = fold(word.group())
                if body[end : word.start()].strip() or count == _LONGEST_UNNAMED:
                    break
                if folded in stops or folded in lexicon.speech.forms:
                    break
                if phrase not in relations and places.people.find(word.start()):
                    break
                end = word.start() + len(word.group().rstrip("."))
            found.append(Stretch(start, end, body[start:end]))
    return tuple(found)


class _PostReader:
    """Finds where a post ends whose first words are known."""

    def __init__(self, places: Places, lexicon: Lexicon) -> None:
        self._body = places.layout.body
        self._body_at = {place.start: place.end for place in places.bodies}
        self._person_at = {place.start for place in places.people}
        self._joiners = lexicon.posts.preposition_set | lexicon.speech.word_sets["joint"]
        self._joint = lexicon.speech.word_sets["joint"]
        self._modifiers = lexicon.posts.modifier_set
        self._first_words = lexicon.posts.first_words
        self._titles = (lexicon.honorifics.first_words, lexicon.honorifics.title_set)

    def extend(self, end: int, limit: int) -> tuple[int, bool]:
        """Return where a post ends, and whether it names a body."""
        named = False
        if self._body[end : end + 2] == ". " and end + 1 < limit:
            end += 1
        while end < limit:
            start = end
            while start < limit and self._body[start] in "  ":
                start += 1
            if start in self._body_at:
                end, named = self._body_at[start], True
                continue
            if bracket := _BRACKET.match(self._body, end, limit):
                end = bracket.end()
                continue
            word = WORD.match(self._body, start, limit)
            if start in self._person_at or word is None or (start == end and self._body[end - 1] != "."):
                break
            after = self._goes_on(word, limit)
            if after is None:
                break
            end = after
        return end, named

    def _goes_on(self, word: re.Match[str], limit: int) -> int | None:
        """Return where a word ends that goes on with the post, else ``None``."""
        text = word.group()
        folded = fold(text).rstrip(".")
        ahead = word.end() + 1
        after = WORD.match(self._body, ahead, limit)
        capital = after is not None and after.group()[0].isupper()
        if folded in self._joiners or (folded in self._modifiers and not text[0].isupper()):
            if ahead in self._person_at or not (ahead in self._body_at or capital):
                return None
            # "Perdata dan Tata Usaha" is one post, "Bupati dan Wakil Bupati" two.
            other = after is not None and fold(after.group()) in self._first_words
            return None if folded in self._joint and ahead not in self._body_at and other else word.end()
        if not (text[0].isupper() or text[0].isdigit()):
            return None
        if any(folded in titles for titles in self._titles) and (capital or ahead in self._person_at):
            return None
        return word.start() + len(text.rstrip(".,"))
