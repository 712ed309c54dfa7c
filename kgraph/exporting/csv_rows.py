"""Rows of CSV as RFC 4180 has it, and texts that no spreadsheet takes for a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

Value = str | int | None
Row = Mapping[str, Value]

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")


def write_rows(columns: Iterable[str], rows: Iterable[Row], *, guard: bool) -> Iterator[bytes]:
    """Yield a header and rows in UTF-8, with CR and LF at their ends.

    Args:
        columns: The columns, in order.
        rows: Values by column; one that is ``None`` or missing is empty.
        guard: Put an apostrophe before texts that a spreadsheet could take for a formula.
    """
    names = list(columns)
    yield _write_row(names)
    for row in rows:
        values = [row.get(name) for name in names]
        yield _write_row([guard_text(value) if guard else value for value in values])


def guard_text(value: Value) -> Value:
    """Return a value with an apostrophe before it if it is a text that a spreadsheet could run.

    That is one that begins with ``=``, ``+``, ``-``, ``@`` or a space that is no space bar, see
    https://owasp.org/www-community/attacks/CSV_Injection. One that begins with an apostrophe gets
    one more, so that taking one away always gives the text.

    >>> guard_text("=1+1"), guard_text("'t Hooft"), guard_text("Palu"), guard_text(-1)
    ("'=1+1", "''t Hooft", 'Palu', -1)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def _write_row(values: Iterable[Value]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(["" if value is None else value for value in values])
    return line.getvalue().encode()
