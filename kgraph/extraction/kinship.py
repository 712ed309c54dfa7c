"""Bodies that are parts of one another, which never count as working together."""

import msgspec

from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution

_GOVERNMENTS = frozenset({"province", "regency-city"})


class Kin(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What tells whose unit a body is.

    ``forms`` are its folded names between blanks, ``bare`` those that hold the word for a
    level, as in "DPRD Kota Solok", without it; ``steps`` the step on which it stands, for
    each ladder on which it stands at all.
    """

    kind: str
    region: str | None
    forms: frozenset[str]
    bare: frozenset[str]
    steps: dict[int, int]


def describe_kin(institution: Institution, lexicon: Lexicon) -> Kin:
    """Return what tells whose unit a body is."""
    name = fold(institution.name)
    texts = {fold(mention.text) for mention in institution.mentions}
    # "Universitas" alone, which stands for the last one told, tells of no kin.
    heads = {text for text in texts if " " not in text and name.startswith(f"{text} ")}
    forms = frozenset(f" {text} " for text in {name, *texts} - heads)
    levels = lexicon.region_levels.folded
    bare = frozenset(
        f" {' '.join(word for word in form.split() if word not in levels)} "
        for form in forms
        if not levels.isdisjoint(form.split())
    )
    steps: dict[int, int] = {}
    places = lexicon.event_cues.ladder_steps
    for form in forms:
        head = ""
        for word in form[1:-1].split(" ", lexicon.event_cues.longest_step)[: lexicon.event_cues.longest_step]:
            head = f"{head} {word}" if head else word
            for ladder, step in places.get(head, ()):
                steps[ladder] = max(step, steps.get(ladder, step))
    return Kin(kind=institution.kind, region=institution.region, forms=forms, bare=bare, steps=steps)


def are_kin(first: Kin, second: Kin) -> bool:
    """Tell whether one of two bodies is a part or the parent of the other.

    It is if the name of one holds the name of the other ("Ditpolairud Polda Kepri",
    "Polda Kepri"), though the word for a level be left out in it, if one is the government
    and the other an agency of the same region, or if both belong to one family at different
    levels (Polri, Polda, Polres).
    """
    if _holds(first.forms, second.forms | second.bare) or _holds(second.forms, first.forms | first.bare):
        return True
    kinds = {first.kind, second.kind}
    if kinds & _GOVERNMENTS and "regional-agency" in kinds and first.region and first.region == second.region:
        return True
    return any(second.steps.get(ladder, step) != step for ladder, step in first.steps.items())


def _holds(parts: frozenset[str], wholes: frozenset[str]) -> bool:
    """Tell whether the longer of two names holds the other."""
    for part in parts:
        for whole in wholes:
            if part in whole and part != whole:
                return True
    return False
