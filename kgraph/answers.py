"""The answer to a question."""

from collections.abc import Iterator
from typing import Any

import msgspec


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Named columns and rows of strings; ``None`` where a value is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        """Yield the rows as dictionaries, by column."""
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def to_dataframe(self) -> Any:
        """Return the table as a ``pandas.DataFrame`` of strings; pandas has to be installed.

        Raises:
            ImportError: It is not.
        """
        import pandas

        return pandas.DataFrame(list(self.rows), columns=list(self.columns), dtype="object")
