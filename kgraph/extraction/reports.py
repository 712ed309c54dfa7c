"""Attributions of what a text reports in its own words."""

import msgspec

from kgraph.extraction.attributions import Attribution
from kgraph.extraction.clauses import Cue, Grammar
from kgraph.extraction.complements import find_complement, has_clause, is_utterance
from kgraph.extraction.speakers import (
    Speaker,
    find_speaker,
    find_speaker_after,
    find_subject,
    is_adjacent,
)
from kgraph.records import Span

_FEWEST_WORDS = 2
# A connective before an attribution has at most so many words.
_LONGEST_FRONT = 2
_FARTHEST = 800


def attribute_clauses(start: int, end: int, cues: list[Cue], grammar: Grammar) -> list[Attribution]:
    """Return what is reported in a stretch of a sentence outside quotations, in order.

    What follows a verb of saying belongs to what it says; a later verb of the sentence
    counts only in a clause of its own.
    """
    found: list[Attribution] = []
    clause = start
    for cue in cues:
        if found:
            begin = _find_new_clause(found[-1], cue, grammar)
            if begin is None:
                found.extend(_join(found, end, cue, grammar))
                continue
            clause = begin
        attribution = _attribute_clause(clause, end, cue, grammar)
        if attribution is None:
            found.extend(_join(found, end, cue, grammar))
            continue
        if found:
            last = found[-1]
            cut = Span(start=last.utterance.start, end=max(last.utterance.start, clause))
            found[-1] = msgspec.structs.replace(last, utterance=cut)
        found.append(attribution)
    return found


def _join(found: list[Attribution], end: int, cue: Cue, grammar: Grammar) -> list[Attribution]:
    """Return what a second verb of the same subject says ("menyambut baik koreksi itu dan menyatakan ...").

    Only after a verb that is itself the act: what another verb says may hold such words
    too. The utterance before ends where the second begins.
    """
    if not found:
        return []
    last = found[-1]
    first = grammar.cue_at.get(last.cue.start)
    if first is None or first.form.kind != "act" or last.speaker is None:
        return []
    if cue.form.voice != "active" or cue.form.kind not in {"say", "ask", "act"}:
        return []
    head = grammar.first_before(last.cue.end, cue.start)
    joint = grammar.word_before(last.cue.end, head)
    if not grammar.is_word("verb_joiners", joint):
        return []
    begin = cue.start if cue.form.kind == "act" else find_complement(cue, end, grammar)
    joined = _report(begin, end, last.speaker, cue, grammar) if begin is not None else None
    if joined is None:
        return []
    cut = Span(start=last.utterance.start, end=grammar.folded.rindex(joint, last.cue.end, head))
    found[-1] = msgspec.structs.replace(last, utterance=cut)
    return [joined]


def _find_new_clause(last: Attribution, cue: Cue, grammar: Grammar) -> int | None:
    """Return where a clause of its own begins that a later verb of a sentence belongs to."""
    text = grammar.folded
    start = max(last.cue.end, cue.start - _FARTHEST)
    semicolon = text.rfind(";", start, cue.start)
    begin = semicolon + 1 if semicolon != -1 else None
    for joiner in grammar.words.clause_joiners:
        at = text.rfind(f" {joiner} ", start, cue.start)
        if at != -1 and text[at - 1] in ",;":
            begin = max(begin or 0, at + 1)
    return begin


