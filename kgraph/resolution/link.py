"""From the records of all releases to the bodies and persons that they name."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from kgraph.entities import Entity, Link, Linker
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.posts import Posts
from kgraph.records import Institution, Official, Record
from kgraph.resolution.bodies import NamedBody, resolve_bodies, slug_release
from kgraph.resolution.descriptions import describe_body, describe_person
from kgraph.resolution.institutions import InstitutionReader
from kgraph.resolution.persons import Holder, identify_persons, split_name

_Links = dict[tuple[str, str, str], Link]


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
    institutions: list[tuple[str, tuple[Institution, ...]]] = []
    officials: dict[str, tuple[Official, ...]] = {}
    for record in records:
        institutions.append((record.release.id, record.institutions))
        officials[record.release.id] = record.officials
    links: _Links = {}
    entities = _link_bodies(resolve_bodies(institutions, reader), reader, links)
    entities += _link_people(officials, reader, lexicon.posts, links)
    return Linker({entity.key: entity for entity in entities}, links)


def _link_bodies(bodies: list[NamedBody], reader: InstitutionReader, links: _Links) -> list[Entity]:
    members: dict[str, list[NamedBody]] = defaultdict(list)
    for body in bodies:
        place = (body.release, "institution", body.institution.name)
        if place not in links:
            links[place] = _make_link(place, body.identity.key, body.identity.reason)
            members[body.identity.key].append(body)
    return [describe_body(key, group, reader) for key, group in members.items()]


def _make_link(place: tuple[str, str, str], entity: str, reason: str) -> Link:
    release, type_, name = place
    return Link(release=release, type=type_, name=name, entity=entity, reason=reason)


def _link_people(
    officials: dict[str, tuple[Official, ...]], reader: InstitutionReader, posts: Posts, links: _Links
) -> list[Entity]:
    people = []
    for release in sorted(officials):
        for official in officials[release]:
            anchor = _find_anchor(release, official, reader, posts, links)
            holder = Holder(release=release, name=official.name, anchor=anchor)
            people.append(_Person(official=official, holder=holder))
    slugs = {release: slug_release(release) for release in officials}
    identities = identify_persons([person.holder for person in people], slugs)
    members: dict[str, list[Official]] = defaultdict(list)
    for person in people:
        identity = identities[person.holder]
        place = (person.holder.release, "person", person.official.name)
        if place not in links:
            links[place] = _make_link(place, identity.key, identity.reason)
            members[identity.key].append(person.official)
    return [describe_person(key, group) for key, group in members.items()]


def _find_anchor(
    release: str, official: Official, reader: InstitutionReader, posts: Posts, links: _Links
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
    implied = _find_implied(official.post, reader, posts)
    if implied is not None:
        return implied
    slug, is_telling = reader.identify_post(official.post)
    return slug if is_telling or len(split_name(official.name)) > 1 else None


def _find_implied(post: str, reader: InstitutionReader, posts: Posts) -> str | None:
    """The slug of the body that a post means without naming it: "Bupati Gresik", "Kapolres Sigi"."""
    words = post.split()
    for size in range(min(len(words), 4), 0, -1):
        begins = " ".join(words[:size]).lower()
        head = posts.body_of.get(begins) or posts.implied_body_of.get(begins)
        if head is not None:
            body = reader.identify_form(" ".join([head, *words[size:]]), None)
            is_told = body.known and not body.own and (body.region_code or size < len(words))
            return body.key.removeprefix("institution/") if is_told else None
    return None
