"""Where what is said begins after a verb of saying."""

from kgraph.extraction.clauses import Cue, Grammar

_FARTHEST_COMPLEMENTIZER = 160
_LONGEST_ADDRESSEE = 14
_FARTHEST_PREDICATE = 80
_LONGEST_SUBJECT = 6


def has_clause(cue: Cue, limit: int, grammar: Grammar) -> bool:
    """Tell whether a comma, a colon, "bahwa" or a sentence shows that a verb opens what is said."""
    offset = grammar.skip_adverbs(cue.end, limit)
    return (
        grammar.body[cue.end : cue.end + 1] in {",", ":"}
        or _find_complementizer(offset, limit, grammar) is not None
        or _is_sentence(offset, limit, grammar)
    )


def _is_sentence(offset: int, limit: int, grammar: Grammar) -> bool:
    """Tell whether "ada ...", or a number of things and their verb, follows ("12 jiwa mengungsi")."""
    if grammar.starts_with("existentials", offset, limit) is not None:
        return True
    words = grammar.list_words(offset, min(limit, offset + _FARTHEST_PREDICATE))
    if not words or not words[0].group()[0].isdigit():
        return False
    for word in words[1:_LONGEST_SUBJECT]:
        text = word.group()
        if grammar.is_word("relatives", text) or grammar.is_word("obliques", text):
            return False
        if grammar.is_active(text.rstrip(".")) or grammar.is_passive(text.rstrip(".")):
            return True
    return False


def find_complement(cue: Cue, limit: int, grammar: Grammar, after: int | None = None) -> int | None:
    """Return where what is said begins after a verb (after its agent, if given), or ``None``."""
    start = cue.end if after is None else after
    offset = grammar.skip(("after_verb",), start, limit)
    skipped = grammar.skip_adverbs(offset, limit)
    # An adverb before a comma or "bahwa" belongs to the verb, else to what is said.
    if skipped > offset and (
        grammar.body[:skipped].rstrip().endswith(",") or _find_complementizer(skipped, limit, grammar)
    ):
        offset = skipped
    while offset < limit and grammar.body[offset] in ":-– ":
        offset += 1
    said = _find_complementizer(offset, limit, grammar)
    if said is not None:
        return grammar.skip_blank(said, limit)
    if cue.form.kind == "ask":
        return _skip_addressee(offset, limit, grammar, reminds=grammar.is_word("reminding", cue.form.verb))
    return offset if offset < limit else None


def _find_complementizer(offset: int, limit: int, grammar: Grammar) -> int | None:
    """Return the end of a "bahwa" that stands at once or after an adjunct ("kepada wartawan bahwa")."""
    for name in ("complementizers", "purpose_complementizers"):
        if (end := grammar.starts_with(name, offset, limit)) is not None:
            return end
    if grammar.starts_with("preludes", offset, limit) is None:
        return None
    for word in grammar.find_words(offset, min(limit, offset + _FARTHEST_COMPLEMENTIZER)):
        if grammar.is_word("complementizers", word.group()):
            return word.end()
        if grammar.is_word("clause_joiners", word.group()):
            break
    return None


def _skip_addressee(offset: int, limit: int, grammar: Grammar, *, reminds: bool) -> int | None:
    """Return where the content of a request begins, after the one who is asked.

    Without "agar" a reminder has no addressee but a clause with its subject.
    """
    if offset >= limit:
        return None
    if _is_act(offset, grammar):
        return offset
    relative = False
    for count, word in enumerate(grammar.find_words(offset, limit)):
        text = word.group().rstrip(".")
        if count == _LONGEST_ADDRESSEE or grammar.body[offset : word.start()].rstrip().endswith((";", ":")):
            break
        if grammar.is_word("purpose_complementizers", text) or (
            reminds and grammar.is_word("complementizers", text)
        ):
            return grammar.skip_blank(word.end(), limit)
        if grammar.referents.covers(word.start()) or not grammar.body[word.start()].islower():
            continue
        if grammar.is_passive(text) and not relative:
            return offset
        if grammar.is_active(text) or grammar.is_word("predicates", text):
            if not relative and reminds:
                return offset
            if not relative:
                # "setiap lowongan wajib dilaporkan": a thing to which something is done is not asked.
                following = grammar.list_words(word.end(), min(limit, word.end() + _FARTHEST_PREDICATE))[:1]
                passive = any(grammar.is_passive(item.group().rstrip(".")) for item in following)
                return offset if passive else word.start()
            relative = False
        elif grammar.is_word("relatives", text):
            relative = True
    return offset


def _is_act(offset: int, grammar: Grammar) -> bool:
    """Tell whether a noun stands at an offset that means an act or a state ("pendampingan", "kepastian")."""
    words = grammar.list_words(offset, min(len(grammar.body), offset + _FARTHEST_PREDICATE))
    word = words[0].group().rstrip(".") if words and words[0].start() == offset else ""
    return (
        grammar.body[offset].islower()
        and word.startswith(grammar.words.act_prefixes)
        and word.endswith(grammar.words.act_suffix)
        and not grammar.is_word("acting_nouns", word)
    )


def is_utterance(begin: int, end: int, cue: Cue, grammar: Grammar) -> bool:
    """Tell whether the object of a verb like "menyampaikan" is something said, not a thing or an act."""
    if cue.form.kind != "convey" and has_clause(cue, end, grammar):
        return True
    if grammar.starts_with("speech_nouns", begin, end) is not None:
        return True
    if cue.form.kind == "convey" or grammar.starts_with("act_nouns", begin, end) is not None:
        return False
    report = grammar.starts_with("report_nouns", begin, end)
    if report is None:
        return True
    rest = grammar.skip_blank(report, end)
    return (
        rest < end
        and grammar.body[report] == " "
        and grammar.starts_with("speaker_ends", rest, end) is None
        and grammar.starts_with("joint", rest, end) is None
    )
