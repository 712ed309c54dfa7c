"""Where the results of a command go."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kgraph.errors import InputError


@contextmanager
def open_results(path: str) -> Iterator[BinaryIO]:
    """Give a stream for results; a file takes its name only when all is written.

    Args:
        path: A file, or "-" for the standard output; when that is closed early, as
            ``head`` does, the command ends quietly.

    Raises:
        InputError: The file cannot be written.
    """
    target = Path(path)
    if path == "-":
        with _quiet_pipe():
            stream = sys.stdout.buffer
            yield stream
            stream.flush()
    elif target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
    else:
        with _aside(target) as file:
            yield file


@contextmanager
def _aside(target: Path) -> Iterator[BinaryIO]:
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise InputError(f"the file cannot be written: {error.strerror}", path=target) from error
    try:
        with open(number, "wb") as file:
            yield file
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(name, 0o666 & ~umask)
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


@contextmanager
def _quiet_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        # Python flushes the stream once more at its end; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
