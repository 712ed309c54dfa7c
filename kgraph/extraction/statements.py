"""Statements: what a text says that somebody said, word for word or reported."""

import msgspec

from kgraph.extraction.attributions import (
    Attribution,
    attribute_clauses,
    attribute_quotation,
    find_back_reference,
    list_outside,
)
from kgraph.extraction.clauses import Cue, Grammar, Speaker, find_cues
from kgraph.extraction.quotations import Quotation, find_quotations, list_paragraphs
from kgraph.extraction.referents import find_referents
from kgraph.lexicon.load import Lexicon
from kgraph.records import Doubt, Institution, Official, Span, Statement
from kgraph.text.layout import Layout, Sentence

_FIRST_WORDS = 6
_FEWEST_WORDS_ALONE = 5
# What is left of a sentence whose end was cut off.
_FEWEST_WORDS_AFTER = 2
_LONGEST_BACK_REFERENCE = 3


def find_statements(
    layout: Layout,
    officials: tuple[Official, ...],
    institutions: tuple[Institution, ...],
    lexicon: Lexicon,
) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    """Return the attributed utterances of the text proper, in order, and what stays in doubt.

    A quotation counts where a verb of saying, the sentence after it or, if plain, the
    speaker before it tells who speaks; a theme, a name or a word in quotation marks does
    not. A reported utterance begins after the verb of saying, or with it where the verb
    itself is the act ("mengapresiasi").

    Doubts are quotations without a speaker, and utterances of several together.
    """
    quotations = find_quotations(layout, lexicon)
    paragraphs = list_paragraphs(layout)
    referents = find_referents(layout, officials, institutions, quotations, lexicon)
    grammar = Grammar(layout.body, referents, quotations, lexicon)
    cues = find_cues(paragraphs, grammar)
    reader = _Reader(layout, paragraphs, quotations, cues, grammar)
    return reader.read_statements()


