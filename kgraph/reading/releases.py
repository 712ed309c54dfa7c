"""The one normal form of a release."""

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon
from kgraph.reading.days import parse_published
from kgraph.reading.decoding import check_text
from kgraph.reading.identifiers import make_identifier
from kgraph.reading.metadata import Metadata
from kgraph.records import Release

_NO_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f]")


def normalize_body(text: str) -> str:
    r"""Return a text in the form that all spans refer to.

    A byte-order mark is dropped, CR LF and CR become LF, the rest is put into NFC;
    nothing is trimmed.

    >>> normalize_body("\ufeffPalu\r\n(4/2)\r")
    'Palu\n(4/2)\n'
    """
    text = text.removeprefix("\ufeff")
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def make_release(
    name: str,
    text: str,
    metadata: Metadata,
    *,
    lexicon: Lexicon,
    max_chars: int,
    title_first: bool = False,
) -> tuple[Release, tuple[str, ...]]:
    """Return a release in normal form, and notes on metadata that were left out.

    Args:
        name: What the release is called if its metadata gives no id.
        text: Its text.
        metadata: What was said of it outside the text.
        lexicon: Names of months, for the day of publication.
        max_chars: Code points that its body may have.
        title_first: Whether the title becomes the body's first line unless the text starts with it.

    Raises:
        InputError: The text is empty, too long or no text.
    """
    notes: list[str] = []
    title = _join_blanks(metadata.title)
    body = normalize_body(text)
    if not body.strip():
        raise InputError("there is no text")
    if title_first and title is not None and not _opens_with(body, title):
        body = f"{title}\n{body}"
    if len(body) > max_chars:
        raise InputError(
            f"the text has {len(body):,} characters, more than {max_chars:,}: split it or raise --max-chars"
        )
    check_text(body)
    release = Release(
        id=make_identifier(metadata.id or name),
        body=body,
        sha256=hash_body(body),
        url=_read_url(metadata.url, notes),
        title=title,
        published=_read_day(metadata.published, lexicon, notes),
        publisher=_join_blanks(metadata.publisher),
    )
    return release, tuple(notes)


def hash_body(body: str) -> str:
    """Return the SHA-256 of a body in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(body.encode()).hexdigest()


def _join_blanks(text: str | None) -> str | None:
    if text is None:
        return None
    check_text(text)
    return unicodedata.normalize("NFC", " ".join(text.split())) or None


def _opens_with(body: str, title: str) -> bool:
    start = " ".join(body[: 4 * len(title) + 200].split())
    return start.casefold().startswith(title.casefold())


def _read_day(text: str | None, lexicon: Lexicon, notes: list[str]) -> str | None:
    if text is None or not text.strip():
        return None
    day = parse_published(text, lexicon.calendar)
    if day is None:
        notes.append(f"the date {text.strip()[:40]!r} was left out: write it as 2026-02-04")
    return day


def _read_url(text: str | None, notes: list[str]) -> str | None:
    if text is None or not text.strip():
        return None
    address = text.strip()
    try:
        parts = urlsplit(address)
        good = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good:
        notes.append(f"the address {address[:80]!r} was left out: it is no http address")
        return None
    check_text(address)
    return _NO_IRI.sub(lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), address)
