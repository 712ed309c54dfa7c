"""The grammar of a person's name: titles and ranks, the name itself, degrees."""

import re

import msgspec

from kgraph.extraction.body_words import find_head, starts_post
from kgraph.extraction.degrees import is_degree, read_degrees
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.honorifics import Honorifics
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_MAX_NAME_WORDS = 6
_MAX_TITLES = 10
_PART = re.compile(r"[^\s.]+")


class PersonName(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A name as it stands in the text.

    ``start``/``end`` bound the bare name, ``outer_start``/``outer_end`` the name with
    its titles and degrees, ``first``/``last`` are the word indexes of the bare name and
    ``words`` its words, folded.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    first: int
    last: int
    text: str
    words: tuple[str, ...]
    honorifics: tuple[str, ...]


class NameReader:
    """Reads names at given words; ``closed`` are the words that other things own."""

    def __init__(self, tokens: Tokens, closed: frozenset[int], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._closed = closed
        self._lexicon = lexicon
        self._honorifics: Honorifics = lexicon.honorifics
        self._stops = lexicon.name_stops
        self._inner_stops = lexicon.inner_name_stops
        self._never_first = lexicon.speech.bare_set
        self._titles = lexicon.title_openers
        self._read: dict[int, PersonName | None] = {}

    def read(self, index: int) -> PersonName | None:
        """Return the name that begins at a word with its titles, or ``None`` where none does."""
        if index not in self._read:
            # Posts and lone names look for a name at the same words.
            self._read[index] = self._read_at(index)
        return self._read[index]

    def _read_at(self, index: int) -> PersonName | None:
        tokens = self._tokens
        if index >= len(tokens):
            return None
        token = tokens[index]
        at, honorifics = self._skip_titles(index) if token.folded in self._titles else (index, [])
        if at == index and not self._continues(at, at):
            # Most words with a capital begin no name.
            return None
        last = at
        limit = min(len(tokens), at + _MAX_NAME_WORDS)
        ranked = at > index and token.folded in self._honorifics.rank_firsts
        while last < limit:
            if not self._continues(at, last) and not (ranked and last == at and self._is_post_name(last)):
                break
            last += 1
        last = self._trim(at, last)
        if last == at:
            return None
        if self._is_english(last):
            return None
        start, end = tokens[at].start, tokens[last - 1].end
        if last - at == 1 and len(tokens[at].text) < 3:
            return None
        if last - at == 1 and tokens[at].folded in self._honorifics.full_title_set:
            # "Tidak ada hujan, Pak."
            return None
        body = tokens.body
        if is_degree(body[start:end], self._honorifics):
            return None
        degrees: list[str] = []
        outer_end = end
        if self._may_be_degree(last):
            degrees, outer_end = read_degrees(body, end, self._honorifics)
        text = " ".join(body[start:end].split())
        return PersonName(
            start=start,
            end=end,
            outer_start=token.start,
            outer_end=outer_end,
            first=at,
            last=last,
            text=text,
            words=tuple(_PART.findall(fold(text))),
            honorifics=(*honorifics, *degrees),
        )

    def _is_english(self, index: int) -> bool:
        """Whether a word behind a name goes on in English, as in what a programme is called."""
        tokens, links = self._tokens, self._lexicon.posts.english_link_set
        return index < len(tokens) and tokens[index].text in links and tokens[index].before == " "

    def _skip_titles(self, index: int) -> tuple[int, list[str]]:
        titles: list[str] = []
        at = index
        while at < len(self._tokens) and len(titles) < _MAX_TITLES:
            size = self._title_size(at) or int(at > index and self._is_retired(at))
            if size == 0 or (at > index and "\n" in self._tokens[at].before):
                break
            end = self._tokens[at + size - 1].end
            word = self._tokens[at].folded
            if word in self._honorifics.full_title_set and self._tokens.body.startswith(".", end):
                break
            while end < len(self._tokens.body) and self._tokens.body[end] in ".)":
                end += 1
            start = self._tokens[at].start
            titles.append(self._tokens.body[start:end])
            at += size
        return at, titles

    def _title_size(self, index: int) -> int:
        """Number of words of the rank or title at a word."""
        if index >= len(self._tokens):
            return 0
        token = self._tokens[index]
        folded = token.folded
        size = self._rank_size(index) if folded in self._honorifics.rank_firsts else 0
        if size:
            return size
        if folded not in self._honorifics.title_set:
            return 0
        dotted = self._tokens.body.startswith(".", token.end)
        if token.is_capital or dotted:
            # A lone letter is a title only with its full stop: "H. Amir".
            return int(len(folded) > 1 or dotted)
        # "dr Budi", without its full stop.
        behind = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        short = folded in self._lexicon.sentences.leading
        return int(short and behind is not None and behind.is_capital and behind.before == " ")

    def _rank_size(self, index: int) -> int:
        """Number of words of the rank at a word, with the force and the branch behind it."""
        if self._tokens[index].folded not in self._honorifics.rank_firsts:
            return 0
        words = self._tokens.folded[index : index + 5]
        for size in (4, 3, 2, 1):
            if size <= len(words) and words[:size] in self._honorifics.rank_words:
                while size < len(words) and words[size] in self._honorifics.rank_part_set:
                    gap = self._tokens[index + size].before
                    if gap.replace(" ", "") not in {"", ".", "(", ".(", "/"}:
                        break
                    size += 1
                if self._is_corps(index + size):
                    size += 1
                return size
        return 0

    def _is_retired(self, index: int) -> bool:
        """Whether a part of ranks stands in parentheses behind a title: "Capt. (Purn) Budi"."""
        if index >= len(self._tokens) or not self._tokens[index].before.endswith("("):
            return False
        token = self._tokens[index]
        closed = self._tokens.body.startswith((")", ".)"), token.end)
        return closed and token.folded in self._honorifics.rank_part_set

    def _is_corps(self, index: int) -> bool:
        """The corps of a naval rank in parentheses: "Letkol Laut (P)"."""
        if index >= len(self._tokens) or not self._tokens[index].before.endswith("("):
            return False
        token = self._tokens[index]
        return len(token.text) <= 3 and token.text.isupper() and self._tokens.body.startswith(")", token.end)

    def _continues(self, at: int, index: int) -> bool:
        if index in self._closed:
            return False
        token = self._tokens[index]
        word = token.folded
        if index == at:
            return (
                token.is_capital
                and word not in self._stops
                and word not in self._never_first
                and find_head(self._tokens, index, self._lexicon) is None
            )
        if token.before != " " and not self._is_joined(index):
            return False
        if word in self._honorifics.particle_set:
            return True
        if (
            not token.is_capital
            or self._rank_size(index)
            or (word in self._inner_stops and not self._is_dated_name(index) and not self._is_loose(index))
            or self._starts_degree(index)
        ):
            return False
        # A name is in capitals as a whole or, but for initials, not at all.
        text, first = token.text, self._tokens[at].text
        if first.isupper():
            return len(first) <= 3 or text.isupper()
        return len(text) <= 4 or not text.isupper()

    def _is_post_name(self, index: int) -> bool:
        """Whether a word for a post is a name behind a rank: "Iptu Raja Contoh"."""
        behind = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        return (
            self._tokens[index].folded in self._lexicon.posts.first_words
            and self._tokens[index].is_capital
            and index not in self._closed
            and behind is not None
            and behind.before == " "
            and self._continues(index, index + 1)
        )

    def _is_loose(self, index: int) -> bool:
        """Whether a word begins posts only with others, which do not follow: "Budi Tua" is no "Tua Adat"."""
        word = self._tokens[index].folded
        return word in self._lexicon.loose_post_words and not starts_post(self._tokens, index, self._lexicon)

    def _is_dated_name(self, index: int) -> bool:
        """Whether the word for a month or a day stands inside a name: "Tan Mei Contoh"."""
        calendar = self._lexicon.calendar
        word = self._tokens[index].folded
        if not (word in calendar.month_numbers or word in calendar.weekday_numbers):
            return False
        behind = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
        return behind is not None and behind.before == " " and behind.is_capital and behind.text.isalpha()

    def _is_joined(self, index: int) -> bool:
        """Whether blanks, or the full stop of an initial or a short form, part a word from the one before."""
        gap = self._tokens[index].before
        if gap.replace(" ", "") not in {"", "."} or "\n" in gap:
            return False
        previous = self._tokens[index - 1]
        abbreviated = len(previous.text) == 1 or previous.folded in self._honorifics.name_abbreviation_set
        return gap.strip() != "." or abbreviated

    def _starts_degree(self, index: int) -> bool:
        """Whether a degree stands behind the word before; a lone initial before a name is none."""
        if not self._may_be_degree(index):
            return False
        degrees, end = read_degrees(self._tokens.body, self._tokens[index - 1].end, self._honorifics)
        return bool(degrees) and end > self._tokens[index].start

    def _may_be_degree(self, index: int) -> bool:
        tokens = self._tokens
        return index < len(tokens) and tokens[index].folded in self._honorifics.degree_beginnings

    def _trim(self, at: int, last: int) -> int:
        while last > at and self._tokens[last - 1].folded in self._honorifics.particle_set:
            last -= 1
        return last
