"""Who the words around a verb of saying give as its speaker."""

import re

import msgspec

from kgraph.extraction.clauses import WORD, Cue, Grammar
from kgraph.extraction.referents import Referent

# A clause is not followed farther, so that no text makes the reading slow.
_FARTHEST_SUBJECT = 800
_FARTHEST_AGENT = 400
_LONGEST_UNKNOWN = 12
_LONGEST_LEAD = 4
_LONGEST_APPOSITION = 120
_BRACKET = re.compile(r"\s*\([^()]*\)\s*")


class Speaker(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Who is given as speaker: ``name``, or ``None`` for a pronoun; ``end`` is where the words end.

    ``kind``: person, holder, post, institution, pronoun, unnamed or several.
    """

    name: str | None
    kind: str
    end: int


def find_speaker(cue: Cue, start: int, end: int, grammar: Grammar, *, free: bool) -> Speaker | None:
    """Return who is given as speaker of a verb in the clause ``[start, end)``, by its voice.

    With ``free`` also somebody whom the text names by neither name nor post is taken.
    """
    if cue.form.clitic:
        return _find_doubled(cue, end, grammar) or Speaker(name=None, kind="pronoun", end=cue.end)
    if cue.form.voice == "active":
        return find_subject(start, cue, grammar)
    return find_speaker_after(cue.end, end, grammar, free=free)


def _find_doubled(cue: Cue, limit: int, grammar: Grammar) -> Speaker | None:
    """Return the person whom a text names although the verb holds the speaker ("pungkasnya Budi.")."""
    named = grammar.referents.list_between(cue.end, min(limit, cue.end + _FARTHEST_AGENT))
    if not named or named[0].kind != "person" or named[0].start != cue.end + 1:
        return None
    closed = named[0].end >= limit or grammar.body[named[0].end] in ".,"
    return Speaker(name=named[0].speaker, kind="person", end=named[0].end) if closed else None


def find_subject(start: int, cue: Cue, grammar: Grammar) -> Speaker | None:
    """Return the subject of an active verb; its clause begins at ``start``."""
    start = max(start, cue.start - _FARTHEST_SUBJECT)
    before = grammar.first_before(start, cue.start)
    pronoun = _find_pronoun_before(start, before, grammar)
    if pronoun is not None:
        return pronoun
    chunks = _split_chunks(start, before, grammar)
    last = len(chunks) - 1
    candidates = [
        (referent, number)
        for number, (left, right, prelude) in enumerate(chunks)
        if not prelude
        for referent in grammar.referents.list_between(left, right)
    ]
    if not candidates:
        candidates = [(r, last) for r in grammar.referents.list_between(*chunks[last][:2])][-1:]
    candidates = _drop_sentence_before(candidates, before, grammar)
    if joined := _find_second_clause(candidates, before, grammar):
        candidates = [joined]
    for referent, number in candidates:
        if referent.kind == "institution":
            if not _heads_clause(chunks[number][0], referent, grammar) or not _touches(
                referent, before, grammar
            ):
                continue
        elif _is_oblique(start, referent, grammar):
            continue
        named = _find_named(referent, candidates, chunks, grammar)
        deputy = find_deputy(referent, before, grammar)
        if named is not None or deputy is not None:
            referent = named or deputy or referent
        kind = "several" if _is_joint(referent, before, grammar) else referent.kind
        return Speaker(name=referent.speaker, kind=kind, end=referent.end)
    return _find_phrase_that_points_back(chunks[last][0], before, grammar)


def _find_named(
    referent: Referent,
    candidates: list[tuple[Referent, int]],
    chunks: list[tuple[int, int, bool]],
    grammar: Grammar,
) -> Referent | None:
    """Return the person whom commas set behind what he is: "Salah seorang warga yang hadir, Budi, ..."."""
    if referent.kind != "post":
        return None
    for other, number in candidates:
        left, right, _ = chunks[number]
        alone = not grammar.body[left : other.start].strip() and not grammar.body[other.end : right].strip()
        besides = grammar.folded[referent.end : other.start].strip()
        if other.kind == "person" and other.start > referent.end and (alone or grammar.joins_post(besides)):
            # "Mediator yang juga Wakil Ketua X, Budi, ..."
            return other
    return None


def is_adjacent(subject: Speaker, cue: Cue, grammar: Grammar) -> bool:
    """Tell whether only adverbs, a bracket or an apposition stand between a subject and its verb."""
    gap = grammar.folded[subject.end : grammar.first_before(subject.end, cue.start)].strip()
    if not gap:
        return True
    return gap[0] in ",(" and gap[-1] in ",)" and len(gap) < _LONGEST_APPOSITION


def _find_pronoun_before(start: int, offset: int, grammar: Grammar) -> Speaker | None:
    if not grammar.ends_pronoun(start, offset):
        return None
    words = grammar.list_words(max(start, offset - 48), offset)
    if not words or grammar.folded[words[-1].end() : offset].strip():
        return None
    for size in (1, 2, 3):
        if len(words) < size:
            break
        for name, kind in (("pronouns", "pronoun"), ("plurals", "several")):
            if grammar.starts_with(name, words[-size].start()) == words[-1].end():
                return Speaker(name=None, kind=kind, end=words[-1].end())
    return None


def _find_phrase_that_points_back(start: int, offset: int, grammar: Grammar) -> Speaker | None:
    """Return a pronoun for a short phrase like "politikus itu" right before a verb."""
    begin = grammar.skip(("clause_joiners", "connectives", "adverbs"), start, offset)
    if grammar.starts_with("preludes", begin) is not None or not grammar.is_word(
        "determiners", grammar.word_before(begin, offset)
    ):
        return None
    if grammar.starts_with("epithets", begin) is None:
        return None
    return Speaker(name=None, kind="pronoun", end=offset)


def _split_chunks(start: int, end: int, grammar: Grammar) -> list[tuple[int, int, bool]]:
    """Return the parts between commas outside referents: (start, end, whether it is a prelude)."""
    bounds = [start]
    comma = grammar.body.find(",", start, end)
    while comma != -1:
        if not grammar.referents.covers(comma):
            bounds.append(comma + 1)
        comma = grammar.body.find(",", comma + 1, end)
    chunks = []
    for number, left in enumerate(bounds):
        is_last = number + 1 == len(bounds)
        right = end if is_last else bounds[number + 1] - 1
        begin = grammar.skip(("clause_joiners",), left, right)
        prelude = not is_last and grammar.starts_with("preludes", begin) is not None
        chunks.append((begin, right, prelude))
    return chunks


def _drop_sentence_before(
    candidates: list[tuple[Referent, int]], end: int, grammar: Grammar
) -> list[tuple[Referent, int]]:
    """Return only the last referent where a full stop parts it from the others ("... Budi ST. Rina menilai").

    After a degree a full stop may end the sentence or not; a person right before the verb shows it.
    """
    if not candidates:
        return candidates
    referent = candidates[-1][0]
    begun = grammar.body[max(0, referent.start - 2) : referent.start].startswith(".")
    adjacent = not grammar.body[referent.end : end].strip()
    return candidates[-1:] if begun and adjacent and referent.kind != "institution" else candidates


def _find_second_clause(
    candidates: list[tuple[Referent, int]], end: int, grammar: Grammar
) -> tuple[Referent, int] | None:
    """Return the subject of a clause that "dan" joins to another ("A datang dan B menyampaikan")."""
    for referent, number in candidates[1:]:
        word = grammar.word_before(0, referent.start)
        if word not in grammar.words.joint or not _touches(referent, end, grammar):
            continue
        first = candidates[0][0]
        between = grammar.list_words(first.end, referent.start)
        if any(grammar.is_active(w.group()) or grammar.is_passive(w.group()) for w in between):
            return referent, number
    return None


def _heads_clause(start: int, referent: Referent, grammar: Grammar) -> bool:
    before = grammar.word_before(start, referent.start)
    return not before or any(
        grammar.is_word(name, before)
        for name in ("connectives", "clause_joiners", "determiners", "agent_words")
    )


def _touches(referent: Referent, end: int, grammar: Grammar) -> bool:
    """Tell whether commas, a bracket or a relative clause at most stand between a referent and a verb."""
    gap = grammar.body[referent.end : end]
    if not gap.strip(" ,") or _BRACKET.fullmatch(gap):
        return True
    return grammar.starts_with("relatives", grammar.skip_blank(referent.end, end), end) is not None


def _is_oblique(start: int, referent: Referent, grammar: Grammar) -> bool:
    before = grammar.word_before(start, referent.start)
    return grammar.is_word("obliques", before) or grammar.is_active(before) or grammar.is_passive(before)


def find_deputy(referent: Referent, end: int, grammar: Grammar) -> Referent | None:
    """Return the person through whom another speaks ("Kapolres A melalui Kasi Humas B menyebut")."""
    if referent.kind == "institution":
        return None
    following = grammar.referents.list_between(referent.end, end)
    if not following or following[0].kind == "institution":
        return None
    words = grammar.list_words(referent.end, following[0].start)
    # Only degrees stand between: "Kapolres A, S.I.K., melalui Kasi Humas B".
    if words and grammar.is_word("agent_words", words[-1].group()):
        words = words[:-1]
    through = bool(words) and grammar.is_word("through", words[-1].group())
    before = words[:-1]
    if before and grammar.is_word("relatives", before[-1].group()):
        # "Kepala X yang diwakili Sekretaris B"
        before = before[:-1]
    degrees = all(not grammar.body[word.start()].islower() for word in before)
    return following[0] if through and degrees and len(before) <= _LONGEST_LEAD else None


def _is_joint(referent: Referent, end: int, grammar: Grammar) -> bool:
    """Tell whether another speaker is joined to this one before the verb."""
    offset = grammar.skip_blank(referent.end, end)
    word = grammar.starts_with("joint", offset, end)
    if word is None:
        return False
    following = grammar.referents.list_between(word, end)
    return bool(following) and not grammar.folded[word : following[0].start].strip()


def find_speaker_after(offset: int, limit: int, grammar: Grammar, *, free: bool) -> Speaker | None:
    """Return who stands after a verb ("ujar X", "disampaikan oleh X")."""
    limit = min(limit, offset + _FARTHEST_AGENT)
    offset = grammar.skip(("adverbs", "agent_words"), offset, limit)
    for name, kind in (("plurals", "several"), ("pronouns", "pronoun")):
        if (end := grammar.starts_with(name, offset, limit)) is not None:
            return Speaker(name=None, kind=kind, end=end)
    after = grammar.referents.list_between(offset, limit)
    if after and not re.search(r"[.,;:]\s", grammar.body[offset : after[0].start]):
        lead = grammar.list_words(offset, after[0].start)
        if len(lead) <= _LONGEST_LEAD and not any(
            grammar.starts_with("speaker_ends", word.start()) is not None for word in lead
        ):
            return _choose(offset, after, limit, grammar)
    if after and (named := _find_apposition(offset, after[0], limit, grammar)) is not None:
        return named
    back = grammar.points_back(offset, limit)
    if back is not None and (free or grammar.starts_with("epithets", offset) is not None):
        return Speaker(name=None, kind="pronoun", end=back)
    return _read_unknown(offset, limit, grammar) if free else None


def _find_apposition(offset: int, referent: Referent, limit: int, grammar: Grammar) -> Speaker | None:
    """Return the person whom commas set behind what he is ("kata pelatih kepala, Budi, saat ...")."""
    gap = grammar.body[offset : referent.start]
    role = gap.rstrip().removesuffix(",")
    plain = gap.rstrip().endswith(",") and role == role.lower() and not re.search(r"[.,;:]", role)
    closed = referent.end >= limit or grammar.body[referent.end] in ".,"
    if referent.kind != "person" or not (plain and closed) or len(role.split()) > _LONGEST_LEAD:
        return None
    if any(
        grammar.starts_with("speaker_ends", word.start()) is not None
        for word in grammar.list_words(offset, referent.start)
    ):
        return None
    return Speaker(name=referent.speaker, kind=referent.kind, end=referent.end)


def _choose(offset: int, after: list[Referent], limit: int, grammar: Grammar) -> Speaker:
    first = after[0]
    if first.kind == "institution" and grammar.body[offset : first.start].strip():
        # "perwakilan BP3MI Aceh": somebody of the body, not the body.
        return Speaker(name=grammar.body[offset : first.end].strip(), kind="unnamed", end=first.end)
    if first.kind == "post" and (end := grammar.points_back(first.end, limit)) is not None:
        return Speaker(name=None, kind="pronoun", end=end)
    if first.kind in {"post", "holder"} and grammar.starts_with("epithets", offset, first.start) is not None:
        # "mantan Kapolda X": somebody named before, by what he was.
        return Speaker(name=None, kind="pronoun", end=first.end)
    if len(after) > 1 and _is_joint(first, after[1].end, grammar):
        return Speaker(name=first.speaker, kind="several", end=after[1].end)
    deputy = find_deputy(first, limit, grammar)
    chosen = deputy or first
    return Speaker(name=chosen.speaker, kind=chosen.kind, end=chosen.end)


def _read_unknown(offset: int, limit: int, grammar: Grammar) -> Speaker | None:
    end = offset
    for count, word in enumerate(WORD.finditer(grammar.body, offset, limit)):
        if grammar.body[end : word.start()].strip() or count == _LONGEST_UNKNOWN:
            break
        if any(
            grammar.starts_with(name, word.start()) is not None
            for name in ("speaker_ends", "joint", "adverbs")
        ):
            break
        end = word.start() + len(word.group().rstrip("."))
    return Speaker(name=grammar.body[offset:end], kind="unnamed", end=end) if end > offset else None
