"""What a web page says of itself: JSON-LD, OpenGraph and meta elements."""

import json
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser

from kgraph.lexicon.calendar import Calendar
from kgraph.reading.days import parse_published
from kgraph.reading.metadata import Metadata, fill_metadata

_ARTICLES = frozenset(
    {"article", "newsarticle", "blogposting", "pressrelease", "report", "reportagenewsarticle"}
)
_DAYS = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "publishdate",
    "publish-date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
_DEEP = 8
"""Levels of JSON-LD that are looked into."""
_MANY = 2000
"""Objects of JSON-LD that are looked into."""


def read_page_metadata(tree: LexborHTMLParser, calendar: Calendar) -> Metadata:
    """Return title, address, day (ISO) and publisher as a page gives them to machines."""
    meta = _read_meta(tree)
    canonical = tree.css_first("link[rel='canonical']")
    address = canonical.attributes.get("href") if canonical is not None else None
    site = meta.get("og:site_name") or meta.get("dc.publisher") or meta.get("publisher")
    said = Metadata(
        title=_cut_site(meta.get("og:title") or meta.get("twitter:title"), site),
        url=next((url for url in (address, meta.get("og:url")) if _is_absolute(url)), None),
        published=_choose_day((meta.get(name) for name in _DAYS), calendar) or _read_time(tree, calendar),
        publisher=site,
    )
    article = next(_list_articles(tree), None)
    return said if article is None else fill_metadata(_read_article(article, calendar), said)


def read_heading(tree: LexborHTMLParser, publisher: str | None) -> str | None:
    """Return a page's only heading of the first rank, or else its title without the name of the site."""
    headings = tree.css("h1")
    if len(headings) == 1 and (text := headings[0].text(strip=True)):
        return text
    title = tree.css_first("title")
    return _cut_site(title.text(strip=True), publisher) if title is not None else None


def _read_meta(tree: LexborHTMLParser) -> dict[str, str]:
    meta: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        key = (
            node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        )
        content = (node.attributes.get("content") or "").strip()
        if key and content:
            meta.setdefault(key.strip().lower(), content)
    return meta


def _read_time(tree: LexborHTMLParser, calendar: Calendar) -> str | None:
    """Return the day of the only time element of a page; with several, none is known to be the page's."""
    nodes = tree.css("time[datetime]")
    return _choose_day((nodes[0].attributes.get("datetime"),), calendar) if len(nodes) == 1 else None


def _choose_day(texts: Iterable[str | None], calendar: Calendar) -> str | None:
    days = (parse_published(text, calendar) for text in texts if text)
    return next((day for day in days if day), None)


def _list_articles(tree: LexborHTMLParser) -> Iterator[dict[str, object]]:
    for node in tree.css("script[type='application/ld+json']"):
        try:
            value = json.loads(node.text() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _walk(value)


def _walk(value: object) -> Iterator[dict[str, object]]:
    """Yield the articles among nested objects, outer ones first."""
    level: list[object] = [value]
    looked = 0
    for _ in range(_DEEP):
        following: list[object] = []
        for item in level:
            looked += 1
            if looked > _MANY:
                return
            if isinstance(item, list):
                following.extend(item)
            elif isinstance(item, dict):
                if _is_article(item.get("@type")):
                    yield item
                following.extend(part for part in item.values() if isinstance(part, dict | list))
        level = following


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(name, str) and name.rsplit("/", 1)[-1].lower() in _ARTICLES for name in kinds)


def _read_article(article: dict[str, object], calendar: Calendar) -> Metadata:
    page = article.get("mainEntityOfPage")
    addresses = (article.get("url"), page.get("@id") if isinstance(page, dict) else page)
    publisher = article.get("publisher")
    if isinstance(publisher, list) and publisher:
        publisher = publisher[0]
    return Metadata(
        title=_take_text(article.get("headline")) or _take_text(article.get("name")),
        url=next((url for url in map(_take_text, addresses) if _is_absolute(url)), None),
        published=_choose_day((_take_text(article.get("datePublished")),), calendar),
        publisher=_take_text(publisher.get("name")) if isinstance(publisher, dict) else _take_text(publisher),
    )


def _take_text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_absolute(url: str | None) -> bool:
    return url is not None and url.lower().startswith(("http://", "https://"))


def _cut_site(title: str | None, site: str | None) -> str | None:
    """Return a title without the name of the site that many pages put behind it."""
    if title is None or site is None:
        return title
    for mark in (" - ", " | ", " – ", " — ", " :: ", " » "):
        head, found, tail = title.rpartition(mark)
        if found and head.strip() and tail.strip().casefold() == site.strip().casefold():
            return head.strip()
    return title
