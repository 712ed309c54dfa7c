"""Every error that kgraph raises on purpose."""

from collections.abc import Sequence
from pathlib import Path


class KGraphError(Exception):
    """An error that a reader can act on.

    Args:
        message: What is wrong and what to do about it.
        path: The file at fault, if one is.
        line: Its line, counted from one.
        subject: The release, row or term at fault.
    """

    def __init__(
        self,
        message: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        subject: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.subject = subject

    def __str__(self) -> str:
        place = str(self.path) if self.path is not None else ""
        if self.line is not None:
            place += f":{self.line}"
        return ": ".join(part for part in (place, self.subject, self.message) if part)


class InputError(KGraphError):
    """A release, a record, a graph folder or a lexicon of the user's own is wrong: the user's to mend."""


class KnowledgeError(KGraphError):
    """A file of ``ontology/``, ``data/lexicon/`` or ``data/registry/`` is wrong: ours to mend."""


class QueryError(KGraphError):
    """A query is wrong."""


def join_errors(errors: Sequence[InputError]) -> InputError:
    """Return one error that tells all of several, each on a line of its own."""
    return errors[0] if len(errors) == 1 else InputError("\n".join(map(str, errors)))
