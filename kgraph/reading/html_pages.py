"""Saved web pages."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from kgraph.errors import InputError
from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.page_profiles import PageProfile
from kgraph.reading.days import parse_published
from kgraph.reading.decoding import decode_text
from kgraph.reading.generic_pages import extract_main_text
from kgraph.reading.items import ReadRelease
from kgraph.reading.metadata import Metadata, fill_metadata
from kgraph.reading.page_metadata import read_heading, read_page_metadata
from kgraph.reading.page_text import remove_nodes, render_text
from kgraph.reading.releases import make_release

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|textarea|title|xmp|noscript)\b.*?(?:</(?P=raw)\b|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9:-]*+)[^<>]*+>",
    re.IGNORECASE | re.DOTALL,
)
_UNCLOSED = re.compile(
    "area|base|basefont|bgsound|br|col|command|dd|dt|embed|frame|hr|img|input|keygen|li|link|meta"
    "|optgroup|option|p|param|rp|rt|source|tbody|td|tfoot|th|thead|tr|track|wbr",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_HEAD = 4096
_DEEPEST = 1000
"""Elements within each other from which a page is refused: parsers need time that grows with the square."""
_SHORT = 80
"""Code points that the text of a page has at least for a profile to be believed."""


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a web page, one line a paragraph, and what the page says of itself."""

    text: str
    metadata: Metadata


def read_html_page(
    data: bytes, name: str, metadata: Metadata, *, origin: str, lexicon: Lexicon, max_chars: int
) -> ReadRelease:
    """Return the release of a saved web page, with its title as the first line of the body.

    Args:
        data: The bytes of the page.
        name: What the release is called if its metadata gives no id.
        metadata: What was said of it outside the page; goes before what the page says.
        origin: Where the page is from, for messages.
        lexicon: Profiles of pages, words of furniture, names of months.
        max_chars: Code points that the body may have.

    Raises:
        InputError: It holds no text.
    """
    declared = _CHARSET.search(data, 0, _HEAD)
    html, note = decode_text(data, declared=declared[1].decode("ascii") if declared else None)
    page = read_html(html, lexicon=lexicon, url=metadata.url)
    said = fill_metadata(metadata, page.metadata)
    release, notes = make_release(
        name, page.text, said, lexicon=lexicon, max_chars=max_chars, title_first=True
    )
    return ReadRelease(origin=origin, release=release, notes=((note,) if note else ()) + notes)


def read_html(html: str, *, lexicon: Lexicon, url: str | None = None) -> Page:
    """Return the text and metadata of a web page.

    A profile of its host or content system is tried first, then a generic extractor, then
    the plain text of its main part. Lines of furniture are left out.

    Raises:
        InputError: It holds no text, or its elements are nested too deep.
    """
    html = _CONTROL.sub(" ", html)
    if _measure_depth(html) > _DEEPEST:
        raise InputError(f"the page nests more than {_DEEPEST:,} elements: save its text as .txt")
    tree = LexborHTMLParser(html)
    metadata = read_page_metadata(tree, lexicon.calendar)
    heading = Metadata(title=read_heading(tree, metadata.publisher))
    profiles = lexicon.page_profiles.list_profiles(_find_host(url or metadata.url))
    for profile in profiles:
        text, told = _read_by_profile(tree, profile, lexicon)
        if len(text) >= _SHORT:
            return Page(text=text, metadata=fill_metadata(fill_metadata(metadata, told), heading))
    text = _keep_text(extract_main_text(html), lexicon) or _read_fallback(tree, lexicon)
    if not text:
        raise InputError("the page holds no text: if a script fills it, save what the browser shows")
    return Page(text=text, metadata=fill_metadata(metadata, heading))


def _read_by_profile(tree: LexborHTMLParser, profile: PageProfile, lexicon: Lexicon) -> tuple[str, Metadata]:
    """Return the text of a page and what it shows of title and day; no text if the profile does not fit."""
    bodies = next((found for selector in profile.body if (found := tree.css(selector))), [])
    if not bodies:
        return "", Metadata()
    told = Metadata(
        title=_read_first(tree, profile.title),
        published=_read_first(tree, profile.date, lexicon.calendar),
    )
    parts = []
    for body in _list_outermost(bodies):
        copy = LexborHTMLParser(body.html or "")
        remove_nodes(copy, (*lexicon.page_profiles.remove, *profile.remove))
        parts.append(render_text(copy.body) if copy.body is not None else "")
    return _keep_text("\n".join(parts), lexicon), told


def _list_outermost(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    known: set[int] = set()
    for node in nodes:
        parent = node.parent
        while parent is not None and parent.mem_id not in known:
            parent = parent.parent
        if parent is None:
            known.add(node.mem_id)
            yield node


def _read_first(
    tree: LexborHTMLParser, selectors: Iterable[str], calendar: Calendar | None = None
) -> str | None:
    """Return the first text, or with a calendar the first day, that selectors lead to."""
    for selector in selectors:
        for node in tree.css(selector):
            texts = [render_text(node)]
            if calendar is not None:
                texts = [node.attributes.get("datetime") or "", node.attributes.get("content") or "", *texts]
            for text in filter(None, texts):
                found = text if calendar is None else parse_published(text, calendar)
                if found:
                    return found
    return None


def _read_fallback(tree: LexborHTMLParser, lexicon: Lexicon) -> str:
    """Return the plain text of the main part of a page."""
    remove_nodes(tree, lexicon.page_profiles.remove)
    for selector in lexicon.page_profiles.fallback:
        for node in tree.css(selector):
            text = _keep_text(render_text(node), lexicon)
            if text:
                return text
    return ""


def _keep_text(text: str, lexicon: Lexicon) -> str:
    """Return a text without the lines that are furniture."""
    return "\n".join(line for line in text.split("\n") if not lexicon.furniture.is_furniture(line))


def _find_host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:
        return None


def _measure_depth(html: str) -> int:
    """Return about how deep the elements of a page are nested, unclosed ones counted as open."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        name = match["name"]
        if name is None or _UNCLOSED.fullmatch(name) or match.group().endswith("/>"):
            continue
        depth = max(depth - 1, 0) if match["end"] else depth + 1
        deepest = max(deepest, depth)
    return deepest
