"""Tenures: when somebody began, or ceased, to hold a post, as far as the text tells."""

from datetime import date, timedelta

import msgspec

from kgraph.extraction.dates import FoundDate, find_dates
from kgraph.extraction.quotations import find_quotations
from kgraph.extraction.referents import find_posts
from kgraph.lexicon.load import Lexicon
from kgraph.records import Institution, Official, Span, Tenure
from kgraph.text.layout import Layout, Sentence
from kgraph.text.matcher import fold

_DAY = timedelta(days=1)
_LONGEST_LINK = 40
_LONGEST_GAP = 90
_MOST_WORDS_BETWEEN = 3
_Place = tuple[int, int, str]


class _Holding(msgspec.Struct):
    """A tenure in the making; ``since`` is the sentence that tells its first day as past."""

    person: str
    post: str
    institution: str | None
    start: str | None = None
    end: str | None = None
    since: int | None = None
    begun: int | None = None
    evidence: list[Span] = []


def find_tenures(
    layout: Layout,
    officials: tuple[Official, ...],
    institutions: tuple[Institution, ...],
    lexicon: Lexicon,
    *,
    near: date | None,
) -> tuple[Tenure, ...]:
    """Return the tenures that the text proper tells of, in the order of the text.

    An appointment without a day of its own takes the day of the ceremony that the text
    tells of. Who holds a post until another takes it, or until a day from which he is
    retired, held it last on the day before. What is planned or denied is none.

    Args:
        layout: The body with its sentences.
        officials: The persons of the text.
        institutions: Its institutions; a tenure's is the one that the post names.
        lexicon: Words of tenures, posts and the calendar.
        near: The day of publication, which supplies years that the text leaves out.
    """
    return _Reader(layout, officials, institutions, lexicon, near).read()


