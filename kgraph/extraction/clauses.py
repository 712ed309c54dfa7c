"""A text to be asked about the words around its verbs of saying."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice

import msgspec

from kgraph.extraction.post_stretches import Places
from kgraph.extraction.referents import Referents
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.speech_verbs import SpeechForm
from kgraph.records import Span

WORD = re.compile(r"\w[\w.'’-]*")
_LAST_WORD = re.compile(WORD.pattern + "$")
_RUN = re.compile(r"\w*")
_BLANK = re.compile(r"[\s,]*")
_LONGEST_ADVERB = 3
_WINDOW = 48
_SHORTEST_VERB = 5


class Cue(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A verb of saying, or a frame like "menurut", in the text outside quotations."""

    start: int
    end: int
    form: SpeechForm

    @property
    def span(self) -> Span:
        """The verb's place."""
        return Span(start=self.start, end=self.end)


class Grammar:
    """A text with its referents and quotations, and the words that tell what is said by whom."""

    def __init__(self, places: Places, referents: Referents, lexicon: Lexicon) -> None:
        self.body = places.layout.body
        self.folded = places.folded
        self._found = places.layout.phrases
        self.referents = referents
        self.quotations = places.quotations
        self.quoted = places.quoted
        self.words = lexicon.speech
        self._post_words = lexicon.posts.first_words
        self._post_joiners = lexicon.posts.joiner_words.union(lexicon.posts.besides)
        self._phrases = lexicon.speech.phrases
        self._sets = lexicon.speech.word_sets
        self._cues: list[Cue] = []
        self._starts: list[int] = []
        self.cue_at: dict[int, Cue] = {}

    def read_cues(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Take up the verbs of saying in the given stretches, outside quotations and names."""
        for found in self._found.find_within("speech", stretches):
            for start, end, (phrase, _, _) in found:
                if not (self.referents.covers(start) or self.quoted.find(start)):
                    self.cue_at[start] = Cue(start=start, end=end, form=self.words.forms[phrase])
        self._starts = sorted(self.cue_at)
        self._cues = [self.cue_at[start] for start in self._starts]

    def list_cues(self, start: int, end: int) -> list[Cue]:
        """Return the verbs of saying that lie in ``[start, end)``, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [cue for cue in self._cues[low:high] if cue.end <= end]

    def starts_with(self, name: str, offset: int, limit: int | None = None) -> int | None:
        """Return where a phrase of the named list ends that stands at an offset, else ``None``."""
        match = self._phrases[name].match(self.folded, offset)
        return match.end() if match and (limit is None or match.end() <= limit) else None

    def is_word(self, name: str, word: str) -> bool:
        """Tell whether a folded word or phrase is in the named list."""
        return word in self._sets[name]

    def joins_post(self, folded: str) -> bool:
        """Tell whether words lead from a post to a second one of the same person."""
        return folded in self._post_joiners

    def skip_blank(self, offset: int, limit: int) -> int:
        """Return the offset after blanks and commas."""
        match = _BLANK.match(self.body, offset, limit)
        return match.end() if match else offset

    def skip(self, names: tuple[str, ...], offset: int, limit: int) -> int:
        """Return the offset of the first word after words of the named lists, blanks and commas."""
        if offset >= limit:
            return offset
        # One character more is read, to see whether a word ends at the limit.
        match = self.words.skipping(names).match(self.folded, offset, limit + 1)
        reached = match.end() if match else offset
        return reached if reached <= limit else self._skip_within(names, offset, limit)

    def _skip_within(self, names: tuple[str, ...], offset: int, limit: int) -> int:
        offset = self.skip_blank(offset, limit)
        while offset < limit:
            ends = (self.starts_with(name, offset, limit) for name in names)
            end = next((end for end in ends if end is not None), None)
            if end is None:
                break
            offset = self.skip_blank(end, limit)
        return offset

    def may_refer_back(self, start: int, limit: int) -> bool:
        """Tell whether a sentence opens with a word of a back reference, or one that may stand before it."""
        offset = self.skip_blank(start, limit)
        word = _RUN.match(self.folded, offset)
        return offset in self.cue_at or (word is not None and word.group() in self.words.back_openers)

    def skip_adverbs(self, offset: int, limit: int) -> int:
        """Return the offset of the first word after adverbs, blanks and commas."""
        return self.skip(("adverbs",), offset, limit)

    def skip_noun(self, offset: int) -> tuple[int, bool]:
        """Return the offset after a noun like "data", and whether its ending is an owner ("datanya")."""
        match = self.words.owned_nouns.match(self.folded, offset)
        return (match.end(), match["owned"] is not None) if match else (offset, False)

    def opens_post(self, offset: int) -> bool:
        """Tell whether a word at an offset begins posts ("ketua", "kepala")."""
        word = WORD.match(self.folded, offset)
        return word is not None and word.group().rstrip(".") in self._post_words

    def list_words(self, start: int, end: int) -> list[re.Match[str]]:
        """Return the folded words of a stretch."""
        return list(self.find_words(start, end))

    def find_words(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the folded words of a stretch, one by one as they are asked for."""
        return WORD.finditer(self.folded, start, end)

    def has_words(self, start: int, end: int, number: int) -> bool:
        """Tell whether a stretch has so many words or more."""
        return next(islice(self.find_words(start, end), number - 1, None), None) is not None

    def ends_pronoun(self, start: int, offset: int) -> bool:
        """Tell whether the word right before an offset is one that ends a pronoun, or a word for several."""
        return self._read_before(start, offset) in self.words.pronoun_ends

    def word_before(self, start: int, offset: int) -> str:
        """Return the folded word that ends right before an offset, "" after punctuation or at ``start``."""
        return self._read_before(start, offset).rstrip(".")

    def _read_before(self, start: int, offset: int) -> str:
        parts = self.folded[max(start, offset - _WINDOW) : offset].rsplit(None, 1)
        word = _LAST_WORD.search(parts[-1]) if parts else None
        return word.group() if word else ""

    def first_before(self, start: int, offset: int) -> int:
        """Return the offset where the adverbs before an offset begin."""
        while self._read_before(start, offset) in self.words.adverb_ends:
            words = self.list_words(max(start, offset - _WINDOW), offset)
            for size in range(min(_LONGEST_ADVERB, len(words)), 0, -1):
                if self.starts_with("adverbs", words[-size].start()) == words[-1].end():
                    offset = words[-size].start()
                    break
            else:
                break
        return offset

    def is_active(self, word: str) -> bool:
        """Tell whether a folded word looks like an active verb ("melapor", "berangkat")."""
        return (
            word.startswith(self.words.active_prefixes)
            and len(word) >= _SHORTEST_VERB
            and not self.is_word("not_verbs", word)
        )

    def is_passive(self, word: str) -> bool:
        """Tell whether a folded word looks like a passive verb ("dikabarkan", "terlihat")."""
        return (
            word.startswith(self.words.passive_prefixes)
            and len(word) > _SHORTEST_VERB
            and not self.is_word("not_verbs", word)
        )

    def points_back(self, offset: int, limit: int) -> int | None:
        """Return the end of a demonstrative that ends a short phrase at an offset ("politikus itu")."""
        for word in self.find_words(offset, min(limit, offset + 80)):
            if self.folded[offset : word.start()].strip(" ").endswith((",", ".", ";", ":")):
                return None
            if self.is_word("determiners", word.group().rstrip(".")):
                return word.start() + len(word.group().rstrip("."))
            if self.is_word("speaker_ends", word.group()):
                return None
        return None
