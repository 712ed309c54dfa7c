"""The values between resolution and mapping: entities and who is one with whom."""

from collections.abc import Mapping

import msgspec


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """A body or person across releases.

    ``key`` is the path of its IRI below the base, e.g.
    ``institution/bp3mi-sulawesi-tengah``; ``type`` is ``institution`` or
    ``person``; ``kind`` a slug of the scheme of kinds (institutions only);
    ``region_code`` a Kemendagri code; ``forms`` all surface forms, sorted.
    ``public`` is false for a person for whom no release gives a post.
    """

    key: str
    type: str
    label: str
    forms: tuple[str, ...] = ()
    kind: str | None = None
    region_code: str | None = None
    acronym: str | None = None
    public: bool = True


class Link(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A local name of a release, the entity that it names, and why."""

    release: str
    type: str
    name: str
    entity: str
    reason: str


class Linker:
    """Read-only map from the local names of releases to entities."""

    def __init__(self, entities: Mapping[str, Entity], links: Mapping[tuple[str, str, str], Link]) -> None:
        self._entities = dict(entities)
        self._links = dict(links)

    def find_institution(self, release: str, name: str) -> Entity | None:
        """Return the institution that ``name`` means in a release, if it is one there."""
        return self._find(release, "institution", name)

    def find_person(self, release: str, name: str) -> Entity | None:
        """Return the person that ``name`` means in a release, if it is one there."""
        return self._find(release, "person", name)

    def find_link(self, release: str, type_: str, name: str) -> Link | None:
        """Return the link of a local name, which says why it means what it means."""
        return self._links.get((release, type_, name))

    def _find(self, release: str, type_: str, name: str) -> Entity | None:
        link = self._links.get((release, type_, name))
        return self._entities[link.entity] if link else None

    def with_private_persons(self) -> "Linker":
        """Return the same map with every person as one who has a public post."""
        everyone = {
            key: msgspec.structs.replace(entity, public=True) for key, entity in self._entities.items()
        }
        return Linker(everyone, self._links)

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, sorted by key."""
        return tuple(self._entities[key] for key in sorted(self._entities))

    @property
    def links(self) -> tuple[Link, ...]:
        """All links, sorted."""
        return tuple(sorted(self._links.values()))
