"""Where posts begin, and with how many words."""

from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon

_MAX_HEAD_WORDS = 4


class PostHeads:
    """Measures the beginnings of posts; ``owners`` maps word indexes to the institution that they name."""

    def __init__(self, tokens: Tokens, owners: dict[int, int], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._owners = owners
        self._posts = lexicon.posts
        self._sizes: dict[int, int] = {}

    def find(self, index: int) -> int:
        """Return the number of words of the post's beginning at a word, 0 where none begins."""
        phrase = self._tokens[index].folded
        if phrase not in self._posts.first_words or index in self._owners:
            return 0
        if index not in self._sizes:
            # A word is looked at for each of the posts that lead up to it.
            self._sizes[index] = self._measure(index, phrase)
        return self._sizes[index]

    def _measure(self, index: int, phrase: str) -> int:
        best = int(phrase in self._posts.phrase_set)
        longest = min(self._posts.sizes.get(phrase, 0), _MAX_HEAD_WORDS)
        for token in self._tokens[index + 1 : index + longest]:
            if "\n" in token.before or token.before.strip() not in {"", "."}:
                break
            phrase = f"{phrase} {token.folded}"
            if phrase in self._posts.phrase_set:
                best = phrase.count(" ") + 1
        return best
