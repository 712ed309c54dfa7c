"""Reading the files of the lexicon, with errors that name file and line."""

import csv
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from kgraph.errors import KnowledgeError

T = TypeVar("T")


def load_toml(path: Path, type_: type[T]) -> T:
    """Return a TOML file as a typed value.

    Raises:
        KnowledgeError: The file is missing, is not TOML or has another shape.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), type_)
    except OSError as error:
        raise KnowledgeError("the file cannot be read", path=path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise KnowledgeError(str(error), path=path) from error


def load_csv(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Return the rows of a CSV file whose header is ``columns``.

    Raises:
        KnowledgeError: The file is missing, or its header or a row has another shape.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            if tuple(reader.fieldnames or ()) != columns:
                raise KnowledgeError(f"the header must be {','.join(columns)}", path=path, line=1)
            rows = []
            for row in reader:
                if None in row or None in row.values():
                    raise KnowledgeError("wrong number of columns", path=path, line=reader.line_num)
                rows.append(row)
            return rows
    except OSError as error:
        raise KnowledgeError("the file cannot be read", path=path) from error
