"""Words of a text with their places, for the grammars of names."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
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

    ``folded`` are the words in lower case, ``capitals`` the indexes of those with a capital;
    ``heads`` keeps the heads of names that were looked up at words, with the index behind each.
    """

    body: str
    folded_body: str
    folded: tuple[str, ...]
    capitals: list[int]
    heads: dict[int, tuple[Head, int] | None]
    _starts: list[int]

    def __new__(cls, body: str, folded_body: str, words: Sequence[Token]) -> Self:
        """Return the words as a tuple that knows its body."""
        tokens = super().__new__(cls, words)
        tokens.body = body
        tokens.folded_body = folded_body
        tokens.folded = tuple([word.folded for word in words])
        tokens.capitals = [index for index, word in enumerate(words) if word.is_capital]
        tokens.heads = {}
        tokens._starts = [word.start for word in words]
        return tokens

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words in lower case, each once: what has none of some words need not look for them."""
        return frozenset(self.folded)

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
    words: list[Token] = []
    # Words and what stands between them take turns: to cut a text costs less than to match word by word.
    pieces = _WORD.split(body)
    bounds = list(accumulate(map(len, pieces)))
    for before, text, start, end in zip(pieces[::2], pieces[1::2], bounds[::2], bounds[1::2], strict=False):
        if "-" in text and _ACRONYM_PAIR.search(text) and f"({text})" not in body:
            words.extend(_part(text, start, before, folded))
            continue
        words.append(
            Token(
                start=start,
                end=end,
                text=text,
                before=before,
                folded=folded[start:end],
                is_capital=text[0].isupper(),
            )
        )
    return Tokens(body, folded, words)


def _part(text: str, start: int, before: str, folded: str) -> Iterator[Token]:
    """Yield the words that a hyphen between an acronym and another name parts."""
    for part in _ACRONYM_PAIR.split(text):
        end = start + len(part)
        yield Token(
            start=start,
            end=end,
            text=part,
            before=before,
            folded=folded[start:end],
            is_capital=part[0].isupper(),
        )
        start, before = end + 1, "-"
