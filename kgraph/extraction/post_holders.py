"""Which official of a text a post without a name means."""

import re
from functools import cached_property

from kgraph.lexicon.matcher import fold
from kgraph.records import Institution, Official

_MOST_WORDS_FUSED = 5
_SYLLABLE = 3
_WORDS = re.compile(r"[^\W_]+")


class PostHolders:
    """The officials of a text with their posts, to be asked for by post."""

    def __init__(
        self,
        officials: tuple[Official, ...],
        institutions: tuple[Institution, ...],
        joiners: frozenset[str] = frozenset(),
    ) -> None:
        self._officials = officials
        self._joiners = joiners
        self._institutions = institutions
        self._known: dict[str, str | None] = {}

    @cached_property
    def _forms(self) -> list[tuple[str, str]]:
        """Each folded form of an institution with its name, the longest first."""
        forms: dict[str, str] = {}
        for institution in self._institutions:
            for form in (institution.name, *(mention.text for mention in institution.mentions)):
                forms.setdefault(fold(form), institution.name)
        return sorted(forms.items(), key=lambda item: (-len(item[0]), item[0]))

    @cached_property
    def _holders(self) -> list[tuple[Official, str, list[str]]]:
        """Each official with the post and its words."""
        return [
            (official, official.post, self._split(official.post))
            for official in self._officials
            if official.post is not None
        ]

    def find_holder(self, text: str) -> str | None:
        """Return the name of the one official whose post a phrase is, else ``None``.

        The phrase may be the post in other letters, a shorter form of it ("Ketua DPRK"),
        a fused form ("Kakanreg XIII BKN" for "Kepala Kantor Regional XIII BKN"), may
        name the same body by another of its names, or end with a part of the official's
        own name ("Konjen Budi").
        """
        if text not in self._known:
            self._known[text] = self._find_holder(text)
        return self._known[text]

    def _find_holder(self, text: str) -> str | None:
        words = self._split(text)
        exact = {official.name for official, _, post in self._holders if post == words}
        if exact:
            return exact.pop() if len(exact) == 1 else None
        head, body = self._cut_body(text)
        same = {
            official.name
            for official, post, _ in self._holders
            if body is not None and body == official.institution and self._cut_body(post)[0] == head
        }
        if len(same) == 1:
            return same.pop()
        fitting = [(official, post) for official, _, post in self._holders if is_short_form(words, post)]
        # "Kapolda" is the Kapolda of the text, though the letters of other posts hold it, too.
        plain = {official.name for official, post in fitting if post[0] == words[0]}
        short = plain or {official.name for official, _ in fitting}
        if not short:
            # The name may stand beside a shorter post ("Wabup Deri") than the phrase is.
            short = {
                official.name
                for official, _, post in self._holders
                if len(post) == 1 and official.institution in {None, body} and is_short_form(post, words)
            }
        if not short and len(words) > 1:
            short = {
                official.name
                for official, _, post in self._holders
                if words[-1] in split_words(official.name) and is_short_form(words[:-1], post)
            }
        return short.pop() if len(short) == 1 else None

    def _split(self, text: str) -> list[str]:
        """Return the folded words of a post without joiners, which no short form holds."""
        return [word for word in split_words(text) if word not in self._joiners]

    def _cut_body(self, text: str) -> tuple[list[str], str | None]:
        folded = fold(text)
        for form, name in self._forms:
            if folded.endswith(form):
                return split_words(folded[: -len(form)]), name
        return split_words(folded), None


def split_words(text: str) -> list[str]:
    """Return the folded words of a post."""
    return _WORDS.findall(fold(text))


def is_short_form(short: list[str], long: list[str]) -> bool:
    """Tell whether words shorten others, in order, from the first on, each taking up at least one.

    >>> is_short_form(["kakanreg", "xiii", "bkn"], ["kepala", "kantor", "regional", "xiii", "bkn"])
    True
    >>> is_short_form(["kapolres", "palu"], ["kepala", "dinas", "sosial", "kota", "palu"])
    False
    """
    if not short or not long:
        return False
    reached = set(_list_sizes(short[0], long))
    for word in short[1:]:
        # "Kadis Kesehatan": the first word may stand for two words of the long form or for three.
        reached = {
            start + size
            for start in range(min(reached, default=len(long)), len(long))
            for size in _list_sizes(word, long[start:])
        }
    return bool(reached)


def _list_sizes(word: str, words: list[str]) -> list[int]:
    """Return of how many words, from the first on, one may be the short form: itself, or several fused."""
    if words[0] == word:
        return [1]
    # "Danlanud" takes the end of "Komandan".
    if word[0] != words[0][0] and not words[0].endswith(word[:_SYLLABLE]):
        return []
    most = min(_MOST_WORDS_FUSED, len(words))
    return [size for size in range(2, most + 1) if _fuses(word, words[:size])]


def _fuses(word: str, words: list[str]) -> bool:
    """Tell whether a word is made of parts of others, in order ("wabup" of "wakil bupati")."""
    if not words:
        return not word
    for size in range(1, len(word) + 1):
        if not _is_within(word[:size], words[0]):
            break
        if _fuses(word[size:], words[1:]):
            return True
    return False


def _is_within(part: str, word: str) -> bool:
    """Tell whether a part's letters stand in a word in this order."""
    letters = iter(word)
    return all(letter in letters for letter in part)
