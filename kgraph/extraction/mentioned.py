"""Bodies that a sentence about a happening names though they take no part in it."""

import re
from collections.abc import Sequence

from kgraph.extraction.attendees import ACTING
from kgraph.extraction.event_choice import Happening
from kgraph.extraction.passages import Named, Passage, list_having
from kgraph.lexicon.matcher import fold

_ASIDE = re.compile(r"(?:\s*\([^()]{1,30}\))?\s*,[^,;:()]{1,120},\s*")
"""A clause between commas: "A, yang ikut memantau, berhalangan"."""
_MENTIONING = (
    "carriers.leading_active",
    "places.directions",
    "roles.elsewhere",
    "roles.funding",
    "roles.inside",
    "roles.replacing",
)
"""Roles of words behind which a body is only mentioned."""
_COMING = ("carriers.attending_passive", "roles.together")
"""Roles of words behind which those who came are named; who was only asked to come is not among them."""
_RECEIVED = frozenset({"audience", "handover", "meeting", "visit"})
"""Types whose goal, after "ke", takes part."""
_HYPHENS = "-–"
_AWAY_WORDS = 5
_REPRESENTED_WORDS = 3
_TARGET_WORDS = 3
_THEME_WORDS = 1


def is_in_post(passage: Passage, named: Named) -> bool:
    """Tell whether a body only stands in the post of a person beside it."""
    return any(post.start < named.start and named.end <= post.end for post in passage.posts)


def is_headed(passage: Passage, named: Named, leaders: frozenset[str]) -> bool:
    """Tell whether a body stands right behind the title of its head, a post that somebody takes over."""
    words = passage.cut(passage.start, named.start).split()
    return bool(words) and fold(words[-1]) in leaders


def is_only_mentioned(passage: Passage, named: Named, happening: Happening, joining: frozenset[str]) -> bool:
    """Tell whether a body stands where something is told of it, not of what it does there.

    What is told of one in a row is told of all: "terhadap petugas Lapas A dan Rutan B".
    """
    opening = passage.list_cues("themes.aims")[:1]
    if (
        opening
        and opening[0].start == passage.start
        and "," not in passage.cut(passage.start, named.end)
        and not any(cue.start < named.start for cue in passage.list_cues(*ACTING))
        and "," in passage.cut(named.end, passage.end)
    ):
        # "Dalam rangka ulang tahun A, B menggelar ...": the main clause follows.
        return True
    for cue in passage.list_cues(*_MENTIONING):
        if cue.end > named.start:
            break
        if cue.has("roles.funding") and not passage.cut(cue.end, named.start).strip():
            return True
        if cue.has("roles.elsewhere"):
            first = _find_row_start(passage, named, joining)
            if cue.end <= first and passage.count_words(cue.end, first) <= _THEME_WORDS:
                return True
        if (
            cue.has("roles.inside", "carriers.leading_active")
            and not passage.cut(cue.end, named.start).strip()
        ):
            return True
        if cue.has("roles.replacing") and passage.count_words(cue.end, named.start) <= _REPRESENTED_WORDS:
            return True
        goes = cue.has("places.directions") and not passage.cut(cue.end, named.start).strip()
        if goes and happening.type not in _RECEIVED:
            return True
    return False


def _find_row_start(passage: Passage, named: Named, joining: frozenset[str]) -> int:
    """Return where the row of bodies begins that a body ends or is in: "A, B dan C"."""
    first = named
    ended = False
    for before in reversed([other for other in passage.bodies if other.end <= named.start]):
        gap = fold(passage.cut(before.end, first.start)).strip()
        ended = ended or gap.strip(" ,") in joining
        if not (ended and gap.strip(" ,") in {"", *joining}):
            break
        first = before
    return first.start


def is_target(passage: Passage, named: Named, happening: Happening) -> bool:
    """Tell whether a raid or arrest is made at a body, not by it: "menggeledah kantor A"."""
    if happening.type != "interdiction":
        return False
    acts = [cue.end for cue in passage.list_cues("active") if cue.end <= named.start]
    return (
        bool(acts)
        and not any(
            acts[-1] <= cue.start < named.start
            for cue in (*passage.list_cues(*ACTING), *passage.list_cues("passive", "speech.active"))
        )
        and passage.count_words(acts[-1], named.start) <= _TARGET_WORDS
    )


def is_label(passage: Passage, named: Named) -> bool:
    """Tell whether a hyphen joins a body to another, as in "Sinergi TNI-Polri", a word for any of theirs."""
    beside = (passage.cut(named.end, named.end + 1), passage.cut(named.start - 1, named.start))
    return any(mark and mark in _HYPHENS for mark in beside)


def list_away(passages: Sequence[Passage], happening: Happening) -> frozenset[str]:
    """Return the bodies that did not come, though another sentence tells that they were asked to.

    It is said of the body itself, and of no head whom somebody stands for. Who stayed away from
    another meeting may well have come to this one, and who is told to have come did.
    """
    absent = list_having(passages, "roles.absent")
    if not absent:
        return frozenset()
    away = {
        named.name
        for passage in absent
        if not passage.list_cues("roles.represented", "roles.replacing", "modality.past")
        for named in passage.bodies
        if not is_in_post(passage, named)
        and any(
            named.end <= cue.start
            and not passage.cut(named.end, cue.start).strip()
            and not any(cue.end <= other.start for other in passage.list_cues("roles.otherwise"))
            for cue in passage.list_cues("roles.absent")
        )
    }
    return frozenset(away - _list_come(passages, happening)) if away else frozenset()


def _list_come(passages: Sequence[Passage], happening: Happening) -> set[str]:
    """Return the bodies that a sentence that tells a happening names behind a word for coming to it."""
    return {
        named.name
        for passage in passages
        if passage.index in happening.tellers
        and not passage.list_cues("roles.absent", "modality.denied", "modality.planned", "modality.past")
        for named in passage.bodies
        if any(cue.end <= named.start for cue in passage.list_cues(*_COMING))
    }


def is_missing(passage: Passage, named: Named, joining: frozenset[str]) -> bool:
    """Tell whether a body, or those it was to send, did not come: also "tidak melibatkan A"."""
    denied = passage.list_cues("modality.denied")
    for cue in passage.list_cues(*ACTING) if denied else ():
        near = cue.end <= named.start and passage.count_words(cue.end, named.start) <= _THEME_WORDS
        if near and any(
            other.end <= cue.start and not passage.cut(other.end, cue.start).strip() for other in denied
        ):
            return True
    absent = passage.list_cues("roles.absent")
    if not absent:
        return False
    last = named
    while any(named.end <= cue.start for cue in absent):
        # "A dan B yang diundang tidak mengirim utusan": neither came.
        behind = next((body for body in passage.bodies if body.start >= last.end), None)
        if behind is None or fold(passage.cut(last.end, behind.start).strip()) not in joining:
            break
        last = behind
    return any(
        last.end <= cue.start
        and (
            passage.count_words(last.end, cue.start) <= _AWAY_WORDS
            or bool(_ASIDE.fullmatch(passage.cut(last.end, cue.start)))
        )
        for cue in absent
    )
