"""Minting: where the IRIs of resources come from.

IRIs of releases and of what stands in them depend on nothing but the release's
id, the local item and its place in the text; those of entities on the key that
resolution gives. All begin with a base; concepts of the ontology and regions do not move with it.
"""

import hashlib
import re
import unicodedata
from urllib.parse import quote

import msgspec

from kgraph.records import Span
from kgraph.vocabulary import CONCEPTS, ISSUES

_NOT_WORD = re.compile(r"[\W_]+")


def mint_release(base: str, release: str) -> str:
    """Return the IRI of a release, which is also that of its graph.

    An id is in the form that reading gives it, percent-encoded where it must be.

    >>> mint_release("https://example.org/", "2026/%52ilis%204")
    'https://example.org/release/2026/%52ilis%204'
    """
    return f"{base}release/{quote(release, safe='/%')}"


def mint_graph(base: str, name: str) -> str:
    """Return the IRI of a derived graph."""
    return f"{base}graph/{name}"


def mint_entity(base: str, key: str) -> str:
    """Return the IRI of an entity, whose key is a path below the base."""
    return base + key


def mint_concept(scheme: str, slug: str) -> str:
    """Return the IRI of a concept; ``scheme`` is kind, event-type, issue, agreement-kind or role."""
    return f"{CONCEPTS}{scheme}/{slug}"


def mint_issue(base: str, slug: str) -> str:
    """Return the IRI of an issue: a concept of the ontology, or one of the graph's own that a user adds.

    >>> mint_issue("https://example.org/", "health"), mint_issue("https://example.org/", "stunting")
    ('https://w3id.org/kgraph/issue/health', 'https://example.org/issue/stunting')
    """
    return mint_concept("issue", slug) if slug in ISSUES else f"{base}issue/{slug}"


def mint_region(code: str) -> str:
    """Return the IRI of a region by its Kemendagri code.

    >>> mint_region("72.71")
    'https://w3id.org/kgraph/region/72.71'
    """
    return f"{CONCEPTS}region/{quote(code, safe='.')}"


def mint_sentence(release: str, span: Span) -> str:
    """Return the IRI of a sentence of a release (given by IRI)."""
    return f"{release}#s{span.start}-{span.end}"


def mint_place(release: str, span: Span) -> str:
    """Return the IRI of a stretch of the release's text: a fragment as RFC 5147 has it."""
    return f"{release}#char={span.start},{span.end}"


def mint_claim(release: str, kind: str, item: tuple[object, ...], spans: tuple[Span, ...]) -> str:
    """Return the IRI of a claim of a release.

    Args:
        release: The IRI of the release.
        kind: The kind of claim, one word.
        item: What tells the local item from others of its kind: names as the record has them.
        spans: The sentences that state it.
    """
    key = msgspec.json.encode((kind, item, [(span.start, span.end) for span in spans]))
    return f"{release}#{kind}-{hashlib.blake2b(key, digest_size=6).hexdigest()}"


def make_slug(text: str) -> str:
    """Return the words of a text in lower case with hyphens between, fit for a path.

    >>> make_slug("Kepala BP3MI Sulawesi Tengah")
    'kepala-bp3mi-sulawesi-tengah'
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return quote(_NOT_WORD.sub("-", bare.casefold()).strip("-"), safe="-")