def _attribute_clause(start: int, end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    opening = grammar.skip(("adverbs", "clause_joiners", "connectives"), start, cue.start) >= cue.start
    if cue.form.kind == "according":
        return _attribute_according(start, end, cue, grammar, opening=opening)
    if cue.form.voice == "active":
        return _attribute_active(start, end, cue, grammar)
    if opening:
        return _attribute_fronted(end, cue, grammar)
    return _attribute_around(start, end, cue, grammar)


def _ends_clause(start: int, offset: int, marks: str, grammar: Grammar) -> bool:
    """Tell whether one of the marks stands right before an offset, blanks aside."""
    while offset > start and grammar.body[offset - 1].isspace():
        offset -= 1
    return offset > start and grammar.body[offset - 1] in marks


def _attribute_around(start: int, end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    """Return the clause around an attribution in its middle: "Jadwal itu, kata Budi, belum berubah"."""
    form = cue.form
    if form.kind in {"convey", "act"} and form.voice == "passive":
        return None
    speaker = find_speaker(cue, start, end, grammar, free=False)
    if speaker is None:
        return None
    follows = grammar.body[speaker.end : speaker.end + 1]
    if form.beside_quotation and (form.clitic or follows != ","):
        # A noun as well, unless commas set it apart with its speaker: "Itu, jawab Budi, belum pasti".
        return None
    if not _ends_clause(start, cue.start, ",;–—-", grammar):
        if form.beside_quotation:
            return None
        if form.voice != "bare" or form.kind != "say" or form.clitic or follows != ",":
            return None
    begin = _skip_front(start, cue, speaker, end, grammar)
    return Attribution(utterance=Span(start=begin, end=end), direct=False, speaker=speaker, cue=cue.span)


def _skip_front(start: int, cue: Cue, speaker: Speaker, end: int, grammar: Grammar) -> int:
    """Return where an utterance around its attribution begins: with its sentence.

    "Jadwal kapal, kata Budi, berubah" is said as a whole; only a connective before the
    attribution is not part of it ("Akibatnya, kata Budi, jadwal berubah").
    """
    front = grammar.list_words(start, min(cue.start, start + _FARTHEST))
    if not _ends_clause(start, cue.start, ",", grammar):
        return start
    behind = grammar.skip_blank(max(cue.end, speaker.end), end)
    follows = grammar.has_words(behind, min(end, behind + _FARTHEST), _FEWEST_WORDS)
    opening = grammar.skip(("adverbs", "connectives"), start, cue.start) > start
    return behind if follows and opening and len(front) <= _LONGEST_FRONT else start


def _attribute_according(
    start: int, end: int, cue: Cue, grammar: Grammar, *, opening: bool
) -> Attribution | None:
    """Return what "menurut X" tells: the rest of the clause, or the clause around it."""
    word = grammar.word_before(start, cue.start)
    opening = opening or _ends_clause(start, cue.start, ";", grammar)
    opening = opening or grammar.is_word("clause_joiners", word) or grammar.is_word("connectives", word)
    if not (opening or _ends_clause(start, cue.start, ",–—(", grammar)):
        return None
    speaker = _find_source(end, cue, grammar)
    if speaker is None:
        return None
    behind = _skip_apposition(speaker, end, grammar)
    begin = behind if opening else _skip_front(start, cue, speaker, end, grammar)
    return _report(begin, end, speaker, cue, grammar)


def _skip_apposition(speaker: Speaker, end: int, grammar: Grammar) -> int:
    """Return the offset behind a speaker, and behind the post that follows ("Bagi Budi, ketua X, ...")."""
    offset = grammar.skip_blank(speaker.end, end)
    apart = speaker.kind == "person" and grammar.body[speaker.end : speaker.end + 1] == ","
    comma = grammar.body.find(",", offset, end) if apart and grammar.opens_post(offset) else -1
    return grammar.skip_blank(comma, end) if comma != -1 else offset


def _find_source(end: int, cue: Cue, grammar: Grammar) -> Speaker | None:
    """Return who stands after "menurut", also behind a noun: "menurut keterangan X", "menurut datanya"."""
    if cue.form.clitic:
        return Speaker(name=None, kind="pronoun", end=cue.end)
    offset = grammar.skip_blank(cue.end, end)
    noun, owned = grammar.skip_noun(offset)
    if owned:
        return Speaker(name=None, kind="pronoun", end=noun)
    offset = grammar.skip_blank(noun, end)
    speaker = find_speaker_after(offset, end, grammar, free=False)
    if speaker is None:
        return None
    if grammar.is_word("according_with_comma", cue.form.verb):
        # "Bagi Budi, ..." tells what he thinks, "bagi Budi" alone whom something is for.
        plain = speaker.kind in {"person", "holder", "pronoun"}
        return speaker if plain and grammar.body[speaker.end : speaker.end + 1] == "," else None
    if speaker.kind == "unnamed":
        # "Menurut surat KBRI X, ...": a paper of a body; the body is the source.
        named = grammar.referents.list_between(offset, speaker.end)
        closed = grammar.body.find(",", offset, end) != -1
        return Speaker(name=named[0].speaker, kind="institution", end=named[0].end) if closed else None
    return speaker


def _attribute_active(start: int, end: int, cue: Cue, grammar: Grammar) -> Attribution | None:
    form = cue.form
    head = grammar.first_before(start, cue.start)
    word = grammar.word_before(start, head)
    if grammar.is_word("relatives", word):
        subject = _find_described(start, end, cue, grammar)
    elif grammar.is_word("blockers", word):
        return None
    else:
        subject = find_subject(start, cue, grammar)
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


def _find_described(start: int, end: int, cue: Cue, grammar: Grammar) -> Speaker | None:
    """Return the person whom "yang" tells of ("dibuka A, yang menegaskan ...", "A yang melapor, ...")."""
    head = grammar.first_before(start, cue.start)
    start = max(start, head - _FARTHEST)
    relative = grammar.list_words(start, head)[-1].start()
    named = grammar.referents.list_between(start, relative)
    if not named or named[-1].kind == "institution":
        return None
    gap = grammar.body[named[-1].end : relative]
    apart = gap.rstrip().endswith(",") and len(gap.split()) <= _FEWEST_WORDS
    beside = not gap.strip() and named[-1].kind == "person" and has_clause(cue, end, grammar)
    if not (apart or beside):
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
    if form.voice == "bare" and _closes(speaker, end, grammar):
        return None
    rest = grammar.skip_blank(speaker.end, end)
    comma = "," in grammar.body[speaker.end : rest]
    if speaker.kind == "institution" and not (comma or grammar.starts_with("complementizers", rest)):
        return None
    begin = find_complement(cue, end, grammar, after=speaker.end)
    return _report(begin, end, speaker, cue, grammar) if begin is not None else None


def _closes(speaker: Speaker, end: int, grammar: Grammar) -> bool:
    """Tell whether nothing is said after a speaker: "Ungkap Budi." or "Ungkap Budi saat rapat."."""
    rest = grammar.skip_adverbs(speaker.end, end)
    return not grammar.body[rest:end].strip(" .") or grammar.starts_with("speaker_ends", rest) is not None


def _report(begin: int, end: int, speaker: Speaker, cue: Cue, grammar: Grammar) -> Attribution | None:
    if not grammar.has_words(begin, min(end, begin + _FARTHEST), _FEWEST_WORDS):
        return None
    return Attribution(utterance=Span(start=begin, end=end), direct=False, speaker=speaker, cue=cue.span)


def find_back_reference(start: int, end: int, grammar: Grammar) -> tuple[Speaker, Span, bool] | None:
    """Return who said what the text told before ("Hal itu disampaikan X"), the verb, and whether so.

    The last is false for "Hal senada disampaikan X", which opens a statement of its own.
    """
    if not grammar.may_refer_back(start, end):
        return None
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
        cue = grammar.cue_at.get(after)
        if cue is not None and cue.form.voice == "passive" and not grammar.is_word("answers", cue.form.verb):
            speaker = find_speaker(cue, cue.start, end, grammar, free=True)
            if speaker is not None:
                return speaker, cue.span, back
    cue = grammar.cue_at.get(offset)
    if cue is not None and cue.form.voice == "bare" and not cue.form.clitic:
        # The quotation marks of the sentences before are lost: "... Ungkap Budi saat rapat."
        speaker = find_speaker(cue, cue.start, end, grammar, free=False)
        if speaker is not None and _closes(speaker, end, grammar):
            return speaker, cue.span, True
    return None
