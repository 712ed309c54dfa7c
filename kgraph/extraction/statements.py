"""Statements: what a text says that somebody said, word for word or reported."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from kgraph.extraction.antecedents import Antecedents
from kgraph.extraction.attributions import Attribution, attribute_quotation, leads_only
from kgraph.extraction.clauses import Grammar
from kgraph.extraction.pledges import Pledges
from kgraph.extraction.post_stretches import Places
from kgraph.extraction.quotations import Quotation
from kgraph.extraction.referents import find_referents
from kgraph.extraction.reports import attribute_clauses, find_back_reference
from kgraph.extraction.speakers import Speaker
from kgraph.lexicon.load import Lexicon
from kgraph.records import Doubt, Institution, Official, Span, Statement
from kgraph.text.layout import Layout, Sentence

_FIRST_WORDS = 6
_TELLING_WORDS = 4
# A quotation of fewer words, unattributed, is a name or a word that is talked about.
_FEWEST_WORDS_ALONE = 5
# What is left of a sentence whose end was cut off.
_FEWEST_WORDS_AFTER = 2
_LONGEST_BACK_REFERENCE = 3
# How far before a quotation its title words are looked for.
_LONGEST_TITLE_LEAD = 60


def find_statements(
    layout: Layout,
    officials: tuple[Official, ...],
    institutions: tuple[Institution, ...],
    lexicon: Lexicon,
    *,
    places: Places | None = None,
) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    """Return the attributed utterances of the text proper, in order, and what stays in doubt.

    A quotation counts where a verb of saying, the sentence after it or, if plain, the
    speaker before it tells who speaks; a theme, a name or a word in quotation marks does
    not. A reported utterance begins after the verb of saying, or with it where the verb
    itself is the act ("mengapresiasi").

    Args:
        layout: The body with its sentences.
        officials: The persons of the text; a statement's speaker is the name of one of
            them, else of an institution, else the post as written.
        institutions: The institutions of the text.
        lexicon: Verbs of saying, posts and honorifics.
        places: Where the text names them, where that is known already.

    Returns:
        The statements, and doubts: whole quotations without a plain speaker, and
        utterances of several together.
    """
    if places is None:
        places = Places(layout, officials, institutions, lexicon)
    referents = find_referents(places, officials, institutions, lexicon)
    grammar = Grammar(places, referents, lexicon)
    grammar.read_cues((sentence.start, sentence.end) for sentence in layout.list_prose())
    pledges = Pledges(officials, institutions, lexicon)
    return _resolve(_Reader(layout, grammar).list_attributions(), layout, grammar, pledges)


def _resolve(
    attributions: list[Attribution], layout: Layout, grammar: Grammar, pledges: Pledges
) -> tuple[tuple[Statement, ...], tuple[Doubt, ...]]:
    """Return statements with their speakers, pronouns resolved in the order of the text."""
    antecedents = Antecedents(layout, grammar)
    prose = layout.list_prose()
    starts = [sentence.start for sentence in prose]
    statements: list[Statement] = []
    doubts: list[Doubt] = []
    for attribution in attributions:
        span = _trim(layout.body, attribution.utterance)
        if span.start >= span.end:
            continue
        speaker = attribution.speaker
        if speaker is not None and speaker.kind == "several":
            doubts.append(Doubt(span=span, reason="statement of several speakers"))
            continue
        name = speaker.name if speaker is not None else None
        if name is None:
            name = antecedents.find(attribution)
        if name is None:
            doubts.append(Doubt(span=span, reason="statement without a speaker"))
            continue
        antecedents.add(attribution, span, name)
        text = layout.body[span.start : span.end]
        cue = grammar.cue_at.get(attribution.cue.start)
        verb = cue.form.verb if cue is not None else None
        pledge = pledges.is_pledge(text, name, verb, direct=attribution.direct)
        statements.append(
            Statement(
                speaker=name,
                direct=attribution.direct,
                begins=" ".join(
                    _cut_beginning(layout.body, span, prose, starts, attribution).split()[:_FIRST_WORDS]
                ),
                text=text,
                span=span,
                evidence=_list_evidence(prose, starts, span, attribution.cue),
                pledge=pledge,
                due=pledges.find_due(text) if pledge else None,
            )
        )
    return tuple(sorted(statements, key=lambda item: (item.span, item.speaker))), tuple(doubts)


def _cut_beginning(
    body: str, span: Span, prose: tuple[Sentence, ...], starts: list[int], attribution: Attribution
) -> str:
    """Return the text that an utterance begins with: of a short reported one all the rest of its sentence.

    "Menyambut baik rencana itu" before "dan meminta ..." does not tell it apart.
    """
    text = body[span.start : span.end]
    if attribution.direct or len(text.split()) >= _TELLING_WORDS:
        return text
    sentence = prose[max(0, bisect_right(starts, span.start) - 1)]
    return body[span.start : max(span.end, sentence.end)]


def _trim(body: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (body[start].isspace() or body[start] in ",;:"):
        start += 1
    while start < end and (body[end - 1].isspace() or body[end - 1] in ",;:"):
        end -= 1
    return Span(start=start, end=end)


def _list_evidence(prose: tuple[Sentence, ...], starts: list[int], span: Span, cue: Span) -> tuple[Span, ...]:
    """Return the sentences that hold an utterance and its verb, in order."""
    found: set[Span] = set()
    for place in (span, cue):
        low = max(0, bisect_right(starts, place.start) - 1)
        high = max(low + 1, bisect_left(starts, place.end))
        found.update(
            s.span
            for s in prose[low:high]
            if s.start < max(place.end, place.start + 1) and place.start < s.end
        )
    return tuple(sorted(found))


class _Reader:
    """One reading of a text, sentence by sentence, for attributions."""

    def __init__(self, layout: Layout, grammar: Grammar) -> None:
        self._layout = layout
        self._grammar = grammar
        self._prose = layout.list_prose()
        self._paragraphs = layout.list_paragraphs()
        self._paragraph_ends = [paragraph.end for paragraph in self._paragraphs]
        self._found: list[Attribution] = []
        self._covered: set[int] = set()
        self._used: set[int] = set()
        self._opened = [quotation.start for quotation in grammar.quotations]
        self._quoted: dict[int, Attribution] = {}

    def list_attributions(self) -> list[Attribution]:
        """Return all attributions in the order of their utterances."""
        for quotation in self._grammar.quotations:
            if not self._is_title(quotation):
                self._attribute(quotation)
        for index, sentence in enumerate(self._prose):
            here = self._read_sentence(index, sentence)
            if here:
                self._covered.add(sentence.start)
                self._found.extend(sorted(here, key=lambda item: (item.utterance.start, item.cue.start)))
        return sorted(self._found, key=lambda item: (item.utterance.start, item.cue.start))

    def _attribute(self, quotation: Quotation) -> None:
        paragraph = self._find_paragraph(quotation.start)
        sentence = self._layout.find_sentence(quotation.start)
        start = max(paragraph.start, sentence.start if sentence else paragraph.start)
        before = bisect_left(self._opened, quotation.start) - 1
        if before >= 0 and self._opened[before] >= start:
            # Quotations stand in order and apart, so that the last before this one ends last.
            start = max(start, self._grammar.quotations[before].end)
        attribution = attribute_quotation(quotation, start, paragraph.end, self._grammar)
        if attribution is not None:
            self._quoted[quotation.start] = attribution
            if leads_only(attribution, quotation, self._grammar):
                self._used.add(attribution.cue.start)

    def _read_sentence(self, index: int, sentence: Sentence) -> list[Attribution]:
        here: list[Attribution] = []
        paragraph = self._find_paragraph(sentence.start)
        start = max(sentence.start, paragraph.start)
        back = find_back_reference(start, sentence.end, self._grammar)
        if back is not None:
            speaker, cue, told_before = back
            self._used.add(cue.start)
            if told_before:
                here.extend(self._refer_back(index, speaker, cue))
        told = bool(self._grammar.list_cues(start, sentence.end))
        for stretch in self._list_outside(start, sentence.end) if told else ():
            cues = [
                cue
                for cue in self._grammar.list_cues(stretch.start, stretch.end)
                if cue.start not in self._used
            ]
            if cues:
                here.extend(attribute_clauses(stretch.start, stretch.end, cues, self._grammar))
        for quotation in self._list_quotations(sentence.start, sentence.end):
            if quotation.start in self._quoted:
                here.append(self._quoted[quotation.start])
            elif self._stands_alone(quotation):
                cue = Span(start=quotation.start, end=quotation.start)
                here.append(Attribution(utterance=quotation.inner, direct=True, speaker=None, cue=cue))
        return here

    def _list_quotations(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that begin in ``[start, end)``."""
        low = bisect_left(self._opened, start)
        return self._grammar.quotations[low : bisect_left(self._opened, end)]

    def _list_outside(self, start: int, end: int) -> list[Span]:
        """Return the stretches of a sentence outside quotations."""
        stretches = []
        before = max(0, bisect_left(self._opened, start) - 1)
        for quotation in self._grammar.quotations[before : bisect_left(self._opened, end)]:
            if quotation.end > start:
                stretches.append((start, quotation.start))
                start = quotation.end
        stretches.append((start, end))
        found = []
        for left, right in stretches:
            while left < right and self._layout.body[left] in " ,.;–—-)":
                left += 1
            if left < right:
                found.append(Span(start=left, end=right))
        return found

    def _find_paragraph(self, offset: int) -> Span:
        index = bisect_right(self._paragraph_ends, offset)
        return self._paragraphs[min(index, len(self._paragraphs) - 1)]

    def _before(self, quotation: Quotation) -> str:
        paragraph = self._find_paragraph(quotation.start)
        start = max(paragraph.start, quotation.start - _LONGEST_TITLE_LEAD)
        return self._grammar.folded[start : quotation.start].rstrip()

    def _is_title(self, quotation: Quotation) -> bool:
        """Tell whether a quotation is a theme, a name or a word that is talked about."""
        before = self._before(quotation)
        if not before or before.endswith((":", ",", ".", "!", "?", "”", '"')):
            return False
        last = before.split()[-2:]
        titled = any(self._grammar.is_word("title_words", " ".join(last[-size:])) for size in (1, 2))
        words = self._layout.body[quotation.inner.start : quotation.inner.end].split()
        return titled or len(words) < _FEWEST_WORDS_ALONE - 1

    def _stands_alone(self, quotation: Quotation) -> bool:
        """Tell whether an unattributed quotation is a whole utterance."""
        text = self._layout.body[quotation.inner.start : quotation.inner.end]
        if quotation.single or not text[:1].isupper() or len(text.split()) < _FEWEST_WORDS_ALONE:
            return False
        before = self._before(quotation)
        end = self._find_paragraph(quotation.start).end
        after = self._layout.body[quotation.end : min(end, quotation.end + _LONGEST_TITLE_LEAD)].lstrip()
        ends = (
            len(after.split()) < _FEWEST_WORDS_AFTER
            or not after[0].islower()
            or text.endswith((".", "!", "?"))
        )
        return (not before or before.endswith((".", "!", "?", ":", "”", '"'))) and ends

    def _refer_back(self, index: int, speaker: Speaker, cue: Span) -> list[Attribution]:
        """Attribute what stands before "Hal itu disampaikan X" to X, unless somebody said it already."""
        if index == 0:
            return []
        sentence, before = self._prose[index], self._prose[index - 1]
        last = self._found[-1] if self._found else None
        if last and last.direct and last.speaker is None and last.utterance.end > before.start:
            self._found[-1] = msgspec.structs.replace(last, speaker=speaker, cue=cue)
            return []
        told = [before]
        for other in reversed(self._prose[: index - 1]):
            if other.paragraph != before.paragraph or before.paragraph == sentence.paragraph:
                break
            told.insert(0, other)
        if any(other.start in self._covered for other in told):
            return []
        if len(told) > _LONGEST_BACK_REFERENCE:
            told = told[-1:]
        self._covered.update(other.start for other in told)
        start = max(told[0].start, self._find_paragraph(told[0].start).start)
        utterance = Span(start=start, end=before.end)
        return [Attribution(utterance=utterance, direct=False, speaker=speaker, cue=cue)]
