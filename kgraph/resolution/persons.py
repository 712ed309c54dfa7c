"""Which names of officials mean one person: same name, same body."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

import msgspec
from rapidfuzz.distance import OSA

from kgraph.resolution.names import make_slug

_LETTERS = 7
"""Letters of the shortest name in which one slip may be forgiven."""


class Holder(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A person as a release names it; ``anchor`` is the slug of the body or post that tells it apart.

    Without an anchor the name stands for itself in this release alone.
    """

    release: str
    name: str
    anchor: str | None = None


class PersonIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """The key of a person, the path of its IRI below the base, and why."""

    key: str
    reason: str


def split_name(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name in lower case, without marks.

    >>> split_name("Moh. Ma’ruf Al-Amin")
    ('moh', 'maruf', 'al', 'amin')
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return tuple(re.findall(r"\w+", re.sub(r"['’‘`]", "", plain.lower())))


def is_compatible(one: str, other: str) -> bool:
    """Whether two names may be forms of one: initials, joined parts, or one slip of the pen.

    A name of one part has no second part to vouch for it: Sumardi and Sunardi are two.

    >>> is_compatible("Lestari W. Simbolon", "Lestari Wulandari Simbolon")
    True
    >>> is_compatible("Budi Raharja", "Lantip Budi Raharja")
    False
    """
    first, second = split_name(one), split_name(other)
    if "".join(first) == "".join(second):
        return True
    if len(first) != len(second) or len(first) == 1:
        return False
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if all(_is_initial(a, b) or _is_initial(b, a) for a, b in differing):
        return any(len(a) > 1 for a, b in zip(first, second, strict=True) if a == b)
    if len(differing) != 1:
        return False
    a, b = differing[0]
    return len("".join(first)) >= _LETTERS and min(len(a), len(b)) > 3 and OSA.distance(a, b) == 1


def _is_initial(short: str, long: str) -> bool:
    return len(short) == 1 and long.startswith(short)


def _weigh(name: str) -> tuple[int, int, bool, str]:
    """Sort key that puts the most complete form first."""
    parts = split_name(name)
    return -sum(len(part) > 1 for part in parts), -len("".join(parts)), name.isupper(), name


def choose_name(names: Iterable[str]) -> str:
    """Return the most complete of several forms of a person's name."""
    return min(names, key=_weigh)


def identify_persons(holders: Iterable[Holder], release_slug: dict[str, str]) -> dict[Holder, PersonIdentity]:
    """Return who each holder is.

    Forms of a name are one person where they share the anchor, every two of them are
    compatible, and no release names two of them as two persons; a chain of forms in
    which that fails stays apart, form by form.
    """
    everyone = sorted(set(holders))
    releases: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for holder in everyone:
        if holder.anchor is not None:
            releases[holder.anchor][holder.name].add(holder.release)
    chosen = {anchor: _group(names) for anchor, names in releases.items()}
    identities = {}
    for holder in everyone:
        slug = make_slug(holder.name)
        if holder.anchor is None:
            own = f"person/{slug}--in-{release_slug[holder.release]}"
            identities[holder] = PersonIdentity(key=own, reason="a bare name is this release's own")
            continue
        best = chosen[holder.anchor][holder.name]
        reason = "the same name" if best == holder.name else f"a form of the name {best}"
        identities[holder] = PersonIdentity(
            key=f"person/{make_slug(best)}--{holder.anchor}", reason=f"{reason} at {holder.anchor}"
        )
    return identities


def _group(releases: dict[str, set[str]]) -> dict[str, str]:
    """Map each name, given with the releases that have it, to the most complete form of its person."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in sorted(releases):
        for key in _list_keys(name):
            by_key[key].append(name)
    best: dict[str, str] = {}
    for name in sorted(releases):
        if name in best:
            continue
        group = _grow(name, by_key)
        is_one = all(
            is_compatible(one, other) and not releases[one] & releases[other]
            for one, other in combinations(group, 2)
        )
        for member in group:
            best[member] = choose_name(group) if is_one else _choose_spelling(member, group)
    return best


def _list_keys(name: str) -> set[str]:
    """Keys of which two compatible names share at least one: the parts, and all of them joined."""
    parts = split_name(name)
    return {"".join(parts), *(part for part in parts if len(part) > 1)}


def _grow(name: str, by_key: dict[str, list[str]]) -> list[str]:
    """All names that a chain of compatible names leads to."""
    group = [name]
    seen = {name}
    for member in group:
        near = sorted({other for key in _list_keys(member) for other in by_key[key]} - seen)
        found = [other for other in near if is_compatible(member, other)]
        group += found
        seen.update(found)
    return sorted(group)


def _choose_spelling(name: str, group: list[str]) -> str:
    same = [other for other in group if split_name(other) == split_name(name)]
    return choose_name(same)
