"""The regency or city that a text is about, for the bodies in it that name no region of their own."""

from collections import Counter
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
    counts: Counter[str] = Counter()
    found: dict[str, FoundRegion] = {}
    for group in groups:
        region = group.region
        if region is not None and region.region is not None and region.region.level in _SETTLED:
            counts[region.region.code] += len(group.names)
            found.setdefault(region.region.code, region)
    most = counts.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return found[most[0][0]]


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
