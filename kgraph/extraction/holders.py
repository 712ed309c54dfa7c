"""Who holds which post: names beside posts, and names that stand alone."""

import re

import msgspec

from kgraph.extraction.body_words import is_acronym
from kgraph.extraction.person_names import NameReader, PersonName
from kgraph.extraction.post_phrases import PostPhrase, PostReader
from kgraph.extraction.regions import find_region, find_seat
from kgraph.extraction.tokens import Token, Tokens
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_FEWEST_PRESENTING = 2
_MOST_POST_WORDS = 3
_MOST_PRESENTING = 9
_BEHIND = re.compile(r"^[\s,:(–-]{1,4}$")
_BEFORE = re.compile(r"^\s?[,(]?\s?$")
_MAX_LOOK_BACK = 9
_LOCAL = "local"


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """A named person and, where the text gives it beside the name, the post.

    ``body`` is the index of a body that the text ties to a person without a post;
    ``appointed`` tells a post that the person is told to take up, ``besides`` one that is
    told as a second one: "yang juga Ketua X".
    """

    name: PersonName
    post: PostPhrase | None
    body: int | None = None
    appointed: bool = False
    besides: bool = False


class HolderFinder:
    """Reads a text from post to post."""

    def __init__(
        self,
        tokens: Tokens,
        names: NameReader,
        posts: PostReader,
        owners: dict[int, int],
        lexicon: Lexicon,
    ) -> None:
        self._tokens = tokens
        self._owners = owners
        self._names = names
        self._posts = posts
        self._lexicon = lexicon
        self._words = lexicon.posts
        self.seen: list[PostPhrase] = []

    def find(self, indexes: list[int]) -> list[Holder]:
        """Return the holders that begin at the given words, in order."""
        found: list[Holder] = []
        reached = 0
        waiting: PostPhrase | None = None
        for index in indexes:
            token = self._tokens[index]
            opens = token.folded in self._words.first_words
            if index < reached or not (opens or self._may_name(token)):
                continue
            post = self._posts.read(index) if opens else None
            if post is None:
                holder = self._read_alone(index)
                if holder is not None:
                    found.append(holder)
                    reached = self._tokens.find_index(holder.name.outer_end)
                continue
            self.seen.append(post)
            holders = self._read_after(post, waiting)
            waiting = None
            if not holders:
                holders = self._read_before(post, found) or self._read_appointed(post, found)
                waiting = post if self._is_paired(post) else None
            holders = [
                holder
                for holder in holders
                if len(holder.name.words) > 1 or self._looks_personal(holder.name)
            ]
            found.extend(holders)
            ends = (self._tokens.find_index(holder.name.outer_end) for holder in holders)
            reached = max([post.last, *ends])
        return found

    def _gap(self, end: int, index: int) -> str:
        return self._tokens.body[end : self._tokens[index].start] if index < len(self._tokens) else "\n"

    def _is_paired(self, post: PostPhrase) -> bool:
        """Whether "and" and a second post follow, whose names are told together."""
        return (
            post.last + 1 < len(self._tokens)
            and self._gap(post.end, post.last) == " "
            and self._tokens[post.last].folded in self._words.pair_set
            and self._posts.find_head(post.last + 1) > 0
        )

    def _read_after(self, post: PostPhrase, waiting: PostPhrase | None) -> list[Holder]:
        index, end = post.last, post.end
        if index < len(self._tokens) and self._tokens[index].folded in self._words.before_name_set:
            if "\n" in self._gap(end, index):
                return []
            end = self._tokens[index].end
            index += 1
        size = self._words.passed_to_phrases.match(self._tokens.folded, index)
        if size and self._gap(end, index).strip() in {"", ","}:
            end = self._tokens[index + size - 1].end
            index += size
        gap = self._gap(end, index)
        if index >= len(self._tokens) or not _BEHIND.match(gap) or "\n" in gap:
            return []
        name = self._names.read(index)
        if name is None or not self._is_name(name, post, comma="," in gap):
            return []
        following = self._read_following(name)
        if waiting is not None and following is not None:
            return [Holder(name=name, post=waiting), Holder(name=following, post=post)]
        holders = [Holder(name=name, post=post, appointed=size > 0)]
        if following is not None and self._is_plural(post):
            holders.append(Holder(name=following, post=post))
        return holders

    def _read_following(self, name: PersonName) -> PersonName | None:
        """The name behind "A dan" or "A, dan"."""
        index = self._tokens.find_index(name.outer_end)
        if index + 1 >= len(self._tokens) or self._tokens[index].folded not in self._words.pair_set:
            return None
        if self._gap(name.outer_end, index).strip() not in {"", ","} or self._posts.find_head(index + 1):
            return None
        following = self._names.read(index + 1)
        return following if following is not None and self._looks_personal(following) else None

    def _is_plural(self, post: PostPhrase) -> bool:
        """A number word before the post, or a post for several people at once."""
        return post.first > 0 and self._tokens[post.first - 1].folded in self._words.number_set

    def _read_appointed(self, post: PostPhrase, found: list[Holder]) -> list[Holder]:
        """From "NAME ... dikukuhkan menjadi POST": the person named last in the sentence takes it up."""
        size = self._words.appointed_phrases.match_before(self._tokens.folded, post.first)
        if not size or self._words.former_phrases.match_before(self._tokens.folded, post.first - size):
            return []
        for holder in reversed(found):
            between = self._tokens.body[holder.name.outer_end : post.start]
            if "\n" in between or ". " in between:
                return []
            return [msgspec.structs.replace(holder, post=post, appointed=True)]
        return []

    def _is_name(self, name: PersonName, post: PostPhrase, *, comma: bool) -> bool:
        if name.honorifics:
            return True
        if len(name.words) == 1 and is_acronym(name.text):
            return False
        if self._lexicon.institution_heads.words.country_phrases.match(self._tokens.folded, name.first):
            return False
        region = find_region(self._tokens, name.first, self._lexicon.regions)
        if region is not None and region.last >= name.last and not self._is_given(name):
            return False
        bare = fold(post.text) == post.heads[-1]
        if not comma and bare and post.heads[-1] in self._words.local_set and not self._is_given(name):
            # "Kepala Desa Lakatan": what follows the post of a place may be the place.
            return False
        if name.last - name.first == 1 and not comma:
            return self._is_given(name) or post.institution is not None or self._is_placed(post)
        return not (comma and self._continues_list(name) and not self._is_given(name))

    def _is_placed(self, post: PostPhrase) -> bool:
        return (
            len(post.text.split()) > 1
            or fold(post.text) in self._words.body_of
            or fold(post.text) in self._words.implied_body_of
        )

    def _continues_list(self, name: PersonName) -> bool:
        """Behind a comma, a capital word whose next word is no verb may be one more body or place."""
        folded = self._tokens[name.first].folded
        vocabulary = self._lexicon.institution_heads.words
        return vocabulary.is_field_word(self._tokens[name.first].text) and (
            folded not in self._lexicon.given_names.folded
        )

    def _is_given(self, name: PersonName) -> bool:
        return any(len(word) > 2 and word in self._lexicon.given_names.folded for word in name.words)

    def _looks_personal(self, name: PersonName) -> bool:
        if name.honorifics:
            return True
        regions = self._lexicon.regions
        region = find_region(self._tokens, name.first, regions) or find_seat(
            self._tokens, name.first, regions
        )
        if region is not None and region.last >= name.last:
            return False
        return not any(
            self._lexicon.institution_heads.words.is_field_word(self._tokens[i].text)
            and self._tokens[i].folded not in self._lexicon.given_names.folded
            for i in range(name.first, name.last)
        )

    def _read_before(self, post: PostPhrase, found: list[Holder]) -> list[Holder]:
        """From "NAME, POST", "NAME selaku POST", "NAME (POST)"; with "A dan B selaku POST" both."""
        link_start, linked = self._find_link(post)
        taken = {holder.name.first for holder in found if holder.post is not None}
        for first in range(max(0, post.first - _MAX_LOOK_BACK), post.first):
            name = self._names.read(first)
            if name is None or name.outer_end > link_start:
                continue
            gap = self._tokens.body[name.outer_end : link_start]
            if not _BEFORE.match(gap) or name.first in taken:
                continue
            if not linked and not (
                "," in gap
                and self._ends_phrase(post)
                and (len(name.words) > 1 or name.honorifics)
                and self._looks_personal(name)
            ):
                continue
            besides = self._words.besides_phrases.match_before(self._tokens.folded, post.first) > 0
            holders = [Holder(name=name, post=post, besides=besides)]
            if linked:
                holders = [*self._read_preceding(name, post), *holders]
            return holders
        return []

    def _ends_phrase(self, post: PostPhrase) -> bool:
        """An apposition ends with a comma, a verb or the sentence, not with a name."""
        if post.last >= len(self._tokens):
            return True
        if self._words.represented_phrases.match(self._tokens.folded, post.last):
            # "..., Kapolres X diwakili Kasat Y": somebody else comes for the holder of the post.
            return False
        gap = self._gap(post.end, post.last)
        return gap.strip() != "" or not self._tokens[post.last].is_capital

    def _find_link(self, post: PostPhrase) -> tuple[int, bool]:
        for size in (3, 2, 1):
            begin = post.first - size
            if begin < 0:
                continue
            words = " ".join(self._tokens[i].folded for i in range(begin, post.first))
            if words in self._words.after_name_set:
                return self._tokens[begin].start, True
        return post.start, False

    def _read_preceding(self, name: PersonName, post: PostPhrase) -> list[Holder]:
        index = self._tokens.find_index(name.outer_start) - 1
        if index < 1 or self._tokens[index].folded not in self._words.pair_set:
            return []
        for first in range(max(0, index - 6), index):
            other = self._names.read(first)
            if other is not None and self._tokens.find_index(other.outer_end) == index:
                gap = self._tokens.body[other.outer_end : self._tokens[index].start]
                if gap == " " and self._looks_personal(other):
                    return [Holder(name=other, post=post)]
        return []

    def _may_name(self, token: Token) -> bool:
        """Tell whether a word may begin a name: with a capital, or as an abbreviated title."""
        return token.is_capital or self._tokens.body.startswith(".", token.end)

    def _read_alone(self, index: int) -> Holder | None:
        """A name with a rank, a degree, an age, or one of several words that is plainly a name."""
        token = self._tokens[index]
        if token.folded in self._words.occasion_set or not self._may_name(token):
            return None
        if index > 0 and token.before == " ":
            previous = self._tokens[index - 1]
            if previous.is_capital or previous.folded in self._words.thing_set:
                return None
        name = self._names.read(index)
        if name is None or (len(name.words) == 1 and is_acronym(name.text)):
            return None
        titled = len(name.honorifics) > 0
        aged = bool(self._words.age_pattern.match(self._tokens.body, name.outer_end))
        called = index > 0 and self._tokens[index - 1].folded in self._words.before_name_set
        known = len(name.words) > 1 and self._is_given(name) and self._looks_personal(name)
        led = self._find_led(index)
        behind = self._tokens.find_index(name.outer_end)
        apposed = (
            len(name.words) > 1
            and self._looks_personal(name)
            and self._words.appositions_phrases.match(self._tokens.folded, behind) > 0
            and self._gap(name.outer_end, behind).strip() in {"", ","}
        )
        origin = self._find_represented(index)
        post = self._read_unknown_post(name, index)
        if post is not None and self._looks_personal(name) and self._goes_on_lower(name):
            return Holder(name=name, post=post)
        told = self._words.person_before_phrases.match_before(self._tokens.folded, index) > 0
        presented = self._is_presented(index, name)
        sent = origin is not None and behind < len(self._tokens) and not self._tokens[behind].is_capital
        personal = led is not None or called or apposed or presented or sent
        personal = personal or (told and len(name.words) > 1)
        if not titled and self._is_place(name):
            return None
        if not (titled or aged or known or (personal and self._looks_personal(name))):
            return None
        bodies = (body for body in (led, origin, self._find_origin(behind)) if body is not None)
        return Holder(name=name, post=None, body=next(bodies, None))

    def _is_place(self, name: PersonName) -> bool:
        """Whether the text calls a village or a district so: "Desa Contoh Lama"."""
        levels = self._lexicon.institution_heads.words.level_of
        named = fold(name.text)
        place = self._tokens.folded_body.find(named)
        while place >= 0:
            index = self._tokens.find_index(place)
            if index and levels.get(self._tokens[index - 1].folded) == _LOCAL:
                return True
            place = self._tokens.folded_body.find(named, place + 1)
        return False

    def _is_presented(self, index: int, name: PersonName) -> bool:
        """Whether words like "salah seorang peserta," present a name, with a comma or verb behind it."""
        if index < _FEWEST_PRESENTING or self._tokens[index].before.strip() != ",":
            return False
        behind = self._tokens.find_index(name.outer_end)
        if behind < len(self._tokens):
            gap = self._tokens[behind].before.strip()
            if gap not in {",", "("} and (gap or self._tokens[behind].is_capital):
                return False
        for first in range(index - 1, max(-1, index - _MOST_PRESENTING), -1):
            if self._tokens[first].folded in self._words.thing_set:
                return False
            if self._words.presenting_phrases.match(self._tokens.folded, first):
                return True
            if first < index and self._tokens[first].before.strip():
                return False
        return False

    def _read_unknown_post(self, name: PersonName, index: int) -> PostPhrase | None:
        """A post that no list knows: capital words and a body before a comma and a name."""
        body = self._owners.get(index - 1)
        if body is None or len(name.words) < _FEWEST_PRESENTING or self._tokens[index].before.strip() != ",":
            return None
        first = index - 1
        while self._owners.get(first - 1) == body:
            first -= 1
        start = first
        while start > 0 and self._tokens[start].before == " " and self._is_post_word(start - 1):
            start -= 1
        begins = self._tokens[start]
        if start == first or first - start > _MOST_POST_WORDS or begins.before != " ":
            return None
        end = self._tokens[index - 1].end
        return PostPhrase(
            start=begins.start,
            end=end,
            first=start,
            last=index,
            text=" ".join(self._tokens.body[begins.start : end].split()),
            heads=(begins.folded,),
            institution=body,
        )

    def _goes_on_lower(self, name: PersonName) -> bool:
        """Whether a word in lower case follows a name: places behind a body stand before more of them."""
        behind = self._tokens.find_index(name.outer_end)
        if behind >= len(self._tokens):
            return False
        gap = self._tokens[behind].before.strip()
        return gap in {"", ","} and not self._tokens[behind].is_capital

    def _is_post_word(self, index: int) -> bool:
        token = self._tokens[index]
        return (
            token.is_capital
            and index not in self._owners
            and not is_acronym(token.text)
            and token.folded not in self._words.name_stop_set
            and token.folded not in self._lexicon.plain_words
            and token.folded not in self._lexicon.given_names.folded
        )

    def _find_led(self, index: int) -> int | None:
        """The body before "yang dipimpin" and a name."""
        size = self._words.led_by_phrases.match_before(self._tokens.folded, index)
        before = index - size - 1
        return self._owners.get(before) if size and before >= 0 else None

    def _find_represented(self, index: int) -> int | None:
        """The body that a comma parts from the name of who comes for it: "perwakilan X, NAME"."""
        body = self._owners.get(index - 1)
        if body is None or self._tokens[index].before.strip() != ",":
            return None
        first = index - 1
        while self._owners.get(first - 1) == body:
            first -= 1
        known = self._words.representing_phrases.match_before(self._tokens.folded, first)
        return body if known and self._tokens[first].before == " " else None

    def _find_origin(self, index: int) -> int | None:
        """The body behind "dari", or behind "salah satu mahasiswa" and the like."""
        size = self._words.appositions_phrases.match(self._tokens.folded, index)
        if not size:
            return None
        for step in (0, 1, 2):
            if index + size + step in self._owners:
                return self._owners[index + size + step]
        return None
