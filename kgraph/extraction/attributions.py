"""Attributions: which stretch of a text is said by whom, before pronouns are resolved."""

import msgspec

from kgraph.extraction.clauses import Cue, Grammar
from kgraph.extraction.complements import find_complement, has_clause, is_utterance
from kgraph.extraction.quotations import Quotation
from kgraph.extraction.speakers import (
    Speaker,
    find_speaker,
    find_speaker_after,
    find_subject,
    is_adjacent,
)
from kgraph.records import Span

_FEWEST_WORDS = 2
_FEWEST_QUOTED_WORDS = 4


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Something said: the utterance, who is given as speaker, and where the text says so.

    ``speaker`` is ``None`` where the text names nobody; ``cue`` is the verb's place.
    """

    utterance: Span
    direct: bool
    speaker: Speaker | None
    cue: Span


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
    offset = quotation.end
    while offset < limit and (grammar.body[offset].isspace() or grammar.body[offset] in ",.;–—-"):
        offset += 1
    offset = grammar.skip(("adverbs", "after_quotation"), offset, limit)
    stop = min([limit, *(other.start for other in grammar.quotations if other.start >= offset)])
    cue = next((cue for cue in cues if cue.start == offset), None)
    if cue is not None and cue.form.kind not in {"mind", "according"} and cue.form.voice != "active":
        speaker = find_speaker(cue, cue.start, stop, grammar, free=True)
        return _attribute(quotation, speaker, cue.span)
    if cue is None and (unknown := _read_unknown_verb(quotation, offset, stop, grammar)) is not None:
        return unknown
    # "..." Budi menegaskan.
    speaker = find_speaker_after(offset, stop, grammar, free=False)
    if speaker is None:
        return None
    after = grammar.skip_adverbs(speaker.end, stop)
    cue = next((cue for cue in cues if cue.start == after), None)
    if cue is not None and cue.form.voice == "active" and cue.form.kind in {"say", "say_with_clause", "ask"}:
        rest = grammar.skip_adverbs(cue.end, stop)
        if not grammar.body[rest:stop].strip(" .") or grammar.starts_with("speaker_ends", rest) is not None:
            return _attribute(quotation, speaker, cue.span)
    if cue is None and grammar.word_before(quotation.end, offset) in grammar.words.after_quotation:
        # "...," demikian Bupati Budi.
        return _attribute(quotation, speaker, Span(start=offset, end=speaker.end))
    return None


def _read_unknown_verb(
    quotation: Quotation, offset: int, stop: int, grammar: Grammar
) -> Attribution | None:
    """Return the attribution by a verb that no list has, between a comma and a person ("...," kelit Budi.)."""
    body = grammar.body
    before = body[quotation.inner.end : quotation.end]
    words = grammar.list_words(offset, stop)[:1]
    if "," not in before + body[quotation.end : offset] or not words or not body[offset].islower():
        return None
    word = words[0].group()
    named = grammar.referents.list_between(words[0].end(), stop)
    if not named or named[0].kind == "institution" or body[words[0].end() : named[0].start].strip():
        return None
    if grammar.is_word("obliques", word) or grammar.is_word("connectives", word) or grammar.is_passive(word):
        return None
    rest = grammar.skip_blank(named[0].end, stop)
    if body[named[0].end : rest] in {"", " "} and body[rest : rest + 1] not in {".", ""}:
        if grammar.starts_with("speaker_ends", rest) is None:
            return None
    speaker = Speaker(name=named[0].speaker, kind=named[0].kind, end=named[0].end)
    return _attribute(quotation, speaker, Span(start=offset, end=words[0].end()))


def _attribute_before(
    quotation: Quotation, start: int, cues: tuple[Cue, ...], grammar: Grammar
) -> Attribution | None:
    body = grammar.body
    lead = body[start : quotation.start].rstrip()
    end = start + len(lead)
    inside = [cue for cue in cues if start <= cue.start and cue.end <= end]
    said = grammar.is_word("complementizers", grammar.word_before(start, end))
    opened = lead.endswith((",", ":")) or said
    text = body[quotation.inner.start : quotation.inner.end]
    if lead.endswith(":") and not inside:
        named = grammar.referents.list_between(start, end)
        if named and not body[named[-1].end : end].strip(" :") and named[-1].kind != "institution":
            speaker = Speaker(name=named[-1].speaker, kind=named[-1].kind, end=named[-1].end)
            return _attribute(quotation, speaker, Span(start=named[-1].start, end=named[-1].end))
    if len(text.split()) < _FEWEST_QUOTED_WORDS:
        return None
    for cue in reversed(inside):
        rest = grammar.skip(("adverbs", "complementizers"), cue.end, end)
        touching = not body[rest:end].strip(" ,:")
        if cue.form.kind == "mind" or not (touching or (opened and (said or not text[:1].islower()))):
            continue
        speaker = find_speaker(cue, start, end, grammar, free=True)
        if speaker is not None and speaker.kind != "several":
            return _attribute(quotation, speaker, cue.span)
    return None


def _attribute(quotation: Quotation, speaker: Speaker | None, cue: Span) -> Attribution:
    return Attribution(utterance=quotation.inner, direct=True, speaker=speaker, cue=cue)


def attribute_clauses(start: int, end: int, cues: tuple[Cue, ...], grammar: Grammar) -> list[Attribution]:
    """Return what is reported in a stretch of a sentence outside quotations, in order.

    What follows a verb of saying belongs to what it says; a later verb of the sentence
    counts only in a clause of its own.
    """
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
        attribution = _attribute_clause(clause, end, cue, grammar)
        if attribution is None:
            continue
        if found:
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


def _attribute_clause(start: int, end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    form = cue.form
    opening = grammar.skip(("adverbs", "clause_joiners", "connectives"), start, cue.start) >= cue.start
    if form.kind == "according":
        return _attribute_according(start, end, cue, grammar, opening=opening)
    if form.voice == "active":
        return _attribute_active(start, end, cue, grammar)
    if opening:
        return _attribute_fronted(end, cue, grammar)
    return _attribute_around(start, end, cue, grammar)


def _attribute_around(start: int, end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    """Return the clause around an attribution in its middle: "Jadwal itu, kata Budi, belum berubah"."""
    form = cue.form
    if form.beside_quotation or (form.kind in {"convey", "act"} and form.voice == "passive"):
        return None
    speaker = find_speaker(cue, start, end, grammar, free=False)
    if speaker is None:
        return None
    if not grammar.body[start : cue.start].rstrip().endswith((",", ";", "–", "—", "-")):
        follows = grammar.body[speaker.end : speaker.end + 1]
        if form.voice != "bare" or form.kind != "say" or form.clitic or follows != ",":
            return None
    return Attribution(utterance=Span(start=start, end=end), direct=False, speaker=speaker, cue=cue.span)


def _attribute_according(
    start: int, end: int, cue: Cue, grammar: Grammar, *, opening: bool
) -> Attribution | None:
    before = grammar.body[start : cue.start].rstrip()
    word = grammar.word_before(start, cue.start)
    opening = opening or before.endswith(";")
    opening = opening or any(grammar.is_word(name, word) for name in ("clause_joiners", "connectives"))
    if not (opening or before.endswith((",", "–", "—", "("))):
        return None
    speaker = _find_source(end, cue, grammar)
    if speaker is None:
        return None
    begin = grammar.skip_blank(speaker.end, end) if opening else start
    return _report(begin, end, speaker, cue, grammar)


def _find_source(end: int, cue: Cue, grammar: Grammar) -> Speaker | None:
    """Return who stands after "menurut", also behind a noun: "menurut keterangan X", "menurut datanya"."""
    if cue.form.clitic:
        return Speaker(name=None, kind="pronoun", end=cue.end)
    offset = grammar.skip_blank(cue.end, end)
    noun, owned = grammar.skip_noun(offset)
    if owned:
        return Speaker(name=None, kind="pronoun", end=noun)
    offset = grammar.skip_blank(noun, end)
    if grammar.is_word("according_with_comma", cue.form.verb):
        return _find_source_before_comma(offset, end, grammar)
    comma = grammar.body.find(",", offset, end)
    speaker = find_speaker_after(offset, end, grammar, free=False)
    if speaker is not None and speaker.kind == "unnamed":
        # "Menurut surat KBRI X, ...": a paper of a body; the body is the source.
        named = grammar.referents.list_between(offset, speaker.end)
        return Speaker(name=named[0].speaker, kind="institution", end=named[0].end) if comma != -1 else None
    return speaker


def _find_source_before_comma(offset: int, end: int, grammar: Grammar) -> Speaker | None:
    """Return the person after "bagi", which also begins other things ("Bagi Budi hadiah itu cukup")."""
    speaker = find_speaker_after(offset, end, grammar, free=False)
    plain = speaker is not None and speaker.kind in {"person", "holder", "pronoun"}
    return speaker if speaker and plain and grammar.body[speaker.end : speaker.end + 1] == "," else None


def _attribute_active(start: int, end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    form = cue.form
    head = grammar.first_before(start, cue.start)
    word = grammar.word_before(start, head)
    subject = find_subject(start, cue, grammar)
    if grammar.is_word("relatives", word):
        subject = _find_described(start, head, grammar)
    elif grammar.is_word("blockers", word):
        return None
    if subject is None or (form.kind == "mind" and not is_adjacent(subject, cue, grammar)):
        return None
    if form.kind == "say_with_clause" and not has_clause(cue, end, grammar):
        return None
    if subject.kind == "institution" and not (
        grammar.is_word("bodies", form.verb) or (form.kind != "ask" and has_clause(cue, end, grammar))
    ):
        return None
    begin = find_complement(cue, end, grammar)
    if begin is None or begin >= end:
        return None
    if form.kind == "convey" or grammar.is_word("also_convey", form.verb):
        if not is_utterance(begin, end, cue, grammar):
            return None
    elif form.kind in {"act", "mind"}:
        begin = cue.start
    return _report(begin, end, subject, cue, grammar)


def _find_described(start: int, head: int, grammar: Grammar) -> Speaker | None:
    """Return the person whom a clause with "yang" after a comma tells of ("dibuka A, yang menegaskan ...")."""
    relative = grammar.list_words(start, head)[-1].start()
    named = grammar.referents.list_between(start, relative)
    if not named or named[-1].kind == "institution":
        return None
    gap = grammar.body[named[-1].end : relative]
    if not gap.rstrip().endswith(",") or len(gap.split()) > _FEWEST_WORDS:
        return None
    return Speaker(name=named[-1].speaker, kind=named[-1].kind, end=named[-1].end)


def _attribute_fronted(end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    """Return what "Dikatakan Budi, ..." or "Lanjut Budi, ..." at the head of a clause reports."""
    form = cue.form
    if form.beside_quotation and form.clitic:
        return None
    speaker = find_speaker(cue, cue.start, end, grammar, free=False)
    if speaker is None:
        if form.voice != "passive" or form.kind != "say" or not has_clause(cue, end, grammar):
            return None
        speaker = Speaker(name=None, kind="pronoun", end=cue.end)
    rest = grammar.body[speaker.end : end].lstrip()
    if speaker.kind == "institution" and not rest.startswith((",", *grammar.words.complementizers)):
        return None
    begin = find_complement(cue, end, grammar, after=speaker.end)
    return _report(begin, end, speaker, cue, grammar) if begin is not None else None


def _report(begin: int, end: int, speaker: Speaker, cue: Cue, grammar: Grammar) -> Attribution | None:
    if len(grammar.body[begin:end].split()) < _FEWEST_WORDS:
        return None
    return Attribution(utterance=Span(start=begin, end=end), direct=False, speaker=speaker, cue=cue.span)


def find_back_reference(
    start: int, end: int, cues: tuple[Cue, ...], grammar: Grammar
) -> tuple[Speaker, Span, bool] | None:
    """Return who said what the text told before ("Hal itu disampaikan X"), the verb, and whether so.

    The last is false for "Hal senada disampaikan X", which opens a statement of its own.
    """
    offset = grammar.skip(("adverbs", "connectives"), start, end)
    for name, back in (("back_subjects", True), ("forward_subjects", False)):
        after = grammar.starts_with(name, offset, end)
        if after is None:
            continue
        after = grammar.skip_adverbs(after, end)
        if (noun := grammar.starts_with("said_nouns", after, end)) is not None:
            speaker = find_speaker_after(noun, end, grammar, free=False)
            return (speaker, Span(start=after, end=noun), back) if speaker is not None else None
        if (pronoun := grammar.starts_with("pronouns", after, end)) is not None:
            verb = grammar.skip_adverbs(pronoun, end)
            if (done := grammar.starts_with("object_voice", verb, end)) is not None:
                return Speaker(name=None, kind="pronoun", end=pronoun), Span(start=verb, end=done), back
        cue = next((cue for cue in cues if cue.start == after), None)
        if cue is not None and cue.form.voice == "passive":
            speaker = find_speaker(cue, cue.start, end, grammar, free=True)
            if speaker is not None:
                return speaker, cue.span, back
    return None
