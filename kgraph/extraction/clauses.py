"""The grammar around a verb of saying: its subject, its agent, and where what is said begins."""

import re

import msgspec

from kgraph.extraction.quotations import Quotation
from kgraph.extraction.referents import Referent, Referents
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.speech_verbs import SpeechForm
from kgraph.records import Span
from kgraph.text.matcher import fold

_WORD = re.compile(r"\w[\w.'’-]*")
_BLANK = re.compile(r"[\s,]*")
_FARTHEST_COMPLEMENTIZER = 160
_LONGEST_ADDRESSEE = 14
_LONGEST_SPEAKER = 12
_SHORTEST_VERB = 5


class Cue(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A verb of saying, or a frame like "menurut", in the text outside quotations."""

    start: int
    end: int
    form: SpeechForm


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who is given as speaker: ``name``, or ``None`` for a pronoun; ``end`` is where the words end.

    ``kind``: person, holder, post, institution, pronoun, unnamed or several.
    """

    name: str | None
    kind: str
    end: int


class Grammar:
    """A text with its referents and quotations, to be asked about its clauses."""

    def __init__(
        self, body: str, referents: Referents, quotations: tuple[Quotation, ...], lexicon: Lexicon
    ) -> None:
        self.body = body
        self.folded = fold(body)
        self.referents = referents
        self.quotations = quotations
        self.words = lexicon.speech
        self._phrases = lexicon.speech.phrases
        self._sets = lexicon.speech.word_sets

    def starts_with(self, name: str, offset: int) -> int | None:
        """Return where a phrase of the named list ends that stands at an offset, else ``None``."""
        match = self._phrases[name].match(self.folded, offset)
        return match.end() if match else None

    def is_word(self, name: str, word: str) -> bool:
        """Tell whether a folded word is in the named list."""
        return word in self._sets[name]

    def skip_blank(self, offset: int, limit: int) -> int:
        """Return the offset after blanks and commas."""
        match = _BLANK.match(self.body, offset, limit)
        return match.end() if match else offset

    def skip_adverbs(self, offset: int, limit: int) -> int:
        """Return the offset of the first word after adverbs, blanks and commas."""
        offset = self.skip_blank(offset, limit)
        while offset < limit and (end := self.starts_with("adverbs", offset)) is not None:
            offset = self.skip_blank(end, limit)
        return offset

    def skip_noun(self, offset: int) -> tuple[int, bool]:
        """Return the offset after a noun like "keterangan", and whether it ends in the possessor ("datanya")."""
        match = self.words.owned_nouns.match(self.folded, offset)
        return (match.end(), match["owned"] is not None) if match else (offset, False)

    def word_before(self, start: int, offset: int) -> str:
        """Return the folded word that ends right before an offset, "" after punctuation or at ``start``."""
        left = offset
        while left > start and self.folded[left - 1].isspace():
            left -= 1
        right = left
        while left > start and (self.folded[left - 1].isalnum() or self.folded[left - 1] in "-'’."):
            left -= 1
        return self.folded[left:right].strip(".")

    def first_before(self, start: int, offset: int) -> int:
        """Return the offset where the adverbs before an offset begin."""
        moved = True
        while moved:
            moved = False
            left = offset
            while left > start and self.folded[left - 1].isspace():
                left -= 1
            for size in (3, 2, 1):
                words = [match.start() for match in _WORD.finditer(self.folded, max(start, left - 40), left)]
                if len(words) >= size and self.starts_with("adverbs", words[-size]) == left:
                    offset, moved = words[-size], True
                    break
        return offset

    def find_subject(self, start: int, cue: Cue) -> Speaker | None:
        """Return who says what an active verb says; the clause begins at ``start``."""
        before = self.first_before(start, cue.start)
        pronoun = self._find_pronoun_before(start, before)
        if pronoun is not None:
            return pronoun
        chunks = self._split_chunks(start, before)
        candidates = [
            (referent, number)
            for number, (left, right, prelude) in enumerate(chunks)
            for referent in self.referents.list_between(left, right)
            if not prelude
        ]
        last = len(chunks) - 1
        if not candidates and chunks:
            candidates = [(r, last) for r in self.referents.list_between(chunks[last][0], chunks[last][1])][-1:]
        for referent, number in candidates:
            if referent.kind == "institution":
                if not self._heads_clause(chunks[number][0], referent) or not self._touches(referent, before):
                    continue
            elif self._is_oblique(start, referent) and len(candidates) > 1:
                continue
            if self._is_joint(referent, before):
                return Speaker(name=referent.speaker, kind="several", end=referent.end)
            return Speaker(name=referent.speaker, kind=referent.kind, end=referent.end)
        return None

    def is_adjacent(self, subject: Speaker, cue: Cue) -> bool:
        """Tell whether only adverbs, a bracket or an apposition stand between a subject and its verb."""
        gap = self.folded[subject.end : self.first_before(subject.end, cue.start)].strip()
        return not gap or (gap.startswith((",", "(", "yang ")) and gap.endswith((",", ")")) and len(gap) < 120)

    def _find_pronoun_before(self, start: int, offset: int) -> Speaker | None:
        for size in (1, 2):
            words = list(_WORD.finditer(self.folded, max(start, offset - 40), offset))
            if len(words) < size or self.folded[words[-1].end() : offset].strip():
                return None
            left = words[-size].start()
            for name, kind in (("pronouns", "pronoun"), ("plurals", "several")):
                if self.starts_with(name, left) == words[-1].end():
                    return Speaker(name=None, kind=kind, end=words[-1].end())
        return None

    def _split_chunks(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """Return the parts between commas outside referents: (start, end, whether it is a prelude)."""
        chunks = []
        left = start
        position = start
        while position < end:
            if self.body[position] == "," and not self.referents.covers(position):
                chunks.append((left, position))
                left = position + 1
            position += 1
        chunks.append((left, end))
        found = []
        for number, (first, after) in enumerate(chunks):
            begin = self.skip_blank(first, after)
            while (joined := self.starts_with("clause_joiners", begin)) is not None and joined < after:
                begin = self.skip_blank(joined, after)
            prelude = number + 1 < len(chunks) and self.starts_with("preludes", begin) is not None
            found.append((begin, after, prelude))
        return found

    def _heads_clause(self, start: int, referent: Referent) -> bool:
        before = self.word_before(start, referent.start)
        return before in {"", "pihak", "itu", "ini", "tersebut", "namun", "sementara", "tetapi"} or (
            self.starts_with("clause_joiners", referent.start - len(before) - 1) is not None
        )

    def _touches(self, referent: Referent, end: int) -> bool:
        gap = self.body[referent.end : end].strip()
        return not gap or bool(re.fullmatch(r"\([^()]*\)", gap))

    def _is_oblique(self, start: int, referent: Referent) -> bool:
        before = self.word_before(start, referent.start)
        verbal = before.startswith(("di", "me", "ter")) and len(before) >= _SHORTEST_VERB
        return self.is_word("obliques", before) or (verbal and not self.is_word("not_verbs", before))

    def _is_joint(self, referent: Referent, end: int) -> bool:
        """Tell whether another speaker is joined to this one before the verb."""
        rest = self.skip_blank(referent.end, end)
        word = _WORD.match(self.folded, rest, end)
        if word is None or word.group() not in {"dan", "serta"}:
            return False
        following = self.referents.list_between(word.end(), end)
        return bool(following) and not self.folded[word.end() : following[0].start].strip()

    def find_speaker_after(self, offset: int, limit: int, *, free: bool) -> Speaker | None:
        """Return who stands after a verb ("ujar X"), with ``free`` also where X is unknown."""
        offset = self.skip_adverbs(offset, limit)
        while (word := _WORD.match(self.folded, offset, limit)) and word.group() in {"oleh", "langsung"}:
            offset = self.skip_adverbs(word.end(), limit)
        if (end := self.starts_with("plurals", offset)) is not None and end <= limit:
            return Speaker(name=None, kind="several", end=end)
        if (end := self.starts_with("pronouns", offset)) is not None and end <= limit:
            return Speaker(name=None, kind="pronoun", end=end)
        after = self.referents.list_between(offset, limit)
        if after and not re.search(r"[.,;:]\s|\b(?:di|pada|saat)\b", self.body[offset : after[0].start]):
            words = self.folded[offset : after[0].start].split()
            lead = words[0] if words else ""
            if not words or (len(words) <= 4 and not self.is_word("speaker_ends", lead)):
                return self._choose_speaker(offset, after, words)
        if not free:
            return None
        return self._read_unknown(offset, limit)

    def _choose_speaker(self, offset: int, after: list[Referent], words: list[str]) -> Speaker:
        first = after[0]
        if first.kind == "institution" and words and words != ["pihak"]:
            # "perwakilan BP3MI Aceh": somebody of the body, not the body.
            return Speaker(name=self.body[offset : first.end].strip(), kind="unnamed", end=first.end)
        if self._is_joint(first, after[1].end if len(after) > 1 else first.end):
            return Speaker(name=first.speaker, kind="several", end=after[1].end)
        return Speaker(name=first.speaker, kind=first.kind, end=first.end)

    def _read_unknown(self, offset: int, limit: int) -> Speaker | None:
        end = offset
        for count, word in enumerate(_WORD.finditer(self.body, offset, limit)):
            gap = self.body[end : word.start()]
            if gap.strip() or count == _LONGEST_SPEAKER:
                break
            if self.starts_with("speaker_ends", word.start()) is not None or self.is_word(
                "joint", fold(word.group())
            ):
                break
            end = word.start() + len(word.group().rstrip("."))
        if end == offset:
            return None
        return Speaker(name=self.body[offset:end], kind="unnamed", end=end)

    def has_clause(self, cue: Cue, limit: int) -> bool:
        """Tell whether a comma, a colon or "bahwa" shows that a verb opens what is said."""
        offset = self.skip_adverbs(cue.end, limit)
        return self.body[cue.end : cue.end + 1] in {",", ":"} or (
            self._find_complementizer(offset, limit) is not None
        )

    def find_complement(self, cue: Cue, limit: int, after: int | None = None) -> int | None:
        """Return where what is said begins after a verb (after its agent, if given), or ``None``."""
        offset = self.skip_adverbs(after if after is not None else cue.end, limit)
        while offset < limit and self.body[offset] in ":-– ":
            offset += 1
        said = self._find_complementizer(offset, limit)
        if said is not None:
            return self.skip_blank(said, limit)
        if cue.form.kind == "ask":
            return self._skip_addressee(offset, limit)
        return offset if offset < limit else None

    def _find_complementizer(self, offset: int, limit: int) -> int | None:
        """Return the end of a "bahwa" that stands at once or after an adjunct ("kepada wartawan bahwa")."""
        if (end := self.starts_with("complementizers", offset)) is not None:
            return end
        if (end := self.starts_with("purpose_complementizers", offset)) is not None:
            return end
        if self.starts_with("preludes", offset) is None:
            return None
        for word in _WORD.finditer(self.folded, offset, min(limit, offset + _FARTHEST_COMPLEMENTIZER)):
            if self.is_word("complementizers", word.group()):
                return word.end()
            if self.is_word("clause_joiners", word.group()):
                break
        return None

    def _skip_addressee(self, offset: int, limit: int) -> int | None:
        """Return where the content of a request begins, after the one who is asked."""
        if offset >= limit:
            return None
        relative = False
        for count, word in enumerate(_WORD.finditer(self.folded, offset, limit)):
            text = word.group().rstrip(".")
            if count == _LONGEST_ADDRESSEE or self.body[offset : word.start()].rstrip().endswith((";", ":")):
                break
            if self.is_word("purpose_complementizers", text):
                return self.skip_blank(word.end(), limit)
            if self.referents.covers(word.start()) or not self.body[word.start()].islower():
                continue
            if text.startswith("di") and len(text) > _SHORTEST_VERB and not relative:
                return offset
            verbal = text.startswith(("me", "ber")) and len(text) >= _SHORTEST_VERB
            if (verbal and not self.is_word("not_verbs", text)) or self.is_word("predicates", text):
                if not relative:
                    return word.start()
                relative = False
            elif text == "yang":
                relative = True
        return offset


def find_cues(spans: tuple[Span, ...], grammar: Grammar) -> tuple[Cue, ...]:
    """Return the verbs of saying of the given stretches outside quotations and names, in order."""
    cues = []
    for stretch in spans:
        text = grammar.folded[stretch.start : stretch.end]
        for span, phrase in grammar.words.matcher.find_phrases(text, folded=text):
            start, end = stretch.start + span.start, stretch.start + span.end
            if grammar.referents.covers(start) or any(q.start <= start < q.end for q in grammar.quotations):
                continue
            cues.append(Cue(start=start, end=end, form=grammar.words.forms[phrase]))
    return tuple(cues)
