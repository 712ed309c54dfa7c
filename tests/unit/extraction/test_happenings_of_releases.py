"""Events, agreements and collaborations of whole releases, bodies and persons given."""

from collections.abc import Iterator

import pytest

from kgraph.evaluation.gold import GoldCase, read_cases
from kgraph.evaluation.report import Report, evaluate_records
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Record, Span
from tests.gold_records import GOLD, list_mended_cases
from tests.unit.extraction.invented_releases import list_invented, read_invented, read_seen

GROUPS = {"audience": "meeting", "visit": "meeting", "repatriation": "handover"}
ANNOUNCEMENTS = {"dinas-announcement", "ombudsman-statement"}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="module")
def records(lexicon: Lexicon) -> dict[str, Record]:
    invented = {case.record.id: read_invented(case, lexicon) for case in list_invented()}
    return invented | {name: read_seen(name, lexicon) for name in list_mended_cases()}


def accept(answer: str | None, others: object) -> set[str | None]:
    return {answer, *(others if isinstance(others, list) else [others] if isinstance(others, str) else [])}


@pytest.mark.parametrize("case", list_invented(), ids=lambda case: case.record.id)
def test_types_and_days(case: GoldCase, records: dict[str, Record]) -> None:
    wanted = [event for event in case.record.events if not event.optional]
    found = records[case.record.id].events
    for event in wanted:
        types = {GROUPS.get(type_ or "", type_) for type_ in accept(event.type, event.type_alt)}
        assert any(
            GROUPS.get(other.type, other.type) in types and other.date in accept(event.date, event.date_alt)
            for other in found
        ), event.label
    assert len(wanted) <= len(found) <= len(case.record.events)


@pytest.mark.parametrize("case", list_invented(), ids=lambda case: case.record.id)
def test_pairs_that_act_together(case: GoldCase, records: dict[str, Record]) -> None:
    wanted = {frozenset(pair) for pair in case.record.collaborations}
    spare = {frozenset(pair) for pair in case.record.collaborations_optional}
    found = {frozenset(item.parties) for item in records[case.record.id].collaborations}
    assert found - spare == wanted - spare


@pytest.mark.parametrize("case", list_invented(), ids=lambda case: case.record.id)
def test_agreements(case: GoldCase, records: dict[str, Record]) -> None:
    wanted = {(item.kind, frozenset(item.parties)) for item in case.record.agreements}
    found = {(item.kind, frozenset(item.parties)) for item in records[case.record.id].agreements}
    assert found == wanted


@pytest.mark.parametrize("name", sorted(ANNOUNCEMENTS))
def test_what_only_is_announced_or_said_is_no_event(name: str, records: dict[str, Record]) -> None:
    assert records[name].events == ()


def list_spans(record: Record) -> Iterator[Span]:
    for event in record.events:
        yield from (*event.evidence.event, *event.evidence.date, *event.evidence.place)
        for spans in (*event.evidence.participants.values(), *event.evidence.attendees.values()):
            yield from spans
    for item in (*record.other_events, *record.agreements, *record.collaborations):
        yield from item.evidence
    for doubt in record.doubts:
        yield doubt.span


def test_evidence_is_whole_sentences(records: dict[str, Record]) -> None:
    for record in records.values():
        assert set(list_spans(record)) <= set(record.sentences)


def test_every_part_has_evidence(records: dict[str, Record]) -> None:
    for record in records.values():
        for event in record.events:
            assert event.evidence.event
            assert bool(event.date) == bool(event.evidence.date)
            assert bool(event.place) == bool(event.evidence.place)
            assert set(event.participants) == set(event.evidence.participants)
            assert set(event.attendees) == set(event.evidence.attendees)
            assert all((*event.evidence.participants.values(), *event.evidence.attendees.values()))
            assert event.organizer is None or event.organizer in event.participants
        assert all(item.evidence for item in (*record.agreements, *record.collaborations))


def test_names_are_of_the_record(records: dict[str, Record]) -> None:
    for record in records.values():
        bodies = {item.name for item in record.institutions}
        people = {item.name for item in record.officials}
        for event in record.events:
            assert set(event.participants) <= bodies
            assert set(event.attendees) <= people
        for pair in record.collaborations:
            assert set(pair.parties) <= bodies
            assert list(pair.parties) == sorted(pair.parties)


def test_places_and_labels_stand_in_the_text(records: dict[str, Record]) -> None:
    for record in records.values():
        for event in record.events:
            assert event.label in record.release.body
            assert event.place is None or event.place in record.release.body


@pytest.fixture(scope="module")
def report(records: dict[str, Record], lexicon: Lexicon) -> Report:
    cases = tuple(case for case in read_cases(GOLD) if case.record.id in records)
    return evaluate_records(cases, records, lexicon.region_levels)


@pytest.mark.parametrize(
    ("fact", "least"),
    [
        ("events", 0.92),
        ("event date", 0.9),
        ("event place", 0.88),
        ("event type", 0.92),
        ("event participants", 0.92),
        ("event attendees", 0.85),
        ("agreements", 0.85),
        ("collaborations", 0.92),
    ],
)
def test_seen_cases(fact: str, least: float, report: Report) -> None:
    assert report.figures[fact].f1 >= least


@pytest.mark.parametrize(
    ("fact", "least"), [("event place", 0.9), ("event participants", 0.92), ("event attendees", 0.9)]
)
def test_invented_releases(fact: str, least: float, records: dict[str, Record], lexicon: Lexicon) -> None:
    report = evaluate_records(list_invented(), records, lexicon.region_levels)
    assert report.figures[fact].f1 >= least
