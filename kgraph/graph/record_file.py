"""Files of records, one JSON object a line, read one at a time and by id."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from kgraph.errors import InputError
from kgraph.graph.manifest import ANEW, Seal
from kgraph.records import Record


class _Heading(msgspec.Struct):
    id: str
    sha256: str


class _Outline(msgspec.Struct):
    release: _Heading


_OUTLINE = msgspec.json.Decoder(_Outline)
_RECORD = msgspec.json.Decoder(Record)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """Where a record lies in its file, in bytes, and the SHA-256 of its release's body."""

    offset: int
    size: int
    sha256: str


def encode_record(record: Record) -> bytes:
    """Return a record as one line of JSON, always the same bytes for the same content."""
    return msgspec.json.encode(record, order="deterministic") + b"\n"


def decode_record(line: bytes) -> Record:
    """Return the record in a line of JSON that :func:`encode_record` wrote."""
    return _RECORD.decode(line)


class RecordFile:
    """A file of records with the place of each, by release id."""

    def __init__(self, path: Path, lines: dict[str, Line]) -> None:
        self.path = path
        self.lines = lines

    def read_line(self, file: BinaryIO, release: str) -> bytes:
        """Return the bytes of one record, from this file opened for reading."""
        line = self.lines[release]
        file.seek(line.offset)
        return file.read(line.size)

    def read_records(self) -> Iterator[Record]:
        """Yield the records in the order of the file."""
        return read_records(self.path)

    def read_selected(self, releases: list[str]) -> Iterator[Record]:
        """Yield the records of some releases, in the order given."""
        with self.path.open("rb") as file:
            for release in releases:
                yield _RECORD.decode(self.read_line(file, release))


def read_records(path: Path) -> Iterator[Record]:
    """Yield the records of a file that a build has written.

    Raises:
        InputError: A line is no record.
    """
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                yield _RECORD.decode(line)
            except msgspec.MsgspecError as error:
                raise InputError(f"no record: {error}", path=path, line=number) from error


def index_records(path: Path, *, seal: Seal) -> RecordFile:
    """Return a file of records with the place of each.

    Raises:
        InputError: A line is no record, or the file is not what was sealed.
    """
    lines = {}
    offset = 0
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                heading = _OUTLINE.decode(line).release
            except msgspec.MsgspecError as error:
                raise InputError(f"no record: {error}", path=path, line=number) from error
            lines[heading.id] = Line(offset=offset, size=len(line), sha256=heading.sha256)
            offset += len(line)
            digest.update(line)
    if digest.hexdigest() != seal.sha256:
        raise InputError(f"the file was changed after it was built; {ANEW}", path=path)
    return RecordFile(path, lines)
