"""The answer to a question."""

import msgspec


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Named columns and rows of strings; ``None`` where a value is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