class _Reader:
    """One reading of a text from its beginning to its end."""

    def __init__(
        self,
        layout: Layout,
        paragraphs: tuple[Span, ...],
        quotations: tuple[Quotation, ...],
        cues: tuple[Cue, ...],
        grammar: Grammar,
    ) -> None:
        self.layout = layout
        self.paragraphs = paragraphs
        self.quotations = quotations
        self.cues = cues
        self.grammar = grammar
        self.prose = layout.list_prose()
        self.statements: list[Statement] = []
        self.doubts: list[Doubt] = []
        # Who spoke or was named last, with the place: what a pronoun means.
        self.spoken: list[tuple[int, str, str]] = []

    def read_statements(self) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
        for attribution in self._list_attributions():
            self._add(attribution)
        return tuple(sorted(self.statements, key=lambda s: (s.span, s.speaker))), tuple(self.doubts)

    def _list_attributions(self) -> list[Attribution]:
        found: list[Attribution] = []
        used: set[int] = set()
        quoted: dict[int, Attribution] = {}
        for quotation in self.quotations:
            if self._is_title(quotation):
                continue
            paragraph = self._find_paragraph(quotation.start)
            start = self._find_lead(quotation, paragraph)
            attribution = attribute_quotation(quotation, start, paragraph.end, self.cues, self.grammar)
            if attribution is not None:
                quoted[quotation.start] = attribution
                if attribution.cue.start >= quotation.end or not self._has_content(attribution, quotation):
                    used.add(attribution.cue.start)
        covered: set[int] = set()
        previous: list[Attribution] = []
        for sentence in self.prose:
            here: list[Attribution] = []
            paragraph = self._find_paragraph(sentence.start)
            back = find_back_reference(sentence, sentence.end, self.cues, self.grammar)
            if back is not None:
                speaker, cue, is_back = back
                used.add(cue.start)
                if is_back:
                    here.extend(self._refer_back(sentence, speaker, cue, found, quoted, covered))
                elif speaker.name:
                    self.spoken.append((cue.start, speaker.name, speaker.kind))
            for stretch in list_outside(self.layout, sentence, self.quotations, paragraph.start):
                cues = tuple(cue for cue in self.cues if stretch.start <= cue.start < stretch.end and cue.start not in used)
                start = stretch.start
                while start < stretch.end and self.layout.body[start] in " ,.;–—-)":
                    start += 1
                here.extend(attribute_clauses(start, stretch.end, cues, self.grammar))
            for quotation in self.quotations:
                if sentence.start <= quotation.start < sentence.end:
                    if quotation.start in quoted:
                        here.append(quoted[quotation.start])
                    elif not self._is_title(quotation) and self._stands_alone(quotation, sentence):
                        here.append(
                            Attribution(
                                utterance=quotation.inner,
                                direct=True,
                                speaker=None,
                                cue=Span(start=quotation.start, end=quotation.start),
                            )
                        )
            here.sort(key=lambda item: (item.utterance.start, item.cue.start))
            if here:
                covered.add(sentence.start)
            found.extend(here)
            previous = here or previous
        return sorted(found, key=lambda item: (item.utterance.start, item.cue.start))

    def _has_content(self, attribution: Attribution, quotation: Quotation) -> bool:
        """Tell whether between the verb and the quotation something else is reported."""
        between = self.layout.body[attribution.cue.end : quotation.start]
        return len(between.split()) > _FIRST_WORDS and attribution.speaker is not None and (
            attribution.speaker.end <= attribution.cue.start
        )

    def _find_paragraph(self, offset: int) -> Span:
        for paragraph in self.paragraphs:
            if offset < paragraph.end:
                return paragraph
        return self.paragraphs[-1]

    def _find_lead(self, quotation: Quotation, paragraph: Span) -> int:
        """Return where the words begin that lead to a quotation: its sentence or the quotation before."""
        sentence = self.layout.find_sentence(quotation.start)
        start = max(paragraph.start, sentence.start if sentence else paragraph.start)
        for other in self.quotations:
            if start <= other.end <= quotation.start:
                start = other.end
        return start

    def _is_title(self, quotation: Quotation) -> bool:
        """Tell whether a quotation is a theme, a name or a word that is talked about."""
        words = self.layout.body[quotation.inner.start : quotation.inner.end].split()
        before = self.grammar.folded[max(0, quotation.start - 40) : quotation.start].rstrip()
        if before.endswith((":", ",", ".")):
            return False
        last = before.split()[-2:]
        titled = any(
            self.grammar.is_word("title_words", " ".join(last[-size:])) for size in (1, 2) if len(last) >= size
        )
        return titled or (bool(last) and len(words) < _FEWEST_WORDS_ALONE - 1 and not self._opens(quotation))

    def _opens(self, quotation: Quotation) -> bool:
        """Tell whether a quotation begins its paragraph or follows the end of a sentence."""
        paragraph = self._find_paragraph(quotation.start)
        before = self.layout.body[paragraph.start : quotation.start].rstrip()
        return not before or before.endswith((".", "!", "?", ":", "”", '"', ","))

    def _stands_alone(self, quotation: Quotation, sentence: Sentence) -> bool:
        """Tell whether an unattributed quotation is a whole utterance."""
        text = self.layout.body[quotation.inner.start : quotation.inner.end]
        if quotation.single or not text[:1].isupper() or len(text.split()) < _FEWEST_WORDS_ALONE:
            return False
        paragraph = self._find_paragraph(quotation.start)
        before = self.layout.body[paragraph.start : quotation.start].rstrip()
        after = self.layout.body[quotation.end : paragraph.end].lstrip()
        ends = len(after.split()) < _FEWEST_WORDS_AFTER or not after[0].islower() or text.rstrip().endswith((".", "!", "?"))
        return (not before or before.endswith((".", "!", "?", ":", "”", '"'))) and ends

    def _refer_back(
        self,
        sentence: Sentence,
        speaker: Speaker,
        cue: Cue,
        found: list[Attribution],
        quoted: dict[int, Attribution],
        covered: set[int],
    ) -> list[Attribution]:
        """Attribute what stands before "Hal itu disampaikan X" to X, unless somebody said it already."""
        index = next(i for i, other in enumerate(self.prose) if other.start == sentence.start)
        place = Span(start=cue.start, end=cue.end)
        if index == 0:
            return []
        before = self.prose[index - 1]
        if found and found[-1].direct and found[-1].speaker is None and found[-1].utterance.end > before.start:
            last = found.pop()
            found.append(msgspec.structs.replace(last, speaker=speaker, cue=place))
            return []
        told = [before]
        for other in reversed(self.prose[: index - 1]):
            if other.paragraph != before.paragraph or before.paragraph == sentence.paragraph:
                break
            told.insert(0, other)
        if any(other.start in covered for other in told):
            return []
        if len(told) > _LONGEST_BACK_REFERENCE:
            told = told[-1:]
        start = max(told[0].start, self._find_paragraph(told[0].start).start)
        covered.update(other.start for other in told)
        return [
            Attribution(
                utterance=Span(start=start, end=before.end), direct=False, speaker=speaker, cue=place, back=True
            )
        ]

    def _add(self, attribution: Attribution) -> None:
        body = self.layout.body
        span = self._trim(attribution.utterance)
        if span.start >= span.end:
            return
        name = self._resolve(attribution)
        if name is None:
            several = attribution.speaker is not None and attribution.speaker.kind == "several"
            self.doubts.append(
                Doubt(span=span, reason="statement of several speakers" if several else "statement without a speaker")
            )
            return
        kind = attribution.speaker.kind if attribution.speaker and attribution.speaker.name else "person"
        if attribution.speaker is not None or not attribution.direct:
            self.spoken.append((max(attribution.cue.start, span.start), name, kind))
        text = body[span.start : span.end]
        self.statements.append(
            Statement(
                speaker=name,
                direct=attribution.direct,
                begins=" ".join(text.split()[:_FIRST_WORDS]),
                text=text,
                span=span,
                evidence=self._list_evidence(span, attribution.cue),
            )
        )

    def _trim(self, span: Span) -> Span:
        body = self.layout.body
        start, end = span.start, span.end
        while start < end and (body[start].isspace() or body[start] in ",;:"):
            start += 1
        while start < end and (body[end - 1].isspace() or body[end - 1] in ",;:"):
            end -= 1
        return Span(start=start, end=end)

    def _list_evidence(self, span: Span, cue: Span) -> tuple[Span, ...]:
        return tuple(
            sentence.span
            for sentence in self.prose
            if (sentence.start < span.end and span.start < sentence.end)
            or sentence.start <= cue.start < sentence.end
        )

    def _resolve(self, attribution: Attribution) -> str | None:
        speaker = attribution.speaker
        if speaker is not None and speaker.name is not None and speaker.kind != "several":
            return speaker.name
        if speaker is not None and speaker.kind == "several":
            return None
        return self._find_antecedent(attribution)

    def _find_antecedent(self, attribution: Attribution) -> str | None:
        """Return the last person before a pronoun who spoke or acted, outside what others said."""
        offset = min(attribution.cue.start, attribution.utterance.start)
        if attribution.speaker is not None and not attribution.direct and not attribution.back:
            offset = attribution.cue.start
        sentence = self.layout.find_sentence(offset)
        limit = sentence.start if sentence is not None and attribution.direct else offset
        if attribution.direct:
            limit = attribution.utterance.start
        last = max(((place, name) for place, name, _ in self.spoken if place < limit), default=None)
        spoken_in = self.layout.find_sentence(last[0]) if last else None
        said = [s.span for s in self.statements]
        for other in reversed(self.prose):
            if other.start >= limit:
                continue
            if spoken_in is not None and other.start <= spoken_in.start:
                break
            named = [
                referent
                for referent in self.grammar.referents.list_between(other.start, min(other.end, limit))
                if referent.kind != "institution"
                and not any(span.start <= referent.start < span.end for span in said)
            ]
            if named:
                return named[0].speaker
        return last[1] if last else None
