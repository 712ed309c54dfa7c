"""Tables for people: as wide as the terminal, or as wide as they are when nobody looks."""

import re
import shutil
import sys
import textwrap
import unicodedata

from kgraph.answers import Table

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_GAP = "  "
_LEAST = 24
"""Characters that a column keeps when the terminal is narrow; narrower ones are never cut."""


def format_table(table: Table, *, base: str, width: int | None = None) -> str:
    """Return a table as aligned text; without ``width`` no cell is wrapped.

    IRIs below ``base`` are shown without it. Columns that are empty throughout are left out.
    """
    cells = [[clean_text((value or "").removeprefix(base)) for value in row] for row in table.rows]
    filled = [index for index in range(len(table.columns)) if not cells or any(row[index] for row in cells)]
    kept = filled or range(len(table.columns))
    columns = [table.columns[index] for index in kept]
    rows = [[row[index] for index in kept] for row in cells]
    natural = [
        max(_measure(text) for text in (column, *(row[index] for row in rows)))
        for index, column in enumerate(columns)
    ]
    widths = natural if width is None else _fit(natural, width - len(_GAP) * (len(columns) - 1))
    if widths is None:
        return _format_blocks(columns, rows, width or 0)
    lines = [_join([[column] for column in columns], widths), _GAP.join("─" * size for size in widths)]
    lines += [
        _join([_wrap(cell, size) for cell, size in zip(row, widths, strict=True)], widths) for row in rows
    ]
    return "\n".join(lines) + "\n"


def _format_blocks(columns: list[str], rows: list[list[str]], width: int) -> str:
    """Each row as a block of lines, for terminals that are too narrow for columns."""
    size = max(map(_measure, columns))
    blocks = []
    for row in rows:
        lines = []
        for column, cell in zip(columns, row, strict=True):
            if cell:
                first, *more = _wrap(cell, max(width - size - len(_GAP), _LEAST))
                lines += [f"{column:<{size}}{_GAP}{first}", *(" " * size + _GAP + line for line in more)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def find_width() -> int | None:
    """Return the width of the terminal that results go to, or ``None`` where they go elsewhere."""
    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else None


def clean_text(value: str | None) -> str:
    """Return text on one line, without characters that would steer a terminal."""
    return " ".join(_CONTROL.sub(" ", value or "").split())


def format_count(number: int, plural: str) -> str:
    """Return a number and what it counts.

    >>> format_count(1, "releases"), format_count(1520, "claims")
    ('1 release', '1,520 claims')
    """
    return f"{number:,} {plural.removesuffix('s') if number == 1 else plural}"


def _measure(text: str) -> int:
    """The number of terminal cells that a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _fit(natural: list[int], room: int) -> list[int] | None:
    """Widths that fit: narrow columns keep theirs, the widest give first; ``None`` where nothing fits."""
    widths = list(natural)
    while (excess := sum(widths) - room) > 0:
        widest = max(widths, default=0)
        if widest <= _LEAST:
            return None
        many = [index for index, size in enumerate(widths) if size == widest]
        second = max((size for size in widths if size < widest), default=0)
        cut = min(widest - max(second, _LEAST), -(-excess // len(many)))
        for index in many:
            widths[index] -= max(cut, 1)
    return widths


def _wrap(cell: str, size: int) -> list[str]:
    if _measure(cell) <= size:
        return [cell]
    return textwrap.wrap(cell, size, break_on_hyphens=False) or [""]


def _join(cells: list[list[str]], widths: list[int]) -> str:
    height = max((len(cell) for cell in cells), default=1)
    lines = []
    for level in range(height):
        parts = []
        for cell, size in zip(cells, widths, strict=True):
            text = cell[level] if level < len(cell) else ""
            parts.append(text + " " * (size - _measure(text)))
        lines.append(_GAP.join(parts).rstrip())
    return "\n".join(lines)
