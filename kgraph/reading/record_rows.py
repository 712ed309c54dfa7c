"""Rows that hold a record made before, perhaps corrected by hand."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon
from kgraph.reading.identifiers import is_identifier
from kgraph.reading.releases import hash_body, normalize_body
from kgraph.records import Event, Mention, OtherEvent, Record, Span, Zone
from kgraph.vocabulary import (
    AGREEMENT_KINDS,
    COLLABORATION_BASES,
    EVENT_TYPES,
    INSTITUTION_KINDS,
    MODALITIES,
)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = re.compile(r"\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?")
_PART_OF_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def read_record(row: Mapping[str, object], lexicon: Lexicon) -> Record:
    """Return the record that a row holds; its issues and regions must be those of the lexicon.

    Raises:
        InputError: It has another shape, or some values in it are not what may stand there; all are named.
    """
    try:
        record = msgspec.convert(row, Record)
    except msgspec.ValidationError as error:
        raise InputError(f"this is no record: {error}") from error
    problems = list(dict.fromkeys([*check_record(record), *lexicon.list_unknown(record)]))
    if problems:
        raise InputError(f"this is no record: {'; '.join(problems)}")
    return record


def check_record(record: Record) -> Iterator[str]:
    """Yield what does not fit in a record: its body, identifier, spans, mentions, references and values."""
    release = record.release
    if not is_identifier(release.id):
        yield f"the release's id {release.id!r} is not in the form that kgraph writes"
    try:
        digest = hash_body(release.body)
    except UnicodeEncodeError:
        yield "the release's body holds half a surrogate pair"
        return
    if release.sha256 != digest:
        yield "the release's sha256 is not that of its body: the text was changed after the record was made"
    if normalize_body(release.body) != release.body or "\0" in release.body:
        yield "the release's body is not in normal form"
    for place in _list_places(record):
        if not 0 <= place.start < place.end <= len(release.body):
            yield f"the span [{place.start}, {place.end}) lies outside the release's body"
        elif isinstance(place, Mention) and release.body[place.start : place.end] != place.text:
            yield f"the body at [{place.start}, {place.end}) is not {place.text!r}"
    for collaboration in record.collaborations:
        if collaboration.event is not None and not 0 <= collaboration.event < len(record.events):
            yield f"there is no event {collaboration.event} for a collaboration"
    for statement in record.statements:
        if release.body[statement.span.start : statement.span.end] != statement.text:
            yield f"the body at the span of a statement is not {statement.text!r}"
    yield from _check_words(record)
    yield from _check_choices(record)
    yield from _check_days(record)


def _check_words(record: Record) -> Iterator[str]:
    """Yield the names without a letter or digit, from which no node can be named."""
    named = [
        *[("the name of an institution", body.name) for body in record.institutions],
        *[("the name of an official", person.name) for person in record.officials],
        *[("the post of an official", person.post) for person in record.officials],
        *[("the post of a tenure", tenure.post) for tenure in record.tenures],
        *[("the speaker of a statement", statement.speaker) for statement in record.statements],
        *[("the label of an event", event.label) for event in _list_events(record)],
        *[("a party of an agreement", party) for deal in record.agreements for party in deal.parties],
    ]
    for what, name in named:
        if name is not None and not any(map(str.isalnum, name)):
            yield f"{what} is {name!r}, which has no word"


def _check_choices(record: Record) -> Iterator[str]:
    """Yield the kinds and types that there are not."""
    chosen = [
        *[("kind of institution", body.kind, INSTITUTION_KINDS) for body in record.institutions],
        *[("type of event", event.type, EVENT_TYPES) for event in _list_events(record)],
        *[("modality", event.modality, MODALITIES) for event in record.other_events],
        *[("kind of agreement", deal.kind, AGREEMENT_KINDS) for deal in record.agreements],
        *[("basis", pair.basis, COLLABORATION_BASES) for pair in record.collaborations],
    ]
    for what, value, choices in chosen:
        if value not in choices:
            yield f"there is no {what} {value!r}, only {', '.join(choices)}"


def _check_days(record: Record) -> Iterator[str]:
    said = [
        (record.release.published, _DAY),
        (record.published, _DAY),
        (record.dateline.date if record.dateline else None, _DAY),
        *[(event.date, _DAYS) for event in _list_events(record)],
        *[(day, _PART_OF_DAY) for tenure in record.tenures for day in (tenure.start, tenure.end)],
    ]
    for text, form in said:
        if text is not None and not (form.fullmatch(text) and all(map(_is_day, text.split("/")))):
            yield f"{text!r} is no day; write it as 2026-02-04"


def _list_events(record: Record) -> tuple[Event | OtherEvent, ...]:
    return (*record.events, *record.other_events)


def _is_day(text: str) -> bool:
    """Return whether a day, or the first of a month or year of which only that is told, exists."""
    try:
        date.fromisoformat(text + "2000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _list_places(value: object) -> Iterator[Span | Mention | Zone]:
    if isinstance(value, Span | Mention | Zone):
        yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _list_places(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from _list_places(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _list_places(item)
