"""The regency or city that a text is about, for the bodies in it that name no region of their own."""

from collections.abc import Iterable

from kgraph.extraction.body_groups import Group
from kgraph.extraction.body_words import BodyName
from kgraph.extraction.regions import FoundRegion
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.matcher import fold

_SETTLED = frozenset({"regency", "city"})
_LOCAL_KINDS = frozenset(
    {"military", "ngo-union", "other", "police", "regional-agency", "university-school", "village"}
)
"""What is of one place, as a rule, where its name does not tell a region."""
_POSTED_KINDS = frozenset({"central-regional-office", "ngo-union", "police", "regional-agency"})
"""What sits in a district or a village that its name tells: "Polsek Contoh"."""


def find_home_region(groups: Iterable[Group]) -> FoundRegion | None:
    """Return the regency or city that most bodies of a text serve, if there is one above all others."""
    counts: dict[str, int] = {}
    found: dict[str, FoundRegion] = {}
    for group in groups:
        region = group.region
        if region is not None and region.region is not None and region.region.level in _SETTLED:
            code = region.region.code
            counts[code] = counts.get(code, 0) + len(group.names)
            found.setdefault(code, region)
    most = max(counts.values(), default=0)
    first = [code for code, count in counts.items() if count == most]
    return found[first[0]] if len(first) == 1 else None


def is_local(name: BodyName, region: FoundRegion | None) -> bool:
    """Tell whether a body sits inside a regency or city that its name does not tell."""
    if name.head.abroad:
        return False
    if region is None:
        return name.kind in _LOCAL_KINDS
    return region.region is None and region.level == "local" and name.kind in _POSTED_KINDS


def spell_region(region: FoundRegion, tokens: Tokens) -> str:
    """Return the name of a region as the table has it, or as the text writes it in one word or two."""
    for first in range(region.last - 1, region.first - 1, -1):
        written = " ".join(tokens.body[tokens[first].start : tokens[region.last - 1].end].split())
        if fold(written).replace(" ", "") == fold(region.name).replace(" ", ""):
            return region.name if written.isupper() else written
    return region.name
