"""The parts of a page: furniture, headline, caption, dateline, body and credit."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice

import msgspec

from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.furniture import FurnitureWords
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Release, Zone
from kgraph.text.dateline_span import find_dateline_span, is_dateline

_LINE = re.compile(r"[^\n]+")
_FULL_STOP = re.compile(r"[.!?…][”\"’')\]*]*$")
_HEADLINE_MARK = re.compile(r"[!?][”\"’')]*$")
_INNER_STOP = re.compile(r"[a-zß-ÿ]{2}[)”\"]?[.!?][”\"]?\s+[“\"]?[A-Z0-9]|[a-z\d],[”\"]\s+[a-z]")
_BRACKETS = re.compile(r"(?:[*/_\s])*[(\[](?P<inner>[^()\[\]\n]{2,150})[)\]][\s.*]*$")
_STARRED = re.compile(r"\s*\*{2,3}\s*(?P<inner>[^*()\[\]\n]{2,60}?)[\s.*]*$")
_SIGNED = re.compile(r"[.!?…”\"’'*,\])]\s*$")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")

_HEAD = 150
"""Lines that may stand before the text; a page with a longer menu is all body."""
_TITLE = 250
"""Code points that a headline has at most."""
_LONG = 90
"""Code points from which a line with a full stop is a paragraph and no caption."""
_CAPTION = 200
"""Code points that a caption has at most when it ends in a full stop."""
_SIGNATURE = 80
"""Code points that an unbracketed credit line has at most."""
_REMARK = 12
"""Words from which a text in brackets is a remark and no credit."""
_FEW = 3
"""Lines that may stand around a headline before they are taken for a menu."""
_PHRASE = 4
"""Words that a headline or caption among menu entries has at least."""


class _Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    start: int
    end: int
    text: str


def find_zones(release: Release, lexicon: Lexicon) -> tuple[Zone, ...]:
    """Return the zones of a release's body, sorted; what lies between two of them is white space.

    Args:
        release: A release; its title, where known, helps to tell the headline.
        lexicon: Words of page furniture, weekdays and months.
    """
    body = release.body
    lines = _list_lines(body)
    words = lexicon.furniture
    calendar = lexicon.calendar
    # Lines above the text are looked at where it is searched for, and again where they are sorted.
    is_plain = cache(lambda text: _is_plain(text, words, calendar))
    lead = _find_lead(lines, release.title, words, is_plain)
    zones = _zone_head(lines[:lead], release.title, words, is_plain)
    lists = _find_lists(lines[lead:], words)
    tail = _find_tail(lines, lead, lists, words)
    zones += _zone_text(lines[lead:tail], lists, words)
    for line in lines[tail:]:
        is_credit = line.start not in lists and _is_credit_line(line.text, words)
        zones.append(Zone(start=line.start, end=line.end, kind="credit" if is_credit else "furniture"))
    return _join_bodies(zones)


def _list_lines(body: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(body):
        text = match.group().strip()
        if text:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            lines.append(_Line(start=start, end=start + len(text), text=text))
    return lines


def _is_prose(text: str) -> bool:
    """Tell a paragraph from a headline, caption or menu entry by its length and stops."""
    if len(text) > _TITLE or _INNER_STOP.search(text):
        return True
    return bool(_FULL_STOP.search(text)) and not (len(text) < _LONG and _HEADLINE_MARK.search(text))


def _is_plain(text: str, words: FurnitureWords, calendar: Calendar) -> bool:
    """Return whether a line above the text is neither furniture nor a credit."""
    return not (
        words.is_furniture(text)
        or words.is_head_furniture(text)
        or words.is_stamp(text, calendar)
        or words.is_credit(text)
    )


def _same(one: str, other: str) -> bool:
    return fold(" ".join(one.split())).rstrip(" .") == fold(" ".join(other.split())).rstrip(" .")


def _find_lead(
    lines: Sequence[_Line], title: str | None, words: FurnitureWords, is_plain: Callable[[str], bool]
) -> int:
    """Return the index of the first line of the text proper."""
    rest = (index for index, line in enumerate(lines[:_HEAD]) if is_plain(line.text))
    plain: list[int] = []
    heads: list[int] = []
    for order in range(_HEAD):
        # Most texts begin with their first lines: the others are looked at one ahead, as need be.
        plain.extend(islice(rest, order + 2 - len(plain)))
        if order == len(plain):
            break
        index = plain[order]
        text = lines[index].text
        is_title = title is not None and _same(text, title)
        if is_title or (heads and _same(text, lines[heads[0]].text)) or words.is_caption(text):
            heads.append(index)
            continue
        if is_dateline(text):
            if heads or order + 1 == len(plain) or _is_prose(lines[plain[order + 1]].text):
                return index
            continue
        if _opens_text(text):
            return index
        if _is_prose(text) and not _is_caption_place(lines, plain, order, heads):
            return index
        heads.append(index)
    return _guess_lead(lines, plain, heads, title)


def _opens_text(text: str) -> bool:
    return is_dateline(text) or (_is_prose(text) and find_dateline_span(text) is not None)


def _is_caption_place(lines: Sequence[_Line], plain: Sequence[int], order: int, heads: Sequence[int]) -> bool:
    """Return whether a line with a full stop is a caption all the same.

    It is one if it stands below a headline and right above a dateline, or alone
    between furniture and a paragraph.
    """
    index = plain[order]
    text = lines[index].text
    if not heads or len(text) > _CAPTION or _INNER_STOP.search(text) or order + 1 >= len(plain):
        return False
    following = lines[plain[order + 1]].text
    after_furniture = heads[-1] < index - 1
    return _opens_text(following) or (
        after_furniture and find_dateline_span(text) is None and _is_prose(following) and len(text) < _LONG
    )


def _guess_lead(lines: Sequence[_Line], plain: Sequence[int], heads: Sequence[int], title: str | None) -> int:
    """Return where a text begins none of whose lines looks like a paragraph."""
    if not heads:
        return plain[0] if plain else len(lines)
    if title is None and len(plain) == 1:
        return plain[0]
    first = lines[heads[0]].text
    for index in heads[1:]:
        if not _same(lines[index].text, first) and not (title and _same(lines[index].text, title)):
            return index
    return len(lines) if title is not None and _same(first, title) else plain[0]


def _zone_head(
    lines: Sequence[_Line], title: str | None, words: FurnitureWords, is_plain: Callable[[str], bool]
) -> list[Zone]:
    plain = [line for line in lines if is_plain(line.text) and not is_dateline(line.text)]
    headline = _choose_headline(plain, title, words)
    menu = len(plain) > _FEW
    zones = []
    for line in lines:
        kind = "furniture"
        if line in plain:
            if line is headline:
                kind = "headline"
            elif headline is None or line.start > headline.start:
                is_phrase = len(line.text.split()) >= _PHRASE or not menu
                kind = "caption" if is_phrase or words.is_caption(line.text) else "furniture"
            elif not menu:
                kind = "caption"
        elif words.is_credit(line.text):
            kind = "credit"
        zones.append(Zone(start=line.start, end=line.end, kind=kind))
    return zones


def _choose_headline(plain: Sequence[_Line], title: str | None, words: FurnitureWords) -> _Line | None:
    free = [line for line in plain if not words.is_caption(line.text)]
    if not free:
        return None
    if title is not None:
        for line in free:
            if _same(line.text, title):
                return line
    if len(free) <= _FEW:
        return free[0]
    return max(free, key=lambda line: (len(line.text.split()) >= _PHRASE, len(line.text)))


def _is_credit_line(text: str, words: FurnitureWords) -> bool:
    if words.is_credit(text) or _HASHTAGS.match(text):
        return True
    brackets = _BRACKETS.match(text)
    if brackets is not None and _is_signature(brackets["inner"]):
        return True
    if len(text) > _SIGNATURE or not words.opens_with_desk(text) or _INNER_STOP.search(text):
        return False
    # "Humas X, NAME, mengatakan ..." is a sentence of the text.
    return not (", " in text and text.endswith("."))


def _is_signature(inner: str) -> bool:
    return any(char.isalpha() for char in inner) and len(inner.split()) < _REMARK


def _find_lists(lines: Sequence[_Line], words: FurnitureWords) -> set[int]:
    """Return the offsets of the lines that list other pages: short lines below the heading of a list."""
    found = set()
    in_list = False
    for line in lines:
        in_list = words.is_list_heading(line.text) or (in_list and not _is_prose(line.text))
        if in_list:
            found.add(line.start)
    return found


def _find_tail(lines: Sequence[_Line], lead: int, lists: set[int], words: FurnitureWords) -> int:
    """Return the index of the first of the credits and furniture that end the page."""
    end = len(lines)
    while end > lead + 1:
        line = lines[end - 1]
        if not (line.start in lists or words.is_furniture(line.text) or _is_credit_line(line.text, words)):
            break
        end -= 1
    return end


def _zone_text(lines: Sequence[_Line], lists: set[int], words: FurnitureWords) -> list[Zone]:
    zones = []
    for index, line in enumerate(lines):
        if index > 0 and (line.start in lists or words.is_furniture(line.text)):
            zones.append(Zone(start=line.start, end=line.end, kind="furniture"))
            continue
        start = line.start
        if index == 0:
            start += _zone_dateline(line, zones)
        end = line.end
        if index == len(lines) - 1:
            end = _find_credit(line, start, words)
        if start < end:
            zones.append(Zone(start=start, end=end, kind="body"))
        if end < line.end:
            credit = line.text[end - line.start :]
            zones.append(Zone(start=line.end - len(credit.lstrip()), end=line.end, kind="credit"))
    return zones


def _zone_dateline(line: _Line, zones: list[Zone]) -> int:
    """Add the dateline that opens a line; return how far it and the blanks after it reach."""
    if is_dateline(line.text):
        zones.append(Zone(start=line.start, end=line.end, kind="dateline"))
        return len(line.text)
    span = find_dateline_span(line.text)
    if span is None:
        return 0
    zones.append(Zone(start=line.start, end=line.start + span.end, kind="dateline"))
    rest = line.text[span.end :]
    return span.end + len(rest) - len(rest.lstrip())


def _find_credit(line: _Line, start: int, words: FurnitureWords) -> int:
    """Return where the text proper of the last line ends and its credit, if it has one, begins."""
    text = line.text
    for pattern in (_BRACKETS, _STARRED):
        match = pattern.search(text, max(start - line.start, len(text) - 2 * _CAPTION))
        if match is None or not _is_signature(match["inner"]):
            continue
        before = text[: match.start()].rstrip()
        if not before or _SIGNED.search(before) or words.has_desk(match["inner"]) or "*" in match.group():
            return line.start + len(before)
    return line.end


def _join_bodies(zones: Sequence[Zone]) -> tuple[Zone, ...]:
    joined: list[Zone] = []
    for zone in zones:
        if joined and joined[-1].kind == zone.kind == "body":
            joined[-1] = Zone(start=joined[-1].start, end=zone.end, kind="body")
        else:
            joined.append(zone)
    return tuple(joined)
