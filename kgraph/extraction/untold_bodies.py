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
        self._named = sorted(
            (mention.start, body)
            for body, institution in enumerate(institutions)
            for mention in institution.mentions
        )
        self._ends: dict[int, int] = {}
        for post in posts:
            body = affiliations.find(post, tokens)
            if body is None:
                body = affiliations.find_headed(post, tokens)[0]
            if body is None and not affiliations.is_unit_post(post, tokens):
                body = _UNKNOWN
            if body is not None:
                self._places.append((post.start, body))
                self._ends[post.last] = body
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
        body = self._find_shared(post)
        if body is not None:
            return body
        if not self._affiliations.is_unit_post(post, self._tokens):
            return self._affiliations.find_around(post)
        body = self._find_before(post)
        if body is None:
            body = self._affiliations.find_of_kind(post)
        if body is None and self._is_of_guests(post):
            return None
        if body is None and self._home is not None and self._affiliations.may_hold(self._home, post):
            body = self._home
        if body is None:
            body = self._affiliations.find_by_subject(post)
        return None if body == _UNKNOWN else body

    def _find_shared(self, post: PostPhrase) -> int | None:
        """Return the body of the post that somebody holds besides: "Kepala X yang juga Ketua Panitia"."""
        size = self._lexicon.posts.besides_phrases.match_before(self._tokens.folded, post.first)
        body = self._ends.get(post.first - size, _UNKNOWN) if size else _UNKNOWN
        if body == _UNKNOWN or not self._lexicon.posts.local_set.isdisjoint(post.heads):
            return None
        return body if self._affiliations.is_open(post, self._tokens) else None

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
        if self._is_host(post):
            return self._find_visited(post, sentence)
        if post.text.islower() and post.text.endswith(posts.own_ending):
            # "... PKK Contoh. Tim dipimpin ketuanya, X"
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

    def _is_host(self, post: PostPhrase) -> bool:
        """Whether somebody receives visitors: "Mereka diterima Kabag Y"."""
        receiving = self._lexicon.posts.receiving_phrases
        return receiving.match_before(self._tokens.folded, self._find_link(post)) > 0

    def _list_before(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Where the paragraph of a sentence names which bodies before it, the last first."""
        stop = bisect_left(self._named, (sentence.start, _UNKNOWN))
        found = []
        for start, body in reversed(self._named[:stop]):
            before = self._layout.find_sentence(start)
            if before is None or before.paragraph != sentence.paragraph:
                break
            found.append((start, body))
        return found

    def _find_visited(self, post: PostPhrase, sentence: Sentence) -> int | None:
        """Return the body that the paragraph last tells somebody to be at or go to before a sentence."""
        for start, body in self._list_before(sentence):
            index = self._tokens.find_index(start)
            if index and self._tokens.folded[index - 1] in self._lexicon.posts.house_set:
                index -= 1
            visited = self._lexicon.posts.visiting_phrases.match_before(self._tokens.folded, index)
            if visited and self._affiliations.may_hold(body, post):
                return body
        return None

    def _is_of_guests(self, post: PostPhrase) -> bool:
        """Whether a host stands behind bodies none of which is told to be visited: they may be the guests."""
        sentence = self._layout.find_sentence(post.start)
        return sentence is not None and self._is_host(post) and bool(self._list_before(sentence))


def _find_home(
    layout: Layout, tokens: Tokens, institutions: tuple[Institution, ...], lexicon: Lexicon
) -> int | None:
    """Return the index of the body whose release it is: named first in the text proper, none more often.

    Where another is named as often it is the one only if the headline or the text begins with it: it
    is neither where something is nor the first of a row ("A dan B", "A, B, dan C").
    """
    counts = []
    for index, institution in enumerate(institutions):
        places = [
            mention
            for mention in institution.mentions
            if (sentence := layout.find_sentence(mention.start)) is not None and sentence.zone == "body"
        ]
        if places:
            counts.append((places[0].start, len(institution.mentions), index))
    if not counts:
        return None
    counts.sort()
    _, often, first = counts[0]
    if often < max(item[1] for item in counts):
        return None
    if sum(item[1] == often for item in counts) == 1:
        return first
    named = frozenset(mention.start for item in counts for mention in institutions[item[2]].mentions)
    mentions = institutions[first].mentions
    return first if any(_is_subject(layout, tokens, place, named, lexicon) for place in mentions) else None


def _is_subject(
    layout: Layout, tokens: Tokens, mention: Mention, named: frozenset[int], lexicon: Lexicon
) -> bool:
    """Whether a place names the subject of a headline or of the first sentence of the text proper.

    ``named``: where bodies are named.
    """
    sentence = layout.find_sentence(mention.start)
    lead = next((sentence for sentence in layout.sentences if sentence.zone == "body"), None)
    if sentence is None or not (sentence == lead or sentence.zone == "headline"):
        return False
    posts, folded = lexicon.posts, tokens.folded
    index, behind = tokens.find_index(mention.start), tokens.find_index(mention.end)
    if posts.visiting_phrases.match_before(folded, index) or posts.venue_phrases.match(folded, behind):
        return False
    before = tokens.find_indexes(sentence.start, mention.start)
    if any(lexicon.event_cues.is_verb(folded[at]) for at in before):
        return False
    joined = behind + (behind < len(tokens) and folded[behind] in posts.pair_set)
    return joined >= len(tokens) or tokens[joined].start not in named
