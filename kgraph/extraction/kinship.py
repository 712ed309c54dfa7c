"""Bodies that are parts of one another, which never count as working together."""

from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution

_GOVERNMENTS = frozenset({"province", "regency-city"})


def is_own_unit(first: Institution, second: Institution, lexicon: Lexicon) -> bool:
    """Tell whether one of two bodies is a part or the parent of the other.

    It is if the name of one holds the name of the other ("Ditpolairud Polda Kepri",
    "Polda Kepri"), if one is the government and the other an agency of the same
    region, or if both belong to one family at different levels (Polri, Polda, Polres).
    """
    forms = [
        {fold(item.name), *(fold(mention.text) for mention in item.mentions)} for item in (first, second)
    ]
    if any(_holds(left, right) or _holds(right, left) for left in forms[0] for right in forms[1]):
        return True
    kinds = {first.kind, second.kind}
    if kinds & _GOVERNMENTS and "regional-agency" in kinds and first.region and first.region == second.region:
        return True
    return any(_is_above(first, second, ladder) for ladder in lexicon.event_cues.ladders)


def _holds(outer: str, inner: str) -> bool:
    return f" {inner} " in f" {outer} " and outer != inner


def _is_above(first: Institution, second: Institution, ladder: tuple[tuple[str, ...], ...]) -> bool:
    steps = [_find_step(item, ladder) for item in (first, second)]
    return None not in steps and steps[0] != steps[1]


def _find_step(item: Institution, ladder: tuple[tuple[str, ...], ...]) -> int | None:
    """Return the lowest step of a ladder that a head of a body's names stands on."""
    names = [f"{fold(form)} " for form in (item.name, *(mention.text for mention in item.mentions))]
    for step in range(len(ladder) - 1, -1, -1):
        if any(name.startswith(f"{head} ") for head in ladder[step] for name in names):
            return step
    return None
