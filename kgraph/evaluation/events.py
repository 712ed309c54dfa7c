"""Events against those of a gold record."""

from kgraph.evaluation.alignment import References, align, list_others, measure_overlap
from kgraph.evaluation.counting import Sheet
from kgraph.evaluation.evidence import judge_evidence
from kgraph.evaluation.gold import GoldEvent, GoldRecord, list_optional
from kgraph.records import Event, Record

_SAME_TYPES = {"visit": "meeting", "audience": "meeting", "handover": "repatriation"}


def _group(type_: str) -> str:
    """Return the type that stands for all types which a fair judge cannot tell apart."""
    return _SAME_TYPES.get(type_, type_)


def _compare_events(gold: GoldEvent, found: Event) -> float:
    likeness = 0.0
    if gold.date and found.date:
        likeness += 1.0 if gold.date[:10] == found.date[:10] else -0.5
    if _group(gold.type) == _group(found.type):
        likeness += 1.0
    if gold.label and found.label:
        likeness += measure_overlap(gold.label, found.label)
    if gold.place and found.place:
        likeness += 0.5 * measure_overlap(gold.place, found.place)
    return likeness if likeness > 0.4 else 0.0


def score_events(
    gold: GoldRecord, record: Record, institutions: References, officials: References, sheet: Sheet
) -> None:
    """Count events, their dates, places and types, and who took part in them."""
    pairs = align(gold.events, record.events, _compare_events)
    sheet.count_items("events", [x.optional for x in gold.events], record.events, pairs)
    sheet.note_unpaired(
        "event",
        [None if x.optional else f"{x.type} {x.label} {x.date}" for x in gold.events],
        [f"{x.type} {x.label} {x.date}" for x in record.events],
        pairs,
    )
    spare = list_optional(gold)
    for i, a in enumerate(gold.events):
        b = record.events[pairs[i]] if i in pairs else None
        if b is not None:
            judge_evidence(sheet, record, b.evidence.event, a.evidence, f"event {a.label}")
        if not a.optional:
            _score_event_fields(a, b, sheet)
            _score_event_parties(a, b, institutions, officials, spare, sheet)


def _score_event_fields(gold: GoldEvent, found: Event | None, sheet: Sheet) -> None:
    """Count date, place and type; those of an event that was missed are missed."""
    if gold.date:
        date = found.date if found else None
        right = (date or "")[:10] in {x[:10] for x in (gold.date, *list_others(gold.date_alt))}
        sheet.judge("event date", right=right, given=bool(date))
        if found and not right:
            sheet.note("event date", "wrong", f"{gold.label}: {gold.date}, not {date}")
    if gold.place:
        place = found.place if found else None
        right = any(measure_overlap(x, place) >= 0.5 for x in (gold.place, *list_others(gold.place_alt)))
        sheet.judge("event place", right=right, given=bool(place))
        if found and not right:
            sheet.note("event place", "wrong", f"{gold.label}: {gold.place}, not {place}")
    accepted = {_group(x) for x in (gold.type, *list_others(gold.type_alt))}
    right = found is not None and _group(found.type) in accepted
    sheet.judge("event type", right=right, given=found is not None)
    if found and not right:
        sheet.note("event type", "wrong", f"{gold.label}: {gold.type}, not {found.type}")


def _score_event_parties(
    gold: GoldEvent,
    found: Event | None,
    institutions: References,
    officials: References,
    spare: set[str],
    sheet: Sheet,
) -> None:
    bodies = {*gold.participants, *([gold.organizer] if gold.organizer else ())}
    named = {*found.participants, *([found.organizer] if found.organizer else ())} if found else set()
    wanted = {institutions.translate_gold(x) for x in bodies} - spare
    given = {institutions.translate_found(x) for x in named} - spare
    sheet.count_set("event participants", wanted, given)
    if found:
        _note_sets(sheet, "event participant", wanted, given, institutions)
    wanted = {officials.translate_gold(x) for x in gold.attendees}
    given = {officials.translate_found(x) for x in found.attendees} if found else set()
    sheet.count_set("event attendees", wanted, given)
    if found:
        _note_sets(sheet, "event attendee", wanted, given, officials)


def _note_sets(sheet: Sheet, fact: str, wanted: set[str], given: set[str], names: References) -> None:
    sheet.note_items(fact, sorted(map(names.spell, wanted - given)), sorted(map(names.spell, given - wanted)))
