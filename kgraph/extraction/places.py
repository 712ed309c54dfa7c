"""Where something happened: the venue phrase as written."""

import re
from collections.abc import Sequence

import msgspec

from kgraph.extraction.passages import PIECE, Cue, Named, Passage
from kgraph.lexicon.event_cues import LONGEST_HEAD, EventCues
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Span

_LAST_WORD = re.compile(r"\w+$")
_LONGEST_REGION = 4

_STAYING = ("places.prepositions", "places.passages")
_GOING = (*_STAYING, "places.directions")
_VENUE, _BODY, _AREA, _NAME, _REGION = 3.0, 2.5, 2.0, 1.0, 0.5
_BARE = 0.75
"""Weight of a venue or unit without a name: "di kantor"."""
_STATED, _OPENING, _GOAL = 1.5, 1.0, 1.5
MOST_WEIGHT = _VENUE + _STATED
"""The weight of the surest place there can be."""


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A stretch of text that names a place; ``weight`` tells how sure a venue it is."""

    span: Span
    text: str
    weight: float

    def holds(self, named: Named) -> bool:
        """Tell whether a body is named as part of the place."""
        return self.span.start <= named.start < self.span.end


def find_places(
    passage: Passage,
    dates: tuple[Span, ...],
    lexicon: Lexicon,
    *,
    going: bool = False,
    leaving: bool = False,
    verbs: Sequence[Cue] = (),
) -> tuple[Place, ...]:
    """Return the places that "di" and the like introduce in a sentence.

    A place begins with a venue ("Aula ..."), a named body, an administrative unit
    or a capitalised name. It goes on over commas to units and regions and ends
    before a date, a relative clause, a verb or another preposition.

    Args:
        passage: A sentence.
        dates: The dates that stand in it; none is part of a place.
        lexicon: Words of places, names of regions.
        going: Whether "ke" leads to the place, as for a visit.
        leaving: Whether "dari" may lead to it, as for those who were stopped or sent off.
        verbs: Verbs of going whose object is the place: "meninjau Lapas ...".
    """
    roles = _GOING if going else _STAYING
    if leaving or passage.list_cues("places.remote"):
        roles = (*roles, "places.origins")
    found = []
    for cue in (*passage.list_cues(*roles), *verbs):
        if not passage.is_quoted(cue.start):
            place = _read_place(passage, cue, dates, lexicon, verbs)
            if place is not None:
                found.append(place)
    return tuple(found)


def _names_occasion(passage: Passage, start: int) -> bool:
    """Tell whether an occasion, and no place, stands behind a preposition: "di Dies Natalis ke-25"."""
    return any(cue.start == start for cue in passage.list_cues("noun", "topic"))


def _read_place(
    passage: Passage, cue: Cue, dates: tuple[Span, ...], lexicon: Lexicon, verbs: Sequence[Cue]
) -> Place | None:
    cues = lexicon.event_cues
    body = passage.sentence
    text = passage.text
    start = cue.end
    while start < passage.end and text[start - passage.start].isspace():
        start += 1
    if start >= body.end or _names_occasion(passage, start):
        return None
    rest = fold(passage.cut(start, min(start + LONGEST_HEAD, passage.end)))
    weight = _weigh_head(passage, start, rest, lexicon)
    led = passage.cut(passage.start, cue.start).rsplit(None, 1)
    word = _LAST_WORD.search(led[-1]) if led else None
    before = fold(word.group()) if word else ""
    least = (
        _VENUE
        if cue.has("places.passages", "places.origins")
        else _AREA
        if cue in verbs
        else _BODY
        if not cue.has("places.prepositions")
        else _NAME
    )
    if weight < least or before in cues.serving:
        return None
    end = _find_end(passage, start, dates, lexicon)
    phrase = passage.cut(start, end).rstrip(' ,.-–—"“”')
    if not phrase:
        return None
    if fold(phrase) in lexicon.regions.by_form:
        weight = _REGION
    elif cue in verbs and weight == _AREA:
        # "menyambangi Desa A ... di Wantilan Desa A"
        weight = _BARE
    if " " not in phrase and weight in {_VENUE, _AREA}:
        weight = _BARE
    if cue.has("places.directions"):
        weight -= _GOAL
    elif before in cues.stating:
        weight += _STATED
    elif not before:
        weight += _OPENING
    return Place(span=Span(start=start, end=start + len(phrase)), text=phrase, weight=weight)


def _weigh_head(passage: Passage, start: int, rest: str, lexicon: Lexicon) -> float:
    """Return how well a place begins at an offset, 0.0 for not at all."""
    head = lexicon.event_cues.find_head(rest)
    if head == "not_places":
        return 0.0
    if head == "venues":
        return _VENUE
    if any(named.start == start for named in passage.bodies):
        return _BODY
    if head == "areas":
        return _AREA
    if any(named.start == start for named in passage.people):
        return 0.0
    return _NAME if passage.text[start - passage.start].isupper() else 0.0


def _find_end(passage: Passage, start: int, dates: tuple[Span, ...], lexicon: Lexicon) -> int:
    """Return the offset where the place that begins at ``start`` ends."""
    cues = lexicon.event_cues
    limit = min([date.start for date in dates if date.start >= start], default=passage.end)
    end = start
    pieces = list(PIECE.finditer(passage.text, start - passage.start, limit - passage.start))
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        left, right = piece.start() + passage.start, piece.end() + passage.start
        named = next((item for item in passage.bodies if item.start <= left < item.end), None)
        if named is not None and named.end <= limit:
            end = max(end, named.end)
            position = _skip(pieces, position, named.end - passage.start)
            continue
        if piece["mark"]:
            following = pieces[position + 1 : position + 1 + _LONGEST_REGION]
            if piece["mark"] == "(":
                close = passage.text.find(")", piece.end(), limit - passage.start)
                if close < 0:
                    break
                end = close + 1 + passage.start
                position = _skip(pieces, position, close + 1)
                continue
            if piece["mark"] == ",":
                if not following or not _goes_on(passage, following, limit, lexicon):
                    break
            elif piece["mark"] not in ".-–/":
                break
            position += 1
            continue
        word = fold(piece["word"])
        if _ends_place(passage, pieces, position, word, cues):
            break
        end = right
        position += 1
    return end


def _skip(pieces: list[re.Match[str]], position: int, offset: int) -> int:
    while position < len(pieces) and pieces[position].start() < offset:
        position += 1
    return position


def _goes_on(passage: Passage, following: list[re.Match[str]], limit: int, lexicon: Lexicon) -> bool:
    """Tell whether a place goes on after a comma: with a unit, a venue or a region, in capitals."""
    head = following[0]["word"]
    if not head or not (head[0].isupper() or head[0].isdigit()):
        return False
    offset = following[0].start() + passage.start
    if any(item.start == offset for item in (*passage.bodies, *passage.people)):
        return False
    first = following[0].start()
    rest = fold(passage.text[first : first + LONGEST_HEAD])
    if lexicon.event_cues.find_head(rest) in {"areas", "venues"}:
        return True
    words = [match["word"] for match in following]
    if _closes(passage, following, limit):
        return True
    for size in range(len(words), 0, -1):
        part = words[:size]
        if all(part) and fold(" ".join(word for word in part if word)) in lexicon.regions.by_form:
            return True
    return False


def _closes(passage: Passage, following: list[re.Match[str]], limit: int) -> bool:
    """Tell whether names in capitals stand alone between a comma and the date: ", Senayan, Senin"."""
    end = following[0].start()
    for piece in following:
        if not piece["word"] or not piece["word"][0].isupper():
            break
        end = piece.end()
    rest = passage.text[end : limit - passage.start].strip()
    return limit < passage.end and rest in {"", ","}


def _ends_place(
    passage: Passage, pieces: list[re.Match[str]], position: int, word: str, cues: EventCues
) -> bool:
    piece = pieces[position]
    if position == 0 and piece["word"]:
        return False
    if any(person.start == piece.start() + passage.start for person in passage.people):
        return True
    if word in cues.stops:
        if piece["word"][0].isupper() and _is_inside(pieces, position):
            return False
        following = passage.text[piece.end() :].lstrip()
        if word in cues.joining and following[:1].isupper():
            return cues.find_head(fold(following[:LONGEST_HEAD])) not in {"areas", "venues"}
        return True
    return piece["word"][:1].islower() and cues.is_verb(word)


def _is_inside(pieces: list[re.Match[str]], position: int) -> bool:
    """Tell whether a word in capitals, with another before it, ends a name: "Gedung Serba Guna, Senin"."""
    before, following = pieces[position - 1], pieces[position + 1 : position + 2]
    return bool(
        before["word"]
        and before["word"][0].isupper()
        and following
        and following[0]["mark"] in {",", "(", "."}
    )
