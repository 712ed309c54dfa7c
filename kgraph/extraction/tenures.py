"""Tenures: when somebody began, or ceased, to hold a post, as far as the text tells."""

import re
from datetime import date, timedelta

import msgspec

from kgraph.extraction.post_stretches import Places
from kgraph.extraction.tenure_places import TenurePlaces
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution, Official, Span, Tenure
from kgraph.text.layout import Layout, Sentence
from kgraph.text.stretches import Stretch

_DAY = timedelta(days=1)
_DIGIT = re.compile(r"\d")
_LONGEST_GAP = 90
_LONGEST_TERM_GAP = 30
_MOST_WORDS_BEFORE_NAME = 3


class _Holding(msgspec.Struct):
    """A tenure in the making.

    ``begun`` is the number of the sentence that tells the appointment, ``since`` of the
    one that tells its first day as past. ``evidence`` tells the tenure itself, ``support``
    its post or days where these are taken from other sentences.
    """

    person: str
    post: str
    institution: str | None
    start: date | str | None = None
    end: date | str | None = None
    since: int | None = None
    begun: int | None = None
    evidence: list[Span] = []
    support: list[Span] = []


def find_tenures(
    layout: Layout,
    officials: tuple[Official, ...],
    institutions: tuple[Institution, ...],
    lexicon: Lexicon,
    *,
    near: date | None,
    places: Places | None = None,
) -> tuple[Tenure, ...]:
    """Return the tenures that the text proper tells of, in the order of the text.

    An appointment without a day of its own takes the day of the ceremony that the text
    tells of. Who holds a post until another takes it, or until a day from which he is
    retired, held it last on the day before. What is planned or denied is none; what
    stands in quotations is not read.

    Args:
        layout: The body with its sentences.
        officials: The persons of the text.
        institutions: Its institutions; a tenure's is the one that the post names.
        lexicon: Words of tenures, posts and the calendar.
        near: The day of publication, which supplies years that the text leaves out.
        places: Where the text names them, where that is known already.

    Returns:
        Tenures whose ``start`` and ``end`` are ISO days, or years where only these are
        told, and ``None`` where nothing is.
    """
    if places is None:
        places = Places(layout, officials, institutions, lexicon)
    return _Reader(TenurePlaces(layout, places, lexicon, near), officials, lexicon).read()


