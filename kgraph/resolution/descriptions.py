"""Bodies and persons described: label, forms, kind, region, acronym."""

from collections import Counter
from collections.abc import Iterable

from kgraph.entities import Entity
from kgraph.records import Institution, Official
from kgraph.resolution.acronyms import find_acronyms
from kgraph.resolution.bodies import NamedBody
from kgraph.resolution.institutions import InstitutionReader
from kgraph.resolution.persons import choose_name


def describe_body(key: str, bodies: list[NamedBody], reader: InstitutionReader) -> Entity:
    """Return the body that all the names mean."""
    kinds = Counter(body.identity.kind or body.institution.kind for body in bodies)
    known = {body.identity.kind for body in bodies if body.identity.kind}
    codes = Counter(body.identity.region_code for body in bodies if body.identity.region_code)
    acronyms = Counter(acronym for body in bodies if (acronym := _choose_acronym(body)))
    return Entity(
        key=key,
        type="institution",
        label=_choose_label(bodies, reader),
        forms=_sort_forms(body.institution for body in bodies),
        kind=known.pop() if len(known) == 1 else _most_common(kinds),
        region_code=_most_common(codes),
        acronym=_most_common(acronyms),
    )


def describe_person(key: str, officials: list[Official]) -> Entity:
    """Return the person that all the names mean; public if any release tells a post."""
    return Entity(
        key=key,
        type="person",
        label=choose_name(official.name for official in officials),
        forms=_sort_forms(officials),
        public=any(official.post is not None for official in officials),
    )


def _choose_acronym(body: NamedBody) -> str | None:
    """The acronym that the text gives ("DPRK"), before the usual one of the family ("DPRD")."""
    return next(iter(find_acronyms(body.institution)), None) or body.identity.acronym


def _most_common(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _sort_forms(things: Iterable[Institution | Official]) -> tuple[str, ...]:
    forms = set()
    for thing in things:
        forms |= {_join_words(thing.name), *(_join_words(mention.text) for mention in thing.mentions)}
    return tuple(sorted(forms))


def _join_words(text: str) -> str:
    return " ".join(text.split())


def _choose_label(bodies: list[NamedBody], reader: InstitutionReader) -> str:
    """The most complete name: with its region, rightly spelt, of most words; then the most frequent."""
    counts = Counter(_join_words(body.institution.name) for body in bodies)

    def weigh(body: NamedBody) -> tuple[bool, bool, bool, int, int, str]:
        name = _join_words(body.institution.name)
        return (
            not body.identity.complete,
            not body.identity.exact,
            name.isupper() and " " in name,
            -len(name.split()),
            -counts[name],
            name,
        )

    best = min(bodies, key=weigh)
    label = _join_words(best.institution.name)
    identity = best.identity
    if not identity.exact and identity.official:
        return identity.official
    if identity.known:
        label = label[:1].upper() + label[1:]
    region = reader.find_region(identity.region_code)
    if not identity.complete and not identity.own and region is not None:
        return f"{label} {reader.title_region(region)}"
    return label
