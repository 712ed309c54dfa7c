"""All names of bodies in all releases, each with what it means."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from kgraph.records import Institution
from kgraph.resolution.acronyms import find_acronyms
from kgraph.resolution.definitions import Definition, join_definitions
from kgraph.resolution.institutions import Identity, InstitutionReader
from kgraph.resolution.names import make_slug


class NamedBody(msgspec.Struct, frozen=True, kw_only=True):
    """An institution of a release and what its name means."""

    release: str
    institution: Institution
    identity: Identity


def slug_release(release: str) -> str:
    """Return a slug of a release's id that no other id has.

    >>> slug_release("p2mi-001"), slug_release("P2MI 001") != slug_release("p2mi/001")
    ('p2mi-001', True)
    """
    slug = make_slug(release)
    if slug == release:
        return slug
    return f"{slug}-{hashlib.sha256(release.encode()).hexdigest()[:6]}".strip("-")


def resolve_bodies(
    institutions: Iterable[tuple[str, tuple[Institution, ...]]], reader: InstitutionReader
) -> list[NamedBody]:
    """Return what each institution of each release is, sorted by release and name.

    Args:
        institutions: Ids of releases with their institutions, in any order.
        reader: What tells the meaning of one name.
    """
    bodies = []
    for release, found in institutions:
        identities = [reader.identify(one) for one in found]
        for one, identity in zip(found, identities, strict=True):
            placed = _place_unit(one, identity, identities, reader)
            bodies.append(NamedBody(release=release, institution=one, identity=_own(placed, release)))
    bodies.sort(key=lambda body: (body.release, body.institution.name, body.identity.key))
    joined = join_definitions(_find_definitions(bodies, reader))
    bodies = [_replace(body, joined) for body in bodies]
    joined = _join_proper_names(bodies)
    return [_replace(body, joined) for body in bodies]


def _place_unit(
    institution: Institution, identity: Identity, others: list[Identity], reader: InstitutionReader
) -> Identity:
    """A unit without a region is that of the only body above it which the release names."""
    if not identity.own or identity.parent is None:
        return identity
    above = {other.region_code for other in others if other.family == identity.parent and other.region_code}
    if len(above) != 1:
        return identity
    placed = reader.identify_form(institution.name, above.pop())
    return msgspec.structs.replace(
        placed, reason=f"{placed.reason}; the only {identity.parent} of the release"
    )


def _own(identity: Identity, release: str) -> Identity:
    if not identity.own:
        return identity
    return msgspec.structs.replace(
        identity,
        key=f"{identity.key}--in-{slug_release(release)}",
        reason=f"{identity.reason}, so it is this release's own",
    )


def _replace(body: NamedBody, joined: dict[str, tuple[str, str]]) -> NamedBody:
    if body.identity.key not in joined:
        return body
    key, reason = joined[body.identity.key]
    identity = msgspec.structs.replace(body.identity, key=key, reason=f"{body.identity.reason}; {reason}")
    return msgspec.structs.replace(body, identity=identity)


def _find_definitions(bodies: list[NamedBody], reader: InstitutionReader) -> list[Definition]:
    """Pairs of keys that a release makes one: the full name and the short form that it defines."""
    found = []
    for body in bodies:
        code = body.identity.region_code
        if body.identity.own:
            continue
        for acronym in find_acronyms(body.institution):
            if not _closes(acronym, body.institution, reader):
                continue
            short = reader.identify_form(_with_region(acronym, code, reader), code)
            if short.own or short.key == body.identity.key or short.region_code != code:
                continue
            if short.kind is not None and short.kind != body.institution.kind:
                continue
            found.append(
                Definition(
                    full=body.identity.key,
                    short=short.key,
                    acronym=acronym,
                    release=body.release,
                    kind=body.institution.kind,
                    full_fixed=body.identity.known and not body.identity.generic,
                    short_fixed=short.known,
                    local=code is not None,
                )
            )
    return found


def _closes(acronym: str, institution: Institution, reader: InstitutionReader) -> bool:
    """Whether an acronym stands for all of the name but the region, not only for its beginning."""
    tails = [
        mention.text.split(f"({acronym})", 1)[1]
        for mention in institution.mentions
        if f"({acronym})" in mention.text
    ]
    return all(reader.is_place(tail) for tail in tails)


def _with_region(acronym: str, code: str | None, reader: InstitutionReader) -> str:
    region = reader.find_region(code)
    return f"{acronym} {reader.name_region(region)}" if region else acronym


def _join_proper_names(bodies: list[NamedBody]) -> dict[str, tuple[str, str]]:
    """A body with a proper name, written without its region, is the only one of that name."""
    placed: dict[str, set[str]] = defaultdict(set)
    bare = set()
    for body in bodies:
        identity = body.identity
        if identity.proper is None:
            continue
        if identity.region_code is None:
            bare.add((identity.proper, identity.key))
        else:
            placed[identity.proper].add(identity.key)
    return {
        key: (min(placed[proper]), "the only body of this proper name")
        for proper, key in sorted(bare)
        if len(placed[proper]) == 1
    }
