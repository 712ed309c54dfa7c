"""Who holds a happening, which bodies take part, which officials are there."""

from collections.abc import Iterator, Sequence

import msgspec

from kgraph.extraction.event_choice import Happening
from kgraph.extraction.happenings import HEAD_ZONES, Trigger
from kgraph.extraction.passages import Named, Passage
from kgraph.extraction.places import Place
from kgraph.records import Official, Span

_HOLDING_ACTIVE = (
    "carriers.holding_active",
    "carriers.holding_stems",
    "carriers.doing_active",
    "carriers.doing_stems",
)
_HOLDING_PASSIVE = ("carriers.holding_passive", "carriers.doing_passive")
_RECEIVING = ("carriers.receiving_active", "carriers.receiving_stems")
_PRESENT = (
    "roles.present",
    "roles.together",
    "carriers.leading_passive",
    "carriers.leading_active",
    "carriers.receiving_active",
    "carriers.receiving_passive",
    "carriers.attending_active",
    "carriers.attending_passive",
)
_AGENT_WORDS = 8
_TOWARD_WORDS = 4
_SPEAKER_WORDS = 8


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A body or official that takes part, with the sentences that say so."""

    name: str
    evidence: tuple[Span, ...]


class Cast(msgspec.Struct, frozen=True, kw_only=True):
    """Those who take part in one happening."""

    organizer: str | None
    participants: tuple[Part, ...]
    attendees: tuple[Part, ...]


def find_cast(
    happening: Happening, passages: Sequence[Passage], place: Place | None, officials: Sequence[Official]
) -> Cast:
    """Return organizer, participants and attendees of a happening.

    Args:
        happening: One happening.
        passages: The sentences that tell about it, without those of other happenings.
        place: Its place; the body whose office it is is the host of a visit.
        officials: The persons of the release.
    """
    home = {item.name: item.institution for item in officials}
    attendees = _find_attendees(happening, passages, officials)
    organizer = _find_organizer(happening, passages, place, home)
    parts: dict[str, list[Span]] = {}
    if organizer is not None:
        parts[organizer] = []
    for passage, named in _list_bodies(happening, passages, place):
        parts.setdefault(named.name, []).append(passage.span)
    for part in attendees:
        institution = home.get(part.name)
        if institution is not None:
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


def _list_bodies(
    happening: Happening, passages: Sequence[Passage], place: Place | None
) -> Iterator[tuple[Passage, Named]]:
    """Yield the bodies that the sentences about a happening name as taking part."""
    telling = {trigger.passage.index for trigger in happening.triggers if not trigger.is_quoted}
    for passage in sorted(passages, key=lambda item: (item.zone in HEAD_ZONES, item.index)):
        acting = bool(passage.list_cues(*_PRESENT))
        if passage.index not in telling and not acting:
            continue
        reported = min([cue.start for cue in passage.list_cues("speech.active")], default=passage.end)
        for named in passage.bodies:
            if passage.is_quoted(named.start) or named.start >= reported:
                continue
            if place is not None and place.span.start <= named.start < place.span.end:
                continue
            if _is_theme(passage, named):
                continue
            yield passage, named


def _is_theme(passage: Passage, named: Named) -> bool:
    """Tell whether a body is only spoken about."""
    return any(
        cue.end <= named.start and passage.count_words(cue.end, named.start) <= 1
        for cue in passage.list_cues("themes.before", "roles.elsewhere", "modality.denied")
    )


def _find_organizer(
    happening: Happening, passages: Sequence[Passage], place: Place | None, home: dict[str, str | None]
) -> str | None:
    triggers = sorted(
        (trigger for trigger in happening.triggers if not trigger.is_quoted),
        key=lambda trigger: trigger.is_head,
    )
    receives = happening.group == "meeting" and happening.type != "meeting"
    for trigger in triggers:
        found = None
        if trigger.carrier is not None and trigger.carrier.has(*_RECEIVING):
            found = _find_subject(trigger.passage, trigger.carrier.start, home)
        elif receives:
            found = _find_goal(trigger, home)
        if found:
            return found
    if receives:
        for passage in passages:
            for cue in passage.list_cues("carriers.receiving_passive"):
                found = _find_agent(passage, cue.end, home)
                if found:
                    return found
        if place is not None:
            for passage in passages:
                for named in passage.bodies:
                    if place.span.start <= named.start < place.span.end:
                        return named.name
    for trigger in triggers:
        carrier = trigger.carrier
        found = None
        if carrier is not None and carrier.has(*_HOLDING_PASSIVE):
            found = _find_agent(trigger.passage, carrier.end, home) or _find_subject(
                trigger.passage, trigger.cue.start, home
            )
        elif carrier is not None and carrier.has(*_HOLDING_ACTIVE):
            found = _find_subject(trigger.passage, carrier.start, home)
        elif trigger.form in {"active", "stem"} and not receives:
            found = _find_subject(trigger.passage, trigger.cue.start, home)
        elif trigger.form == "passive":
            found = _find_agent(trigger.passage, trigger.cue.end, home)
        if found:
            return found
    for passage in passages:
        for cue in passage.list_cues("carriers.leading_passive", "carriers.leading_active"):
            found = (
                _find_agent(passage, cue.end, home)
                if cue.has("carriers.leading_passive")
                else _find_subject(passage, cue.start, home)
            )
            if found:
                return found
    if happening.type == "signing":
        return None
    for trigger in triggers:
        for named in trigger.passage.bodies:
            if not trigger.passage.is_quoted(named.start):
                return named.name
    return None


def _find_subject(passage: Passage, offset: int, home: dict[str, str | None]) -> str | None:
    """Return the first body before a verb, or the body of the first person there."""
    names = sorted([*passage.bodies, *passage.people])
    before = [named for named in names if named.end <= offset and not passage.is_quoted(named.start)]
    for named in before:
        if named in passage.bodies:
            return named.name
        if home.get(named.name):
            return home[named.name]
    return None


def _find_agent(passage: Passage, offset: int, home: dict[str, str | None]) -> str | None:
    """Return the body, or the body of the person, that stands right after a passive verb."""
    for named in sorted([*passage.bodies, *passage.people]):
        if named.start < offset:
            continue
        gap = passage.cut(offset, named.start)
        if passage.count_words(offset, named.start) > _AGENT_WORDS or ";" in gap:
            return None
        if any(
            offset <= cue.start < named.start
            for cue in passage.list_cues("places.prepositions", "roles.together")
        ):
            return None
        if named in passage.bodies:
            return named.name
        return home.get(named.name)
    return None


def _find_goal(trigger: Trigger, home: dict[str, str | None]) -> str | None:
    """Return the body that a visit or audience goes to."""
    passage = trigger.passage
    offset = trigger.cue.end
    direct = trigger.form in {"active", "stem", "state"}
    goes = direct or any(
        cue.start >= offset and passage.count_words(offset, cue.start) <= 2
        for cue in passage.list_cues("roles.toward")
    )
    if not goes:
        return None
    for named in sorted([*passage.bodies, *passage.people]):
        if named.start >= offset and passage.count_words(offset, named.start) <= _TOWARD_WORDS + 3:
            return named.name if named in passage.bodies else home.get(named.name)
    return None


def _find_attendees(
    happening: Happening, passages: Sequence[Passage], officials: Sequence[Official]
) -> tuple[Part, ...]:
    """Return the officials who are there: named with the happening, in a list of those present, or speaking."""
    telling = {trigger.passage.index for trigger in happening.triggers if not trigger.is_quoted}
    unknown = {item.name for item in officials if item.post is None and item.institution is None}
    found: dict[str, list[Span]] = {}
    for passage in passages:
        if passage.zone in HEAD_ZONES:
            continue
        acting = passage.index in telling or bool(passage.list_cues(*_PRESENT))
        absent = passage.list_cues("roles.absent", "dates.notices")
        for named in passage.people:
            if passage.is_quoted(named.start) or absent or _is_represented(passage, named):
                continue
            if (acting and named.name not in unknown) or _speaks(passage, named):
                found.setdefault(named.name, []).append(passage.span)
    return tuple(Part(name=name, evidence=tuple(spans)) for name, spans in found.items())


def _is_represented(passage: Passage, named: Named) -> bool:
    for cue in passage.list_cues("roles.represented"):
        if named.end <= cue.start and passage.count_words(named.end, cue.start) <= 3:
            return True
    return any(
        cue.end <= named.start
        and passage.count_words(cue.end, named.start) <= _SPEAKER_WORDS
        and not any(cue.end <= other.start < named.start for other in passage.people)
        for cue in passage.list_cues("roles.representing")
    )


def _speaks(passage: Passage, named: Named) -> bool:
    """Tell whether a person is the speaker of the sentence: beside a verb of saying."""
    for cue in passage.list_cues("speech.active", "speech.bare", "speech.passive"):
        if named.end <= cue.start and passage.count_words(named.end, cue.start) <= _SPEAKER_WORDS:
            return True
        if cue.end <= named.start and passage.count_words(cue.end, named.start) <= _SPEAKER_WORDS:
            return True
    return False
