"""Columns of a table by name, checked once where a table comes in."""

from collections.abc import Iterator

from kgraph.answers import Table


def pick_columns(table: Table, *names: str) -> Iterator[tuple[str, ...]]:
    """Yield each row's values under the given columns, the empty string for an unbound one.

    Raises:
        ValueError: The table has no column of that name.

    >>> table = Table(columns=("a", "b"), rows=(("1", None),))
    >>> list(pick_columns(table, "b", "a"))
    [('', '1')]
    """
    missing = [name for name in names if name not in table.columns]
    if missing:
        raise ValueError(f"a table with the columns {', '.join(table.columns)} lacks {', '.join(missing)}")
    places = [table.columns.index(name) for name in names]
    for row in table.rows:
        yield tuple(row[place] or "" for place in places)
