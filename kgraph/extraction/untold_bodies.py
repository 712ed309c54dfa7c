"""The body of a post that names none: what stands before it, its kind, or the body of the release."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from functools import cached_property

from kgraph.extraction.affiliations import Affiliations
from kgraph.extraction.tokens import Tokens
from kgraph.extraction.told_posts import PostPhrase
from kgraph.lexicon.load import Lexicon
from kgraph.records import Institution, Mention
from kgraph.text.layout import Layout, Sentence

_UNKNOWN = -1
"""Stands for a body that a post tells and the record does not know."""


class UntoldBodies:
    """Decides by what the text names before a post: bodies, other posts, and persons whose body is known.

    A post of nobody counts, too: "Kapolres X diwakili Kabag Ops Y".
    """

    def __init__(
        self,
        layout: Layout,
        tokens: Tokens,
        owners: dict[int, int],
        institutions: tuple[Institution, ...],
        affiliations: Affiliations,
        posts: Iterable[PostPhrase],
        lexicon: Lexicon,
    ) -> None:
        self._layout = layout
        self._tokens = tokens
        self._affiliations = affiliations
        self._lexicon = lexicon
        self._institutions = institutions
        self._places = [(tokens[index].start, body) for index, body in owners.items()]
        for post in posts:
            body = affiliations.find(post, tokens)
            if body is None:
                body = affiliations.find_headed(post, tokens)[0]
            if body is None and not affiliations.is_unit_post(post, tokens):
                body = _UNKNOWN
            if body is not None:
                self._places.append((post.start, body))
        self._places.sort()

    @cached_property
    def _home(self) -> int | None:
        return _find_home(self._layout, self._tokens, self._institutions, self._lexicon)

    def add(self, mentions: Iterable[Mention], body: int | None) -> None:
        """Let the places where a person is named stand for the person's body."""
        if body is not None:
            for mention in mentions:
                insort(self._places, (mention.start, body))

    def find(self, post: PostPhrase) -> int | None:
        """Return the index of the body that a post is held in, or ``None`` where nothing tells it."""
        headed, certain = self._affiliations.find_headed(post, self._tokens)
        if headed is not None or certain:
            return headed
        if not self._affiliations.is_unit_post(post, self._tokens):
            return self._affiliations.find_around(post)
        body = self._find_before(post)
        if body is None:
            body = self._affiliations.find_of_kind(post)
        if body is None and self._home is not None and self._affiliations.may_hold(self._home, post):
            body = self._home
        if body is None:
            body = self._affiliations.find_by_subject(post)
        return None if body == _UNKNOWN else body

    def _find_before(self, post: PostPhrase) -> int | None:
        """Return the body that the sentence names last before a post, else the one that its subject is of."""
        sentence = self._layout.find_sentence(post.start)
        if sentence is None:
            return None
        stop = bisect_left(self._places, (post.start, _UNKNOWN))
        while stop > 0 and self._places[stop - 1][0] >= sentence.start:
            stop -= 1
            body = self._places[stop][1]
            if body == _UNKNOWN:
                if self._is_stand_in(post):
                    return _UNKNOWN
            elif self._affiliations.may_hold(body, post):
                return body
        return self._find_subject(post, sentence)

    def _is_stand_in(self, post: PostPhrase) -> bool:
        """Whether somebody comes for the holder of the post before: "Pangdam X diwakili Kapendam, Y"."""
        represented = self._lexicon.posts.represented_phrases
        return represented.match_before(self._tokens.folded, self._find_link(post)) > 0

    def _find_link(self, post: PostPhrase) -> int:
        """Return the index behind the verb before a post, which a word for its agent may follow."""
        agents, first = self._lexicon.speech.word_sets["agent_words"], post.first
        return first - 1 if first and self._tokens.folded[first - 1] in agents else first

    def _find_subject(self, post: PostPhrase, sentence: Sentence) -> int | None:
        """Return the body told first before a sentence that a pronoun opens: "Ia didampingi Kasi X"."""
        before = self._layout.find_sentence(sentence.start - 2)
        if before is None or before.paragraph != sentence.paragraph:
            return None
        folded, posts = self._tokens.folded, self._lexicon.posts
        own = post.text.islower() and post.text.endswith(posts.own_ending)
        if own or posts.receiving_phrases.match_before(folded, self._find_link(post)):
            # "... PKK Contoh. Tim dipimpin ketuanya, X", "... Balai Contoh. Mereka diterima Kabag Y"
            stop = bisect_left(self._places, (sentence.start, _UNKNOWN)) - 1
            return self._places[stop][1] if stop >= 0 and self._places[stop][0] >= before.start else None
        opener = folded[self._tokens.find_index(sentence.start)]
        if opener not in self._lexicon.speech.word_sets["pronouns"]:
            return None
        if not posts.companion_phrases.match_before(folded, self._find_link(post)):
            return None
        at = bisect_left(self._places, (before.start, _UNKNOWN))
        while at < len(self._places) and self._places[at][0] < sentence.start:
            body = self._places[at][1]
            if body != _UNKNOWN and self._affiliations.may_hold(body, post):
                return body
            at += 1
        return None


def _find_home(
    layout: Layout, tokens: Tokens, institutions: tuple[Institution, ...], lexicon: Lexicon
) -> int | None:
    """Return the index of the body whose release it is: named first in the text proper, none more often.

    Of two that are named as often and joined where the text begins ("A dan B") neither is the one.
    """
    counts = []
    for index, institution in enumerate(institutions):
        places = [
            mention
            for mention in institution.mentions
            if (sentence := layout.find_sentence(mention.start)) is not None and sentence.zone == "body"
        ]
        if places:
            counts.append((places[0].start, len(institution.mentions), index, places[0].end))
    if not counts:
        return None
    counts.sort()
    _, often, first, end = counts[0]
    if often < max(item[1] for item in counts):
        return None
    joiner = tokens.find_index(end)
    if joiner + 1 < len(tokens) and tokens.folded[joiner] in lexicon.posts.pair_set:
        joined = tokens[joiner + 1].start
        if any(at == joined and number == often for at, number, _, _ in counts):
            return None
    return first
