"""Claims that a person holds a post, and the posts themselves."""

import re
from collections.abc import Iterator

import msgspec

from kgraph.entities import Entity
from kgraph.mapping.iris import make_slug, mint_entity
from kgraph.mapping.quads import TRUE, day, indonesian, iri, typed
from kgraph.mapping.scope import Claim, Fact, Scope

_WORD = re.compile(r"\w+(?:[.'’/-]\w+)*")
_LOOSE = " ,-–("


def split_role(post: str, institution: Entity) -> str:
    """Return the part of a post, as written, that does not name its institution.

    >>> body = Entity(key="institution/bp3mi-sulawesi-tengah", type="institution",
    ...     label="BP3MI Sulawesi Tengah", forms=("BP3MI Sulteng",))
    >>> split_role("Kepala BP3MI Sulteng", body)
    'Kepala'
    >>> split_role("Kepala BP3MI", body)
    'Kepala'
    """
    lowered = post.casefold()
    for form in sorted(
        {institution.label, *institution.forms, institution.acronym or ""} - {""}, key=_longest
    ):
        start = lowered.find(form.casefold())
        end = start + len(form)
        if start > 0 and len(lowered) == len(post) and not lowered[start - 1 : start + 1].isalnum():
            if end < len(post) and post[end].isalnum():
                continue
            return " ".join(f"{post[:start].rstrip(_LOOSE)} {post[end:].lstrip(_LOOSE)}".split())
    words = [match.span() for match in _WORD.finditer(post)]
    role = [make_slug(post[start:end]) for start, end in words]
    body = institution.key.rpartition("/")[2].split("-")
    kept = len(role)
    for size in range(min(len(role) - 1, len(body)), 0, -1):
        if role[-size:] == body[:size] or role[-size:] == body[-size:]:
            kept = len(role) - size
            break
    return post[: words[kept - 1][1]] if words else post


def _longest(form: str) -> tuple[int, str]:
    return -len(form), form


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
            role = split_role(post, institution)
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
        if scope.record.published:
            facts.append(("kg:observedOn", day(scope.record.published)))
        elif not (item.start or item.end):
            facts.append(("kg:dateUnknown", TRUE))
        key = (item.person, item.post, item.institution, item.start, item.end)
        claim = scope.claim("tenure", key, item.evidence, ("org:Membership", "kg:TenureClaim"), facts)
        interval = [("org:memberDuring", iri(f"{claim.iri}-interval"))] if item.start or item.end else []
        yield msgspec.structs.replace(claim, facts=(*claim.facts, *interval))


def _day_or_part(date: str) -> str:
    """Return an ISO day, month or year as a term of its datatype."""
    return typed(date, {4: "gYear", 7: "gYearMonth"}.get(len(date), "date"))
