"""Files, folders and streams to releases, one at a time."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon
from kgraph.reading.decoding import decode_text, find_wide_encoding
from kgraph.reading.files import ByteLines, read_bytes, take_bytes
from kgraph.reading.html_pages import read_html_page
from kgraph.reading.identifiers import name_file
from kgraph.reading.items import Failure, ReadRecord, ReadRelease
from kgraph.reading.metadata import Metadata, read_gold_record, read_metadata
from kgraph.reading.repeats import Repeats
from kgraph.reading.rows import read_csv_rows, read_json_rows
from kgraph.reading.text_files import read_text_page

STDIN = "-"
"""The source that stands for the standard input."""

_TEXT = frozenset({".txt"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_JSON_ROWS = frozenset({".jsonl", ".ndjson"})
_CSV_ROWS = frozenset({".csv", ".tsv"})
PAGES = _TEXT | _HTML
ROWS = _JSON_ROWS | _CSV_ROWS
_READ = PAGES | ROWS
_OFFICE = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf"})
_HELP = "kgraph reads .txt, .html, .jsonl, .ndjson and .csv"

_WIDEST = 4
"""Bytes of a code point, at most, in any encoding that is read."""
_MARKUP = 20
"""Times that a page with its markup, or a row with all it holds, may be longer than a text."""

Item = ReadRelease | ReadRecord | Failure


def read_sources(
    sources: Iterable[Path | str],
    *,
    lexicon: Lexicon,
    max_chars: int = 1_000_000,
    stdin: BinaryIO | None = None,
    tell: Callable[[str], None] = lambda note: None,
) -> Iterator[Item]:
    """Return an iterator over the releases and records of files, folders and streams.

    Folders are read with all that is in them, in the order of names; what cannot be read
    comes as a failure and the rest goes on. The same release given twice comes once.

    Args:
        sources: Paths, or "-" for ``stdin``.
        lexicon: Words of page furniture and profiles of pages.
        max_chars: Code points that the body of a release may have.
        stdin: The stream that "-" stands for.
        tell: Is given notes that belong to no single release, such as files passed over.

    Raises:
        InputError: A source does not exist; raised at once, before anything is read.
    """
    sources = list(sources)
    paths = [source if source == STDIN else Path(source) for source in sources]
    if "" in map(str, sources):
        raise InputError("a source without a name is none: is a variable empty?")
    for path in paths:
        if isinstance(path, Path) and not path.exists():
            raise InputError("there is no such file or folder", path=path)
        if path == STDIN and stdin is None:
            raise InputError("there is no standard input to read")
    reader = _Reader(lexicon=lexicon, max_chars=max_chars, tell=tell)
    return Repeats().leave_out(reader.read(paths, stdin), tell)


class _Reader:
    """Reads sources with the same lexicon and limit."""

    def __init__(self, *, lexicon: Lexicon, max_chars: int, tell: Callable[[str], None]) -> None:
        self._lexicon = lexicon
        self._max_chars = max_chars
        self._tell = tell
        self._page_limit = _WIDEST * (max_chars + 1)
        self._long_limit = _MARKUP * (max_chars + 1)

    def read(self, paths: Iterable[Path | str], stdin: BinaryIO | None) -> Iterator[Item]:
        for path in paths:
            if not isinstance(path, Path):
                if stdin is not None:
                    yield from self._read_stream(stdin, "standard input")
            elif path.is_dir():
                yield from self._read_folder(path)
            elif path.is_file():
                yield from self._read_file(path, None)
            else:
                with path.open("rb") as pipe:
                    yield from self._read_stream(pipe, str(path))

    def _read_folder(self, root: Path) -> Iterator[Item]:
        passed: Counter[str] = Counter()
        found = False
        closed: list[OSError] = []
        for folder, names, files in os.walk(root, onerror=closed.append):
            names[:] = sorted(name for name in names if not name.startswith("."))
            passed["link to a folder"] += sum(Path(folder, name).is_symlink() for name in names)
            paths = [Path(folder, name) for name in sorted(files) if not name.startswith(".")]
            is_gold = any(_is_gold(path) for path in paths)
            for path in paths:
                ending = path.suffix.lower()
                if path.exists() and not path.is_file():
                    passed["pipe or device"] += 1
                elif ending in _READ and not (is_gold and ending in _TEXT and not _is_gold(path)):
                    found = True
                    yield from self._read_file(path, root)
                elif ending in _OFFICE:
                    yield _fail_office(path)
                elif not _belongs_to_page(path):
                    passed[ending if ending not in _READ else path.name] += 1
        for error in closed:
            found = True
            yield Failure(origin=str(error.filename), message=f"the folder cannot be read: {error.strerror}")
        passed = +passed
        if passed:
            kinds = ", ".join(f"{passed[kind]} {kind or 'without an ending'}" for kind in sorted(passed))
            self._tell(f"{root}: passed over {kinds}; {_HELP}")
        if not found:
            self._tell(f"{root}: nothing to read in this folder; {_HELP}")

    def _read_file(self, path: Path, root: Path | None) -> Iterator[Item]:
        ending = path.suffix.lower()
        origin = str(path)
        try:
            if ending in _OFFICE:
                yield _fail_office(path)
            elif ending in ROWS:
                with path.open("rb") as file:
                    yield from self._read_rows(ByteLines(file, self._long_limit), origin, ending)
            elif ending in _HTML:
                data = read_bytes(path, self._long_limit)
                yield self._read_html(data, name_file(path, root), read_metadata(path), origin)
            elif ending in _TEXT or not ending:
                data = read_bytes(path, self._page_limit)
                yield self._read_text(data, name_file(path, root), read_metadata(path), origin)
            else:
                yield Failure(origin=origin, message=f"kgraph does not read {ending} files; {_HELP}")
        except InputError as error:
            yield Failure(origin=origin, message=error.message)
        except OSError as error:
            yield Failure(origin=origin, message=f"the file cannot be read: {error.strerror}")

    def _read_stream(self, stream: BinaryIO, origin: str) -> Iterator[Item]:
        """Read rows, or else one page: what it is shows in its first line that holds something."""
        start = b""
        while line := stream.readline(self._page_limit):
            start += line
            if line.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe") or len(start) > self._page_limit:
                break
        try:
            kind = _guess_kind(start)
            if kind in ROWS:
                lines = ByteLines(stream, self._long_limit, first=start)
                yield from self._read_rows(lines, origin, kind)
            elif kind in _HTML:
                data = take_bytes(stream, self._long_limit, start)
                yield self._read_html(data, "stdin", Metadata(), origin)
            else:
                data = take_bytes(stream, self._page_limit, start)
                yield self._read_text(data, "stdin", Metadata(), origin)
        except InputError as error:
            yield Failure(origin=origin, message=error.message)

    def _read_rows(self, lines: ByteLines, origin: str, ending: str) -> Iterator[Item]:
        read = read_json_rows if ending in _JSON_ROWS else read_csv_rows
        return read(lines, origin=origin, lexicon=self._lexicon, max_chars=self._max_chars)

    def _read_html(self, data: bytes, name: str, metadata: Metadata, origin: str) -> ReadRelease:
        return read_html_page(
            data, name, metadata, origin=origin, lexicon=self._lexicon, max_chars=self._max_chars
        )

    def _read_text(self, data: bytes, name: str, metadata: Metadata, origin: str) -> ReadRelease:
        return read_text_page(
            data, name, metadata, origin=origin, lexicon=self._lexicon, max_chars=self._max_chars
        )


def _is_gold(path: Path) -> bool:
    return path.suffix.lower() in _TEXT and read_gold_record(path) is not None


def _belongs_to_page(path: Path) -> bool:
    """Return whether a file only tells more of a page that is read."""
    if path.suffix.lower() != ".json":
        return False
    stem = path.stem.removesuffix(".meta")
    return any(path.with_name(stem + ending).exists() for ending in sorted(_TEXT | _HTML))


def _fail_office(path: Path) -> Failure:
    what = f"kgraph does not read {path.suffix.lower()} files"
    return Failure(origin=str(path), message=f"{what}: save its text as .txt, or the page as .html")


def _guess_kind(start: bytes) -> str:
    """Return the ending of a file that begins with these lines."""
    wide = find_wide_encoding(start)
    try:
        text = start.decode(wide, "ignore") if wide else decode_text(start)[0]
    except InputError:
        return ".txt"
    head = text.lstrip("\ufeff \t\r\n")
    if head.startswith("{"):
        return ".jsonl"
    if head[:200].lower().startswith(("<!doctype html", "<html", "<head", "<body", "<?xml")):
        return ".html"
    first = head.split("\n", 1)[0].lower()
    for delimiter in ",;\t|":
        columns = {cell.strip(" \r\"'") for cell in first.split(delimiter)}
        if "id" in columns and columns & {"text", "html"}:
            return ".csv"
    return ".txt"
