"""Which bodies take part in a happening, which officials are there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from kgraph.extraction.attendees import ACTING, Part, find_attendees, find_press
from kgraph.extraction.event_choice import Happening
from kgraph.extraction.happenings import HEAD_ZONES
from kgraph.extraction.mentioned import (
    is_headed,
    is_in_post,
    is_label,
    is_missing,
    is_only_mentioned,
    is_target,
    list_away,
)
from kgraph.extraction.modality import MODALITIES
from kgraph.extraction.organizers import find_organizer
from kgraph.extraction.passages import Cue, Named, Passage
from kgraph.extraction.places import Place
from kgraph.lexicon.event_cues import EventCues
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Official, Span

_CARRYING = (
    "carriers.doing_active",
    "carriers.doing_passive",
    "carriers.holding_active",
    "carriers.holding_passive",
)
"""Roles of verbs that hold or do something."""
_UNDONE = ("modality.cancelled", "modality.coming", "modality.denied", "modality.past", "modality.planned")
_VERB_BEHIND = re.compile(r"(?:\s*\([^()]{1,30}\))?\s*(?P<verb>[a-z]{5,})\b")
_WORD = re.compile(r"\b[a-z]{5,}\b")
_SHOWING = frozenset(ACTING) - {"roles.together"}
_PRESENT = ("roles.present", "roles.together")
_THEMED = frozenset({"other", "outreach", "talk", "training"})
"""Types whose name may hold a body that it is about."""
_HANDS_ON = frozenset({"handover", "interdiction", "other", "repatriation"})
"""Types at which many bodies do something, each its own."""
_ARREST = "interdiction"
_COUNT = re.compile(r"\s+\d")
_ADVERBS = 1
_GUEST_WORDS = 2
_MODAL_WORDS = 3


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """Those who take part in one happening."""

    organizer: str | None
    participants: tuple[Part, ...]
    attendees: tuple[Part, ...]


def find_cast(
    happening: Happening,
    passages: Sequence[Passage],
    officials: Sequence[Official],
    lexicon: Lexicon,
    *,
    place: Place | None,
    label: Span,
    signers: Mapping[str, tuple[Span, ...]],
    elsewhere: frozenset[str] = frozenset(),
    recalled: frozenset[int] = frozenset(),
) -> Cast:
    """Return organizer, participants and attendees of a happening.

    Args:
        happening: One happening.
        passages: The sentences about it.
        officials: The persons of the release.
        lexicon: Words of events and agreements.
        place: Its place; the body whose office it is is the host of a visit only.
        label: What names it; a body named there is what an outreach or talk is about.
        signers: The parties of what is signed there, with the sentences that say so.
        elsewhere: The people who take part in another happening of the release only.
        recalled: The sentences set in an earlier month or year, by index.
    """
    home = {item.name: item.institution for item in officials}
    unknown = frozenset(item.name for item in officials if item.post is None and item.institution is None)
    if happening.group == "repatriation":
        # Those who are brought home or handed over are named without a post.
        unknown = frozenset()
    organizer = find_organizer(
        happening, passages, place, home, lexicon.agreements.joiners, lexicon.event_cues
    )
    parts: dict[str, list[Span]] = {} if organizer is None else {organizer: []}
    for passage, named in _list_bodies(happening, passages, place, label, lexicon, recalled):
        parts.setdefault(named.name, []).append(passage.span)
    guests = _list_guests(happening, passages)
    for name, spans in signers.items():
        parts.setdefault(name, []).extend(spans)
    # Who speaks for a body that takes part is there, whatever else he does.
    elsewhere = frozenset(name for name in elsewhere if home.get(name) not in parts)
    attendees = find_attendees(happening, passages, unknown, elsewhere)
    for part in attendees:
        institution = home.get(part.name)
        if institution is not None and (guests is None or part.name in guests):
            parts.setdefault(institution, []).extend(part.evidence)
    if organizer is not None and not parts[organizer]:
        parts[organizer] = [happening.main.passage.span]
    return Cast(
        organizer=organizer,
        participants=tuple(
            Part(name=name, evidence=tuple(dict.fromkeys(spans))) for name, spans in parts.items()
        ),
        attendees=attendees,
    )


def _list_guests(happening: Happening, passages: Sequence[Passage]) -> frozenset[str] | None:
    """Return those who come for their bodies when others take office, ``None`` for other happenings."""
    if happening.type != "inauguration" or not any(
        passage.list_cues("roles.swearing") for passage in passages if passage.index in happening.tellers
    ):
        return None
    return frozenset(
        named.name
        for passage in passages
        if passage.list_cues("roles.present")
        for named in passage.people
        if passage.index not in happening.tellers
        or any(cue.end <= named.start for cue in passage.list_cues("roles.present"))
    )


def _list_bodies(
    happening: Happening,
    passages: Sequence[Passage],
    place: Place | None,
    label: Span,
    lexicon: Lexicon,
    recalled: frozenset[int],
) -> Iterator[tuple[Passage, Named]]:
    """Yield the bodies that the sentences about a happening name as taking part."""
    joining = lexicon.event_cues.label_joining
    away = list_away(passages, happening)
    told_of = {
        named.name for passage in passages if passage.zone not in HEAD_ZONES for named in passage.bodies
    }
    naming = [passage for passage in passages if passage.bodies]
    for passage in sorted(naming, key=lambda item: (item.zone in HEAD_ZONES, item.index)):
        telling = passage.index in happening.tellers
        if passage.index in recalled and not telling:
            continue
        acting = [
            cue
            for cue in passage.list_cues(*ACTING)
            if _is_acting(passage, cue) and not _is_elsewhen(passage, cue.start)
        ]
        doing = _find_doing(passage, lexicon.event_cues)
        staffed = (
            []
            if telling
            else _list_staffed(passage, lexicon.event_cues, hands_on=happening.type in _HANDS_ON)
        )
        if not telling and doing is None and not staffed and not _take_part(passage, acting):
            continue
        reported = min(
            [cue.end for cue in passage.list_cues("speech.active", "themes.reporting")], default=passage.end
        )
        told = find_press(happening, passage)
        faced = passage.list_cues("roles.audience")
        together = max([cue.end for cue in passage.list_cues("roles.together")], default=passage.end)
        for named in passage.bodies:
            if passage.is_quoted(named.start) or is_in_post(passage, named):
                continue
            if (
                passage.zone in HEAD_ZONES
                and named.name not in told_of
                and (happening.type != _ARREST or is_label(passage, named))
            ):
                # What only a headline names may be the short name of anybody; who makes an
                # arrest speaks of it afterwards, and so the text names but the head.
                continue
            if place is not None and happening.type != "inspection" and place.holds(named):
                continue
            if happening.type in _THEMED and label.start < named.start < label.end:
                continue
            if fold(named.name).startswith(lexicon.event_cues.subunits):
                continue
            if named.name in away or is_missing(passage, named, joining):
                continue
            if happening.type == "inauguration" and is_headed(passage, named, lexicon.agreements.leaders):
                continue
            if doing is not None and not telling and not acting and named.start >= doing:
                continue
            if not telling and doing is None and not acting and named not in staffed:
                continue
            if named.start >= told:
                # At the meeting with the press, not at what is told there.
                continue
            facing = any(reported <= cue.start and cue.end <= named.start for cue in faced)
            if named.start >= reported and not (facing or (telling and reported < together <= named.start)):
                continue
            if is_only_mentioned(passage, named, happening, joining) or is_target(passage, named, happening):
                continue
            yield passage, named


def _list_staffed(passage: Passage, words: EventCues, *, hands_on: bool) -> list[Named]:
    """Return the bodies whose people do something: "petugas A langsung mencetak akta".

    Where people are brought home, handed over or searched for, so does a body that begins a
    sentence with what it does: "Balai A memeriksa suhu mereka".
    """
    if not hands_on and "roles.staff" not in passage.by_role:
        return []
    if passage.list_cues("roles.standing", *_UNDONE) or passage.list_cues("speech.active", "speech.passive"):
        return []
    found = []
    if hands_on:
        for named in passage.bodies[:1]:
            verb = _VERB_BEHIND.match(passage.text, named.end - passage.start)
            opening = not passage.cut(passage.start, named.start).strip()
            if opening and verb is not None and words.is_verb(verb["verb"]):
                found.append(named)
    for cue in passage.list_cues("roles.staff"):
        for named in passage.bodies:
            if cue.end <= named.start and not passage.cut(cue.end, named.start).strip():
                behind = islice(_WORD.finditer(passage.text, named.end - passage.start), _ADVERBS + 1)
                if any(words.is_verb(word[0]) for word in behind):
                    found.append(named)
    return found


def _find_doing(passage: Passage, words: EventCues) -> int | None:
    """Return where the verb begins that tells what somebody does at the occasion, else ``None``."""
    cues = passage.list_cues("roles.occasions")
    if not cues or cues[0].start != passage.start:
        return None
    for match in _WORD.finditer(passage.text, cues[0].end - passage.start):
        if words.is_verb(match[0]):
            return passage.start + match.start()
    return None


def _take_part(passage: Passage, acting: Sequence[Cue]) -> bool:
    """Tell whether cues tell who takes part, not of work beside it: "sudah berkoordinasi dengan A"."""
    return any(not cue.roles.isdisjoint(_SHOWING) for cue in acting) or (
        bool(acting) and not passage.list_cues("roles.standing", "modality.coming", "modality.scheduled")
    )


def _is_acting(passage: Passage, cue: Cue) -> bool:
    """Tell whether a cue tells of taking part, not of what falls through: "ikut batal".

    What is received must be guests, not a complaint or report.
    """
    if any(
        other.start >= cue.end and not passage.cut(cue.end, other.start).strip()
        for other in passage.list_cues("modality.cancelled")
    ):
        return False
    if cue.has("roles.together") and _COUNT.match(passage.text, cue.end - passage.start):
        # "bersama 109 acara lain"
        return False
    if not cue.has("carriers.receiving_active") or cue.has(*_PRESENT):
        return True
    guests = [
        *(other.start for other in passage.list_cues("noun", "topic", *_PRESENT)),
        *(named.start for named in (*passage.bodies, *passage.people)),
    ]
    return any(start >= cue.end and passage.count_words(cue.end, start) <= _GUEST_WORDS for start in guests)


def _is_elsewhen(passage: Passage, offset: int) -> bool:
    """Tell whether "akan" before an offset, or "sebelumnya" in the sentence, puts it at another time.

    So does "akan" with the verb of which the offset is a part: "akan digelar di ...
    dengan melibatkan A", "A bersama B akan menggelar ...".
    """
    if passage.by_role.keys().isdisjoint(MODALITIES):
        return False
    if passage.list_cues("modality.past"):
        return True
    opening = passage.list_cues("modality.cancelled")[:1]
    if any(cue.start == passage.start for cue in opening):
        return True
    coming = passage.list_cues("modality.coming", "modality.scheduled")
    if any(cue.end <= offset and "," not in passage.cut(cue.end, offset) for cue in coming):
        return True
    for cue in passage.list_cues("modality.planned", "modality.denied"):
        left, right = min(cue.end, offset), max(cue.start, offset)
        if any(mark in passage.cut(left, right) for mark in ",;:"):
            continue
        if cue.end <= offset and passage.count_words(cue.end, offset) <= _MODAL_WORDS:
            return True
        verbs = [verb for verb in passage.list_cues(*_CARRYING) if verb.start >= cue.end]
        if verbs and passage.count_words(cue.end, verbs[0].start) == 0:
            return not any(
                offset < verb.start < cue.start or cue.end < verb.start < offset
                for verb in passage.list_cues("active", "passive", *_CARRYING)
                if verb != verbs[0]
            )
    return False
