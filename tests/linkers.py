"""A linker of the plainest kind, for tests of what comes after resolution: one name, one entity."""

from collections.abc import Iterable

from kgraph.entities import Entity, Link, Linker
from kgraph.lexicon.load import Lexicon
from kgraph.mapping.iris import make_slug
from kgraph.records import Record


def link_by_name(records: Iterable[Record], lexicon: Lexicon | None = None) -> Linker:
    entities: dict[str, Entity] = {}
    links: dict[tuple[str, str, str], Link] = {}
    for record in sorted(records, key=lambda record: record.release.id):
        items = [("institution", item.name, item) for item in record.institutions]
        items += [("person", item.name, item) for item in record.officials]
        for type_, name, item in items:
            key = f"{type_}/{make_slug(name)}"
            old = entities.get(key)
            forms = {mention.text for mention in item.mentions} | set(old.forms if old else ())
            is_public = type_ == "institution" or bool(item.post) or bool(old and old.public)
            entities[key] = Entity(
                key=key,
                type=type_,
                label=old.label if old else name,
                forms=tuple(sorted(forms)),
                kind=item.kind if type_ == "institution" else None,
                region_code=item.region_code if type_ == "institution" else None,
                acronym=item.acronym if type_ == "institution" else None,
                public=is_public,
            )
            place = (record.release.id, type_, name)
            links[place] = Link(release=place[0], type=type_, name=name, entity=key, reason="the same name")
    return Linker(entities, links)
