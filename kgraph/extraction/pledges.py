"""Which utterances promise something, and until when."""

import re
from collections.abc import Iterable

from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution, Official

_SENTENCE = re.compile(r"[^.!?]*(?:[.](?=\d)[^.!?]*)*[.!?]?")
_LONGEST_OPENING = 24


class Pledges:
    """The promises of a text's speakers: asked utterance by utterance."""

    def __init__(
        self, officials: tuple[Official, ...], institutions: tuple[Institution, ...], lexicon: Lexicon
    ) -> None:
        self._words = lexicon.pledges
        self._lexicon = lexicon
        self._homes = {official.name: official.institution for official in reversed(officials)}
        self._bodies = {one.name: one for one in institutions}
        self._forms: dict[str, frozenset[str]] = {}

    def _find_forms(self, speaker: str) -> frozenset[str]:
        """How the text calls an institution, or that of an official, folded."""
        if speaker not in self._forms:
            body = self._bodies.get(speaker) or self._bodies.get(self._homes.get(speaker) or "")
            written = (body.name, *(mention.text for mention in body.mentions)) if body is not None else ()
            self._forms[speaker] = frozenset(map(fold, written))
        return self._forms[speaker]

    def is_pledge(self, text: str, speaker: str, verb: str | None, *, direct: bool) -> bool:
        """Tell whether an utterance promises what the speaker or the speaker's body does.

        Args:
            text: The utterance.
            speaker: The name of an official or institution, or a post as written.
            verb: The active form of the verb of saying, if there is one.
            direct: Whether the utterance is quoted.
        """
        if verb in self._words.verb_set:
            return True
        folded = fold(text)
        if not self._words.may_promise(folded):
            return False
        for number, sentence in enumerate(_SENTENCE.findall(folded)):
            if not sentence.endswith("?") and self._promises(
                sentence, speaker, headless=number == 0 and not direct
            ):
                return True
        return False

    def _promises(self, sentence: str, speaker: str, *, headless: bool) -> bool:
        words = self._words
        if (headless and words.promise.match(f" {sentence}")) or words.done_by_speaker.search(sentence):
            return True
        ends = [(match.start(), match.end()) for match in words.subjects.finditer(sentence)]
        ends.extend(_find_all(sentence, self._find_forms(speaker)))
        return any(
            words.opening.search(sentence[max(0, start - _LONGEST_OPENING) : start].rstrip("“\"' "))
            if start
            else True
            for start, end in ends
            if words.promise.match(sentence, end)
        )

    def find_due(self, text: str) -> str | None:
        """Return the words of an utterance that tell until or from when, as written."""
        match = self._lexicon.due_pattern.search(fold(text))
        return text[match.start() : match.end()] if match else None


def _find_all(sentence: str, forms: Iterable[str]) -> list[tuple[int, int]]:
    found = []
    for form in forms:
        start = sentence.find(form)
        while start != -1:
            if not sentence[max(0, start - 1) : start].isalnum():
                found.append((start, start + len(form)))
            start = sentence.find(form, start + 1)
    return found
