"""What an attribution is, and the attributions of quotations."""

import msgspec

from kgraph.extraction.clauses import Grammar
from kgraph.extraction.quotations import Quotation
from kgraph.extraction.speakers import Speaker, find_speaker, find_speaker_after
from kgraph.records import Span

_FEWEST_WORDS = 4
_LONGEST_GAP = 6
_LONGEST_LEAD = 800


class Attribution(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Something said: the utterance, who is given as speaker, and where the text says so.

    ``speaker`` is ``None`` where the text names nobody; ``cue`` is the verb's place.
    """

    utterance: Span
    direct: bool
    speaker: Speaker | None
    cue: Span


def attribute_quotation(quotation: Quotation, start: int, end: int, grammar: Grammar) -> Attribution | None:
    """Return the attribution of a quotation by the words after or before it.

    ``start`` is where the words begin that lead to the quotation, ``end`` where the
    paragraph ends.
    """
    return _attribute_after(quotation, end, grammar) or _attribute_before(quotation, start, grammar)


def _attribute_after(quotation: Quotation, limit: int, grammar: Grammar) -> Attribution | None:
    body = grammar.body
    offset = quotation.end
    while offset < limit and (body[offset].isspace() or body[offset] in ",.;–—-"):
        offset += 1
    offset = grammar.skip(("adverbs", "after_quotation"), offset, limit)
    following = grammar.quoted.find_next(offset)
    stop = min(limit, following.start) if following else limit
    cue = grammar.cue_at.get(offset)
    if cue is not None and cue.form.kind not in {"mind", "according"} and cue.form.voice != "active":
        return _attribute(quotation, find_speaker(cue, cue.start, stop, grammar, free=True), cue.span)
    if cue is None and (unknown := _read_unknown_verb(quotation, offset, stop, grammar)) is not None:
        return unknown
    if cue is None and (noun := grammar.starts_with("said_nouns", offset, stop)) is not None:
        # "...," demikian pernyataan Budi.
        offset = noun
    # "..." Budi menegaskan.
    speaker = find_speaker_after(offset, stop, grammar, free=False)
    if speaker is None:
        return None
    verb = grammar.cue_at.get(grammar.skip_adverbs(speaker.end, stop))
    if (
        verb is not None
        and verb.form.voice == "active"
        and verb.form.kind in {"say", "say_with_clause", "ask"}
    ):
        rest = grammar.skip_adverbs(verb.end, stop)
        if not body[rest:stop].strip(" .") or grammar.starts_with("speaker_ends", rest) is not None:
            return _attribute(quotation, speaker, verb.span)
    # "...," demikian Bupati Budi. And, the verb forgotten: "...," Budi.
    bare = speaker.kind == "person" and "," in body[quotation.inner.end : offset]
    closed = speaker.end >= stop or body[speaker.end] == "."
    if grammar.is_word("after_quotation", grammar.word_before(quotation.end, offset)) or (bare and closed):
        return _attribute(quotation, speaker, Span(start=offset, end=speaker.end))
    return None


def _read_unknown_verb(quotation: Quotation, offset: int, stop: int, grammar: Grammar) -> Attribution | None:
    """Return the attribution by an unlisted verb between a comma and a person ("...," kelit Budi.)."""
    body = grammar.body
    words = grammar.list_words(offset, min(stop, offset + 40))[:1]
    if not words or not body[offset].islower() or "," not in body[quotation.inner.end : offset]:
        return None
    word, after = words[0].group(), words[0].end()
    if grammar.is_word("obliques", word) or grammar.is_word("connectives", word) or grammar.is_passive(word):
        return None
    named = grammar.referents.list_between(after, min(stop, after + 200))
    if not named or named[0].kind == "institution" or body[after : named[0].start].strip():
        return None
    end = named[0].end
    rest = grammar.skip_blank(end, stop)
    closed = rest >= stop or body[end] in ".,"
    if not closed and grammar.starts_with("speaker_ends", rest) is None:
        return None
    speaker = Speaker(name=named[0].speaker, kind=named[0].kind, end=end)
    return _attribute(quotation, speaker, Span(start=offset, end=after))


def _attribute_before(quotation: Quotation, start: int, grammar: Grammar) -> Attribution | None:
    body = grammar.body
    start = max(start, quotation.start - _LONGEST_LEAD)
    lead = body[start : quotation.start].rstrip()
    end = start + len(lead)
    inside = grammar.list_cues(start, end)
    said = grammar.is_word("complementizers", grammar.word_before(start, end))
    opened = lead.endswith((",", ":")) or said
    text = body[quotation.inner.start : quotation.inner.end]
    if lead.endswith(":") and not inside:
        named = grammar.referents.list_between(start, end)
        if named and not body[named[-1].end : end].strip(" :") and named[-1].kind != "institution":
            speaker = Speaker(name=named[-1].speaker, kind=named[-1].kind, end=named[-1].end)
            return _attribute(quotation, speaker, Span(start=named[-1].start, end=named[-1].end))
    short = len(text.split()) < _FEWEST_WORDS
    for cue in reversed(inside):
        rest = grammar.skip(("adverbs", "complementizers"), cue.end, end)
        touching = not body[rest:end].strip(" ,:")
        if cue.form.kind == "mind" or (short and not (touching and opened)):
            continue
        if not (touching or (opened and (said or not text[:1].islower()))):
            continue
        speaker_before = find_speaker(cue, start, end, grammar, free=True)
        if speaker_before is not None and speaker_before.kind != "several":
            return _attribute(quotation, speaker_before, cue.span)
    return None


def _attribute(quotation: Quotation, speaker: Speaker | None, cue: Span) -> Attribution:
    return Attribution(utterance=quotation.inner, direct=True, speaker=speaker, cue=cue)


def leads_only(attribution: Attribution, quotation: Quotation, grammar: Grammar) -> bool:
    """Tell whether a verb says the quotation and nothing else.

    Between "A menilai" and a quotation a clause of its own may stand that A says too.
    """
    if attribution.cue.start >= quotation.end:
        return True
    return len(grammar.body[attribution.cue.end : quotation.start].split()) <= _LONGEST_GAP
