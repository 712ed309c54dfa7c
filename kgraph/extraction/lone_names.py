"""Persons that a text names without a post that the lists know, and what ties them to a body."""

from bisect import bisect_left
from functools import cached_property

import msgspec

from kgraph.extraction.body_words import is_acronym
from kgraph.extraction.person_names import NameReader, PersonName
from kgraph.extraction.regions import find_region, find_seat
from kgraph.extraction.tokens import Token, Tokens
from kgraph.extraction.told_posts import PostPhrase
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_FEWEST_PRESENTING = 2
_MOST_POST_WORDS = 3
_MOST_PRESENTING = 9
_LONGEST_ACRONYM = 4
_REACH = 120
"""Code points of a name that are compared with what a place is called."""


class Holder(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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


class LoneNames:
    """Reads names that stand by themselves; ``owners`` maps word indexes to the body that they name."""

    def __init__(self, tokens: Tokens, names: NameReader, owners: dict[int, int], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._names = names
        self._owners = owners
        self._lexicon = lexicon
        self._words = lexicon.posts
        sets = lexicon.speech.word_sets
        self._openers = sets["connectives"] | sets["clause_joiners"]

    def gap(self, end: int, index: int) -> str:
        """Return the text between an offset and a word; a line break behind the last word."""
        return self._tokens.body[end : self._tokens[index].start] if index < len(self._tokens) else "\n"

    def is_given(self, name: PersonName) -> bool:
        """Tell whether a word of a name is a known one of persons."""
        short = self._lexicon.honorifics.name_abbreviation_set
        return name.words[0] in short or not self._lexicon.given_names.plain.isdisjoint(name.words)

    def looks_personal(self, name: PersonName) -> bool:
        """Tell whether a name is no place and none of its words that of a subject."""
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

    def is_placed(self, name: PersonName) -> bool:
        """Tell whether the word for a level follows a strange name, as in "Contoh Kabupaten X"."""
        behind = self._tokens.find_index(name.outer_end)
        if behind >= len(self._tokens) or self.is_given(name) or name.honorifics:
            return False
        token = self._tokens[behind]
        level = token.folded in self._lexicon.institution_heads.words.level_of
        return level and token.is_capital and self.gap(name.outer_end, behind) == " "

    def may_name(self, token: Token) -> bool:
        """Tell whether a word may begin a name: with a capital, or as an abbreviated title."""
        return token.is_capital or self._tokens.body.startswith(".", token.end)

    def read(self, index: int) -> Holder | None:
        """A name with a rank, a degree, an age, or one of several words that is plainly a name."""
        token = self._tokens[index]
        if token.folded in self._words.occasion_set or not (token.is_capital or self.may_name(token)):
            return None
        if index > 0 and token.before in {" ", ". "}:
            previous = self._tokens[index - 1]
            inside = token.before == " " and previous.is_capital and previous.folded not in self._openers
            if previous.folded in self._words.thing_set or (inside and not self._may_follow(index)):
                return None
        name = self._names.read(index)
        if name is None or self._is_short(name) or self._is_none(index) or self._is_english(name):
            return None
        led = self._find_led(index)
        origin = None
        if index - 1 in self._owners:
            origin = self._find_represented(index)
            post = self._read_sent(origin, index) or self._read_unknown_post(name, index)
            certain = post is not None and (origin is not None or self._goes_on_lower(name))
            if post is not None and certain and self.looks_personal(name):
                return Holder(name=name, post=post)
        if not (
            name.honorifics
            or self._words.age_pattern.match(self._tokens.body, name.outer_end)
            or ((led is not None or self._is_told(index, name, origin)) and self.looks_personal(name))
        ):
            return None
        if not name.honorifics and (self._is_place(name) or self.is_placed(name)):
            return None
        if led is None:
            led = origin if origin is not None else self._find_origin(self._tokens.find_index(name.outer_end))
        return Holder(name=name, post=None, body=led)

    def _may_follow(self, index: int) -> bool:
        """Whether a name may begin behind a capital word: a rank behind a body, or who is called so."""
        ranks = self._lexicon.honorifics.rank_firsts
        if self._tokens[index].folded in ranks and index - 1 in self._owners:
            return True
        return self._words.person_before_phrases.match_before(self._tokens.folded, index) > 0

    def _is_told(self, index: int, name: PersonName, origin: int | None) -> bool:
        """Whether a name holds a given name, or the words beside it tell that a person follows or stood."""
        behind = self._tokens.find_index(name.outer_end)
        if origin is not None and behind < len(self._tokens) and not self._tokens[behind].is_capital:
            return True
        several, given = len(name.words) > 1, self.is_given(name)
        if several and given:
            return True
        if (several or given) and (
            (index > 0 and self._tokens[index - 1].folded in self._words.before_name_set)
            or self._words.person_before_phrases.match_before(self._tokens.folded, index)
            or (
                self._words.appositions_phrases.match(self._tokens.folded, behind)
                and (given or not self._is_done_to(behind))
                and self.gap(name.outer_end, behind).strip() in {"", ","}
            )
        ):
            return True
        return self._is_presented(index, name)

    def _is_short(self, name: PersonName) -> bool:
        """Whether a name is made of acronyms: "laporan RAN PD yang dapat dibaca"."""
        words = name.text.split()
        several = len(words) > 1 and not self.is_given(name) and not name.honorifics
        return (len(words) == 1 and is_acronym(name.text)) or (
            several and all(word.isupper() and len(word) <= _LONGEST_ACRONYM for word in words)
        )

    def _is_english(self, name: PersonName) -> bool:
        """Whether an English word for a post follows: "Associate Liaison Officer"."""
        behind = self._tokens.find_index(name.outer_end)
        return (
            behind < len(self._tokens)
            and self._tokens[behind].folded in self._words.english_set
            and self._tokens[behind].is_capital
            and not self.is_given(name)
            and self.gap(name.outer_end, behind) == " "
        )

    def _is_done_to(self, index: int) -> bool:
        """Whether a clause tells what is done with something: "Contoh Talk yang diikuti 180 siswa"."""
        cues, prefixes = self._lexicon.event_cues, self._lexicon.speech.passive_prefixes
        relative = self._tokens.folded[index] in self._lexicon.speech.relatives
        following = self._tokens.folded[index + 1 : index + 2]
        return relative and any(cues.is_verb(word) and word.startswith(prefixes) for word in following)

    def _is_none(self, index: int) -> bool:
        """Whether a country or a verb begins at a word: "Memperingati Hari Contoh, ..."."""
        words = self._lexicon.institution_heads.words
        return words.country_phrases.match(
            self._tokens.folded, index
        ) > 0 or self._lexicon.event_cues.is_verb(self._tokens[index].folded)

    def _is_place(self, name: PersonName) -> bool:
        """Whether the text calls a village or a district so: "Desa Contoh Lama"."""
        named = fold(name.text)[:_REACH]
        index = bisect_left(self._called, named)
        return index < len(self._called) and self._called[index].startswith(named)

    @cached_property
    def _called(self) -> list[str]:
        """What stands behind, or begins within, each word for a village or a district, sorted."""
        tokens, levels = self._tokens, self._lexicon.institution_heads.words.local_levels
        starts: list[int] = []
        if tokens.vocabulary.isdisjoint(levels):
            return []
        for index, word in enumerate(tokens.folded):
            if word in levels:
                starts.extend(range(tokens[index].start + 1, tokens[index].end))
                starts.extend(following.start for following in tokens[index + 1 : index + 2])
        return sorted(tokens.folded_body[start : start + _REACH] for start in starts)

    def _is_presented(self, index: int, name: PersonName) -> bool:
        """Whether words like "salah seorang peserta," present a name, with a comma or verb behind it."""
        if index < _FEWEST_PRESENTING or self._tokens[index].before.strip() != ",":
            return False
        behind = self._tokens.find_index(name.outer_end)
        if behind < len(self._tokens):
            gap = self._tokens[behind].before.strip()
            if gap not in {",", "(", "."} and (gap or self._tokens[behind].is_capital):
                return False
        for first in range(index - 1, max(-1, index - _MOST_PRESENTING), -1):
            if self._tokens[first].folded in self._words.thing_set:
                return False
            if self._words.presenting_phrases.match(self._tokens.folded, first):
                return True
            if first < index and self._tokens[first].before.strip():
                return False
        return False

    def _find_led(self, index: int) -> int | None:
        """The body before "yang dipimpin" and a name."""
        size = self._words.led_by_phrases.match_before(self._tokens.folded, index)
        before = index - size - 1
        return self._owners.get(before) if size and before >= 0 else None

    def _read_sent(self, body: int | None, index: int) -> PostPhrase | None:
        """What a body's delegate is called: "perwakilan X, NAME"."""
        first = index - 1
        while body is not None and self._owners.get(first) == body:
            first -= 1
        if body is None or self._tokens[first].folded not in self._words.delegate_set:
            return None
        start, end = self._tokens[first].start, self._tokens[index - 1].end
        return PostPhrase(
            start=start,
            end=end,
            first=first,
            last=index,
            text=" ".join(self._tokens.body[start:end].split()),
            heads=(self._tokens[first].folded,),
            institution=body,
        )

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

    def _find_represented(self, index: int) -> int | None:
        """The body that a comma parts from the name of who comes for it: "perwakilan X, NAME"."""
        body = self._owners.get(index - 1)
        if body is None or self._tokens[index].before.strip() != ",":
            return None
        first = index - 1
        while self._owners.get(first - 1) == body:
            first -= 1
        known = self._words.representing_phrases.match_before(self._tokens.folded, first)
        if known and self._tokens[first].before == " ":
            return body
        return body if self._words.representing_phrases.match(self._tokens.folded, first) else None

    def _find_origin(self, index: int) -> int | None:
        """The body behind "dari", or behind "salah satu mahasiswa" and the like."""
        size = self._words.appositions_phrases.match(self._tokens.folded, index)
        if not size:
            return None
        for step in (0, 1, 2):
            if index + size + step in self._owners:
                return self._owners[index + size + step]
        return None
