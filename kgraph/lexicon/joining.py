"""The shipped files with a user's own joined to them; what does not fit is gathered, not the first alone."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from kgraph.errors import InputError, join_errors
from kgraph.lexicon.files import Row, convert_tree, parse_rows, parse_toml, read_shipped
from kgraph.lexicon.merging import Merger, OwnEntry
from kgraph.lexicon.own_files import OwnFiles, suggest

T = TypeVar("T")


class Joiner:
    """Reads shipped files and joins to each what the user's folders add, in their order.

    Attributes:
        faults: What contradicts the shipped files or does not fit.
        repeats: What is known already.
        entries: The user's entries of lists of tables, by the name of the file.
        rows: The user's rows of tables, by the name of the file.
    """

    def __init__(self, own: Sequence[OwnFiles] = ()) -> None:
        self.faults: list[InputError] = []
        self.repeats: list[InputError] = []
        self.entries: dict[str, list[OwnEntry]] = {}
        self.rows: dict[str, list[Row]] = {}
        self._own = own

    def load_toml(self, path: Path, type_: type[T]) -> T:
        """Return a TOML file as a typed value.

        Raises:
            KnowledgeError: The shipped file is missing, is not TOML or has another shape.
        """
        tree = parse_toml(read_shipped(path), path)
        for files, own in self._find(path.name):
            with self.gathering():
                text = files.read_text(path.name)
                given = parse_toml(text, own, InputError)
                merger = Merger(own, text)
                merger.merge(tree, given, type_)
                self.faults += merger.faults
                self.repeats += merger.repeats
                self.entries.setdefault(path.name, []).extend(merger.entries)
        return convert_tree(tree, type_, path)

    def load_rows(self, path: Path, columns: tuple[str, ...]) -> list[Row]:
        """Return the rows of a CSV file with those that are added behind them.

        In a user's file columns may be left out, but for the first.

        Raises:
            KnowledgeError: The shipped file is missing, or its header or a row has another shape.
        """
        rows = parse_rows(read_shipped(path), path, columns)
        for files, own in self._find(path.name):
            with self.gathering():
                added = self._parse_rows(files.read_text(path.name), own, columns)
                self.rows.setdefault(path.name, []).extend(added)
                rows += added
        return rows

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Keep an error of the user's files and go on behind the block."""
        try:
            yield
        except InputError as error:
            self.faults.append(error)

    def finish(self) -> None:
        """Tell all that was found.

        Raises:
            InputError: There are faults; all are named, in the order of files and lines.
        """
        if self.faults:
            raise join_errors(sorted(self.faults, key=lambda fault: (str(fault.path), fault.line or 0)))

    def _find(self, name: str) -> Iterator[tuple[OwnFiles, Path]]:
        for files in self._own:
            if name in files.files:
                yield files, files.folder / name

    def _parse_rows(self, text: str, path: Path, columns: tuple[str, ...]) -> list[Row]:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        rows = []
        try:
            header = [name.strip() for name in next(reader, [])]
            unknown = [name for name in header if name not in columns]
            if unknown:
                message = f"there is no column {unknown[0]}{suggest(unknown[0], columns)}"
                raise InputError(message, path=path, line=1)
            if columns[0] not in header or len(set(header)) < len(header):
                message = f"the header must name each column once, {columns[0]} among them"
                raise InputError(message, path=path, line=1)
            for cells in filter(None, reader):
                given = dict(zip(header, map(str.strip, cells), strict=False))
                row = Row(
                    cells=dict.fromkeys(columns, "") | given, path=path, line=reader.line_num, is_own=True
                )
                with self.gathering():
                    if len(cells) != len(header):
                        raise row.error("wrong number of columns")
                    rows.append(row)
        except csv.Error as error:
            raise InputError(f"this is not CSV: {error}", path=path, line=reader.line_num) from error
        return rows
