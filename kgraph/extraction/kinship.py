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
    ladders = lexicon.event_cues.ladders
    for ladder in ladders:
        steps = [_find_step(item, ladder) for item in (first, second)]
        if None not in steps and steps[0] != steps[1]:
            return True
    return False


def _holds(outer: str, inner: str) -> bool:
    return f" {inner} " in f" {outer} " and outer != inner


def _find_step(item: Institution, ladder: tuple[tuple[str, ...], ...]) -> int | None:
    words = [{*fold(item.name).split()}, *({*fold(mention.text).split()} for mention in item.mentions)]
    names = [fold(item.name), *(fold(mention.text) for mention in item.mentions)]
    for step, heads in enumerate(ladder):
        for head in heads:
            if " " in head and any(name.startswith(head) for name in names):
                return step
            if " " not in head and any(head in found for found in words):
                return step
    return None
