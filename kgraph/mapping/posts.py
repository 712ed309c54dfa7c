"""Claims that a person holds a post, and the posts themselves."""

import re
from collections.abc import Iterator
from itertools import zip_longest

import msgspec

from kgraph.entities import Entity
from kgraph.lexicon.matcher import fold
from kgraph.lexicon.posts import Posts
from kgraph.mapping.iris import make_slug, mint_entity
from kgraph.mapping.quads import TRUE, day, indonesian, iri, typed
from kgraph.mapping.scope import Claim, Fact, Scope
from kgraph.records import Tenure

_BRACKETS = re.compile(r"\([^()]*\)?")
_WORD = re.compile(r"[^\W_]+(?:[.'’/&-]+[^\W_]+)*\.?")


def split_role(post: str, institution: Entity, posts: Posts) -> str:
    """Return the part of a post, as written, that does not name its institution.

    What names the institution is one of its forms, or the beginning or end of one that
    closes the post; the word or words that posts begin with always stay.

    >>> from kgraph.lexicon.load import load_lexicon
    >>> body = Entity(key="institution/bp3mi-sulawesi-tengah", type="institution",
    ...     label="BP3MI Sulawesi Tengah", forms=("BP3MI Sulteng",))
    >>> [split_role(post, body, load_lexicon().posts) for post in ("Kepala BP3MI Sulteng", "Kepala BP3MI")]
    ['Kepala', 'Kepala']
    """
    text = _BRACKETS.sub(lambda match: " " * len(match.group()), post)
    places = [match.span() for match in _WORD.finditer(text)]
    words = _split(text)
    head = _count_head(words, posts)
    forms = {
        tuple(_split(form)) for form in (institution.label, *institution.forms, institution.acronym or "")
    }
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        start = _find(words, form, head) if form else None
        if start is not None:
            tail = tuple(words[start + len(form) :])
            size = len(form) + (
                len(tail) if any(tail and other[-len(tail) :] == tail for other in forms) else 0
            )
            del words[start : start + size], places[start : start + size]
            break
    kept = len(words) - max((_count_shared(words, list(form), head) for form in forms), default=0)
    while kept > head and words[kept - 1] in posts.preposition_set:
        kept -= 1
    return _join(text, places[:kept]) or post


def _join(text: str, places: list[tuple[int, int]]) -> str:
    """Return the words at some places, with what stands between words that were neighbours."""
    parts = []
    for (start, end), after in zip_longest(places, places[1:]):
        between = text[end : after[0]] if after else ""
        parts.append(text[start:end] + (" " if any(map(str.isalnum, between)) else between))
    return " ".join("".join(parts).split())


def _split(text: str) -> list[str]:
    return [fold(word).rstrip(".") for word in _WORD.findall(_BRACKETS.sub(" ", text))]


def _count_head(words: list[str], posts: Posts) -> int:
    """Return how many words at the start of a post are one beginning of posts; at least one."""
    lengths = [size for size in range(1, len(words) + 1) if " ".join(words[:size]) in posts.phrase_set]
    return max(lengths, default=1)


def _find(words: list[str], form: tuple[str, ...], first: int) -> int | None:
    places = range(first, len(words) - len(form) + 1)
    return next((start for start in places if tuple(words[start : start + len(form)]) == form), None)


def _count_shared(words: list[str], form: list[str], head: int) -> int:
    """Return how many words at the end of a post are the end, or the beginning, of a form.

    One word alone counts only directly behind the beginning of the post: "Bupati Gresik",
    but not a subject that the institution shares with one of its posts.
    """
    most = min(len(words) - head, len(form))
    sizes = [size for size in range(1, most + 1) if words[-size:] in (form[-size:], form[:size])]
    longest = max(sizes, default=0)
    return longest if longest > 1 or len(words) - longest == head else 0


def mint_post(base: str, role: str, institution: Entity) -> str:
    """Return the IRI of a post: its role, then the name of its institution as the institution's IRI has it.

    >>> body = Entity(key="institution/bp3mi-sulawesi-tengah", type="institution", label="BP3MI")
    >>> mint_post("https://example.org/", "Kepala", body)
    'https://example.org/post/kepala-bp3mi-sulawesi-tengah'
    """
    return mint_entity(base, f"post/{make_slug(role)}-{institution.key.rpartition('/')[2]}")


def map_memberships(scope: Scope) -> Iterator[Claim]:
    """Yield who holds which post where, as the release says it."""
    for official in scope.record.officials:
        person = scope.find_person(official.name)
        if person is None or not person.public or not (official.post or official.institution):
            continue
        institution = scope.find_institution(official.institution)
        spans = official.evidence.post + official.evidence.institution
        if not spans or not (institution or official.post):
            continue
        facts = [("org:member", scope.refer(person)), *_hold(scope, official.post, institution)]
        date = scope.record.published
        facts.append(("kg:observedOn", day(date)) if date else ("kg:dateUnknown", TRUE))
        key = (official.name, official.post, official.institution)
        yield scope.claim("membership", key, spans, ("org:Membership",), facts)


def _hold(scope: Scope, post: str | None, institution: Entity | None) -> list[Fact]:
    facts: list[Fact] = []
    if institution is not None:
        facts.append(("org:organization", scope.refer(institution)))
    if post:
        facts.append(("kg:postText", indonesian(post)))
        if institution is not None:
            role = split_role(post, institution, scope.posts)
            facts.append(("kg:heldPost", iri(mint_post(scope.base, role, institution))))
    return facts


def map_tenures(scope: Scope) -> Iterator[Claim]:
    """Yield the stated beginnings and ends of holding a post."""
    for item in scope.record.tenures:
        person = scope.find_person(item.person)
        if person is None or not person.public or not item.evidence:
            continue
        institution = scope.find_institution(item.institution)
        facts = [("org:member", scope.refer(person)), *_hold(scope, item.post, institution)]
        if item.start:
            facts.append(("kg:statedStart", _day_or_part(item.start)))
        if item.end:
            facts.append(("kg:statedEnd", _day_or_part(item.end)))
        published = scope.record.published
        if published and _lasts(item, published):
            facts.append(("kg:observedOn", day(published)))
        elif not (item.start or item.end):
            facts.append(("kg:dateUnknown", TRUE))
        key = (item.person, item.post, item.institution, item.start, item.end)
        claim = scope.claim("tenure", key, item.evidence, ("org:Membership", "kg:TenureClaim"), facts)
        interval = [("org:memberDuring", iri(f"{claim.iri}-interval"))] if item.start or item.end else []
        yield msgspec.structs.replace(claim, facts=(*claim.facts, *interval))


def _lasts(item: Tenure, published: str) -> bool:
    """Whether a release shows the holder in the post on the day of publication.

    It does where it tells when the holding began, and no end that has passed. Of one whose
    successor alone is told, and of one who is retired, it tells the contrary.
    """
    if item.start is None or item.start > published:
        return False
    return item.end is None or item.end >= published


def _day_or_part(date: str) -> str:
    """Return an ISO day, month or year as a term of its datatype."""
    return typed(date, {4: "gYear", 7: "gYearMonth"}.get(len(date), "date"))