class _Reader:
    def __init__(
        self,
        layout: Layout,
        officials: tuple[Official, ...],
        institutions: tuple[Institution, ...],
        lexicon: Lexicon,
        near: date | None,
    ) -> None:
        self._body = layout.body
        self._folded = fold(layout.body)
        self._words = lexicon.tenures
        self._pronouns = lexicon.speech.phrases["pronouns"]
        self._officials = {official.name: official for official in officials}
        quotations = find_quotations(layout, lexicon)
        self._bodies = sorted((m.start, m.end, i.name) for i in institutions for m in i.mentions)
        self._people = sorted(
            (m.start, m.end, o.name)
            for o in officials
            for m in o.mentions
            if not any(q.start <= m.start < q.end for q in quotations)
        )
        posts = find_posts(layout, self._bodies, self._people, quotations, lexicon)
        self._posts = [Span(start=start, end=end) for start, end in posts]
        self._sentences = layout.list_prose()
        self._dates = {
            sentence.start: find_dates(
                self._body[sentence.start : sentence.end], near=near, lexicon=lexicon, start=sentence.start
            )
            for sentence in self._sentences
        }
        self._ceremony = self._find_ceremony()
        self._holdings: list[_Holding] = []

    def read(self) -> tuple[Tenure, ...]:
        for index, sentence in enumerate(self._sentences):
            for span, phrase in self._words.matcher.find_phrases(self._body[sentence.start : sentence.end]):
                cue = Span(start=sentence.start + span.start, end=sentence.start + span.end)
                if not self._is_blocked(sentence, cue.start):
                    self._read_cue(index, sentence, cue, self._words.kinds[phrase])
            self._read_days(index, sentence)
            self._read_years(index, sentence)
        self._close_earlier()
        return tuple(
            Tenure(
                person=holding.person,
                post=holding.post,
                institution=holding.institution,
                start=holding.start,
                end=holding.end,
                evidence=tuple(sorted(set(holding.evidence))),
            )
            for holding in sorted(self._holdings, key=lambda h: (min(h.evidence), h.start or "9999"))
        )

    def _read_cue(self, index: int, sentence: Sentence, cue: Span, kind: str) -> None:
        if kind == "begins":
            person, post = self._find_person_before(index, cue.start), self._find_post_after(cue.end)
            if person and post:
                self._begin(index, sentence, person, post, cue)
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

    def _begin(self, index: int, sentence: Sentence, person: str, post: Span, cue: Span) -> None:
        holding = self._hold(sentence, person, post)
        own = [
            found
            for found in self._dates[sentence.start]
            if found.end is None and not self._is_since(found) and not self._is_held(found)
        ]
        since = [found for found in self._dates[sentence.start] if self._is_since(found)]
        after = [found for found in since if found.span.start >= post.end]
        day = after[0].start if after else own[0].start if own else self._ceremony
        if holding.start is None and day is not None:
            holding.start = day.isoformat()
        holding.begun = index

    def _read_appointed(self, index: int, sentence: Sentence, cue: Span) -> None:
        named = [person for person in self._people if cue.end <= person[0] < sentence.end]
        for number, (start, end, name) in enumerate(named):
            limit = named[number + 1][0] if number + 1 < len(named) else sentence.end
            post = self._find_post_after(end) or self._find_post_before(start, cue.end if not number else end)
            if post is not None and post.start < limit:
                self._begin(index, sentence, name, post, cue)

    def _read_passed(self, index: int, sentence: Sentence, cue: Span) -> None:
        after = [p for p in self._people if cue.end <= p[0] <= cue.end + _LONGEST_GAP and p[1] <= sentence.end]
        if not after:
            return
        post = self._find_post_before(cue.start, sentence.start) or self._find_post_after(after[0][1])
        if post is not None:
            self._begin(index, sentence, after[0][2], post, cue)

    def _read_replaced(self, index: int, sentence: Sentence, cue: Span, *, reverse: bool) -> None:
        one = self._find_person_before(index, cue.start)
        other = next((p[2] for p in self._people if cue.end <= p[0] < sentence.end), None)
        if one is None or other is None or one == other:
            return
        new, old = (other, one) if reverse else (one, other)
        taken = [holding for holding in self._holdings if holding.person == new and holding.begun is not None]
        if taken:
            post, institution, start = taken[-1].post, taken[-1].institution, taken[-1].start
        elif (official := self._officials[new]).post is not None:
            post, institution, start = official.post, official.institution, None
        else:
            return
        holding = self._add(sentence, old, post, institution)
        if start is not None and holding.end is None and len(start) == len("2026-02-03"):
            holding.end = (date.fromisoformat(start) - _DAY).isoformat()

    def _read_end(self, index: int, sentence: Sentence, cue: Span) -> None:
        person = self._find_person_before(index, cue.start)
        if person is None or self._is_far(sentence, cue):
            return
        opening = self._folded[sentence.start : cue.start]
        begun = [holding for holding in self._holdings if holding.begun is not None]
        official = self._officials[person]
        if begun and any(opening.startswith(word) for word in self._words.predecessors):
            holding = self._add(sentence, person, begun[-1].post, begun[-1].institution)
        elif official.post is not None:
            holding = self._add(sentence, person, official.post, official.institution)
        else:
            return
        days = [found for found in self._dates[sentence.start] if found.span.start >= cue.end and not found.end]
        if days:
            first = self._is_since(days[0])
            holding.end = (days[0].start - _DAY if first else days[0].start).isoformat()

    def _read_former(self, sentence: Sentence, cue: Span) -> None:
        post = next((p for p in self._posts if cue.end <= p.start <= cue.end + 1), None)
        if post is None:
            return
        after = next((p for p in self._people if p[0] >= post.end), None)
        before = next((p for p in reversed(self._people) if p[1] <= cue.start), None)
        if after and after[0] < sentence.end and len(self._body[post.end : after[0]].split()) <= 3:
            self._hold(sentence, after[2], post)
        elif before and before[0] >= sentence.start and self._body[before[1] : cue.start].strip() == ",":
            self._hold(sentence, before[2], post)

    def _read_days(self, index: int, sentence: Sentence) -> None:
        """Read "Kepala X sejak D", "sejak D menjadi Kepala X" and "bertugas dari D sampai D"."""
        for found in self._dates[sentence.start]:
            if not (self._is_since(found) or self._is_held(found)):
                continue
            person = self._find_person_before(index, found.span.start)
            if person is None or self._is_told_of_end(sentence, found):
                continue
            post = self._find_post_after(found.span.end) or self._find_post_of(person, sentence, found)
            if post is not None:
                holding = self._hold(sentence, person, post)
            elif earlier := [h for h in self._holdings if h.person == person and h.begun != index]:
                holding = earlier[-1]
            else:
                continue
            if holding.begun == index and holding.start is not None:
                continue
            holding.start = found.start.isoformat()
            holding.since = index
            if found.end is not None:
                holding.end = found.end.isoformat()

    def _read_years(self, index: int, sentence: Sentence) -> None:
        """Read "sejak 2022" and "periode 2021-2026"."""
        for match in self._words.year_pattern.finditer(self._folded, sentence.start, sentence.end):
            person = self._find_person_before(index, match.start())
            post = self._find_post_after(match.end()) or self._find_post_before(match.start(), sentence.start)
            if person and post:
                holding = self._hold(sentence, person, post)
                holding.start = holding.start or match["year"]
                holding.since = index
        for match in self._words.term_pattern.finditer(self._folded, sentence.start, sentence.end):
            post = self._find_post_before(match.start(), sentence.start)
            after = next((p for p in self._people if match.end() <= p[0] <= match.end() + 30), None)
            person = after[2] if after else self._find_person_before(index, match.start())
            if person and post:
                holding = self._hold(sentence, person, post)
                holding.start, holding.end = holding.start or match["first"], holding.end or match["last"]

    def _close_earlier(self) -> None:
        """Let a post end where the same sentence tells that its holder took another."""
        for earlier in self._holdings:
            for later in self._holdings:
                if (
                    earlier is not later
                    and earlier.person == later.person
                    and earlier.since is not None
                    and earlier.since == later.begun
                    and earlier.end is None
                    and later.start is not None
                    and (earlier.start or "") < later.start
                ):
                    earlier.end = (date.fromisoformat(later.start) - _DAY).isoformat()

    def _find_ceremony(self) -> date | None:
        for sentence in self._sentences:
            text = self._folded[sentence.start : sentence.end]
            if self._words.ceremony_pattern.search(text):
                for found in self._dates[sentence.start]:
                    if found.end is None and not self._is_since(found):
                        return found.start
        return None

    def _is_blocked(self, sentence: Sentence, offset: int) -> bool:
        words = self._folded[sentence.start : offset].split()
        return bool(words) and words[-1] in self._words.blockers

    def _is_far(self, sentence: Sentence, cue: Span) -> bool:
        """Tell whether too much stands between a person and a verb for him to be its subject."""
        named = [p for p in self._people if sentence.start <= p[0] and p[1] <= cue.start]
        start = named[-1][1] if named else sentence.start
        return len(self._body[start : cue.start].split()) > _MOST_WORDS_BETWEEN

    def _is_since(self, found: FoundDate) -> bool:
        return self._words.since_pattern.search(self._folded, max(0, found.span.start - 30), found.span.start) is not None

    def _is_held(self, found: FoundDate) -> bool:
        """Tell whether a range of days is that of holding a post ("bertugas di X dari D sampai D")."""
        if found.end is None:
            return False
        before = self._folded[max(0, found.span.start - _LONGEST_GAP) : found.span.start]
        return any(f" {verb} " in before for verb in self._words.holds)

    def _is_told_of_end(self, sentence: Sentence, found: FoundDate) -> bool:
        before = self._folded[sentence.start : found.span.start]
        return any(before.rstrip().rpartition(word)[1] for word in self._words.ends)

    def _find_person_before(self, index: int, offset: int) -> str | None:
        """Return the person named last before an offset in its sentence, or whom its pronoun means."""
        sentence = self._sentences[index]
        named = [person for person in self._people if sentence.start <= person[0] and person[1] <= offset]
        if named:
            return named[-1][2]
        if index == 0 or not self._pronouns.match(self._folded, sentence.start):
            return None
        before = self._sentences[index - 1]
        return next((p[2] for p in self._people if before.start <= p[0] < before.end), None)

    def _find_post_after(self, offset: int) -> Span | None:
        """Return the post that follows at once or after words like "sebagai"."""
        post = next((post for post in self._posts if post.start >= offset), None)
        if post is None or post.start - offset > _LONGEST_LINK:
            return None
        between = self._folded[offset : post.start].strip(" ,")
        while between:
            match = next(
                (m for name in ("links", "holds") if (m := self._words.phrases[name].match(between))), None
            )
            if match is None:
                return None
            between = between[match.end() :].strip(" ,")
        return post

    def _find_post_before(self, offset: int, limit: int) -> Span | None:
        posts = [post for post in self._posts if limit <= post.start and post.end <= offset]
        if not posts or len(self._body[posts[-1].end : offset].split()) > 2:
            return None
        return posts[-1]

    def _find_post_of(self, person: str, sentence: Sentence, found: FoundDate) -> Span | None:
        """Return the post that stands before a day, behind the person's name."""
        since = self._words.since_pattern.search(self._folded, max(0, found.span.start - 30), found.span.start)
        end = since.start() if since else found.span.start
        post = self._find_post_before(end, sentence.start)
        return post if post is not None or since is None else None

    def _hold(self, sentence: Sentence, person: str, post: Span) -> _Holding:
        text = self._body[post.start : post.end]
        inside = [body for body in self._bodies if post.start <= body[0] and body[1] <= post.end]
        institution = max(inside, key=lambda body: body[1] - body[0])[2] if inside else None
        official = self._officials[person]
        if institution is None and official.post is not None and fold(official.post) == fold(text):
            institution = official.institution
        return self._add(sentence, person, text, institution)

    def _add(self, sentence: Sentence, person: str, post: str, institution: str | None) -> _Holding:
        for holding in self._holdings:
            if holding.person == person and fold(holding.post) == fold(post):
                holding.evidence.append(sentence.span)
                return holding
        holding = _Holding(person=person, post=post, institution=institution, evidence=[sentence.span])
        self._holdings.append(holding)
        return holding
