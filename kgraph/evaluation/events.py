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
    """Judge events, their dates, places and types, and who took part in them."""
    pairs = align(gold.events, record.events, _compare_events)
    sheet.judge_items(
        "events",
        [(f"{x.type} {x.label} {x.date}", x.optional) for x in gold.events],
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
    """Judge date, place and type; those of an event that was missed are missed."""
    noted = found is not None
    if gold.date:
        date = found.date if found else None
        right = (date or "")[:10] in {x[:10] for x in (gold.date, *list_others(gold.date_alt))}
        sheet.judge_field("event date", f"{gold.label}: {gold.date}", date, right=right, noted=noted)
    if gold.place:
        place = found.place if found else None
        others = gold.place_alt if isinstance(gold.place_alt, list) else list_others(gold.place_alt)
        # A null among them accepts that no place is given.
        right = any(measure_overlap(x, place) >= 0.5 for x in (gold.place, *others))
        sheet.judge_field("event place", f"{gold.label}: {gold.place}", place, right=right, noted=noted)
    type_ = found.type if found else None
    accepted = {_group(x) for x in (gold.type, *list_others(gold.type_alt))}
    right = type_ is not None and _group(type_) in accepted
    sheet.judge_field("event type", f"{gold.label}: {gold.type}", type_, right=right, noted=noted)


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
    _judge_parties("event participants", gold, wanted, given, institutions, sheet, noted=found is not None)
    wanted = {officials.translate_gold(x) for x in gold.attendees}
    given = {officials.translate_found(x) for x in found.attendees} if found else set()
    _judge_parties("event attendees", gold, wanted, given, officials, sheet, noted=found is not None)


def _judge_parties(
    fact: str,
    gold: GoldEvent,
    wanted: set[str],
    given: set[str],
    names: References,
    sheet: Sheet,
    *,
    noted: bool,
) -> None:
    sheet.judge_terms(fact, wanted, given, lambda term: f"{gold.label}: {names.spell(term)}", noted=noted)
