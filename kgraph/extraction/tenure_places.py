"""Persons, posts and days around the words that tell of a tenure."""

from datetime import date
from functools import cached_property

from kgraph.extraction.dates import FoundDate, find_dates
from kgraph.extraction.post_stretches import Places
from kgraph.lexicon.load import Lexicon
from kgraph.text.layout import Layout, Sentence
from kgraph.text.stretches import Stretch, Stretches

_LONGEST_LINK = 40
_LONGEST_SINCE = 30
_LONGEST_HELD = 90
_MOST_WORDS_BEFORE = 2


class TenurePlaces:
    """A text to be asked who holds which post, when."""

    def __init__(self, layout: Layout, places: Places, lexicon: Lexicon, near: date | None) -> None:
        self.body = layout.body
        self.folded = places.folded
        self.places = places
        self.sentences = layout.list_prose()
        self._lexicon = lexicon
        self._words = lexicon.tenures
        self._pronouns = lexicon.speech.phrases["pronouns"]
        self._near = near
        self._dates: dict[int, tuple[FoundDate, ...]] = {}

    @cached_property
    def posts(self) -> Stretches:
        """The posts of the prose."""
        return Stretches(self.places.posts)

    @cached_property
    def ceremony(self) -> tuple[date, Sentence] | None:
        """The day of the ceremony of appointment that the text tells of, and the sentence that names it."""
        for sentence in self.sentences:
            if self._words.ceremony_pattern.search(self.folded, sentence.start, sentence.end):
                for found in self.list_dates(sentence):
                    if found.end is None and not self.is_since(found):
                        return found.start, sentence
        return None

    def list_dates(self, sentence: Sentence) -> tuple[FoundDate, ...]:
        """Return the days of a sentence, in order."""
        if sentence.start not in self._dates:
            self._dates[sentence.start] = find_dates(
                self.body[sentence.start : sentence.end],
                near=self._near,
                lexicon=self._lexicon,
                start=sentence.start,
            )
        return self._dates[sentence.start]

    def is_since(self, found: FoundDate) -> bool:
        """Tell whether "sejak" or the like stands before a day."""
        return self._find_since(found.span.start) is not None

    def is_held(self, found: FoundDate) -> bool:
        """Tell whether a range of days is that of holding a post ("bertugas di X dari D sampai D")."""
        start = max(0, found.span.start - _LONGEST_HELD)
        return (
            found.end is not None
            and self._words.hold_pattern.search(self.folded, start, found.span.start) is not None
        )

    def _find_since(self, offset: int) -> int | None:
        match = self._words.since_pattern.search(self.folded, max(0, offset - _LONGEST_SINCE), offset)
        return match.start() if match else None

    def find_person_before(self, index: int, offset: int) -> str | None:
        """Return the person named last before an offset in its sentence, or whom its pronoun means."""
        sentence = self.sentences[index]
        named = self.places.people.list_between(sentence.start, offset)
        if named:
            return named[-1].name
        if index == 0 or not self._pronouns.match(self.folded, sentence.start):
            return None
        before = self.sentences[index - 1]
        first = self.places.people.find_next(before.start)
        return first.name if first is not None and first.end <= before.end else None

    def is_subject(self, sentence: Sentence, offset: int) -> bool:
        """Tell whether nothing but adverbs stands between a person, or a pronoun, and a verb."""
        named = self.places.people.list_between(sentence.start, offset)
        start = named[-1].end if named else sentence.start
        if pronoun := self._pronouns.match(self.folded, start):
            start = pronoun.end()
        words = self.folded[start:offset].replace(",", " ").split()
        return all(word in self._words.before_end for word in words)

    def find_post_after(self, offset: int) -> Stretch | None:
        """Return the post that follows at once or after words like "sebagai"."""
        post = self.posts.find_next(offset)
        if post is None or post.start - offset > _LONGEST_LINK:
            return None
        between = self.folded[offset : post.start].strip(" ,")
        while between:
            match = self._words.link_pattern.match(between)
            if match is None:
                return None
            between = between[match.end() :].strip(" ,")
        return post

    def find_post_before(self, offset: int, limit: int) -> Stretch | None:
        """Return the post that ends shortly before an offset, not before ``limit``."""
        post = self.posts.find_last(offset)
        if post is None or post.start < limit:
            return None
        return post if len(self.body[post.end : offset].split()) <= _MOST_WORDS_BEFORE else None

    def find_post_until(self, sentence: Sentence, found: FoundDate) -> Stretch | None:
        """Return the post that stands before "sejak" and a day: "Kepala X sejak D"."""
        since = self._find_since(found.span.start)
        return self.find_post_before(found.span.start if since is None else since, sentence.start)
