"""A body with zones cut into sentences."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.lexicon.sentences import SentenceWords
from kgraph.records import Zone
from kgraph.text.layout import Layout, Sentence

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_STOP = re.compile(r"(?P<mark>[.!?…]+)(?P<closers>(?:[”’»)\]\"']|[ \u00a0](?=[”’»](?:\s|$)))*)")
# A capital comes first in the pattern, since few characters are one and the rest need not be tried.
_GLUED = re.compile(r"[A-Z](?:(?<=[a-z]{3}[A-Z])|(?<=[)\d][A-Z])|(?<=\w[”\"][A-Z]))[a-z]+(?![\w-])")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_TOKEN = re.compile(r"[\w.'’)(-]+$")
_WORD = re.compile(r"[\w.'’-]+")
_TOKEN_LENGTH = 24
_FIRST_NUMBER = 3
_PLAIN_WORD = 4
_YEAR_DIGITS = 4


def build_layout(body: str, zones: tuple[Zone, ...], lexicon: Lexicon) -> Layout:
    """Return the sentences of a body, zone by zone and line by line.

    A line of furniture, headline, caption or credit is one sentence; a line of the
    text proper is cut at full stops, question and exclamation marks that end a
    sentence, also inside a quotation; the verb of saying that follows a quotation
    stays with the quotation's last sentence. A dateline is part of the sentence
    that it opens. Text outside the zones has no sentences.

    Args:
        body: The text of a release, in the normal form.
        zones: Its zones, sorted and free of overlap.
        lexicon: Abbreviations, verbs of saying, words that open sentences.
    """
    sentences: list[Sentence] = []
    paragraph = -1
    index = 0
    for line in _LINE.finditer(body):
        if not line.group().strip():
            continue
        paragraph += 1
        while index < len(zones) and zones[index].end <= line.start():
            index += 1
        for start, opened, end, kind in _list_pieces(line.start(), line.end(), zones, index):
            inner = _find_boundaries(body, opened, end, lexicon.sentences) if kind == "body" else []
            for left, right in pairwise((start, *inner, end)):
                text = body[left:right]
                bare = text.strip()
                if bare:
                    first = left + text.index(bare[0])
                    sentences.append(
                        Sentence(start=first, end=first + len(bare), zone=kind, paragraph=paragraph)
                    )
    return Layout(body=body, zones=zones, sentences=tuple(sentences), lists=lexicon.phrase_lists)


def _list_pieces(
    start: int, end: int, zones: tuple[Zone, ...], index: int
) -> Iterator[tuple[int, int, int, str]]:
    """Yield (start, start of the prose, end, kind) of the parts of a line that zones hold."""
    dateline: int | None = None
    reached = start
    for position in range(index, len(zones)):
        zone = zones[position]
        if zone.start >= end:
            break
        left, right = max(zone.start, start), min(zone.end, end)
        if left >= right:
            continue
        if zone.kind == "dateline":
            if dateline is not None:
                yield dateline, reached, reached, "dateline"
            dateline, reached = left, right
            continue
        if dateline is not None and zone.kind == "body":
            yield dateline, left, right, "body"
        else:
            if dateline is not None:
                yield dateline, reached, reached, "dateline"
            yield left, left, right, zone.kind
        dateline = None
    if dateline is not None:
        yield dateline, reached, reached, "dateline"


def _find_boundaries(body: str, start: int, end: int, words: SentenceWords) -> list[int]:
    """Return the offsets inside ``(start, end)`` where a new sentence begins, sorted."""
    found = set()
    for stop in _STOP.finditer(body, start, end):
        offset = _judge_stop(body, start, end, stop, words)
        if offset is not None:
            found.add(offset)
    for glued in _GLUED.finditer(body, start + 1, end):
        if fold(glued.group()) in words.opening:
            found.add(glued.start())
    if not found:
        return []
    kept = []
    held = _ALPHANUMERIC.search(body, start, end)
    for offset in sorted(found):
        if held is None:
            break
        following = _ALPHANUMERIC.search(body, offset, min(end, offset + _TOKEN_LENGTH))
        if held.start() < offset and following:
            kept.append(offset)
            held = following
    return kept


def _judge_stop(body: str, start: int, end: int, stop: re.Match[str], words: SentenceWords) -> int | None:
    """Return where the sentence after a full stop begins, or ``None`` where none does."""
    closers, after = stop["closers"], stop.end()
    # A straight mark that a letter follows opens the next quotation: `berangkat."Kami`.
    if closers[-1:] in {'"', "'"} and after < end and body[after].isalnum():
        after -= 1
        closers = closers[:-1]
    follows = after
    while follows < end and body[follows].isspace():
        follows += 1
    if follows >= end:
        return None
    token = body[max(start, stop.start() - _TOKEN_LENGTH) : stop.start()]
    before = fold(_find_last(token))
    word = match.group() if (match := _WORD.match(body, follows, min(end, follows + _TOKEN_LENGTH))) else ""
    glued = follows == after
    head = body[follows]
    if glued and not _is_glued_sentence(before, token, word, head, closers):
        return None
    if closers and fold(word) in words.attributing:
        return None
    if stop["mark"] == "." and (
        _is_abbreviation(before, token, word, words) or _is_ordinal(body, start, stop.start(), before)
    ):
        return None
    if head.islower():
        plain = before.isalpha() and len(before) >= _PLAIN_WORD and token.rstrip()[-_PLAIN_WORD:].islower()
        return follows if plain and not closers and stop["mark"] == "." else None
    if head in ",;:)”’»":
        return None
    return follows


def _find_last(text: str) -> str:
    """Return the word that ends a text, with dots in it, without marks before it."""
    last = text.rsplit(None, 1)[-1] if text[-1:].strip() else ""
    if last.isalnum():
        return last
    match = _TOKEN.search(last)
    return match.group().lstrip("(.'’-") if match else ""


def _is_glued_sentence(before: str, token: str, word: str, head: str, closers: str) -> bool:
    """Tell whether ``selesai.Menurut`` is two sentences, unlike ``S.H.`` or ``SUMEKS.CO``."""
    if head in '“"':
        return before.isalpha()
    capital = len(word) > 1 and word[0].isupper() and word[1:].islower()
    if closers:
        return capital or head == "("
    lowered = token[-_FIRST_NUMBER:].islower() and token[-_FIRST_NUMBER:].isalpha()
    lowered = lowered or (before.isdigit() and len(before) == _YEAR_DIGITS)
    return lowered and (capital or head == "(") and "/" not in token


def _is_abbreviation(before: str, token: str, word: str, words: SentenceWords) -> bool:
    if before in words.leading:
        return True
    last = before.rpartition(".")[2]
    if before in words.closing:
        following = fold(word).rstrip(".")
        return following in words.closing
    if "." in before:
        # Dotted and not listed: initials before a name ("J.B. Sumarlin") or an unlisted degree.
        return len(last) == 1 and last.isalpha()
    return len(before) == 1 and before.isalpha() and (token[-1:].isupper() or not word[:1].isdigit())


def _is_ordinal(body: str, start: int, stop: int, before: str) -> bool:
    """Tell whether a number is one of an enumeration ("1. ", "a) ", "meliputi: 2. ")."""
    if not before.isdigit() or len(before) >= _FIRST_NUMBER:
        return False
    lead = stop - len(before)
    while lead > start and body[lead - 1].isspace():
        lead -= 1
    return lead == start or body[lead - 1] in ':;,.”"'
