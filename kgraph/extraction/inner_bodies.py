"""Which body may follow the name of another as the one that it is a part of."""

from kgraph.extraction.body_words import BodyName
from kgraph.lexicon.institution_heads import Head

# What boards of associations are called is also what branches of these are: "Pimpinan Wilayah Perum X".
_SERVING = frozenset({"central-agency", "company"})

_HOLDING = frozenset({"other", "ngo-union", "central-agency", "police", "military"})


def may_hold(head: Head) -> bool:
    """Tell whether a body of its own may follow a head."""
    return head.sub or head.tail == "field" or head.kind in _HOLDING


def holds(head: Head, inner: BodyName, *, first: bool = False) -> bool:
    """Tell whether the body behind a head is that of which it is a part or a chapter.

    ``first``: no word stands between them, so that a house or a team bears the name of its movement alone.
    """
    if head.kind == "central-agency" and head.tail != "field":
        # "Direktorat Jenderal X Kemendagri"
        return inner.kind == "ministry" and inner.region is None
    if head.kind == "police" and not head.sub:
        # "Subdit Renakta Polda Contoh"; "Polsek Contoh Polres Belu" names two.
        return first and inner.kind == head.kind
    if head.kind == "military" and not head.sub:
        # "Yonarmed 11 Kostrad"; "Koramil Contoh Kodim 1234" names two.
        return inner.kind == head.kind and inner.head.alone and inner.head.tail == "none"
    if head.kind != "ngo-union":
        return True
    if head.sub:
        # "PUK SPX FSPMI PT Contoh": a union in a firm, told by its own name before that of the firm
        return not first or inner.kind not in _SERVING
    if first and inner.head.alone and inner.kind == head.kind:
        return True
    chapter = head.tail == "field" and inner.kind == head.kind
    return chapter or inner.kind == "university-school"
