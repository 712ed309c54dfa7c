"""Words of a text with their places, for the grammars of names."""

import re
from bisect import bisect_left

import msgspec

_ACRONYM_PAIR = re.compile(r"(?<=[A-Z][A-Z0-9])-(?=[A-Z])")
_WORD = re.compile(r"\w+(?:[’'`\-]\w+)*", re.UNICODE)


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A word; ``before`` is the text between it and the word before it."""

    start: int
    end: int
    text: str
    before: str

    @property
    def is_capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[0].isupper()


class Tokens(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All words of a body, in order."""

    body: str
    words: tuple[Token, ...]

    def find_index(self, offset: int) -> int:
        """Return the index of the first word that starts at or after an offset."""
        return bisect_left(self.words, offset, key=lambda token: token.start)

    def __len__(self) -> int:
        return len(self.words)

    def __getitem__(self, index: int) -> Token:
        return self.words[index]


def cut_tokens(body: str) -> Tokens:
    """Return the words of a body; apostrophes and hyphens inside a word belong to it.

    A hyphen between an acronym and another name parts them: "TNI-Polri" is two words.

    >>> [token.text for token in cut_tokens("UIN Ar-Raniry, Samsul Ma’rif").words]
    ['UIN', 'Ar-Raniry', 'Samsul', 'Ma’rif']
    """
    words = []
    reached = 0
    for match in _WORD.finditer(body):
        start = match.start()
        for part in _ACRONYM_PAIR.split(match.group()):
            end = start + len(part)
            words.append(Token(start=start, end=end, text=part, before=body[reached:start]))
            reached, start = end, end + 1
    return Tokens(body=body, words=tuple(words))
