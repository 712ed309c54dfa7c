"""What an agreement is about, as the text words it."""

import re
from itertools import islice

from kgraph.extraction.passages import PIECE, Passage
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_BRACKET = re.compile(r"\s*\([^()]{2,20}\)")
_NOUNS = re.compile(r"(?:\s+[\w-]+){2,8}")
_OPENER_WORDS = 25
_MOST_PIECES = 30
_ROW_PIECES = 14
_ENDS = ';:“”"!?'


def read_subject(passage: Passage, start: int, lexicon: Lexicon, *, direct: bool = False) -> str | None:
    """Return what follows "tentang" and the like after an offset, ``None`` where nothing does.

    With ``direct`` the subject follows the offset itself, as after "sepakat untuk".
    """
    if direct:
        return _read_phrase(passage, start, lexicon, clause=True)
    for role in ("subjects.openers", "subjects.purposes"):
        for cue in passage.list_cues(role):
            if cue.start >= start and passage.count_words(start, cue.start) <= (
                _OPENER_WORDS if role == "subjects.openers" else 1
            ):
                return _read_phrase(passage, cue.end, lexicon)
    return None


def read_attribute(passage: Passage, start: int, lexicon: Lexicon) -> str | None:
    """Return the nouns right behind the name of a paper: "perjanjian kerja sama layanan informasi publik"."""
    bracket = _BRACKET.match(passage.text, start - passage.start)
    left = bracket.end() + passage.start if bracket else start
    match = _NOUNS.match(passage.text, left - passage.start)
    if match is None:
        return None
    kept = []
    for word in match.group().split():
        if fold(word) in lexicon.agreements.attribute_stops or lexicon.event_cues.is_verb(fold(word)):
            break
        kept.append(word)
    return " ".join(kept) if len(kept) > 1 else None


def read_content(passage: Passage, lexicon: Lexicon) -> str | None:
    """Return the subject that a sentence such as "Isinya mengenai ..." tells."""
    for cue in passage.list_cues("subjects.contents"):
        if cue.start == passage.start:
            return read_subject(passage, cue.end, lexicon) or _read_phrase(passage, cue.end, lexicon)
    return None


def _read_phrase(passage: Passage, start: int, lexicon: Lexicon, *, clause: bool = False) -> str | None:
    """Return the phrase at an offset; as a clause it goes on over adverbials."""
    end = start
    found = PIECE.finditer(passage.text, start - passage.start)
    pieces = list(islice(found, _MOST_PIECES + _ROW_PIECES + 1))
    # "tentang X antara A dan B"
    sides = {
        cue.start
        for cue in passage.list_cues("parties.between")
        if any(
            named.start >= cue.end and not passage.cut(cue.end, named.start).strip()
            for named in passage.bodies
        )
    }
    papers = {cue.start for cue in passage.list_cues("paper.strong")}
    joined: int | None = None
    for count, piece in enumerate(pieces):
        if count >= _MOST_PIECES:
            break
        left, right = piece.start() + passage.start, piece.end() + passage.start
        named = next((item for item in passage.bodies if item.start <= left < item.end), None)
        if named is not None:
            end = named.end
            continue
        if piece["mark"]:
            if piece["mark"] in _ENDS:
                break
            if piece["mark"] == "," and not _goes_on(pieces, count, lexicon):
                break
            continue
        if end > start and left in sides:
            break
        if joined is not None and left in papers:
            # "MoU dengan A tentang X, serta PKS dengan B": what is joined is another paper.
            end = joined
            break
        joined = end if end > start and fold(piece["word"]) in lexicon.event_cues.label_joining else None
        if not clause and fold(piece["word"]) in lexicon.agreements.subject_stops and end > start:
            break
        end = right
    phrase = passage.cut(start, end).strip(" ,.-–—")
    return phrase or None


def _goes_on(pieces: list[re.Match[str]], count: int, lexicon: Lexicon) -> bool:
    """Tell whether a comma stands in a row of nouns that "dan" ends, not before a new clause."""
    following = pieces[count + 1 : count + 1 + _ROW_PIECES]
    if not following or following[0]["mark"]:
        return False
    word = fold(following[0]["word"])
    if word in lexicon.event_cues.label_joining:
        return True
    if word in lexicon.event_cues.clause_openers or lexicon.event_cues.is_verb(word):
        return False
    for piece in following:
        if piece["mark"] and piece["mark"] in _ENDS:
            return False
        if piece["word"] and fold(piece["word"]) in lexicon.event_cues.label_joining:
            return True
    return False
