"""Where the results of a command go, and where it reads what is given on the standard input."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kgraph.errors import InputError


class Results:
    """A stream for results; what cannot be written is an error that names where to."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name
        self.is_broken = False

    def write(self, content: bytes) -> None:
        """Write some bytes.

        Raises:
            InputError: They cannot be written.
        """
        with self._watching():
            self._stream.write(content)

    def flush(self) -> None:
        """Write what is waiting.

        Raises:
            InputError: It cannot be written.
        """
        with self._watching():
            self._stream.flush()

    @contextmanager
    def _watching(self) -> Iterator[None]:
        try:
            with _telling(self._name):
                yield
        except InputError:
            self.is_broken = True
            raise


@contextmanager
def open_results(path: str) -> Iterator[Results]:
    """Give a stream for results; a file takes its name only when all is written.

    Args:
        path: A file, or "-" for the standard output; when that is closed early, as
            ``head`` does, the command ends quietly.

    Raises:
        InputError: The file cannot be written.
    """
    if path == "-":
        if sys.stdout is None:
            raise InputError("the standard output is closed")
        with _quiet_pipe():
            sys.stdout.flush()
            results = Results(sys.stdout.buffer, "standard output")
            try:
                yield results
                results.flush()
            finally:
                if results.is_broken:
                    silence_output()
        return
    target = Path(os.path.realpath(path))
    if not path or target.is_dir():
        raise InputError("a file is needed to write to, not a folder", path=path or "(no name)")
    if target.exists() and not target.is_file():
        with _telling(path):
            stream = target.open("wb")
        with _closing(stream, path) as results:
            yield results
    else:
        with _aside(target, path) as results:
            yield results


def find_stdin() -> BinaryIO | None:
    """Return the bytes of the standard input; ``None`` if it is closed, as it may be for services."""
    return sys.stdin.buffer if sys.stdin is not None else None


def silence_output() -> None:
    """Let what waits for the standard output go nowhere; Python flushes it once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


@contextmanager
def _telling(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path=name) from error


@contextmanager
def _closing(stream: BinaryIO, name: str) -> Iterator[Results]:
    results = Results(stream, name)
    try:
        yield results
        results.flush()
    finally:
        with suppress(OSError):
            stream.close()


@contextmanager
def _aside(target: Path, name: str) -> Iterator[Results]:
    with _telling(name):
        number, part = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with _closing(open(number, "wb"), name) as results:
            yield results
        umask = os.umask(0)
        os.umask(umask)
        with _telling(name):
            os.chmod(part, 0o666 & ~umask)
            os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise


@contextmanager
def _quiet_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        silence_output()
