"""Rows that hold a record made before."""

from collections.abc import Iterator, Mapping

import msgspec

from kgraph.errors import InputError
from kgraph.reading.identifiers import is_identifier
from kgraph.reading.releases import hash_body, normalize_body
from kgraph.records import Mention, Record, Span, Zone


def read_record(row: Mapping[str, object]) -> Record:
    """Return the record that a row holds.

    Raises:
        InputError: It has another shape, or something in it does not fit the release's body.
    """
    try:
        record = msgspec.convert(row, Record)
    except msgspec.ValidationError as error:
        raise InputError(f"this is no record: {error}") from error
    for problem in check_record(record):
        raise InputError(f"this is no record: {problem}")
    return record


def check_record(record: Record) -> Iterator[str]:
    """Yield what does not fit in a record: its body, identifier, spans, mentions and references."""
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
