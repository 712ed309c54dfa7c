"""N-Quads as text: terms, and the block of one named graph.

Templates of plain strings are fifty times faster than building a graph in
memory; all escaping is in :func:`escape`. The form is that of canonical N-Quads
as far as terms go: one space between terms, the short escapes where there are
some, everything else beyond ASCII as it is.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote

import msgspec

from kgraph.vocabulary import TERMS, XSD, expand

_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_SHORT = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_SUSPECT = re.compile(r"[^A-Za-z0-9._~:/?@!$&'()*+,;=-]")
_BAD_IN_IRI = re.compile(r"[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})")

_TERMS = {curie: f"<{expand(curie)}>" for curie in TERMS}


def _escape_character(match: re.Match[str]) -> str:
    character = match.group()
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def escape(text: str) -> str:
    """Return a text as it stands between the quotes of an N-Quads literal."""
    return _SPECIAL.sub(_escape_character, text)


def iri(value: str) -> str:
    """Return an IRI as a term; what may not stand in one, and all beyond ASCII, is percent-encoded.

    >>> iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    start, mark, fragment = value.partition("#")
    if not _SUSPECT.search(start) and not _SUSPECT.search(fragment):
        return f"<{value}>"
    return f"<{_encode(start)}{mark}{_encode(fragment.replace('#', '%23'))}>"


def _encode(part: str) -> str:
    return _BAD_IN_IRI.sub(lambda match: quote(match.group(), safe=""), part)


def plain(text: str) -> str:
    """Return a text without language as a term."""
    return f'"{escape(text)}"'


def indonesian(text: str) -> str:
    """Return a text in Indonesian as a term."""
    return f'"{escape(text)}"@id'


def english(text: str) -> str:
    """Return a text in English as a term."""
    return f'"{escape(text)}"@en'


def read_text(literal: str) -> str:
    """Return the text of a literal that this module wrote.

    >>> read_text(indonesian('the "lead" agency'))
    'the "lead" agency'
    """
    # The escapes that we write are those of JSON.
    return msgspec.json.decode(literal[: literal.rindex('"') + 1], type=str)


def typed(text: str, datatype: str) -> str:
    """Return a value of a datatype of XML Schema, named without prefix, as a term."""
    return f'"{escape(text)}"^^<{XSD}{datatype}>'


def day(date: str) -> str:
    """Return an ISO day as a term."""
    return typed(date, "date")


def integer(number: int) -> str:
    """Return a whole number as a term."""
    return typed(str(number), "integer")


TRUE = typed("true", "boolean")
FALSE = typed("false", "boolean")


def term(curie: str) -> str:
    """Return one of our terms, given as a CURIE, as a term of N-Quads.

    Raises:
        KeyError: It is not one of our terms.
    """
    return _TERMS[curie]


def format_block(graph: str, triples: Iterable[str]) -> bytes:
    """Return the N-Quads of one named graph: each once, sorted by their UTF-8 bytes.

    Args:
        graph: The IRI of the graph.
        triples: Subject, predicate and object, each a term, with one space between.
    """
    end = f" {iri(graph)} ."
    lines = sorted({triple + end for triple in triples})
    # Code points sort as UTF-8 bytes do.
    return "".join(f"{line}\n" for line in lines).encode()
