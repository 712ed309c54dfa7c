"""Which officials are there when something happens."""

import re
from collections.abc import Sequence

import msgspec

from kgraph.extraction.event_choice import Happening
from kgraph.extraction.happenings import HEAD_ZONES
from kgraph.extraction.modality import find_modality
from kgraph.extraction.passages import Named, Passage, list_having
from kgraph.records import Span

ACTING = (
    "carriers.attending_active",
    "carriers.attending_passive",
    "carriers.leading_active",
    "carriers.leading_passive",
    "carriers.receiving_active",
    "carriers.receiving_passive",
    "roles.contributing",
    "roles.present",
    "roles.represented",
    "roles.together",
)
"""Roles of cues whose sentence names those who take part."""
_AFIELD = frozenset({"interdiction"})
"""Types where those who tell of it afterwards were not there.

Nor were they where the release tells a handover besides what it is about.
"""
_LEAVING = ("dates.notices", "roles.absent")
"""Roles of cues that tell that somebody was not there."""
_SENDING = ("roles.through", "roles.represented", "roles.representing", "roles.replacing")
"""Roles of cues that tell that somebody came for another."""
_OTHER_POST = re.compile(r";|[,)] (?:\w+ )?[A-Z][a-z]{3,}")
"""What stands between a person and the post of another: "..., A, Pangdam X diwakili B"."""
_ACT_WORDS = 2
_AWAY_WORDS = 5
_REPRESENTED_WORDS = 3
_REPRESENTING_WORDS = 8
_SPEAKER_WORDS = 8


class Part(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A body or official that takes part, with the sentences that say so."""

    name: str
    evidence: tuple[Span, ...]


def list_told(happening: Happening, passages: Sequence[Passage]) -> frozenset[str]:
    """Return the people whom a text names where it tells a happening, or who was there."""
    return frozenset(
        named.name
        for passage in passages
        if passage.people
        and passage.zone not in HEAD_ZONES
        and (passage.index in happening.tellers or passage.list_cues(*ACTING))
        for named in passage.people
        if not passage.is_quoted(named.start)
    )


def find_attendees(
    happening: Happening,
    passages: Sequence[Passage],
    unknown: frozenset[str],
    elsewhere: frozenset[str] = frozenset(),
) -> tuple[Part, ...]:
    """Return the officials who are there: told with the happening, in a list, or speaking.

    Args:
        happening: One happening.
        passages: The sentences about it.
        unknown: Those who are nobody's officials.
        elsewhere: Those who take part in another happening of the release, and speak for that.
    """
    away = {
        named.name
        for passage in list_having(passages, *_LEAVING)
        for named in passage.people
        if _is_away(passage, named)
    }
    found: dict[str, list[Span]] = {}
    afield = happening.type in _AFIELD or (happening.further and happening.type == "handover")
    before: Passage | None = None
    for passage in passages:
        if passage.zone in HEAD_ZONES:
            continue
        speaker = _find_speaker(passage, before)
        before = passage
        if speaker is not None and not afield and speaker[0].name not in away | elsewhere:
            found.setdefault(speaker[0].name, []).extend([speaker[1], passage.span])
        if not passage.people:
            continue
        present = not passage.by_role.keys().isdisjoint(ACTING)
        told = find_press(happening, passage)
        roles = passage.by_role.keys()
        leaving, sending = not roles.isdisjoint(_LEAVING), not roles.isdisjoint(_SENDING)
        for named in passage.people:
            if named.start >= told or passage.is_quoted(named.start):
                continue
            if (sending and _is_represented(passage, named)) or (leaving and _is_away(passage, named)):
                continue
            if named.name in away and not present:
                continue
            there = (present or passage.index in happening.tellers) and named.name not in unknown
            if named.name in elsewhere:
                there = False
            elif afield:
                there = there and not _speaks(passage, named)
            else:
                there = there or _speaks(passage, named) or _acts(passage, named)
            if there:
                found.setdefault(named.name, []).append(passage.span)
    return tuple(Part(name=name, evidence=tuple(dict.fromkeys(spans))) for name, spans in found.items())


def find_press(happening: Happening, passage: Passage) -> int:
    """Return where a sentence turns to the meeting with the press at which a happening is told."""
    if "telling.nouns" not in passage.by_role or happening.main.form == "telling.nouns":
        return passage.end
    return min([cue.end for cue in passage.list_cues("telling.nouns")], default=passage.end)


def _is_away(passage: Passage, named: Named) -> bool:
    """Tell whether a person speaks from afar or was not there."""
    if passage.list_cues("dates.notices"):
        return True
    return any(
        passage.count_words(min(named.end, cue.end), max(named.start, cue.start)) <= _AWAY_WORDS
        for cue in passage.list_cues("roles.absent")
    )


def _is_represented(passage: Passage, named: Named) -> bool:
    """Tell whether somebody else stands there for a person."""
    following = next((other for other in passage.people if other.start >= named.end), None)
    for cue in passage.list_cues("roles.through"):
        # "Kapolres A melalui Kasat Reskrim B mengatakan": B is there.
        between = following is not None and named.end <= cue.start and cue.end <= following.start
        if between and passage.count_words(named.end, cue.start) <= _REPRESENTED_WORDS:
            return True
    for cue in passage.list_cues("roles.represented"):
        if (
            named.end <= cue.start
            and passage.count_words(named.end, cue.start) <= _REPRESENTED_WORDS
            and not _OTHER_POST.search(passage.cut(named.end, cue.start))
        ):
            return True
    return any(
        cue.end <= named.start
        # "Mewakili A, B membuka acara": a sentence that opens so goes on with the one who is there.
        and not (cue.start == passage.start and "," in passage.cut(cue.end, named.start))
        and ";" not in passage.cut(cue.end, named.start)
        and passage.count_words(cue.end, named.start) <= _REPRESENTING_WORDS
        and not any(cue.end <= other.start < named.start for other in passage.people)
        for cue in passage.list_cues("roles.representing", "roles.replacing")
    )


def _acts(passage: Passage, named: Named) -> bool:
    """Tell whether a person does what only one who is there can do: "A melepas peserta"."""
    return any(
        named.end <= cue.start
        and passage.count_words(named.end, cue.start) <= _ACT_WORDS
        and not passage.is_quoted(cue.start)
        and find_modality(passage, cue) is None
        for cue in passage.list_cues("active")
    )


def _find_speaker(passage: Passage, before: Passage | None) -> tuple[Named, Span] | None:
    """Return who says what a sentence ends in with "ujarnya": the one whom the sentence before names.

    It names one alone, and all of it is the text's own words.
    """
    if before is None or before.index + 1 != passage.index or before.quotes or passage.people:
        return None
    if not passage.quotes or len(before.people) != 1:
        return None
    clitics = [cue for cue in passage.list_cues("speech.clitic") if not passage.is_quoted(cue.start)]
    if not clitics or _is_represented(before, before.people[0]):
        return None
    return before.people[0], before.span


def _speaks(passage: Passage, named: Named) -> bool:
    """Tell whether a person is the speaker of a sentence."""
    for cue in passage.list_cues("speech.active", "speech.bare", "speech.passive"):
        before = named.end <= cue.start and passage.count_words(named.end, cue.start) <= _SPEAKER_WORDS
        if cue.has("speech.active"):
            if before:
                return True
            continue
        after = cue.end <= named.start and passage.count_words(cue.end, named.start) <= _SPEAKER_WORDS
        if after or (before and cue.has("speech.bare")):
            return True
    return False
