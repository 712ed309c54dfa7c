"""Who a text can mean as a speaker: persons, posts and bodies, where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from kgraph.extraction.quotations import Quotation
from kgraph.lexicon.load import Lexicon
from kgraph.records import Institution, Official
from kgraph.text.layout import Layout
from kgraph.text.matcher import fold

_WORD = re.compile(r"[\w][\w.'’/-]*")
# Between a post and its holder, or before a name: comma, ranks, titles, a bracket.
_BEFORE_NAME = re.compile(r"[\s,]*(?:(?:[A-Z][\w.]*|[a-z]{2,4}\.|\([A-Z][^)]{0,30}\))[\s,]*){0,7}$")
_LONGEST_GAP = 60
_LONGEST_UNNAMED = 5
_BRACKET = re.compile(r"\s*\([^()]{2,60}\)")


class Referent(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place that names somebody; ``kind``: person, holder, post or institution.

    A holder is an official named by post only, a post one whose holder the text does not name.
    ``speaker`` is the name of the official or institution, or the post as written.
    The stretch of a person takes in the post and ranks before the name.
    """

    start: int
    end: int
    speaker: str
    kind: str


class Referents(Sequence[Referent]):
    """All referents of a text outside quotations, in order, without overlap."""

    def __init__(self, found: Iterable[Referent]) -> None:
        self._found = sorted(found)
        self._starts = [referent.start for referent in self._found]

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def list_between(self, start: int, end: int) -> list[Referent]:
        """Return the referents that lie in ``[start, end)``."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [referent for referent in self._found[low:high] if referent.end <= end]

    def covers(self, offset: int) -> bool:
        """Tell whether a referent lies over an offset."""
        index = bisect_left(self._starts, offset + 1) - 1
        return index >= 0 and self._found[index].end > offset


def find_referents(
    layout: Layout,
    officials: tuple[Official, ...],
    institutions: tuple[Institution, ...],
    quotations: tuple[Quotation, ...],
    lexicon: Lexicon,
) -> Referents:
    """Return the persons, posts and institutions that the prose names outside quotations.

    A post beside a name belongs to the person. A post alone stands for the official of
    the text who holds it; where there is none it stands for itself, as written.
    """
    body = layout.body
    prose = [(sentence.start, sentence.end) for sentence in layout.list_prose()]

    def is_prose(start: int) -> bool:
        index = bisect_left(prose, (start + 1, 0)) - 1
        return index >= 0 and start < prose[index][1]

    def is_quoted(start: int) -> bool:
        return any(quotation.start <= start < quotation.end for quotation in quotations)

    bodies = sorted(
        (mention.start, mention.end, institution.name)
        for institution in institutions
        for mention in institution.mentions
        if is_prose(mention.start) and not is_quoted(mention.start)
    )
    people = sorted(
        (mention.start, mention.end, official.name)
        for official in officials
        for mention in official.mentions
        if is_prose(mention.start) and not is_quoted(mention.start)
    )
    people = [
        person for person in people if not any(start < person[1] and person[0] < end for start, end, _ in bodies)
    ]
    resolver = PostResolver(officials, institutions, body, lexicon)
    posts = find_posts(layout, bodies, people, quotations, lexicon)
    found = []
    taken: list[tuple[int, int]] = []
    leading: dict[int, int] = {}
    for start, end in posts:
        holder = _find_holder(body, end, people)
        if holder is not None:
            leading.setdefault(holder, start)
            taken.append((start, end))
        elif not _is_apposition(body, start, people, lexicon):
            text = body[start:end]
            name = resolver.resolve_post(text)
            found.append(
                Referent(start=start, end=end, speaker=name or text, kind="holder" if name else "post")
            )
            taken.append((start, end))
        else:
            taken.append((start, end))
    for start, end in _find_unnamed(layout, quotations, lexicon):
        if not any(left < end and start < right for left, right in taken) and not any(
            left < end and start < right for left, right, _ in people
        ):
            found.append(Referent(start=start, end=end, speaker=body[start:end], kind="post"))
            taken.append((start, end))
    for start, end, name in people:
        left = leading.get(start)
        if left is None:
            gap = _BEFORE_NAME.search(body, max(0, start - 30), start)
            left = gap.start() + len(gap.group()) - len(gap.group().lstrip(" ,\n")) if gap else start
            left = _start_of_titles(body, left, start, lexicon)
        found.append(Referent(start=min(left, start), end=end, speaker=name, kind="person"))
    for start, end, name in bodies:
        if not any(left <= start < right for left, right in taken):
            found.append(Referent(start=start, end=end, speaker=name, kind="institution"))
    return Referents(found)


def _start_of_titles(body: str, left: int, start: int, lexicon: Lexicon) -> int:
    """Return where the titles and ranks directly before a name begin."""
    titles = _list_titles(lexicon) | lexicon.honorifics.rank_part_set
    titles |= {fold(word) for word in lexicon.posts.short_titles}
    reached = start
    for word in reversed(list(_WORD.finditer(body, left, start))):
        if fold(word.group()).replace(".", "") not in titles:
            break
        reached = word.start()
    return reached


def _list_titles(lexicon: Lexicon) -> frozenset[str]:
    ranks = frozenset(rank[0] for rank in lexicon.honorifics.rank_words)
    return lexicon.honorifics.title_set | ranks


def find_posts(
    layout: Layout,
    bodies: list[tuple[int, int, str]],
    people: list[tuple[int, int, str]],
    quotations: tuple[Quotation, ...],
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """Return the stretches of posts in the prose outside quotations, in order.

    ``bodies`` and ``people`` are the sorted mentions of institutions and officials, as
    (start, end, name); a post takes in the body that it names, not the person.
    """
    body = layout.body
    body_at = {start: end for start, end, _ in bodies}
    person_at = {start for start, _, _ in people}
    posts: list[tuple[int, int]] = []
    for sentence in layout.list_prose():
        reached = sentence.start
        text = body[sentence.start : sentence.end]
        for span, _ in lexicon.posts.matcher.find_phrases(text):
            start, end = sentence.start + span.start, sentence.start + span.end
            if (
                start < reached
                or any(left <= start < right for left, right, _ in bodies)
                or any(left < end and start < right for left, right, _ in people)
                or any(quotation.start <= start < quotation.end for quotation in quotations)
            ):
                continue
            end, named = _extend_post(body, end, sentence.end, body_at, person_at, lexicon)
            if body[start].isupper() or named:
                posts.append((start, end))
                reached = end
    return posts


def _find_unnamed(
    layout: Layout, quotations: tuple[Quotation, ...], lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Return the stretches that begin a sentence and mean somebody unnamed ("Salah seorang peserta")."""
    found = []
    forms = lexicon.speech.forms
    for sentence in layout.list_prose():
        text = layout.body[sentence.start : sentence.end]
        for span, _ in lexicon.speech.unnamed_matcher.find_phrases(text):
            start = sentence.start + span.start
            if any(quotation.start <= start < quotation.end for quotation in quotations):
                continue
            if text[: span.start].strip() and not text[: span.start].rstrip().endswith(","):
                continue
            end = sentence.start + span.end
            for count, word in enumerate(_WORD.finditer(layout.body, end, sentence.end)):
                gap = layout.body[end : word.start()]
                folded = fold(word.group())
                if gap.strip() or count == _LONGEST_UNNAMED or folded in forms:
                    break
                if folded in lexicon.speech.word_sets["noun_stops"]:
                    break
                end = word.start() + len(word.group().rstrip("."))
            found.append((start, end))
    return found


