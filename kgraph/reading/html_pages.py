"""Saved web pages."""

import msgspec

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon
from kgraph.reading.decoding import decode_text
from kgraph.reading.items import ReadRelease
from kgraph.reading.metadata import Metadata, fill_metadata
from kgraph.reading.releases import make_release


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a web page, a paragraph a line, and what the page says of itself."""

    text: str
    metadata: Metadata


def read_html(html: str, *, lexicon: Lexicon, max_chars: int, url: str | None = None) -> Page:
    """Return the text and metadata of a web page.

    Raises:
        InputError: It holds no text.
    """
    raise InputError("web pages are not read yet")


def read_html_page(
    data: bytes, name: str, metadata: Metadata, *, origin: str, lexicon: Lexicon, max_chars: int
) -> ReadRelease:
    """Return the release of a saved web page, its title as the first line of the body.

    Raises:
        InputError: It holds no text.
    """
    html, note = decode_text(data)
    page = read_html(html, lexicon=lexicon, max_chars=max_chars, url=metadata.url)
    said = fill_metadata(metadata, page.metadata)
    release, notes = make_release(name, page.text, said, lexicon=lexicon, max_chars=max_chars, title_first=True)
    return ReadRelease(origin=origin, release=release, notes=((note,) if note else ()) + notes)
