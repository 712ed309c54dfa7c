"""The words of a post that no list knows, up to the name that they lead to."""

from kgraph.extraction.post_places import PostPlaces
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon

_MOST_ENGLISH = 7
_MOST_BARE = 2
_MOST_PLAIN = 4
_MOST_ROLE = 4
_MOST_UNKNOWN = 3


class RoleWords:
    """Measures words behind the known ones of a post, by what follows them."""

    def __init__(self, tokens: Tokens, places: PostPlaces, owners: dict[int, int], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._places = places
        self._lexicon = lexicon
        self._posts = lexicon.posts
        self._words = lexicon.institution_heads.words
        self._owners = owners
        self._english_joiners = lexicon.posts.english_joiner_set
        sets = lexicon.speech.word_sets
        self._ends = sets["adverbs"] | sets["blockers"] | sets["determiners"] | sets["speaker_ends"]

    def step_plain(self, first: int, at: int) -> int:
        """Words in lower case up to a comma and a name: "Ketua kelompok nelayan, Budi"."""
        tokens, cues = self._tokens, self._lexicon.event_cues
        index = at
        most = _MOST_PLAIN if tokens[first].is_capital else _MOST_BARE
        while index < min(at + most, len(tokens)) and tokens[index].before == " ":
            word = tokens[index]
            if word.is_capital or not word.text.isalpha() or cues.is_verb(word.folded):
                break
            if word.folded.startswith(self._posts.verb_beginnings) or word.folded in self._ends:
                return at
            index += 1
        return index if index > at and self.leads_to_name(index) else at

    def leads_to_name(self, index: int) -> bool:
        """Tell whether a comma and what looks like a person's name stand at a word."""
        tokens = self._tokens
        if index >= len(tokens) or not self._gap_is_comma(index) or index in self._owners:
            return False
        word = tokens[index].folded
        if word in self._lexicon.given_names.folded or word in self._lexicon.honorifics.first_words:
            return True
        behind = index + 1
        if behind >= len(tokens) or self._words.is_field_word(tokens[index].text):
            return False
        if tokens[behind].before == ", " and self._lexicon.event_cues.is_verb(tokens[behind].folded):
            # "Ketua paguyuban, Sarjilah, menceritakan": one word that commas part
            return self._places.is_unknown(index, first=index) and not tokens[behind].is_capital
        return (
            self._places.is_unknown(index, first=index)
            and self._places.is_unknown(behind, first=index)
            and not {behind, index} & self._owners.keys()
        )

    def step_to_title(self, at: int) -> int:
        """Unknown capital words before a rank or a title belong to the post: "Kasat Tahti Iptu X"."""
        index = at
        while index < min(at + _MOST_UNKNOWN, len(self._tokens)) and self._places.is_unknown(index, first=at):
            index += 1
        if index == at or index >= len(self._tokens) or self._tokens[index].before != " ":
            return at
        behind = self._tokens[index]
        dotted = self._tokens.body.startswith(".", behind.end)
        titled = dotted and behind.folded in self._lexicon.honorifics.title_set
        return index if titled or behind.folded in self._lexicon.honorifics.rank_firsts else at

    def step_pair(self, at: int) -> int:
        """Two unknown words before a comma and a name: "Klaster Kekerasan Fisik dan Psikis, Budi"."""
        tokens = self._tokens
        if at + 3 >= len(tokens) or tokens[at + 1].folded not in self._words.joiner_set:
            return at
        named = tokens[at + 3].folded in self._lexicon.given_names.folded
        unknown = self._places.is_unknown(at, first=at) and self._places.is_unknown(at + 2, first=at + 2)
        return at + 3 if unknown and named and self._gap_is_comma(at + 3) else at

    def step_second(self, at: int) -> int:
        """A second role that no list knows, up to the comma before the name."""
        index, stop = at + 1, min(at + 1 + _MOST_ROLE, len(self._tokens))
        while index < stop and self._places.is_unknown(index, first=at + 1):
            index += 1
        return index if index > at + 1 and self._gap_is_comma(index) else at

    def step_english(self, at: int) -> int:
        """What an English preposition leads to, up to a body or a comma: "Head of Global Affairs, Budi"."""
        tokens = self._tokens
        index, stop = at + 1, min(at + 1 + _MOST_ENGLISH, len(tokens))
        while index < stop and tokens[index].before == " ":
            joins = tokens[index].text in self._english_joiners and index > at + 1
            if not (joins or self._places.is_unknown(index, first=at + 1)):
                break
            if tokens[index].folded in self._lexicon.given_names.folded:
                break
            index += 1
        if index == at + 1 or tokens[index - 1].text in self._english_joiners or index >= len(tokens):
            return at
        return index if self._gap_is_comma(index) or index in self._owners else at

    def _gap_is_comma(self, index: int) -> bool:
        return index < len(self._tokens) and self._tokens[index].before.strip() in {",", "),"}