def _extend_post(
    body: str, end: int, limit: int, body_at: dict[int, int], person_at: set[int], lexicon: Lexicon
) -> tuple[int, bool]:
    """Return where a post ends that begins with a head, and whether it names a body."""
    named = False
    joiners = {fold(word) for word in (*lexicon.posts.prepositions, *lexicon.speech.joint)}
    forms = lexicon.speech.forms
    titles = _list_titles(lexicon)
    if body[end : end + 2] == ". ":
        end += 1
    while end < limit:
        start = end
        while start < limit and body[start] in "  ":
            start += 1
        if start in body_at:
            end, named = body_at[start], True
            continue
        if start in person_at:
            break
        if bracket := _BRACKET.match(body, end, limit):
            end = bracket.end()
            continue
        word = _WORD.match(body, start, limit)
        if word is None or (start == end and body[end - 1] != "."):
            break
        folded = fold(word.group()).rstrip(".")
        if folded in joiners or folded in lexicon.posts.modifier_set and not word.group()[0].isupper():
            ahead = word.end() + 1
            after = _WORD.match(body, ahead, limit)
            capital = after is not None and after.group()[0].isupper()
            if ahead in person_at or not (ahead in body_at or capital):
                break
            if folded in lexicon.speech.joint and ahead not in body_at and not _is_subject(after, lexicon):
                break
            end = word.end()
            continue
        if not (word.group()[0].isupper() or word.group()[0].isdigit()) or folded in forms:
            break
        if folded in titles and (follows := _WORD.match(body, word.end() + 1, limit)) and (
            follows.group()[0].isupper() or word.end() + 1 in person_at
        ):
            break
        end = start + len(word.group().rstrip(".,"))
    return end, named


def _is_subject(word: re.Match[str] | None, lexicon: Lexicon) -> bool:
    """Tell whether a word after "dan" goes on with the post ("Perdata dan Tata Usaha"), not with another."""
    return word is not None and next(lexicon.posts.matcher.find_phrases(word.group()), None) is None


