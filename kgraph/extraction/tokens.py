"""Words of a text with their places, for the grammars of names."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import Self

import msgspec

from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.matcher import fold

_ACRONYM_PAIR = re.compile(r"(?<=[A-Z][A-Z0-9])-(?=[A-Z]\w)")
_WORD = re.compile(r"(\w+(?:[’'`\-]\w+)*)")


class Token(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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

    ``heads`` keeps the heads of names that were looked up at words, with the index behind each.
    """

    body: str
    folded_body: str
    heads: dict[int, tuple[Head, int] | None]

    def __new__(cls, body: str, folded_body: str, words: Iterable[Token]) -> Self:
        """Return the words as a tuple that knows its body."""
        tokens = super().__new__(cls, words)
        tokens.body = body
        tokens.folded_body = folded_body
        tokens.heads = {}
        return tokens

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple([word.folded for word in self])

    @cached_property
    def capitals(self) -> list[int]:
        """The indexes of the words that begin with a capital."""
        return [index for index, word in enumerate(self) if word.is_capital]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self]

    def find_index(self, offset: int) -> int:
        """Return the index of the first word that starts at or after an offset."""
        return bisect_left(self._starts, offset)


def cut_tokens(body: str) -> Tokens:
    """Return the words of a body; apostrophes and hyphens inside a word belong to it.

    A hyphen between an acronym and another name parts them: "TNI-Polri" is two words, "TRUK-F"
    one, and so is what the text gives in parentheses as a short name: "(BPS-GT)".

    >>> [token.text for token in cut_tokens("UIN Ar-Raniry, Samsul Ma’rif")]
    ['UIN', 'Ar-Raniry', 'Samsul', 'Ma’rif']
    """
    folded = fold(body)
    words = []
    end = 0
    # Words and what stands between them take turns: to cut a text costs less than to match word by word.
    pieces = iter(_WORD.split(body))
    for before, text in zip(pieces, pieces, strict=False):
        parted = "-" in text and f"({text})" not in body
        for part in _ACRONYM_PAIR.split(text) if parted else (text,):
            start = end + len(before)
            end = start + len(part)
            words.append(
                Token(
                    start=start,
                    end=end,
                    text=part,
                    before=before,
                    folded=folded[start:end],
                    is_capital=part[0].isupper(),
                )
            )
            before = "-"
    return Tokens(body, folded, words)
