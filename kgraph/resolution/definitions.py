"""Names that releases define by each other: "Dinas ... Masyarakat (DP3APM) Kota Medan"."""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

_LETTERS = 4
"""Letters of the shortest acronym that may mean one body all over the country."""


class Definition(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A release says that two keys are one.

    ``full_fixed`` and ``short_fixed`` say which of them the registry knows as a body or
    family of its own; ``local`` says that the acronym is compared within a region only.
    """

    full: str
    short: str
    acronym: str
    release: str
    kind: str
    full_fixed: bool
    short_fixed: bool
    local: bool


def join_definitions(definitions: Iterable[Definition]) -> dict[str, tuple[str, str]]:
    """Return for each key that means another the key to use instead, and why.

    An acronym that two releases define as two bodies joins nothing, nor does one that
    would make two families of the registry one, nor a short one that no region bounds.
    """
    by_short: dict[str, list[Definition]] = defaultdict(list)
    for definition in sorted(definitions):
        if definition.local or len(definition.acronym) >= _LETTERS:
            by_short[definition.short].append(definition)
    joined: dict[str, tuple[str, str]] = {}
    targets: set[str] = set()
    for short in sorted(by_short):
        first = by_short[short][0]
        if any((other.full, other.kind) != (first.full, first.kind) for other in by_short[short]):
            continue
        if first.full_fixed and first.short_fixed:
            continue
        old, new = (first.full, short) if first.short_fixed else (short, first.full)
        if old in joined or new in joined or old in targets:
            continue
        joined[old] = (new, f"{first.acronym} is defined as such in {first.release}")
        targets.add(new)
    return joined
