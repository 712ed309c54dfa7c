"""Bytes to text: UTF-8, else UTF-16, else what a page declares, else Windows-1252; never binary."""

import codecs

from kgraph.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF: save its text as .txt and give that"),
    (b"PK\x03\x04", "a zip or Office file (.docx, .xlsx): save its text as .txt and give that"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc): save its text as .txt and give that"),
    (b"\x1f\x8b", "compressed: unpack it first"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"SQLite format 3", "a database"),
)
_STRAY = 3
"""Control characters that a short text may hold, as editors leave them."""
_PAIRS = 4
"""Pairs of bytes that are needed to judge by them."""
_SAMPLE = 4096
_ENOUGH = 0.3
"""Share of NUL bytes in one of the two places of each pair from which text is UTF-16."""
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1b")


def decode_text(data: bytes, *, declared: str | None = None) -> tuple[str, str | None]:
    """Return the text of a file, and a note if it was not UTF-8.

    A byte-order mark is left out.

    Args:
        data: The bytes of the file.
        declared: The encoding that the file itself names, if it does.

    Raises:
        InputError: The bytes are no text.

    >>> decode_text("Jum’at".encode("cp1252"))
    ('Jum’at', 'decoded as cp1252')
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"the file is {what}")
    text, note = _decode(data, declared)
    if text.startswith("\ufeff"):
        text = text[1:]
    check_text(text)
    return text, note


def check_text(text: str) -> None:
    """Make sure that a text is one.

    Raises:
        InputError: It holds NUL or many other control characters, or halves of surrogate pairs.
    """
    controls = sum(text.count(char) for char in _CONTROLS)
    if "\0" in text or controls > _STRAY + len(text) / 100:
        raise InputError("the file is binary, not text: save its text as .txt and give that")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError("the text holds half a surrogate pair (such as \\ud800)") from error


def find_wide_encoding(start: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 encoding that the first bytes of a file show, if they do."""
    for bom, encoding in _BOMS:
        if start.startswith(bom):
            return None if encoding == "utf-8-sig" else encoding
    sample = start[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < _PAIRS:
        return None
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd >= _ENOUGH and even < odd / 10:
        return "utf-16-le"
    if even >= _ENOUGH and odd < even / 10:
        return "utf-16-be"
    return None


def _decode(data: bytes, declared: str | None) -> tuple[str, str | None]:
    wide = find_wide_encoding(data)
    if wide is not None:
        try:
            return data.decode(wide), f"decoded as {wide}"
        except UnicodeDecodeError as error:
            raise InputError(f"the file looks like {wide} but is broken: save it as UTF-8") from error
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    for encoding in (declared, "cp1252"):
        if encoding is None or not _is_single_byte(encoding):
            continue
        try:
            return data.decode(encoding), f"decoded as {encoding}"
        except UnicodeDecodeError:
            continue
    raise InputError("the bytes are neither UTF-8, UTF-16 nor cp1252: save the file as UTF-8")


def _is_single_byte(encoding: str) -> bool:
    """Return whether an encoding is one of text, and not one of those that were tried already."""
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        return False
    return found._is_text_encoding and not found.name.startswith("utf")
