"""Who holds which post: names beside posts, and names that stand alone."""

import re

import msgspec

from kgraph.extraction.body_words import find_head, is_acronym
from kgraph.extraction.lone_names import Holder, LoneNames
from kgraph.extraction.own_posts import read_own_post
from kgraph.extraction.person_names import NameReader, PersonName
from kgraph.extraction.post_phrases import PostReader
from kgraph.extraction.regions import find_region, find_seat
from kgraph.extraction.tokens import Tokens
from kgraph.extraction.told_posts import PostPhrase
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_BEHIND = re.compile(r"^(?:\.,\s|[\s,:(–-]{1,4})$")
_BEFORE = re.compile(r"^\s?[,(]?\s?$")
_DASHES = frozenset({"-", "–", "—"})
_MAX_LOOK_BACK = 9


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
        self._lone = LoneNames(tokens, names, owners, lexicon)
        self._lexicon = lexicon
        self._words = lexicon.posts
        self.seen: list[PostPhrase] = []

    def find(self, indexes: list[int]) -> list[Holder]:
        """Return the holders that begin at the given words, in order."""
        found: list[Holder] = []
        reached = 0
        waiting: PostPhrase | None = None
        own = self._words.own_openers
        openers = self._lexicon.holder_openers | own.keys()
        for index in indexes:
            token = self._tokens[index]
            if not (token.is_capital or token.folded in openers):
                continue
            opens = token.folded in self._words.first_words or token.folded in own
            if index < reached or not (opens or token.is_capital or self._lone.may_name(token)):
                continue
            post = self._posts.read(index) if opens else None
            told = self._read_bare(index) if opens and post is None and not token.is_capital else []
            if told:
                found.extend(told)
                reached = self._tokens.find_index(told[-1].name.outer_end)
                continue
            if post is None:
                holder = self._lone.read(index)
                if holder is not None:
                    found.extend([holder, *self._read_companion(holder)])
                    reached = self._tokens.find_index(found[-1].name.outer_end)
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
                if len(holder.name.words) > 1 or self._lone.looks_personal(holder.name)
            ]
            found.extend(holders)
            ends = (self._tokens.find_index(holder.name.outer_end) for holder in holders)
            reached = max([post.last, *ends])
        return found

    def _read_companion(self, holder: Holder) -> list[Holder]:
        """The second of two persons without a post: "dua peserta, Budi Contoh dan Onal Sasoeng"."""
        name = self._read_following(holder.name)
        if holder.post is not None or name is None or len(name.words) == 1:
            return []
        behind = self._tokens.find_index(name.outer_end)
        marked = behind >= len(self._tokens) or bool(self._lone.gap(name.outer_end, behind).strip())
        ends = marked or not self._tokens[behind].is_capital
        return [Holder(name=name, post=None, body=holder.body)] if ends or name.honorifics else []

    def _read_bare(self, index: int) -> list[Holder]:
        """Who plainly holds a post in lower case that names no body: "anggota Budi Contoh dan Dewi"."""
        own = read_own_post(self._tokens, index, self._lexicon)
        post = own if own is not None else self._posts.read(index, bare=True)
        if post is None or self._is_house(post) or self._tokens[post.last - 1].is_capital:
            return []
        gap = self._lone.gap(post.end, post.last)
        name = self._names.read(post.last) if gap in {" ", ", "} else None
        plain = gap == " " or own is not None or (name is not None and self._is_listed(post, name))
        if name is None or not (name.honorifics or (plain and self._lone.is_given(name))):
            return []
        if not self._lone.looks_personal(name):
            return []
        following = self._read_following(name)
        several = following is not None and len(following.words) > 1
        joined = gap == " " or self._is_plural(post)
        names = [name, following] if joined and following is not None and several else [name]
        return [Holder(name=one, post=post) for one in names]

    def _is_listed(self, post: PostPhrase, name: PersonName) -> bool:
        """Whether a post and a name behind a comma are one more of a list: "..., dan guru pembina, Budi."."""
        before = self._tokens[post.first - 1].folded if post.first else ""
        attended = self._lexicon.event_cues.is_verb(before)
        one = self._words.presenting_phrases.match_before(self._tokens.folded, post.first) > 0
        if not (attended or one or before in self._words.pair_set) or len(name.words) == 1:
            return False
        behind = self._tokens.find_index(name.outer_end)
        end = self._lone.gap(name.outer_end, behind).strip(" ")[:1]
        joined = attended and self._read_following(name) is not None
        return end in {".", ";", "\n"} or (end == "," and (one or post.last - post.first > 1)) or joined

    def _is_paired(self, post: PostPhrase) -> bool:
        """Whether "and" and a second post follow, whose names are told together."""
        return (
            post.last + 1 < len(self._tokens)
            and self._lone.gap(post.end, post.last) == " "
            and self._tokens[post.last].folded in self._words.pair_set
            and self._posts.find_head(post.last + 1) > 0
        )

    def _read_after(self, post: PostPhrase, waiting: PostPhrase | None) -> list[Holder]:
        if self._is_house(post):
            return []
        index, end = post.last, post.end
        if index < len(self._tokens) and self._tokens[index].folded in self._words.before_name_set:
            if "\n" in self._lone.gap(end, index):
                return []
            end = self._tokens[index].end
            index += 1
        size = self._words.passed_to_phrases.match(self._tokens.folded, index)
        if size and self._lone.gap(end, index).strip() in {"", ","}:
            end = self._tokens[index + size - 1].end
            index += size
        gap = self._lone.gap(end, index)
        if index >= len(self._tokens) or not _BEHIND.match(gap) or "\n" in gap:
            return []
        name = self._names.read(index)
        counted = post.first > 0 and self._tokens[post.first - 1].text.isdigit()
        if name is None or (counted and gap == " " and not self._tokens[post.first].is_capital):
            # "50 kepala desa di Gedung Contoh" names none of them.
            return []
        if not self._is_name(name, post, comma="," in gap):
            named = self._lone.is_given(name) or gap != " "
            beyond = None if named else self._read_beyond(name, post)
            return [self._join(post, name, beyond)] if beyond is not None else []
        following = self._read_following(name)
        if waiting is not None and following is not None:
            return [Holder(name=name, post=waiting), Holder(name=following, post=post)]
        beyond = self._read_beyond(name, post) if gap == " " and not self._is_plural(post) else None
        if beyond is not None:
            return [self._join(post, name, beyond, appointed=size > 0)]
        names = self._read_row(name) if self._is_plural(post) else [name]
        return [Holder(name=holder, post=post, appointed=size > 0) for holder in names]

    def _join(
        self, post: PostPhrase, words: PersonName, holder: PersonName, *, appointed: bool = False
    ) -> Holder:
        """A holder of a post with unknown words in it, which are a body's or, behind "Kabid", a unit's."""
        longer = msgspec.structs.replace(
            post,
            end=words.end,
            last=words.last,
            text=" ".join(self._tokens.body[post.start : words.end].split()),
            strange=not self._is_of_unit(post),
        )
        return Holder(name=holder, post=longer, appointed=appointed)

    def _is_of_unit(self, post: PostPhrase) -> bool:
        """Whether a post is that of a unit inside a body."""
        if post.heads[-1] in self._words.inside_set:
            return True
        heads = (find_head(self._tokens, index, self._lexicon) for index in range(post.first, post.last))
        return any(found is not None and found[0].sub for found in heads)

    def _is_house(self, post: PostPhrase) -> bool:
        """Whether a post only tells whose house it is: "di Kantor Gubernur, Sofifi"."""
        if post.first == 0 or self._tokens[post.first].before != " ":
            return False
        return self._tokens[post.first - 1].folded in self._words.house_set

    def _read_following(self, name: PersonName) -> PersonName | None:
        """The name behind "A dan" or "A, dan"."""
        index = self._tokens.find_index(name.outer_end)
        if index + 1 >= len(self._tokens) or self._tokens[index].folded not in self._words.pair_set:
            return None
        if self._lone.gap(name.outer_end, index).strip() not in {"", ","} or self._posts.find_head(index + 1):
            return None
        following = self._names.read(index + 1)
        return following if following is not None and self._lone.looks_personal(following) else None

    def _read_beyond(self, name: PersonName, post: PostPhrase) -> PersonName | None:
        """The person behind a comma after words that only look like a name: "Manajer Rumah Annisa, Budi".

        The sentence goes on or ends behind the person, as it does not in a row of persons.
        """
        if name.honorifics or self._tokens[post.first].folded in self._words.before_name_set:
            return None
        following = self._read_listed(name)
        if following is None or not (following.honorifics or self._lone.is_given(following)):
            return None
        index = self._tokens.find_index(following.outer_end)
        if index >= len(self._tokens):
            return following
        gap = self._lone.gap(following.outer_end, index)
        behind = self._tokens[index]
        joins = behind.folded in self._words.pair_set
        if joins and "," in gap and index + 1 < len(self._tokens) and self._posts.find_head(index + 1):
            return following
        ends = "." in gap or "\n" in gap
        return following if ends or not (behind.is_capital or joins) else None

    def _read_row(self, name: PersonName) -> list[PersonName]:
        """The names of a row that begins with one: "A, B, dan C"; one with a post of its own ends it."""
        row = [name]
        while following := self._read_following(row[-1]) or self._read_listed(row[-1]):
            row.append(following)
        while len(row) > 1 and not self._is_last(row[-1]):
            row.pop()
        return row

    def _is_last(self, name: PersonName) -> bool:
        """Whether "dan" stands before a name, as before the last of a row."""
        joiner = self._tokens.find_index(name.outer_start) - 1
        return self._tokens[joiner].folded in self._words.pair_set

    def _read_listed(self, name: PersonName) -> PersonName | None:
        """The name behind a comma in a row of names."""
        index = self._tokens.find_index(name.outer_end)
        if index >= len(self._tokens) or self._lone.gap(name.outer_end, index).strip(". ") != ",":
            return None
        if self._posts.find_head(index) or not self._tokens[index].is_capital:
            return None
        following = self._names.read(index)
        return following if following is not None and self._lone.looks_personal(following) else None

    def _is_plural(self, post: PostPhrase) -> bool:
        """Whether several people hold a post: with a number word before it, or such as "anggota"."""
        counted = post.first > 0 and self._tokens[post.first - 1].folded in self._words.number_set
        return counted or post.head in self._words.collective_set

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
        if self._lone.is_placed(name) or self._is_place_of(name, post, comma=comma):
            return False
        if self._lexicon.institution_heads.words.country_phrases.match(self._tokens.folded, name.first):
            return False
        regions = self._lexicon.regions
        region = find_region(self._tokens, name.first, regions) or find_seat(
            self._tokens, name.first, regions
        )
        if region is not None and region.last >= name.last and not self._lone.is_given(name):
            return False
        bare = fold(post.text) == post.heads[-1]
        if not comma and bare and post.heads[-1] in self._words.local_set and not self._lone.is_given(name):
            # "Kepala Desa Lakatan": what follows the post of a place may be the place.
            return False
        if name.last - name.first == 1 and not comma:
            return self._lone.is_given(name) or post.institution is not None or self._is_placed(post)
        return not (comma and self._continues_list(name) and not self._lone.is_given(name))

    def _is_place_of(self, name: PersonName, post: PostPhrase, *, comma: bool) -> bool:
        """Whether a strange name is the place of a post: "Komandan UPF Contoh, Inspektur Budi"."""
        if comma or self._lone.is_given(name):
            return False
        if len(name.words) == 1 and not self._tokens[post.first].is_capital and post.institution is None:
            # "perawat dari Bumi Contoh", "petugas pendamping di Pasar Contoh"
            return any(
                self._tokens[index].folded in self._words.preposition_set
                for index in range(post.first, post.last)
            )
        if self._tokens[post.last - 1].folded in self._lexicon.institution_heads.words.level_of:
            # "perawat di Kota Contoh"
            return len(post.heads) < post.last - post.first and len(name.words) == 1
        behind = self._tokens.find_index(name.outer_end)
        if len(name.words) > 1 or self._lone.gap(name.outer_end, behind).strip() != ",":
            return False
        following = self._names.read(behind)
        return following is not None and following.outer_start < following.start

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

    def _read_before(self, post: PostPhrase, found: list[Holder]) -> list[Holder]:
        """From "NAME, POST", "NAME selaku POST", "NAME (POST)"; with "A dan B selaku POST" both."""
        link_start, linked = self._find_link(post)
        taken = {holder.name.first for holder in found if holder.post is not None}
        for first in range(max(0, post.first - _MAX_LOOK_BACK), post.first):
            name = self._names.read(first)
            if name is None or name.outer_end > link_start:
                continue
            gap = self._tokens.body[name.outer_end : link_start]
            if not (_BEFORE.match(gap) or self._is_line(name, post)) or name.first in taken:
                continue
            if (
                not linked
                and not self._is_line(name, post)
                and not (
                    "," in gap
                    and self._ends_phrase(post)
                    and (len(name.words) > 1 or name.honorifics)
                    and self._lone.looks_personal(name)
                )
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
        gap = self._lone.gap(post.end, post.last)
        return gap.strip() != "" or not self._tokens[post.last].is_capital

    def _find_link(self, post: PostPhrase) -> tuple[int, bool]:
        for size in (3, 2, 1):
            begin = post.first - size
            if begin < 0:
                continue
            words = " ".join(self._tokens[i].folded for i in range(begin, post.first))
            if words in self._words.after_name_set:
                return self._tokens[begin].start, True
        # "Budi Contoh (Kepala X)"
        opens = self._tokens[post.first].before.endswith("(")
        return post.start, opens and self._tokens.body.startswith(")", post.end)

    def _is_line(self, name: PersonName, post: PostPhrase) -> bool:
        """Whether a name fills a line of contacts and its post the next, or the rest of it behind a dash."""
        body = self._tokens.body
        line = body.rfind("\n", 0, name.outer_start) + 1
        stop = body.find("\n", post.end)
        alone = not body[line : name.outer_start].strip("0123456789.-) \t")
        ends = not body[post.end : stop if stop >= 0 else len(body)].strip(" .;")
        gap = body[name.outer_end : post.start]
        parted = gap.strip(" \t") in _DASHES or (gap.count("\n") == 1 and not gap.strip())
        return alone and ends and parted and len(name.words) > 1 and self._lone.looks_personal(name)

    def _read_preceding(self, name: PersonName, post: PostPhrase) -> list[Holder]:
        index = self._tokens.find_index(name.outer_start) - 1
        if index < 1 or self._tokens[index].folded not in self._words.pair_set:
            return []
        for first in range(max(0, index - 6), index):
            other = self._names.read(first)
            if other is not None and self._tokens.find_index(other.outer_end) == index:
                gap = self._tokens.body[other.outer_end : self._tokens[index].start]
                if gap == " " and self._lone.looks_personal(other):
                    return [Holder(name=other, post=post)]
        return []
