"""Who a text can mean as a speaker: persons, posts and bodies, where they stand."""

import re
from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from kgraph.extraction.post_holders import PostHolders
from kgraph.extraction.post_stretches import WORD, Places, find_unnamed
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution, Official
from kgraph.text.stretches import Stretch

# Between a post and its holder: comma, ranks, titles, a bracket.
_BEFORE_NAME = re.compile(r"[\s,]*(?:(?:[A-Z][\w.]*|[a-z]{2,4}\.|\([A-Z][^)]{0,30}\))[\s,]*){0,7}")
_LONGEST_GAP = 60
_LONGEST_TITLES = 40


class Referent(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A place that names somebody; ``kind``: person, holder, post or institution.

    A holder is an official named by post only, a post one whose holder the text does not
    name. ``speaker`` is the name of the official or institution, or the post as written.
    The stretch of a person takes in the post and ranks before the name.
    """

    start: int
    end: int
    speaker: str
    kind: str


class Referents:
    """All referents of a text outside quotations, in order, without overlap."""

    def __init__(self, found: Iterable[Referent]) -> None:
        self._found = sorted(found)
        self._starts = [referent.start for referent in self._found]

    def list_between(self, start: int, end: int) -> list[Referent]:
        """Return the referents that lie in ``[start, end)``."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [referent for referent in self._found[low:high] if referent.end <= end]

    def covers(self, offset: int) -> bool:
        """Tell whether a referent lies over an offset."""
        index = bisect_left(self._starts, offset + 1) - 1
        return index >= 0 and self._found[index].end > offset


def find_referents(
    places: Places,
    officials: tuple[Official, ...],
    institutions: tuple[Institution, ...],
    lexicon: Lexicon,
) -> Referents:
    """Return the persons, posts and institutions that the prose names outside quotations.

    A post beside a name belongs to the person. A post alone stands for the official of
    the text who holds it; where there is none it stands for itself, as written.
    """
    body = places.layout.body
    holders = PostHolders(officials, institutions, lexicon.posts.pair_set)
    posts = places.posts
    found = []
    leading: dict[int, int] = {}
    for post in posts:
        holder = _find_holder(body, post.end, places)
        if holder is not None and _is_represented(body, post, posts, holder, lexicon):
            holder = None
        if holder is not None:
            leading.setdefault(holder, post.start)
        elif not _is_apposition(body, post.start, places, lexicon):
            name = holders.find_holder(post.name)
            kind = "holder" if name else "post"
            found.append(Referent(start=post.start, end=post.end, speaker=name or post.name, kind=kind))
    taken = {offset for post in posts for offset in range(post.start, post.end)}
    for unnamed in find_unnamed(places, lexicon):
        if unnamed.start in taken:
            continue
        taken.update(range(unnamed.start, unnamed.end))
        holder = _find_holder(body, unnamed.end, places)
        if holder is not None:
            leading.setdefault(holder, unnamed.start)
        else:
            found.append(Referent(start=unnamed.start, end=unnamed.end, speaker=unnamed.name, kind="post"))
    for person in places.people:
        if person.start in taken:
            continue
        start = leading.get(person.start)
        if start is None:
            start = _find_titles(body, person, lexicon)
        found.append(Referent(start=start, end=person.end, speaker=person.name, kind="person"))
    found.extend(
        Referent(start=place.start, end=place.end, speaker=place.name, kind="institution")
        for place in places.bodies
        if place.start not in taken
    )
    return Referents(found)


def _is_represented(
    body: str, post: Stretch, posts: tuple[Stretch, ...], holder: int, lexicon: Lexicon
) -> bool:
    """Tell whether a post is another's than that of the name behind it ("Mewakili Bupati, Sekda Budi")."""
    before = body[max(0, post.start - _LONGEST_TITLES) : post.start].split()[-1:]
    return (
        bool(before)
        and fold(before[0]) in lexicon.speech.word_sets["obliques"]
        and body[post.end : post.end + 1] == ","
        and any(post.end < other.start < holder for other in posts)
    )


def _find_titles(body: str, person: Stretch, lexicon: Lexicon) -> int:
    """Return where the titles and ranks directly before a name begin."""
    honorifics, start = lexicon.honorifics, person.start
    known = (honorifics.title_set, honorifics.first_words, honorifics.rank_part_set, lexicon.posts.phrase_set)
    for word in reversed(list(WORD.finditer(body, max(0, start - _LONGEST_TITLES), start))):
        folded = fold(word.group()).replace(".", "")
        if body[word.end() : start].strip(" .()") or not any(folded in words for words in known):
            break
        if word.group().endswith(".") and word.group().islower() and folded in lexicon.posts.phrase_set:
            # "... upah perbekel. Budi ...": the sentence before ends.
            break
        start = word.start()
    return start


def _find_holder(body: str, end: int, places: Places) -> int | None:
    """Return the start of the name that follows a post, with a comma and ranks at most between."""
    person = places.people.find_next(end)
    if person is None or person.start - end > _LONGEST_GAP:
        return None
    return person.start if _BEFORE_NAME.fullmatch(body, end, person.start) else None


def _is_apposition(body: str, start: int, places: Places, lexicon: Lexicon) -> bool:
    """Tell whether a post stands right after a name: "Yunianto, Ketua ...", "Yunianto selaku Ketua ..."."""
    person = places.people.find_last(start)
    if person is None or start - person.end > _LONGEST_GAP:
        return False
    gap = body[person.end : start]
    if fold(gap).strip(" ,") in lexicon.posts.after_name_set:
        return True
    degrees = [part for part in re.split(r"[\s,]+", gap) if part]
    known = lexicon.honorifics.degree_set
    return gap.rstrip().endswith(",") and all(fold(part).replace(".", "") in known for part in degrees)
