"""What reading yields: a release, a record that was read back, or why there is none."""

import msgspec

from kgraph.records import Record, Release


class ReadRelease(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A release as it was read.

    ``origin`` is its file, with the line for a row ("news.jsonl:3"); ``notes`` tell
    what was done to read it ("decoded as cp1252").
    """

    origin: str
    release: Release
    notes: tuple[str, ...] = ()


class ReadRecord(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A record of a release, read back from a row or made from a page."""

    origin: str
    record: Record
    notes: tuple[str, ...] = ()


class Failure(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """An input that gave no release, and what to do about it."""

    origin: str
    message: str
