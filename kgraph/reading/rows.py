"""Rows of JSON Lines and CSV: releases, and in JSON Lines also records made before."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import msgspec

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon
from kgraph.reading.decoding import decode_text
from kgraph.reading.files import ByteLines
from kgraph.reading.html_pages import read_html
from kgraph.reading.items import Failure, ReadRecord, ReadRelease
from kgraph.reading.metadata import fill_metadata, take_metadata
from kgraph.reading.record_rows import read_record
from kgraph.reading.releases import make_release

_TOO_LONG = "the row is too long: split it or raise --max-chars"
_DELIMITERS = ",;\t|"


def read_json_rows(
    lines: ByteLines, *, origin: str, lexicon: Lexicon, max_chars: int
) -> Iterator[ReadRelease | ReadRecord | Failure]:
    """Yield what each row of a JSON Lines stream holds; empty lines are passed over."""
    number = 0
    for number, line in enumerate(lines, start=1):
        place = f"{origin}:{number}"
        try:
            if line is None:
                raise InputError(_TOO_LONG)
            if not line.strip():
                continue
            text, note = decode_text(line)
            row = _decode_object(text)
            if "release" in row:
                yield ReadRecord(origin=place, record=read_record(row, lexicon))
                continue
            item = make_row_release(row, origin=place, lexicon=lexicon, max_chars=max_chars)
        except InputError as error:
            yield Failure(origin=place, message=error.message)
        else:
            yield _add_notes(item, lines.note, note)
    if number == 0:
        yield Failure(origin=origin, message="there are no rows")


def read_csv_rows(
    lines: ByteLines, *, origin: str, lexicon: Lexicon, max_chars: int
) -> Iterator[ReadRelease | Failure]:
    """Yield the release of each row of a CSV stream whose first row names the columns.

    Columns may be parted by commas, semicolons, tabs or bars.
    """
    source = _CsvLines(lines)
    reader: Iterator[list[str]] | None = None
    columns: list[str] = []
    while True:
        start = source.number + 1
        place = f"{origin}:{start}"
        try:
            with _field_size(lines.limit):
                if reader is None:
                    reader = csv.reader(source, delimiter=_choose_delimiter(source), strict=True)
                    place = f"{origin}:{source.number + 1}"
                cells = next(reader)
            if not columns:
                columns = _read_header(cells)
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(columns):
                raise InputError(f"the row has {len(cells)} columns, not {len(columns)}")
            row = dict(zip(columns, cells, strict=True))
            item = make_row_release(row, origin=place, lexicon=lexicon, max_chars=max_chars)
        except StopIteration:
            if not columns:
                yield Failure(origin=origin, message="there are no rows")
            return
        except csv.Error as error:
            yield Failure(origin=place, message=f"the row is no CSV: {_explain(error)}")
            if not columns:
                return
        except InputError as error:
            yield Failure(origin=place, message=error.message)
            if not columns:
                return
        else:
            yield _add_notes(item, lines.note, source.take_note())


def _explain(error: csv.Error) -> str:
    """Return in words of a person who edits tables what the parser says of a program's."""
    told = str(error)
    if "unexpected end of data" in told:
        return "a quote that opens here is never closed, so all that follows is taken for one field"
    if "new-line character" in told:
        return "lines end in a lone CR, as old programs for the Mac write it: save it as CSV UTF-8"
    return told


def make_row_release(
    row: Mapping[str, object], *, origin: str, lexicon: Lexicon, max_chars: int
) -> ReadRelease:
    """Return the release of a row with ``id`` and ``text`` or ``html``.

    What the row says of title, address, day and publisher goes before what its HTML says.

    Raises:
        InputError: A column is missing or wrong, or there is no text.
    """
    metadata = take_metadata(row)
    if metadata.id is None:
        raise InputError("the row has no 'id'")
    text, html = row.get("text"), row.get("html")
    for key, value in (("text", text), ("html", html)):
        if value is not None and not isinstance(value, str):
            raise InputError(f"{key!r} must be a text")
    if isinstance(text, str) and text.strip():
        body = text
    elif isinstance(html, str) and html.strip():
        page = read_html(html, lexicon=lexicon, url=metadata.url)
        metadata, body = fill_metadata(metadata, page.metadata), page.text
    else:
        raise InputError("the row has neither 'text' nor 'html'")
    release, notes = make_release(
        metadata.id or "", body, metadata, lexicon=lexicon, max_chars=max_chars, title_first=True
    )
    return ReadRelease(origin=origin, release=release, notes=notes)


def _decode_object(text: str) -> dict[str, object]:
    try:
        row = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise InputError(f"the row is no JSON: {error}") from error
    if not isinstance(row, dict):
        raise InputError("the row is no JSON object")
    return row


def _add_notes(item: ReadRelease, *notes: str | None) -> ReadRelease:
    more = tuple(note for note in notes if note)
    return msgspec.structs.replace(item, notes=more + item.notes) if more else item


class _CsvLines(Iterator[str]):
    """Decoded lines for a CSV reader, counted; a line that cannot be read ends no iteration."""

    def __init__(self, lines: ByteLines) -> None:
        self._lines = lines
        self._note: str | None = None
        self._kept: str | None = None
        self.number = 0

    def __next__(self) -> str:
        if self._kept is not None:
            line, self._kept = self._kept, None
            self.number += 1
            return line
        data = next(self._lines)
        self.number += 1
        if data is None:
            raise InputError(_TOO_LONG)
        text, note = decode_text(data)
        self._note = self._note or note
        return text

    def peek(self) -> str:
        """Return the next line that is not empty, without taking it."""
        while not (line := next(self)).strip():
            pass
        self._kept = line
        self.number -= 1
        return line

    def take_note(self) -> str | None:
        """Return the note of the lines since the last call."""
        note, self._note = self._note, None
        return note


def _choose_delimiter(source: _CsvLines) -> str:
    header = source.peek()
    return max(_DELIMITERS, key=header.count)


def _read_header(cells: list[str]) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    if "id" not in columns or not {"text", "html"} & set(columns):
        raise InputError("the first row must name the columns, among them 'id' and 'text' or 'html'")
    if len(set(columns)) < len(columns):
        raise InputError("the first row names a column twice")
    return columns


@contextmanager
def _field_size(limit: int) -> Iterator[None]:
    """Let a CSV field be as long as a row may be; the module's own limit is 131,072 characters."""
    before = csv.field_size_limit(limit)
    try:
        yield
    finally:
        csv.field_size_limit(before)
