"""Pages saved as text."""

from kgraph.lexicon.load import Lexicon
from kgraph.reading.decoding import decode_text
from kgraph.reading.items import ReadRelease
from kgraph.reading.metadata import Metadata
from kgraph.reading.releases import make_release


def read_text_page(
    data: bytes, name: str, metadata: Metadata, *, origin: str, lexicon: Lexicon, max_chars: int
) -> ReadRelease:
    """Return the release of a page saved as text; a title from outside never changes its body.

    Args:
        data: The bytes of the page.
        name: What the release is called if its metadata gives no id.
        metadata: What was said of it outside the text.
        origin: Where the page is from, for messages.
        lexicon: Names of months.
        max_chars: Code points that the body may have.

    Raises:
        InputError: There is no text.
    """
    text, note = decode_text(data)
    release, notes = make_release(name, text, metadata, lexicon=lexicon, max_chars=max_chars)
    return ReadRelease(origin=origin, release=release, notes=((note,) if note else ()) + notes)
