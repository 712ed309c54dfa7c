"""What of a graph is worded by its releases: left out where their texts may not be redistributed."""

import re

from kgraph.vocabulary import RDF, XSD, expand

_KEPT_TEXTS = frozenset(
    f"<{expand(curie)}>"
    for curie in (
        "dct:identifier",
        "dct:language",
        "kg:acronym",
        "kg:basis",
        "kg:modality",
        "kg:sha256",
        "rdfs:label",
        "schema:publisher",
        "schema:softwareVersion",
        "skos:altLabel",
        "skos:prefLabel",
    )
)
"""Texts that are no wording: keys, hashes, slugs, and the names of institutions, persons and posts.

What is not listed is left out, so that a property that is new cannot let a text slip through.
"""
_KEPT_TYPES = tuple(
    f"^^<{XSD}{name}>" for name in ("anyURI", "boolean", "date", "gYear", "gYearMonth", "integer")
)
_QUOTE = re.compile(r"#s[0-9]+-[0-9]+-quote>$")
_TEXT_FRAGMENT = ":~:"
_QUOTE_TYPE = (f"<{RDF}type>", f"<{expand('oa:TextQuoteSelector')}>")


def is_wording(subject: str, predicate: str, value: str) -> bool:
    """Return whether a triple of a release, or one derived from releases, holds words of their texts.

    These are titles, quotes, utterances, surface forms, posts and places as written, what an
    agreement is about, and links that carry words of the text behind ``#:~:text=``. Positions,
    hashes, dates, kinds and names are not. The address of a release stays, as it tells where the
    text may be read.

    Args:
        subject: The subject as a term of N-Triples, as are the others.
        predicate: The predicate.
        value: The object.
    """
    if _TEXT_FRAGMENT in value or _TEXT_FRAGMENT in subject:
        return True
    if value.startswith("<"):
        return (predicate, value) == _QUOTE_TYPE or bool(_QUOTE.search(value))
    if value.startswith('"'):
        return not value.endswith(_KEPT_TYPES) and predicate not in _KEPT_TEXTS
    return False
