"""What is said of a release outside its text."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from kgraph.errors import InputError
from kgraph.reading.files import read_bytes

_SMALL = 4_000_000
"""Bytes that a file of metadata or a hand-made record has at most."""


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """Title, address, day and publisher as they were written; ``None`` where nothing was said."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None


def take_metadata(said: Mapping[str, object]) -> Metadata:
    """Return the metadata among the keys of an object; other keys are ignored.

    Raises:
        InputError: One of them is no text.
    """
    values: dict[str, str] = {}
    for key in Metadata.__struct_fields__:
        value = said.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise InputError(f"{key!r} must be a text")
        if value is not None and value.strip():
            values[key] = value
    return Metadata(**values)


def fill_metadata(first: Metadata, second: Metadata) -> Metadata:
    """Return the first metadata with what it lacks taken from the second."""
    return Metadata(
        **{key: getattr(first, key) or getattr(second, key) for key in Metadata.__struct_fields__}
    )


def read_metadata(path: Path) -> Metadata:
    """Return what the files beside a page say of it; empty if there are none.

    They are ``NAME.meta.json`` or else a hand-made record ``NAME.json``, which is believed
    about the day only where it says that the day was given from outside the text.

    Raises:
        InputError: Such a file is wrong.
    """
    beside = path.with_name(f"{path.stem}.meta.json")
    if beside.is_file():
        try:
            return take_metadata(_read_object(beside))
        except InputError as error:
            raise InputError(f"{beside.name} beside it: {error.message}") from error
    gold = read_gold_record(path)
    if gold is None:
        return Metadata()
    keys = ("title", "url", "published") if gold.get("published_from") == "metadata" else ("title", "url")
    return take_metadata({key: gold.get(key) for key in keys})


def read_gold_record(path: Path) -> dict[str, object] | None:
    """Return the hand-made record ``NAME.json`` beside a text, or ``None`` if there is none."""
    beside = path.with_name(f"{path.stem}.json")
    if not beside.is_file():
        return None
    try:
        record = _read_object(beside)
    except InputError:
        return None
    return record if "institutions" in record and "published" in record else None


def _read_object(path: Path) -> dict[str, object]:
    try:
        value = msgspec.json.decode(read_bytes(path, _SMALL).removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise InputError(f"it is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise InputError("it must hold a JSON object")
    return value
