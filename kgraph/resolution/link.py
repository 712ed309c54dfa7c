"""From the records of all releases to the bodies and persons that they name."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from kgraph.entities import Entity, Link, Linker
from kgraph.lexicon.load import Lexicon
from kgraph.records import Institution, Official, Record
from kgraph.resolution.definitions import Definition, join_definitions
from kgraph.resolution.institutions import Identity, InstitutionReader, find_acronyms
from kgraph.resolution.names import make_slug
from kgraph.resolution.persons import Holder, choose_name, identify_persons, split_name


class _Named(msgspec.Struct, frozen=True, kw_only=True):
    release: str
    institution: Institution
    identity: Identity


class _Person(msgspec.Struct, frozen=True, kw_only=True):
    official: Official
    holder: Holder


def link_records(records: Iterable[Record], lexicon: Lexicon) -> Linker:
    """Return who is who: for each local name of each release the entity that it names.

    Bodies are one where family, region and remaining words are the same, or where a
    release defines one name by another; persons where name and body are. The result
    is the same in whatever order the records come.
    """
    reader = InstitutionReader(lexicon.registry, lexicon.regions)
    named: list[_Named] = []
    officials: dict[str, tuple[Official, ...]] = {}
    for record in records:
        release = record.release.id
        officials[release] = record.officials
        named += [
            _Named(release=release, institution=one, identity=_own(reader.identify(one), release))
            for one in record.institutions
        ]
    named.sort(key=lambda one: (one.release, one.institution.name))
    joined = join_definitions(_find_definitions(named, reader))
    named = [msgspec.structs.replace(one, identity=_join(one.identity, joined)) for one in named]

    links: dict[tuple[str, str, str], Link] = {}
    for one in named:
        link = Link(
            release=one.release,
            type="institution",
            name=one.institution.name,
            entity=one.identity.key,
            reason=one.identity.reason,
        )
        links.setdefault((link.release, link.type, link.name), link)
    entities = {entity.key: entity for entity in _describe_institutions(named, reader)}

    people = _find_people(officials, links, reader)
    identities = identify_persons([one.holder for one in people], {one: _slug(one) for one in officials})
    members: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        identity = identities[person.holder]
        members[identity.key].append(person)
        link = Link(
            release=person.holder.release,
            type="person",
            name=person.official.name,
            entity=identity.key,
            reason=identity.reason,
        )
        links.setdefault((link.release, link.type, link.name), link)
    for key, group in members.items():
        entities[key] = Entity(
            key=key,
            type="person",
            label=choose_name(person.official.name for person in group),
            forms=_sort_forms(person.official for person in group),
            public=any(person.official.post is not None for person in group),
        )
    return Linker(entities, links)


def _slug(release: str) -> str:
    """A slug of a release's id that no other id shares."""
    slug = make_slug(release)
    return (
        slug if slug == release else f"{slug}-{hashlib.sha256(release.encode()).hexdigest()[:6]}".strip("-")
    )


def _own(identity: Identity, release: str) -> Identity:
    if not identity.own:
        return identity
    return msgspec.structs.replace(
        identity,
        key=f"{identity.key}--in-{_slug(release)}",
        reason=f"{identity.reason}, so it is this release's own",
    )


def _find_definitions(named: list[_Named], reader: InstitutionReader) -> list[Definition]:
    """Pairs of keys that a release makes one: the full name and the short form that it defines."""
    found = []
    for one in named:
        code = one.identity.region_code
        if one.identity.own:
            continue
        for acronym in find_acronyms(one.institution):
            if not _closes(acronym, one.institution, reader):
                continue
            short = reader.identify_form(_with_region(acronym, code, reader), code)
            if short.own or short.key == one.identity.key or short.region_code != code:
                continue
            if short.kind is not None and short.kind != one.institution.kind:
                continue
            found.append(
                Definition(
                    full=one.identity.key,
                    short=short.key,
                    acronym=acronym,
                    release=one.release,
                    kind=one.institution.kind,
                    full_fixed=one.identity.known and not one.identity.generic,
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


def _join(identity: Identity, joined: dict[str, tuple[str, str]]) -> Identity:
    if identity.key not in joined:
        return identity
    key, reason = joined[identity.key]
    return msgspec.structs.replace(identity, key=key, reason=f"{identity.reason}; {reason}")


def _find_people(
    officials: dict[str, tuple[Official, ...]],
    links: dict[tuple[str, str, str], Link],
    reader: InstitutionReader,
) -> list[_Person]:
    people = []
    for release in sorted(officials):
        for official in officials[release]:
            anchor = _find_anchor(release, official, links, reader)
            holder = Holder(release=release, name=official.name, anchor=anchor)
            people.append(_Person(official=official, holder=holder))
    return people


def _find_anchor(
    release: str, official: Official, links: dict[tuple[str, str, str], Link], reader: InstitutionReader
) -> str | None:
    """The slug that tells a person apart from namesakes: of the body, else of the post.

    A post that names neither body nor region tells a person apart only together with
    a name of several words.
    """
    if official.institution is not None:
        link = links.get((release, "institution", official.institution))
        if link is not None:
            return link.entity.removeprefix("institution/")
    if official.post is None:
        return None
    slug, telling = reader.identify_post(official.post)
    return slug if telling or len(split_name(official.name)) > 1 else None


def _sort_forms(things: Iterable[Institution | Official]) -> tuple[str, ...]:
    forms = set()
    for thing in things:
        forms |= {thing.name, *(" ".join(mention.text.split()) for mention in thing.mentions)}
    return tuple(sorted(forms))


def _describe_institutions(named: list[_Named], reader: InstitutionReader) -> list[Entity]:
    members: dict[str, list[_Named]] = defaultdict(list)
    for one in named:
        members[one.identity.key].append(one)
    return [_describe(key, group, reader) for key, group in sorted(members.items())]


def _describe(key: str, group: list[_Named], reader: InstitutionReader) -> Entity:
    kinds = Counter(one.identity.kind or one.institution.kind for one in group)
    known = {one.identity.kind for one in group if one.identity.kind}
    codes = Counter(one.identity.region_code for one in group if one.identity.region_code)
    acronyms = Counter(acronym for one in group if (acronym := _choose_acronym(one)))
    return Entity(
        key=key,
        type="institution",
        label=_choose_label(group, reader),
        forms=_sort_forms(one.institution for one in group),
        kind=min(known) if len(known) == 1 else _most_common(kinds),
        region_code=_most_common(codes),
        acronym=_most_common(acronyms),
    )


def _choose_acronym(one: _Named) -> str | None:
    return one.identity.acronym or next(iter(find_acronyms(one.institution)), None)


def _most_common(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _choose_label(group: list[_Named], reader: InstitutionReader) -> str:
    """The most complete name: with its region, rightly spelt, of most words; then the most frequent."""
    counts = Counter(" ".join(one.institution.name.split()) for one in group)

    def weigh(one: _Named) -> tuple[bool, bool, bool, int, int, str]:
        name = " ".join(one.institution.name.split())
        identity = one.identity
        return (
            not identity.complete,
            not identity.exact,
            name.isupper() and " " in name,
            -len(name.split()),
            -counts[name],
            name,
        )

    best = min(group, key=weigh)
    label = " ".join(best.institution.name.split())
    if not best.identity.exact and best.identity.official:
        return best.identity.official
    region = reader.find_region(best.identity.region_code)
    if not best.identity.complete and not best.identity.own and region is not None:
        return f"{label} {reader.title_region(region)}"
    return label
