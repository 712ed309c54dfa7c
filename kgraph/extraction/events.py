"""The happenings that a release reports, and those that it only mentions."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from kgraph.extraction.dates import FoundDate, find_dates
from kgraph.extraction.event_choice import Happening, choose_happenings
from kgraph.extraction.event_dates import choose_date, is_past_month, list_dates
from kgraph.extraction.happenings import HEAD_ZONES, Trigger, find_triggers
from kgraph.extraction.labels import choose_label, read_label
from kgraph.extraction.participants import find_cast
from kgraph.extraction.passages import Cue, Passage, build_passages
from kgraph.extraction.places import Place, find_places
from kgraph.lexicon.load import Lexicon
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

_POINTING = (
    "carriers.holding_passive",
    "carriers.receiving_passive",
    "carriers.taking_place",
    "references.nouns",
    "roles.present",
)
"""Roles of cues that tie a sentence to the happening told before."""
_SAME_SENTENCE, _SAME_EVENT, _BESIDE, _UNTIED, _HEADED, _DATED = 2.0, 1.0, -0.5, -2.0, -1.5, 0.5
_LEAST_PLACE = 1.5
_UNSURE = "words of a happening, but too little that says that the release reports it"
_LEAD = 3


def find_events(
    layout: Layout,
    institutions: Sequence[Institution],
    officials: Sequence[Official],
    lexicon: Lexicon,
    *,
    near: date | None,
    dateline: Dateline | None,
    agreements: Sequence[Agreement] = (),
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
    """
    cues = lexicon.event_cues
    passages = build_passages(
        layout, institutions, officials, lexicon, matcher=cues.matcher, meanings=cues.meanings
    )
    dates = tuple(
        found
        for found in find_dates(layout.body, near=near, lexicon=lexicon)
        if dateline is None or not dateline.span.start <= found.span.start < dateline.span.end
    )
    triggers = tuple(
        msgspec.structs.replace(trigger, modality="past")
        if trigger.modality is None
        and not list_dates(trigger.passage, dates)
        and is_past_month(trigger.passage, dates, near, lexicon)
        else trigger
        for trigger in find_triggers(passages)
    )
    happenings = choose_happenings(triggers, passages, dates)
    owned = _share_out(happenings, passages)
    events = tuple(
        _build_event(
            happening,
            layout.body,
            owned[index],
            dates,
            officials,
            lexicon,
            signers=_list_signers(happening, owned[index], institutions, agreements),
        )
        for index, happening in enumerate(happenings)
    )
    others = tuple(_list_others(triggers, dates, lexicon))
    doubts = () if events or others else tuple(_list_doubts(triggers))
    return _fill_organizers(events, happenings), others, doubts


def _fill_organizers(events: tuple[Event, ...], happenings: Sequence[Happening]) -> tuple[Event, ...]:
    """Return events where a meeting with the press is held by those whose act it tells."""
    return tuple(
        msgspec.structs.replace(event, organizer=events[0].organizer)
        if event.organizer is None
        and happening.main.form == "telling.nouns"
        and events[0].organizer in event.participants
        else event
        for event, happening in zip(events, happenings, strict=True)
    )


def _share_out(happenings: Sequence[Happening], passages: Sequence[Passage]) -> list[list[Passage]]:
    """Return the sentences about each happening.

    A sentence that tells none goes with the last one told, unless that led up to the main one.
    """
    tellers: dict[int, list[int]] = {}
    for index, happening in enumerate(happenings):
        for trigger in happening.triggers:
            if trigger.passage.index in happening.tellers or trigger.is_head:
                tellers.setdefault(trigger.passage.index, []).append(index)
    owned: list[list[Passage]] = [[] for _ in happenings]
    owner = 0
    for passage in passages:
        here = tellers.get(passage.index, [])
        if passage.zone == "body" and not here and happenings:
            here = [owner]
        elif passage.zone == "body" and here:
            owner = 0 if _is_before(happenings[here[0]], happenings[0]) else here[0]
        elif passage.zone not in HEAD_ZONES:
            continue
        for index in dict.fromkeys(here):
            owned[index].append(passage)
    return owned


def _is_before(happening: Happening, main: Happening) -> bool:
    """Tell whether a happening led up to the main one, so that the text returns to that at once."""
    return happening.date is not None and main.date is not None and happening.date.start < main.date.start


def _list_signers(
    happening: Happening,
    passages: Sequence[Passage],
    institutions: Sequence[Institution],
    agreements: Sequence[Agreement],
) -> dict[str, tuple[Span, ...]]:
    """Return the bodies that sign, as the sentences about a signing tell them."""
    if happening.type != "signing":
        return {}
    known = {item.name for item in institutions}
    spans = {passage.span for passage in passages}
    return {
        party: agreement.evidence
        for agreement in agreements
        if agreement.kind != "plan" and agreement.evidence[0] in spans
        for party in agreement.parties
        if party in known
    }


