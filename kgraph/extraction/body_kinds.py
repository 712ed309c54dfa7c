"""Of which kind a body is, by its head, its region and the body whose unit it is."""

from kgraph.extraction.body_words import BodyName
from kgraph.extraction.regions import FoundRegion
from kgraph.lexicon.institution_heads import Head


def decide_kind(head: Head, region: FoundRegion | None, inner: BodyName | None) -> str:
    """Return the kind of a body as a slug of the scheme of kinds.

    A unit is of its body's kind; a central body with a region behind it is its office there.
    """
    if inner is not None:
        return inner.kind if head.sub else head.kind
    if head.kind in {"ministry", "central-agency"} and region is not None:
        return "central-regional-office"
    known = region.region if region is not None else None
    if head.kind == "regency-city" and known is not None and known.level == "province":
        return "province"
    if head.kind == "other" and head.sub and region is not None:
        return "regional-agency"
    return head.kind