class _Reader:
    """One reading of a text, sentence by sentence."""

    def __init__(self, text: TenurePlaces, officials: tuple[Official, ...], lexicon: Lexicon) -> None:
        self._text = text
        self._words = lexicon.tenures
        self._people = text.places.people
        self._officials = {official.name: official for official in officials}
        self._holdings: list[_Holding] = []

    def read(self) -> tuple[Tenure, ...]:
        """Return the tenures of the text."""
        folded = self._text.folded
        stretches = [(sentence.start, sentence.end) for sentence in self._text.sentences]
        cues = self._text.places.layout.phrases.find_within("tenures", stretches)
        for index, (sentence, found) in enumerate(zip(self._text.sentences, cues, strict=True)):
            for start, end, kind in found:
                cue = Span(start=start, end=end)
                before = folded[max(sentence.start, cue.start - _LONGEST_GAP) : cue.start].split()
                if not (before and before[-1] in self._words.blockers) and not self._text.places.quoted.find(
                    cue.start
                ):
                    self._read_cue(index, sentence, cue, kind)
            if (
                _DIGIT.search(folded, sentence.start, sentence.end)
                and self._words.may_tell_day(folded[sentence.start : sentence.end])
                and self._words.day_pattern.search(folded, sentence.start, sentence.end)
            ):
                self._read_days(index, sentence)
                self._read_years(index, sentence)
        self._close_earlier()
        order = sorted(self._holdings, key=lambda holding: (min(holding.evidence), str(holding.start or "~")))
        return tuple(
            Tenure(
                person=holding.person,
                post=holding.post,
                institution=holding.institution,
                start=None if holding.start is None else str(holding.start),
                end=None if holding.end is None else str(holding.end),
                evidence=tuple(sorted({*holding.evidence, *holding.support})),
            )
            for holding in order
        )

    def _read_cue(self, index: int, sentence: Sentence, cue: Span, kind: str) -> None:
        if kind == "begins":
            person = self._text.find_person_before(index, cue.start)
            post = self._text.find_post_after(cue.end)
            if person is not None and post is not None:
                self._begin(index, sentence, person, post)
        elif kind == "appoints":
            self._read_appointed(index, sentence, cue)
        elif kind == "passes":
            self._read_passed(index, sentence, cue)
        elif kind in {"replaces", "replaced"}:
            self._read_replaced(index, sentence, cue, reverse=kind == "replaced")
        elif kind == "ends":
            self._read_end(index, sentence, cue)
        elif kind == "former":
            self._read_former(sentence, cue)

    def _begin(self, index: int, sentence: Sentence, person: str, post: Stretch) -> None:
        holding = self._hold(sentence, person, post)
        days = [found for found in self._text.list_dates(sentence) if found.end is None]
        since = [found for found in days if self._text.is_since(found) and found.span.start >= post.end]
        own = [found for found in days if not self._text.is_since(found)]
        told = (*since, *own)
        if holding.start is None and told:
            holding.start = told[0].start
        elif holding.start is None and self._text.ceremony is not None:
            holding.start, ceremony = self._text.ceremony
            holding.support.append(ceremony.span)
        holding.begun = index

    def _read_appointed(self, index: int, sentence: Sentence, cue: Span) -> None:
        """Read "melantik A sebagai Kepala X" and "melantik Kepala X, A", for each person."""
        named = self._people.list_between(cue.end, sentence.end)
        for number, person in enumerate(named):
            limit = named[number + 1].start if number + 1 < len(named) else sentence.end
            left = named[number - 1].end if number else cue.end
            post = self._text.find_post_after(person.end) or self._text.find_post_before(person.start, left)
            if post is not None and post.start < limit:
                self._begin(index, sentence, person.name, post)

    def _read_passed(self, index: int, sentence: Sentence, cue: Span) -> None:
        """Read "jabatan Kepala X diserahkan kepada A" and "X dipegang A selaku Plh"."""
        person = self._people.find_next(cue.end)
        if person is None or person.start > cue.end + _LONGEST_GAP or person.end > sentence.end:
            return
        post = self._text.find_post_before(cue.start, sentence.start) or self._text.find_post_after(
            person.end
        )
        if post is not None:
            self._begin(index, sentence, person.name, post)

    def _read_replaced(self, index: int, sentence: Sentence, cue: Span, *, reverse: bool) -> None:
        """Read "A menggantikan B": B held the post that A takes."""
        one = self._text.find_person_before(index, cue.start)
        after = self._people.find_next(cue.end)
        other = after.name if after is not None and after.end <= sentence.end else None
        if one is None or other is None or one == other:
            return
        new, old = (other, one) if reverse else (one, other)
        begun = [holding for holding in self._holdings if holding.person == new and holding.begun is not None]
        official = self._officials[new]
        if begun:
            holding = self._follow(sentence, old, begun[-1])
            if holding.end is None and isinstance(begun[-1].start, date):
                holding.end = begun[-1].start - _DAY
        elif official.post is not None:
            self._take_post(sentence, old, official, official.post)

    def _read_end(self, index: int, sentence: Sentence, cue: Span) -> None:
        """Read "A pensiun per D" and "pendahulunya, A, memasuki masa pensiun"."""
        person = self._text.find_person_before(index, cue.start)
        if person is None or not self._text.is_subject(sentence, cue.start):
            return
        begun = [holding for holding in self._holdings if holding.begun is not None]
        official = self._officials[person]
        if begun and self._text.folded.startswith(self._words.predecessors, sentence.start):
            holding = self._follow(sentence, person, begun[-1])
        elif official.post is not None:
            holding = self._take_post(sentence, person, official, official.post)
        else:
            return
        for found in self._text.list_dates(sentence):
            if found.span.start >= cue.end and found.end is None:
                holding.end = found.start - _DAY if self._text.is_since(found) else found.start
                break

    def _read_former(self, sentence: Sentence, cue: Span) -> None:
        """Read "mantan Kepala X, A" and "A, mantan Kepala X"."""
        post = self._text.posts.find_next(cue.end)
        if post is None or post.start > cue.end + 1:
            return
        after, before = self._people.find_next(post.end), self._people.find_last(cue.start)
        body = self._text.body
        if (
            after is not None
            and after.start < sentence.end
            and len(body[post.end : after.start].split()) <= _MOST_WORDS_BEFORE_NAME
        ):
            self._hold(sentence, after.name, post)
        elif (
            before is not None
            and before.start >= sentence.start
            and body[before.end : cue.start].strip() == ","
        ):
            self._hold(sentence, before.name, post)

    def _read_days(self, index: int, sentence: Sentence) -> None:
        """Read "Kepala X sejak D", "sejak D menjadi Kepala X" and "bertugas dari D sampai D"."""
        for found in self._text.list_dates(sentence):
            if not (self._text.is_since(found) or self._text.is_held(found)):
                continue
            if self._words.end_pattern.search(self._text.folded, sentence.start, found.span.start):
                continue
            person = self._text.find_person_before(index, found.span.start)
            if person is None:
                continue
            post = self._text.find_post_after(found.span.end) or self._text.find_post_until(sentence, found)
            holding = self._hold(sentence, person, post) if post is not None else None
            if holding is None:
                told = [other for other in self._holdings if other.person == person and other.begun != index]
                if not told:
                    continue
                holding = told[-1]
            if holding.begun == index and holding.start is not None:
                continue
            holding.start, holding.since = found.start, index
            holding.end = found.end or holding.end

    def _read_years(self, index: int, sentence: Sentence) -> None:
        """Read "sejak 2022" and "periode 2021-2026"."""
        folded = self._text.folded
        for match in self._words.year_pattern.finditer(folded, sentence.start, sentence.end):
            person = self._text.find_person_before(index, match.start())
            post = self._text.find_post_after(match.end())
            post = post or self._text.find_post_before(match.start(), sentence.start)
            if person is not None and post is not None:
                holding = self._hold(sentence, person, post)
                holding.start, holding.since = holding.start or match["year"], index
        for match in self._words.term_pattern.finditer(folded, sentence.start, sentence.end):
            post = self._text.find_post_before(match.start(), sentence.start)
            after = self._people.find_next(match.end())
            person = self._text.find_person_before(index, match.start())
            if after is not None and after.start <= match.end() + _LONGEST_TERM_GAP:
                person = after.name
            if person is not None and post is not None:
                holding = self._hold(sentence, person, post)
                holding.start, holding.end = holding.start or match["first"], holding.end or match["last"]

    def _close_earlier(self) -> None:
        """Let a post end where the same sentence tells that its holder took another."""
        for earlier in self._holdings:
            if earlier.since is None or earlier.end is not None:
                continue
            for later in self._holdings:
                if (
                    later is not earlier
                    and later.person == earlier.person
                    and later.begun == earlier.since
                    and isinstance(later.start, date)
                    and str(earlier.start) < str(later.start)
                ):
                    earlier.end = later.start - _DAY
                    earlier.support.extend((*later.evidence, *later.support))

    def _follow(self, sentence: Sentence, person: str, other: _Holding) -> _Holding:
        """Add a tenure of the post that another person's tenure tells."""
        holding = self._add(sentence, person, other.post, other.institution)
        holding.support.extend((*other.evidence, *other.support))
        return holding

    def _take_post(self, sentence: Sentence, person: str, official: Official, post: str) -> _Holding:
        """Add a tenure of the post that an official is given elsewhere in the text."""
        holding = self._add(sentence, person, post, official.institution)
        holding.support.extend(official.evidence.post)
        return holding

    def _hold(self, sentence: Sentence, person: str, post: Stretch) -> _Holding:
        inside = self._text.places.bodies.list_between(post.start, post.end)
        official = self._officials[person]
        institution: str | None = None
        if inside:
            institution = max(inside, key=lambda body: body.end - body.start).name
        elif official.post is not None and fold(official.post) == fold(post.name):
            institution = official.institution
        return self._add(sentence, person, post.name, institution)

    def _add(self, sentence: Sentence, person: str, post: str, institution: str | None) -> _Holding:
        for holding in self._holdings:
            if holding.person == person and fold(holding.post) == fold(post):
                holding.evidence.append(sentence.span)
                return holding
        holding = _Holding(person=person, post=post, institution=institution, evidence=[sentence.span])
        self._holdings.append(holding)
        return holding
