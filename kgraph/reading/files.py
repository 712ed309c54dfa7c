"""The bytes of files and the lines of streams, never more of them than allowed."""

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from kgraph.errors import InputError
from kgraph.reading.decoding import find_wide_encoding

_CHUNK = 65536


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the bytes of a file.

    Raises:
        InputError: It cannot be read, or has more than ``limit`` bytes.
    """
    try:
        with path.open("rb") as file:
            return take_bytes(file, limit)
    except OSError as error:
        raise InputError(f"the file cannot be read: {error.strerror}") from error


def take_bytes(stream: BinaryIO, limit: int, first: bytes = b"") -> bytes:
    """Return ``first`` and all that follows it in a stream.

    Raises:
        InputError: These are more than ``limit`` bytes.
    """
    data = first + stream.read(max(limit + 1 - len(first), 0))
    if len(data) > limit:
        raise InputError(f"there are more than {limit:,} bytes: split the file or raise --max-chars")
    return data


class ByteLines(Iterator[bytes | None]):
    """The lines of a stream in UTF-8 or an 8-bit encoding; a line over the limit is ``None``.

    A stream in UTF-16 or UTF-32 is told by its first bytes and comes as UTF-8.
    """

    def __init__(self, stream: BinaryIO, limit: int, first: bytes = b"") -> None:
        self.limit = limit
        self.note: str | None = None
        first = first or stream.readline(_CHUNK)
        wide = find_wide_encoding(first)
        self._stream: BinaryIO = stream
        self._first = first
        if wide is not None:
            self.note = f"decoded as {wide}"
            self._first = b""
            self._stream = io.BufferedReader(_Recoder(stream, first, wide))

    def __next__(self) -> bytes | None:
        line = self._first
        self._first = b""
        if not line.endswith(b"\n"):
            line += self._stream.readline(self.limit + 1 - len(line))
        if not line:
            raise StopIteration
        if line.endswith(b"\n") or len(line) <= self.limit:
            return line
        while (rest := self._stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        return None


class _Recoder(io.RawIOBase):
    """The bytes of a stream in another encoding, as UTF-8."""

    def __init__(self, stream: BinaryIO, first: bytes, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._encoding = encoding
        self._ready = self._decode(first)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            data = self._stream.read(_CHUNK)
            self._ready = self._decode(data, final=not data)
            if not data:
                break
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _decode(self, data: bytes, *, final: bool = False) -> bytes:
        try:
            return self._decoder.decode(data, final).encode("utf-8", "surrogatepass")
        except UnicodeDecodeError as error:
            raise InputError(f"the file looks like {self._encoding} but is broken: use UTF-8") from error
