"""Checks of the bodies that a user adds: no name of one may mean another."""

import re
from collections.abc import Callable, Iterator

import msgspec

from kgraph.errors import KGraphError
from kgraph.lexicon.joining import Joiner
from kgraph.lexicon.merging import OwnEntry
from kgraph.lexicon.regions import Regions
from kgraph.lexicon.registry import Registry

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FORM_LISTS = ("forms", "province_forms", "regency_forms", "city_forms")


class _OwnForm(msgspec.Struct, frozen=True, kw_only=True):
    """A name that a user gives to a body or a family, ``owner``."""

    owner: str
    form: str
    error: Callable[[str], KGraphError]


def check_own_bodies(registry: Registry, regions: Regions, joiner: Joiner) -> None:
    """Gather what is wrong with the bodies and families that are added to a registry.

    Args:
        registry: The registry with them.
        regions: All regions.
        joiner: Has read them, and takes up the faults.
    """
    rows = joiner.rows.get("institutions.csv", [])
    families = [one for one in joiner.entries.get("families.toml", ()) if one.list_name == "family"]
    keys = {entry.key for entry in registry.entries}
    slugs = {family.slug for family in registry.families}
    for row in rows:
        key, name = row.cells["key"], row.cells["name"]
        entry = registry.by_key.get(key)
        if entry is None:
            continue
        with joiner.gathering():
            if not _SLUG.fullmatch(key):
                raise row.error(f"the key {key!r} must be of a-z, 0-9 and single hyphens")
            if not (name or entry.name):
                raise row.error(f"the new body {key} needs a name")
            if key in slugs:
                raise row.error(f"{key} is the slug of a family already")
            if entry.region and entry.region not in regions.by_code:
                raise row.error(f"there is no region {entry.region}")
    for family in families:
        with joiner.gathering():
            _check_family(family, keys, slugs)
    own = [
        *(
            _OwnForm(owner=row.cells["key"], form=form, error=row.error)
            for row in rows
            for form in (row.cells["name"], row.cells["acronym"], *row.cells["forms"].split(";"))
            if form
        ),
        *(form for family in families for form in _list_forms(family)),
    ]
    _check_forms(registry, own, joiner)


def _check_family(family: OwnEntry, keys: set[str], slugs: set[str]) -> None:
    slug = family.values["slug"]
    if slug not in slugs:
        return
    if not _SLUG.fullmatch(slug):
        raise family.error(f"the slug {slug!r} must be of a-z, 0-9 and single hyphens", "slug")
    if slug in keys:
        raise family.error(f"{slug} is the key of a body already", "slug")
    for name in ("of", "parent"):
        if family.values.get(name, slug) not in keys | slugs:
            raise family.error(f"there is no body or family {family.values[name]}", name)


def _list_forms(family: OwnEntry) -> Iterator[_OwnForm]:
    values, slug = family.values, family.values["slug"]
    for name in ("name", "acronym", *_FORM_LISTS):
        given = values.get(name, [])
        for number, form in enumerate(given if isinstance(given, list) else [given]):
            if isinstance(form, str):
                keys = (name, number) if name in _FORM_LISTS else (name,)

                def error(message: str, keys: tuple[str | int, ...] = keys) -> KGraphError:
                    return family.error(message, *keys)

                yield _OwnForm(owner=slug, form=form, error=error)


def _check_forms(registry: Registry, own: list[_OwnForm], joiner: Joiner) -> None:
    """Gather the names whose words, without those that carry no weight, are those of another body."""
    if not own:
        return
    added = {(one.owner, one.form) for one in own}
    owners = {
        registry.simplify(form): owner
        for owner, form in _list_all_forms(registry)
        if (owner, form) not in added
    }
    for one in own:
        words = registry.simplify(one.form)
        other = owners.setdefault(words, one.owner)
        with joiner.gathering():
            if not words:
                raise one.error(f"{one.form} has no word that could name a body")
            if other != one.owner:
                raise one.error(f"{one.form} is known already and means {other}, not {one.owner}")


def _list_all_forms(registry: Registry) -> Iterator[tuple[str, str]]:
    for entry in registry.entries:
        for form in filter(None, (entry.name, entry.acronym, *entry.forms)):
            yield entry.key, form
    for family in registry.families:
        for form, _ in family.levelled_forms:
            yield family.slug, form
