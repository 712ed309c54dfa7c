"""Reading the files of the lexicon, with errors that name file and line."""

import csv
import io
import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kgraph.errors import InputError, KGraphError, KnowledgeError

T = TypeVar("T")

_LINE = re.compile(r" \(at line (\d+), column \d+\)")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a table with its place; ``is_own`` tells that a user wrote it."""

    cells: dict[str, str]
    path: Path
    line: int
    is_own: bool = False

    def error(self, message: str, *, subject: str | None = None) -> KGraphError:
        """Return an error about this row."""
        type_ = InputError if self.is_own else KnowledgeError
        return type_(message, path=self.path, line=self.line, subject=subject)

    def check_same(self, **known: str) -> None:
        """Do nothing if the cells say what is known already, or nothing.

        Raises:
            KGraphError: A cell contradicts it.
        """
        for column, value in known.items():
            if self.cells[column] not in {"", value}:
                raise self.error(f"contradicts what is known: {column} is {value or 'left open'}")


def parse_toml(text: str, path: Path, error_type: type[KGraphError] = KnowledgeError) -> dict[str, Any]:
    """Return the content of a TOML file.

    Raises:
        KGraphError: It is not TOML; of the type given, with the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines()) or 1
        message = f"this is not TOML: {_LINE.sub('', str(error))}"
        raise error_type(message, path=path, line=line) from error


def read_shipped(path: Path) -> str:
    """Return the text of a shipped file.

    Raises:
        KnowledgeError: It is missing or no text.
    """
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise KnowledgeError("the file cannot be read", path=path) from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(str(error), path=path) from error


def convert_tree(tree: dict[str, Any], type_: type[T], path: Path) -> T:
    """Return the content of a TOML file as a typed value.

    Raises:
        KnowledgeError: It has another shape.
    """
    try:
        return msgspec.convert(tree, type_)
    except msgspec.ValidationError as error:
        raise KnowledgeError(str(error), path=path) from error


def parse_rows(text: str, path: Path, columns: tuple[str, ...]) -> list[Row]:
    """Return the rows of a CSV file whose header is ``columns``.

    Raises:
        KnowledgeError: Its header or a row has another shape.
    """
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(reader.fieldnames or ()) != columns:
        raise KnowledgeError(f"the header must be {','.join(columns)}", path=path, line=1)
    rows = []
    for cells in reader:
        row = Row(cells=cells, path=path, line=reader.line_num)
        if None in cells or None in cells.values():
            raise row.error("wrong number of columns")
        rows.append(row)
    return rows