def _build_event(
    happening: Happening,
    body: str,
    passages: Sequence[Passage],
    dates: Sequence[FoundDate],
    officials: Sequence[Official],
    lexicon: Lexicon,
    *,
    signers: Mapping[str, tuple[Span, ...]],
) -> Event:
    day, day_evidence = _choose_day(happening, passages, dates)
    place, place_evidence = _choose_place(happening, passages, dates, lexicon)
    label = choose_label(happening.triggers, [found.span for found in dates], lexicon.event_cues)
    cast = find_cast(happening, passages, officials, lexicon, place=place, label=label, signers=signers)
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


def _choose_day(
    happening: Happening, passages: Sequence[Passage], dates: Sequence[FoundDate]
) -> tuple[FoundDate | None, tuple[Span, ...]]:
    """Return the day and its sentence: told with the happening, else in a sentence tied to it."""
    if happening.date is not None:
        start = happening.date.span.start
        spans = [passage.span for passage in passages if passage.start <= start < passage.end]
        return happening.date, tuple(spans[:1]) or (happening.main.passage.span,)
    if happening.further:
        return None, ()
    prose = [passage for passage in passages if passage.zone == "body"]
    for passage in [*(item for item in prose if item.list_cues(*_POINTING)), *prose[:_LEAD]]:
        for found in list_dates(passage, dates):
            if not passage.is_quoted(found.span.start) and found.kind == "date":
                return found, (passage.span,)
    return None, ()


def _choose_place(
    happening: Happening, passages: Sequence[Passage], dates: Sequence[FoundDate], lexicon: Lexicon
) -> tuple[Place | None, tuple[Span, ...]]:
    """Return the surest place and its sentence."""
    going = happening.type in {"audience", "visit"}
    verbs = [
        trigger.cue
        for trigger in happening.triggers
        if trigger.form == "active" and happening.type in {"inspection", "visit"}
    ]
    spans = tuple(found.span for found in dates)
    near = {index + step for index in happening.tellers for step in (-1, 1)}
    if happening.main.is_head:
        near.update(passage.index for passage in [item for item in passages if item.zone == "body"][:_LEAD])
    best: tuple[float, Place, Span] | None = None
    for passage in passages:
        tie = _UNTIED
        if passage.index == happening.main.passage.index:
            tie = _SAME_SENTENCE
        elif passage.index in happening.tellers:
            tie = _SAME_EVENT
        elif happening.further:
            continue
        elif passage.list_cues(*_POINTING):
            tie = 0.0
        elif passage.index in near:
            tie = _BESIDE
        if passage.zone in HEAD_ZONES:
            tie += _HEADED
        if any(passage.start <= span.start < passage.end for span in spans):
            tie += _DATED
        objects = [verb for verb in verbs if passage.start <= verb.start < passage.end]
        for place in find_places(passage, spans, lexicon, going=going, verbs=objects):
            if passage is happening.main.passage and ";" in passage.cut(*_between(happening.main.cue, place)):
                continue
            score = tie + place.weight
            if score >= _LEAST_PLACE and (best is None or score > best[0]):
                best = (score, place, passage.span)
    return (best[1], (best[2],)) if best else (None, ())


def _list_doubts(triggers: Sequence[Trigger]) -> Iterator[Doubt]:
    """Yield the sentences that hold words of happenings, where none was sure enough."""
    spans = dict.fromkeys(
        trigger.passage.span for trigger in triggers if not trigger.is_head and not trigger.is_quoted
    )
    for span in spans:
        yield Doubt(span=span, reason=_UNSURE)


def _between(cue: Cue, place: Place) -> tuple[int, int]:
    return min(cue.end, place.span.end), max(cue.start, place.span.start)


def _list_others(
    triggers: Sequence[Trigger], dates: Sequence[FoundDate], lexicon: Lexicon
) -> Iterator[OtherEvent]:
    """Yield the happenings of the text proper that are told as planned, cancelled, denied or past."""
    seen: set[tuple[int, str]] = set()
    spans = [found.span for found in dates]
    for trigger in triggers:
        passage = trigger.passage
        key = (passage.index, trigger.group)
        if trigger.modality is None or trigger.is_head or trigger.is_quoted or key in seen:
            continue
        if trigger.form == "noun" and trigger.carrier is None and trigger.modality == "past":
            continue
        seen.add(key)
        found = choose_date(passage, trigger.cue, list_dates(passage, dates), [])
        places = find_places(passage, tuple(spans), lexicon)
        label = read_label(trigger, spans, lexicon.event_cues)
        yield OtherEvent(
            type=trigger.type,
            label=passage.cut(label.start, label.end),
            modality=trigger.modality,
            date=found.format_iso() if found else None,
            place=places[0].text if places else None,
            evidence=(passage.span,),
        )
