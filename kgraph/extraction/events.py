"""The happenings that a release reports, and those that it only mentions."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from kgraph.extraction.attendees import list_told
from kgraph.extraction.counted_days import find_counted_days
from kgraph.extraction.dates import FoundDate, find_dates
from kgraph.extraction.event_choice import Happening, choose_happenings
from kgraph.extraction.event_dates import is_past_month, list_dates
from kgraph.extraction.event_setting import choose_day, choose_place
from kgraph.extraction.happenings import HEAD_ZONES, RECEIVING, Trigger, find_triggers
from kgraph.extraction.labels import choose_label
from kgraph.extraction.lead_acts import find_receptions
from kgraph.extraction.other_events import find_event_doubts, find_other_events
from kgraph.extraction.participants import find_cast
from kgraph.extraction.parties import list_names
from kgraph.extraction.passages import Passage, build_passages
from kgraph.extraction.written_days import WrittenDays
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import (
    Agreement,
    Dateline,
    Doubt,
    Event,
    EventEvidence,
    Institution,
    Official,
    OtherEvent,
    Span,
)
from kgraph.text.layout import Layout

_BESIDE = frozenset({"handover", "interdiction", "repatriation", "send-off", "signing"})
"""Types of main happenings around which nothing else goes on."""
_UNACTED = frozenset({"noun", "passive", "topic"})
"""Forms of cues that do not name who acts."""


def find_events(
    layout: Layout,
    institutions: Sequence[Institution],
    officials: Sequence[Official],
    lexicon: Lexicon,
    *,
    near: date | None,
    dateline: Dateline | None,
    agreements: Sequence[Agreement] = (),
    passages: Sequence[Passage] | None = None,
    written: WrittenDays | None = None,
) -> tuple[tuple[Event, ...], tuple[OtherEvent, ...], tuple[Doubt, ...]]:
    """Return what happened, what a release only announces, denies or recalls, and what may have happened.

    The main event comes first, then others in the order of the text. Participants
    include the organizer and the bodies that officials attend for. Every part
    carries the whole sentences that say it.

    Args:
        layout: A body cut into sentences.
        institutions: The bodies that it names.
        officials: The persons that it names.
        lexicon: Words of events, speech, calendar and regions.
        near: Anchor for dates without a year, normally the day of publication.
        dateline: Where and when the text was written; its day is never an event's.
        agreements: What was agreed on; its parties take part in the signing.
        passages: The sentences with their cues, where they are known already.
        written: The days of the body as they are written, where they are known already.
    """
    if passages is None:
        passages = build_passages(layout, institutions, officials, lexicon)
    dates = tuple(
        found
        for found in find_dates(layout.body, near=near, lexicon=lexicon, written=written)
        if dateline is None or not dateline.span.start <= found.span.start < dateline.span.end
    )
    dates = tuple(
        sorted(
            (*dates, *find_counted_days(passages, dates, lexicon.calendar)),
            key=lambda item: item.span.start,
        )
    )
    cues = sorted((*find_triggers(passages), *find_receptions(passages)), key=lambda item: item.cue.start)
    found = [_settle_day(trigger, dates) for trigger in cues]
    told = {trigger.passage.index: trigger.passage for trigger in found if trigger.modality is None}
    earlier = {
        index
        for index, passage in told.items()
        if not list_dates(passage, dates) and is_past_month(passage, dates, near, lexicon)
    }
    triggers = tuple(
        msgspec.structs.replace(trigger, modality="past")
        if trigger.modality is None and trigger.passage.index in earlier
        else trigger
        for trigger in found
    )
    happenings = choose_happenings(triggers, passages, dates, lexicon.event_cues)
    labels = [
        choose_label(happening.triggers, [found.span for found in dates], lexicon.event_cues)
        for happening in happenings
    ]
    nouns = [fold(layout.body[label.start : label.end]).split()[:1] for label in labels]
    owned = _share_out(happenings, passages, nouns)
    told_now = {trigger.passage.index for trigger in triggers if trigger.modality is None}
    undone = {trigger.passage.index for trigger in triggers if trigger.modality == "planned"} - told_now
    recalled = frozenset(
        passage.index
        for passage in passages
        if passage.bodies and not list_dates(passage, dates) and is_past_month(passage, dates, near, lexicon)
    )
    signings = sum(happening.type == "signing" for happening in happenings)
    told_of = [list_told(item, own) for item, own in zip(happenings, owned, strict=True)]
    events = tuple(
        _build_event(
            happening,
            layout.body,
            owned[index],
            dates,
            officials,
            lexicon,
            label=labels[index],
            undone=undone,
            recalled=recalled,
            signers=_list_signers(
                happening, passages if signings == 1 else owned[index], institutions, agreements, dates
            ),
            elsewhere=frozenset().union(*told_of[:index], *told_of[index + 1 :]) - told_of[index],
        )
        for index, happening in enumerate(happenings)
    )
    others = tuple(find_other_events(triggers, dates, lexicon))
    doubts = () if events or others else tuple(find_event_doubts(triggers))
    events = _fill_settings(_fill_guests(_fill_organizers(events, happenings), happenings), happenings)
    return _join_signers(events, happenings), others, doubts


def _settle_day(trigger: Trigger, dates: Sequence[FoundDate]) -> Trigger:
    """Return a happening of the day before as told where its sentence gives that day."""
    passage = trigger.passage
    if trigger.modality != "past" or not passage.list_cues("sequence.day_before"):
        return trigger
    dated = any(found.kind == "date" for found in list_dates(passage, dates))
    return msgspec.structs.replace(trigger, modality=None) if dated else trigger


def _fill_settings(events: tuple[Event, ...], happenings: Sequence[Happening]) -> tuple[Event, ...]:
    """Return events with the day of the main one where they are of that day and tell none.

    A signing at another occasion is at its place, too, if it has none of its own.
    """
    filled = []
    for event, happening in zip(events, happenings, strict=True):
        first = events[0]
        told = event.evidence
        if event.date is None and (happening.same_day or happening.within or happening.apart is not None):
            told = msgspec.structs.replace(told, date=first.evidence.date)
            event = msgspec.structs.replace(event, date=first.date, evidence=told)
        if event.place is None and happening.within:
            told = msgspec.structs.replace(told, place=first.evidence.place)
            event = msgspec.structs.replace(event, place=first.place, evidence=told)
        filled.append(event)
    return tuple(filled)


def _fill_organizers(events: tuple[Event, ...], happenings: Sequence[Happening]) -> tuple[Event, ...]:
    """Return events where those whose act is told meet the press, and hand over whom they brought."""
    filled = []
    for event, happening in zip(events, happenings, strict=True):
        first = events[0]
        told = happening.main.form == "telling.nouns" and first.organizer in event.participants
        given = happening.further and happening.main.form == "passive" and happening.type == "handover"
        given = given or (happening.joined and (happening.main.form in _UNACTED))
        carrier = happening.main.carrier
        given = given or (happening.further and carrier is not None and carrier.has(*RECEIVING))
        if event.organizer is not None or first.organizer is None or not (told or given):
            filled.append(event)
            continue
        evidence = event.evidence
        spans = evidence.participants.get(first.organizer, first.evidence.participants[first.organizer])
        filled.append(
            msgspec.structs.replace(
                event,
                organizer=first.organizer,
                participants=tuple(dict.fromkeys([first.organizer, *event.participants])),
                evidence=msgspec.structs.replace(
                    evidence, participants={first.organizer: spans} | evidence.participants
                ),
            )
        )
    return tuple(filled)


def _fill_guests(events: tuple[Event, ...], happenings: Sequence[Happening]) -> tuple[Event, ...]:
    """Return events where the guest of the main one goes on to others: "Esoknya ia mengunjungi B"."""
    first = events[0] if events else None
    guests = [name for name in first.participants if name != first.organizer] if first else []
    if first is None or len(guests) != 1 or happenings[0].group != "meeting":
        return events
    filled = [first]
    for event, happening in zip(events[1:], happenings[1:], strict=True):
        main = happening.main
        alone = happening.type == "visit" and event.participants == (event.organizer,)
        if (
            alone
            and main.form == "active"
            and not list_names(main.passage, main.passage.start, main.cue.start)
        ):
            told = event.evidence
            spans = (main.passage.span, *first.evidence.participants[guests[0]])
            told = msgspec.structs.replace(told, participants=told.participants | {guests[0]: spans})
            event = msgspec.structs.replace(
                event, participants=(*event.participants, guests[0]), evidence=told
            )
        filled.append(event)
    return tuple(filled)


def _join_signers(events: tuple[Event, ...], happenings: Sequence[Happening]) -> tuple[Event, ...]:
    """Return events where those who sign something at a meeting, or the like, take part in that.

    So does who does anything "pada kesempatan yang sama".
    Things are handed over, and people stopped or sent home, beside a signing, not around it.
    """
    if len(events) < 2:
        return events
    first = events[0]
    parts, people = dict(first.evidence.participants), dict(first.evidence.attendees)
    around = happenings[0].type not in _BESIDE
    for event, happening in zip(events[1:], happenings[1:], strict=True):
        main = happening.main.passage
        if event.organizer and any(cue.start == main.start for cue in main.list_cues("roles.occasions")):
            parts.setdefault(event.organizer, event.evidence.participants[event.organizer])
        if around and happening.type == "signing" and event.date == first.date:
            for name in event.participants:
                parts.setdefault(name, event.evidence.participants[name])
            for name in event.attendees:
                people.setdefault(name, event.evidence.attendees[name])
    told = msgspec.structs.replace(first.evidence, participants=parts, attendees=people)
    joined = msgspec.structs.replace(first, participants=tuple(parts), attendees=tuple(people), evidence=told)
    return (joined, *events[1:])


def _share_out(
    happenings: Sequence[Happening], passages: Sequence[Passage], nouns: Sequence[Sequence[str]]
) -> list[list[Passage]]:
    """Return the sentences about each happening; ``nouns`` are the first words of their labels.

    A sentence that tells none goes with the main one, or with the last one told if that is
    of a later day, or of a day that is not told.
    """
    tellers: dict[int, list[int]] = {}
    for index, happening in enumerate(happenings):
        for trigger in happening.triggers:
            if trigger.passage.index in happening.tellers or trigger.is_head:
                tellers.setdefault(trigger.passage.index, []).append(index)
    begins = {happening.apart: index for index, happening in enumerate(happenings)}
    owned: list[list[Passage]] = [[] for _ in happenings]
    owner = within = joined = 0
    paragraph = -1
    for passage in passages:
        here = tellers.get(passage.index, [])
        owner = begins.get(passage.index, owner)
        if passage.zone == "body" and not here and happenings:
            here = _find_named(passage, nouns) or [owner]
            if passage.sentence.paragraph == paragraph and (joined or within):
                here = [joined] if joined else [owner, within]
                if joined and _is_of_all(passage):
                    here = [owner]
        elif passage.zone == "body" and here:
            apart = happenings[here[0]].apart is not None
            owner = here[0] if apart or _is_after(happenings[here[0]], happenings[0]) else 0
            # What else its paragraph tells of an act within the main happening belongs to both.
            within = here[0] if owner == 0 and happenings[here[0]].type == "signing" else 0
            paragraph = passage.sentence.paragraph
            joined = here[0] if happenings[here[0]].joined else 0
            if happenings[here[0]].type == "signing":
                # A signing is a moment: behind "dirangkai dengan pelatihan" a text tells of the training.
                joined = next((index for index in here if happenings[index].joined), 0)
        elif passage.zone not in HEAD_ZONES:
            continue
        for index in dict.fromkeys(here):
            owned[index].append(passage)
    return owned


def _find_named(passage: Passage, nouns: Sequence[Sequence[str]]) -> list[int]:
    """Return the one further happening by whose name a sentence begins: "Pembahasan diikuti A dan B"."""
    word = fold(passage.text).split()[:1]
    named = [index for index, noun in enumerate(nouns) if word and word == list(noun)]
    return named if len(named) == 1 and named[0] else []


def _is_of_all(passage: Passage) -> bool:
    """Tell whether a sentence names who was at the whole of what a text tells: "Turut hadir A"."""
    return bool(passage.list_cues("roles.also")) and bool(passage.list_cues("carriers.attending_active"))


def _is_after(happening: Happening, main: Happening) -> bool:
    """Tell whether a happening is of another day than the main one, and not of an earlier one.

    Of what led up to the main happening, or was a part of it, the text returns to that at once.
    """
    return happening.date is None or main.date is None or happening.date.start > main.date.start


def _list_signers(
    happening: Happening,
    passages: Sequence[Passage],
    institutions: Sequence[Institution],
    agreements: Sequence[Agreement],
    dates: Sequence[FoundDate],
) -> dict[str, tuple[Span, ...]]:
    """Return the bodies that sign, as the sentences about a signing tell them.

    What a sentence dates to another day, or only builds upon, was not signed there.
    """
    if happening.type != "signing":
        return {}
    known = {item.name for item in institutions}
    spans = set()
    apart = -1
    for passage in passages:
        if passage.list_cues("modality.past", "themes.earlier"):
            # What the rest of the paragraph tells is signed where that is.
            apart = passage.sentence.paragraph
        if passage.sentence.paragraph != apart and not _is_of_other_day(happening, passage, dates):
            spans.add(passage.span)
    return {
        party: agreement.evidence
        for agreement in agreements
        if agreement.kind != "plan" and agreement.evidence[0] in spans
        for party in agreement.parties
        if party in known
    }


def _is_of_other_day(happening: Happening, passage: Passage, dates: Sequence[FoundDate]) -> bool:
    """Tell whether a sentence names days, but not that of a happening."""
    named = {found.start for found in list_dates(passage, dates) if found.kind == "date"}
    return happening.date is not None and bool(named) and happening.date.start not in named


def _build_event(
    happening: Happening,
    body: str,
    passages: Sequence[Passage],
    dates: Sequence[FoundDate],
    officials: Sequence[Official],
    lexicon: Lexicon,
    *,
    label: Span,
    undone: Collection[int],
    recalled: frozenset[int],
    signers: Mapping[str, tuple[Span, ...]],
    elsewhere: frozenset[str],
) -> Event:
    day, day_evidence = choose_day(happening, passages, dates)
    # Where something else is to take place says nothing of this.
    here = [passage for passage in passages if passage.index not in undone]
    place, place_evidence = choose_place(happening, here, dates, lexicon)
    cast = find_cast(
        happening,
        passages,
        officials,
        lexicon,
        place=place,
        label=label,
        signers=signers,
        elsewhere=elsewhere,
        recalled=recalled,
    )
    return Event(
        type=happening.type,
        label=body[label.start : label.end],
        date=day.format_iso() if day else None,
        place=place.text if place else None,
        organizer=cast.organizer,
        participants=tuple(part.name for part in cast.participants),
        attendees=tuple(part.name for part in cast.attendees),
        evidence=EventEvidence(
            event=tuple(dict.fromkeys(_list_telling(happening))),
            date=day_evidence,
            place=place_evidence,
            participants={part.name: part.evidence for part in cast.participants},
            attendees={part.name: part.evidence for part in cast.attendees},
        ),
    )


def _list_telling(happening: Happening) -> Iterator[Span]:
    """Yield the sentences that tell a happening: those of the text before headline and caption."""
    for heads in (False, True):
        for trigger in happening.triggers:
            if trigger.is_head == heads and not (trigger.is_quoted and trigger is not happening.main):
                yield trigger.passage.span
