"""Attributions: which stretch of a text is said by whom, before pronouns are resolved."""

import msgspec

from kgraph.extraction.clauses import Cue, Grammar, Speaker
from kgraph.extraction.quotations import Quotation
from kgraph.records import Span
from kgraph.text.layout import Layout, Sentence

_FEWEST_WORDS = 2
_FEWEST_QUOTED_WORDS = 4


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Something said: the utterance, who is given as speaker, and where the text says so.

    ``speaker`` is ``None`` where the text names nobody; ``cue`` is the verb's place.
    ``back`` marks that the utterance is what the text told before.
    """

    utterance: Span
    direct: bool
    speaker: Speaker | None
    cue: Span
    back: bool = False


def attribute_quotation(
    quotation: Quotation, start: int, end: int, cues: tuple[Cue, ...], grammar: Grammar
) -> Attribution | None:
    """Return the attribution of a quotation by the words after or before it.

    ``start`` is where the words begin that lead to the quotation, ``end`` where the
    paragraph ends.
    """
    return _attribute_after(quotation, end, cues, grammar) or _attribute_before(
        quotation, start, cues, grammar
    )


def _attribute_after(
    quotation: Quotation, limit: int, cues: tuple[Cue, ...], grammar: Grammar
) -> Attribution | None:
    body = grammar.body
    offset = quotation.end
    while offset < limit and (body[offset].isspace() or body[offset] in ",.;–—-"):
        offset += 1
    offset = grammar.skip_adverbs(offset, limit)
    while (end := grammar.starts_with("after_quotation", offset)) is not None:
        offset = grammar.skip_adverbs(end, limit)
    stop = _find_stop(grammar, offset, limit)
    cue = next((cue for cue in cues if cue.start == offset), None)
    if cue is not None and cue.form.kind != "mind":
        if cue.form.clitic:
            speaker: Speaker | None = Speaker(name=None, kind="pronoun", end=cue.end)
        else:
            speaker = grammar.find_speaker_after(cue.end, stop, free=True)
        if cue.form.voice == "active" and speaker is None:
            return None
        return _attribute(quotation, speaker, Span(start=cue.start, end=cue.end))
    # "..." Budi menegaskan.
    speaker = grammar.find_speaker_after(offset, stop, free=False)
    if speaker is not None:
        after = grammar.skip_adverbs(speaker.end, stop)
        cue = next((cue for cue in cues if cue.start == after), None)
        if cue is not None and cue.form.voice == "active" and cue.form.kind in {"say", "say_with_clause"}:
            rest = grammar.skip_adverbs(cue.end, stop)
            if rest >= stop or grammar.starts_with("speaker_ends", rest) is not None:
                return _attribute(quotation, speaker, Span(start=cue.start, end=cue.end))
    return None


def _attribute_before(
    quotation: Quotation, start: int, cues: tuple[Cue, ...], grammar: Grammar
) -> Attribution | None:
    body = grammar.body
    lead = body[start : quotation.start].rstrip()
    if not lead:
        return None
    end = start + len(lead)
    inside = [cue for cue in cues if start <= cue.start and cue.end <= end]
    opened = lead.endswith((",", ":")) or grammar.word_before(start, end) in grammar.words.complementizers
    text = body[quotation.inner.start : quotation.inner.end]
    if lead.endswith(":") and not inside:
        named = grammar.referents.list_between(start, end)
        if named and not body[named[-1].end : end].strip(" :") and named[-1].kind != "institution":
            speaker = Speaker(name=named[-1].speaker, kind=named[-1].kind, end=named[-1].end)
            return _attribute(quotation, speaker, Span(start=named[-1].start, end=named[-1].end))
    for cue in reversed(inside):
        touching = not body[cue.end : end].strip(" ,:") or grammar.skip_adverbs(cue.end, end) >= end
        if not (opened or touching) or cue.form.kind == "mind":
            continue
        if not (text[:1].isupper() or text[:1] in "([") or len(text.split()) < _FEWEST_QUOTED_WORDS:
            if not (touching and len(text.split()) >= _FEWEST_QUOTED_WORDS):
                continue
        speaker = find_speaker(cue, start, end, grammar, free=True)
        if speaker is not None and speaker.kind != "several":
            return _attribute(quotation, speaker, Span(start=cue.start, end=cue.end))
    return None


def _attribute(quotation: Quotation, speaker: Speaker | None, cue: Span) -> Attribution:
    return Attribution(utterance=quotation.inner, direct=True, speaker=speaker, cue=cue)


def _find_stop(grammar: Grammar, offset: int, limit: int) -> int:
    """Return where the words after a quotation end: the next quotation or sentence."""
    after = [quotation.start for quotation in grammar.quotations if quotation.start >= offset]
    return min([limit, *after])


def find_speaker(cue: Cue, start: int, end: int, grammar: Grammar, *, free: bool) -> Speaker | None:
    """Return who is given as speaker of a verb in the clause ``[start, end)``, by its voice."""
    if cue.form.clitic:
        return Speaker(name=None, kind="pronoun", end=cue.end)
    if cue.form.voice == "active":
        return grammar.find_subject(start, cue)
    return grammar.find_speaker_after(cue.end, end, free=free)


def attribute_clauses(
    start: int, end: int, cues: tuple[Cue, ...], grammar: Grammar
) -> list[Attribution]:
    """Return what is reported in a stretch of a sentence outside quotations, in order."""
    found: list[Attribution] = []
    clause = start
    for cue in cues:
        if not start <= cue.start < end:
            continue
        if found:
            begin = _find_new_clause(found[-1], cue, grammar)
            if begin is None:
                continue
            clause = begin
        attribution = _attribute_clause(clause, end, cue, grammar, first=not found)
        if attribution is None:
            continue
        if found and attribution.utterance.start >= clause:
            last = found[-1]
            cut = Span(start=last.utterance.start, end=max(last.utterance.start, clause))
            found[-1] = msgspec.structs.replace(last, utterance=cut)
        found.append(attribution)
    return found


def _find_new_clause(last: Attribution, cue: Cue, grammar: Grammar) -> int | None:
    """Return where a clause of its own begins that a later verb of a sentence belongs to."""
    text = grammar.folded
    semicolon = text.rfind(";", last.cue.end, cue.start)
    begin = semicolon + 1 if semicolon != -1 else None
    for joiner in grammar.words.clause_joiners:
        at = text.rfind(f" {joiner} ", last.cue.end, cue.start)
        if at != -1 and text[:at].rstrip().endswith((",", ";")):
            begin = max(begin or 0, at + 1)
    return begin


def _attribute_clause(start: int, end: int, cue: Cue, grammar: Grammar, *, first: bool) -> Attribution | None:
    form = cue.form
    if form.kind == "according":
        return _attribute_according(start, end, cue, grammar)
    if form.voice == "active":
        return _attribute_active(start, end, cue, grammar)
    before = grammar.body[start : cue.start].rstrip()
    opening = grammar.skip_adverbs(start, cue.start)
    while (joined := grammar.starts_with("clause_joiners", opening)) is not None and joined <= cue.start:
        opening = grammar.skip_adverbs(joined, cue.start)
    if opening >= cue.start:
        return _attribute_fronted(end, cue, grammar)
    if form.beside_quotation or not before.endswith((",", ";", "–", "—", "-")) or not first:
        return None
    if form.kind in {"convey", "act"} and form.voice == "passive":
        return None
    # "Jadwal itu, kata Budi, belum berubah": the utterance goes around the attribution.
    speaker = find_speaker(cue, start, end, grammar, free=False)
    if speaker is None:
        return None
    return Attribution(
        utterance=Span(start=start, end=end), direct=False, speaker=speaker, cue=Span(start=cue.start, end=cue.end)
    )


def _attribute_according(start: int, end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    before = grammar.body[start : cue.start].rstrip()
    word = grammar.word_before(start, cue.start)
    opening = not before or grammar.skip_adverbs(start, cue.start) >= cue.start or before.endswith(";")
    opening = opening or grammar.is_word("clause_joiners", word) or grammar.is_word("connectives", word)
    if not (opening or before.endswith((",", "–", "—", "("))):
        return None
    offset = grammar.skip_blank(cue.end, end)
    speaker: Speaker | None = None
    if cue.form.clitic:
        speaker = Speaker(name=None, kind="pronoun", end=cue.end)
    else:
        noun, owned = grammar.skip_noun(offset)
        if owned:
            speaker = Speaker(name=None, kind="pronoun", end=noun)
        offset = grammar.skip_blank(noun, end)
        if speaker is None:
            speaker = grammar.find_speaker_after(offset, end, free=False)
        if speaker is None:
            comma = grammar.body.find(",", offset, end)
            named = grammar.referents.list_between(offset, comma if comma != -1 else end)
            if comma != -1 and named and len(grammar.body[offset : named[0].start].split()) <= _FEWEST_WORDS:
                speaker = Speaker(name=named[0].speaker, kind=named[0].kind, end=named[0].end)
    if speaker is None:
        return None
    cue_span = Span(start=cue.start, end=cue.end)
    begin = grammar.skip_adverbs(speaker.end, end)
    if not opening:
        begin = start
    return _report(begin, end, speaker, cue_span, grammar)


def _attribute_active(start: int, end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    form = cue.form
    head = grammar.first_before(start, cue.start)
    if grammar.is_word("blockers", grammar.word_before(start, head)):
        return None
    subject = grammar.find_subject(start, cue)
    if subject is None:
        return None
    if form.kind == "mind" and not grammar.is_adjacent(subject, cue):
        return None
    if form.kind == "say_with_clause" and not grammar.has_clause(cue, end):
        return None
    if subject.kind == "institution" and not (
        grammar.is_word("bodies", form.verb) or (form.kind != "ask" and grammar.has_clause(cue, end))
    ):
        return None
    begin = grammar.find_complement(cue, end)
    if begin is None or begin >= end:
        return None
    if form.kind in {"act", "mind"}:
        begin = cue.start
    elif form.kind == "convey" or form.verb in grammar.words.also_convey:
        verdict = _judge_object(begin, end, cue, grammar)
        if not verdict:
            return None
    return _report(begin, end, subject, Span(start=cue.start, end=cue.end), grammar)


def _judge_object(begin: int, end: int, cue: Cue, grammar: Grammar) -> bool:
    """Tell whether the object of a verb like "menyampaikan" is something said, not a thing or an act."""
    if grammar.has_clause(cue, end) and cue.form.kind != "convey":
        return True
    if grammar.starts_with("speech_nouns", begin) is not None:
        return True
    if cue.form.kind == "convey" or grammar.starts_with("act_nouns", begin) is not None:
        return False
    report = grammar.starts_with("report_nouns", begin)
    if report is not None:
        rest = grammar.skip_blank(report, end)
        following = grammar.folded[rest:end].split(maxsplit=1)
        return bool(following) and grammar.body[report : report + 1] == " " and not (
            grammar.starts_with("speaker_ends", rest) is not None or following[0] in grammar.words.joint
        )
    return True


def _attribute_fronted(end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    """Return what "Dikatakan Budi, ..." or "Lanjut Budi, ..." at the head of a clause reports."""
    form = cue.form
    if form.beside_quotation and form.clitic:
        return None
    speaker = find_speaker(cue, cue.start, end, grammar, free=False)
    if speaker is None:
        if form.voice != "passive" or form.kind != "say" or not grammar.has_clause(cue, end):
            return None
        speaker = Speaker(name=None, kind="pronoun", end=cue.end)
    elif speaker.kind == "institution" and not grammar.body[speaker.end : end].lstrip().startswith((",", "bahwa")):
        return None
    begin = grammar.find_complement(cue, end, after=speaker.end)
    if begin is None:
        return None
    return _report(begin, end, speaker, Span(start=cue.start, end=cue.end), grammar)


def _report(begin: int, end: int, speaker: Speaker, cue: Span, grammar: Grammar) -> Attribution | None:
    if len(grammar.body[begin:end].split()) < _FEWEST_WORDS:
        return None
    return Attribution(utterance=Span(start=begin, end=end), direct=False, speaker=speaker, cue=cue)


def find_back_reference(
    sentence: Sentence, end: int, cues: tuple[Cue, ...], grammar: Grammar
) -> tuple[Speaker, Cue, bool] | None:
    """Return who said what the text told before ("Hal itu disampaikan X"), the verb, and whether so.

    The last is false for "Hal senada disampaikan X", which opens a statement of its own.
    """
    offset = grammar.skip_adverbs(sentence.start, end)
    for name, back in (("back_subjects", True), ("forward_subjects", False)):
        after = grammar.starts_with(name, offset)
        if after is None or after > end:
            continue
        after = grammar.skip_adverbs(after, end)
        pronoun = grammar.starts_with("pronouns", after)
        if pronoun is not None:
            verb = grammar.skip_adverbs(pronoun, end)
            if (done := grammar.starts_with("object_voice", verb)) is not None:
                speaker = Speaker(name=None, kind="pronoun", end=pronoun)
                return speaker, _make_cue(verb, done, grammar), back
        cue = next((cue for cue in cues if cue.start == after), None)
        if cue is None or cue.form.voice == "active":
            continue
        speaker_after = find_speaker(cue, cue.start, end, grammar, free=True)
        if speaker_after is not None:
            return speaker_after, cue, back
    return None


def _make_cue(start: int, end: int, grammar: Grammar) -> Cue:
    return Cue(start=start, end=end, form=next(iter(grammar.words.forms.values())))


def list_outside(layout: Layout, sentence: Sentence, quotations: tuple[Quotation, ...], start: int) -> list[Span]:
    """Return the stretches of a sentence outside quotations, from an offset on."""
    stretches = []
    left = max(sentence.start, start)
    for quotation in quotations:
        if quotation.end <= left:
            continue
        if quotation.start >= sentence.end:
            break
        if left < quotation.start:
            stretches.append(Span(start=left, end=quotation.start))
        left = quotation.end
    if left < sentence.end:
        stretches.append(Span(start=left, end=sentence.end))
    return stretches
