"""Words of a text with their places, for the grammars of names."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate
from typing import Self

import msgspec

from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.matcher import fold

_ACRONYM_PAIR = re.compile(r"(?<=[A-Z][A-Z0-9])(-)(?=[A-Z]\w)")
_PAIRED = re.compile(r"[A-Z][A-Z0-9]-[A-Z]")
_WORD = re.compile(r"(\w+(?:[’'`\-]\w+)*|&(?=\s))")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word; ``before`` is the text between it and the word before it.

    ``folded`` is the word in lower case, ``is_capital`` whether it begins with a capital.
    """

    start: int
    end: int
    text: str
    before: str
    folded: str
    is_capital: bool


class Tokens(tuple[Token, ...]):
    """All words of a body, in order; ``folded_body`` is the body in lower case.

    ``folded`` are the words in lower case, ``capitals`` the indexes of those with a capital;
    ``heads`` keeps the heads of names that were looked up at words, with the index behind each.
    """

    body: str
    folded_body: str
    folded: tuple[str, ...]
    capitals: list[int]
    heads: dict[int, tuple[Head, int] | None]
    _starts: list[int]

    def __new__(cls, body: str, folded_body: str, words: Iterable[Token]) -> Self:
        """Return the words as a tuple that knows its body."""
        tokens = super().__new__(cls, words)
        tokens.body = body
        tokens.folded_body = folded_body
        tokens.folded = tuple([word.folded for word in tokens])
        tokens.capitals = [index for index, word in enumerate(tokens) if word.is_capital]
        tokens.heads = {}
        tokens._starts = [word.start for word in tokens]
        return tokens

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words in lower case, each once: what has none of some words need not look for them."""
        return frozenset(self.folded)

    def find_index(self, offset: int) -> int:
        """Return the index of the first word that starts at or after an offset."""
        return bisect_left(self._starts, offset)

    def find_indexes(self, start: int, end: int) -> range:
        """Return the indexes of the words that start in ``[start, end)``."""
        first = bisect_left(self._starts, start)
        return range(first, bisect_left(self._starts, end, first))


def cut_tokens(body: str, folded: str | None = None) -> Tokens:
    """Return the words of a body; apostrophes and hyphens inside a word belong to it, and "&" is one.

    A hyphen between an acronym and another name parts them: "TNI-Polri" is two words, "TRUK-F"
    one, and so is what the text gives in parentheses as a short name: "(BPS-GT)". ``folded`` is
    the body in lower case, where that is known already.

    >>> [token.text for token in cut_tokens("UIN Ar-Raniry, Samsul Ma’rif")]
    ['UIN', 'Ar-Raniry', 'Samsul', 'Ma’rif']
    """
    # Words and what stands between them take turns: to cut a text costs less than to match word by word.
    pieces = _WORD.split(body)
    if _PAIRED.search(body):
        pieces = [part for piece in pieces for part in _part(piece, body)]
    folded = fold(body) if folded is None else folded
    texts = pieces[1::2]
    bounds = list(accumulate(map(len, pieces)))
    starts, ends = bounds[:-1:2], bounds[1::2]
    folded_texts = [folded[start:end] for start, end in zip(starts, ends, strict=True)]
    capital = [text[0].isupper() for text in texts]
    # Columns make words at one go; to make them one by one takes several times as long.
    return Tokens(body, folded, map(Token, starts, ends, texts, pieces[::2], folded_texts, capital))


def _part(piece: str, body: str) -> list[str]:
    """Return the words that a hyphen between an acronym and another name parts, with the hyphen between."""
    return [piece] if "-" not in piece or f"({piece})" in body else _ACRONYM_PAIR.split(piece)