def _find_holder(body: str, end: int, people: list[tuple[int, int, str]]) -> int | None:
    """Return the start of the name that follows a post, with a comma and ranks at most between."""
    index = bisect_left(people, (end, 0, ""))
    if index == len(people) or people[index][0] - end > _LONGEST_GAP:
        return None
    start = people[index][0]
    return start if _BEFORE_NAME.fullmatch(body, end, start) else None


def _is_apposition(
    body: str, start: int, people: list[tuple[int, int, str]], lexicon: Lexicon
) -> bool:
    """Tell whether a post stands right after a name: "Yunianto, Ketua ...", "Yunianto selaku Ketua ..."."""
    index = bisect_left(people, (start, 0, "")) - 1
    if index < 0 or start - people[index][1] > _LONGEST_GAP:
        return False
    gap = body[people[index][1] : start]
    words = fold(gap).strip(" ,")
    if words in {fold(word) for word in lexicon.posts.after_name}:
        return True
    degrees = [part for part in re.split(r"[\s,]+", gap) if part]
    known = lexicon.honorifics.degree_set
    return gap.rstrip().endswith(",") and all(fold(part).replace(".", "") in known for part in degrees)


class PostResolver:
    """Finds the official of a text whom a post without a name means."""

    def __init__(
        self,
        officials: tuple[Official, ...],
        institutions: tuple[Institution, ...],
        body: str,
        lexicon: Lexicon,
    ) -> None:
        self._lexicon = lexicon
        forms: dict[str, str] = {}
        for institution in institutions:
            for mention in (*(m.text for m in institution.mentions), institution.name):
                forms.setdefault(fold(mention), institution.name)
        self._forms = sorted(forms.items(), key=lambda item: (-len(item[0]), item[0]))
        self._holders = [
            (official, fold(official.post).split()) for official in officials if official.post is not None
        ]

    def resolve_post(self, text: str) -> str | None:
        """Return the name of the one official whose post a phrase is, else ``None``.

        The phrase may be the post in other letters, a shorter form of it ("Ketua DPRK"),
        a fused form ("Kakanreg XIII BKN" for "Kepala Kantor Regional XIII BKN"), or may
        name the same body by another of its names.
        """
        words = _split(text)
        exact = [official for official, post in self._holders if _split(" ".join(post)) == words]
        if exact:
            return exact[0].name if len({official.name for official in exact}) == 1 else None
        head, body = self._cut_body(text)
        same = [
            official
            for official, _ in self._holders
            if official.institution is not None
            and body == official.institution
            and self._cut_body(official.post or "")[0] == head
        ]
        if len({official.name for official in same}) == 1:
            return same[0].name
        short = [official for official, post in self._holders if _is_short_form(words, _split(" ".join(post)))]
        return short[0].name if len({official.name for official in short}) == 1 else None

    def _cut_body(self, text: str) -> tuple[list[str], str | None]:
        folded = fold(text)
        for form, name in self._forms:
            if folded.endswith(form):
                return _split(folded[: -len(form)]), name
        return _split(folded), None


def _split(text: str) -> list[str]:
    return [word for word in re.split(r"[^\w]+", fold(text)) if word]


def _is_short_form(short: list[str], long: list[str]) -> bool:
    """Tell whether words shorten others, in order, from the first on, each taking up at least one.

    >>> _is_short_form(["kakanreg", "xiii", "bkn"], ["kepala", "kantor", "regional", "xiii", "bkn"])
    True
    >>> _is_short_form(["kapolres", "palu"], ["kepala", "dinas", "sosial", "kota", "palu"])
    False
    """
    place = 0
    if not short or not long:
        return False
    for number, word in enumerate(short):
        for start in range(place, 1 if number == 0 else len(long)):
            size = _measure_match(word, long[start:])
            if size:
                place = start + size
                break
        else:
            return False
    return True


def _measure_match(word: str, words: list[str]) -> int:
    """Return how many of the words one word stands for: itself, or several that it fuses."""
    if words[0] == word:
        return 1
    if word[0] != words[0][0]:
        return 0
    for size in range(min(5, len(words)), 1, -1):
        if _fuses(word, words[:size]):
            return size
    return 0


def _fuses(word: str, words: list[str]) -> bool:
    """Tell whether a word is made of parts of others, in order ("wabup" of "wakil bupati")."""
    if not words:
        return not word
    first, rest = words[0], words[1:]
    for size in range(1, len(word) + 1):
        if not _is_within(word[:size], first):
            break
        if _fuses(word[size:], rest):
            return True
    return False


def _is_within(part: str, word: str) -> bool:
    """Tell whether a part's letters stand in a word in this order."""
    letters = iter(word)
    return all(letter in letters for letter in part)
