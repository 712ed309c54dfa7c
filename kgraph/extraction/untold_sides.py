"""The first side of an agreement that its own sentence leaves out."""

from collections.abc import Sequence

from kgraph.extraction.drafts import Draft
from kgraph.extraction.parties import Home
from kgraph.extraction.passages import Named, Passage
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_FAR = 8
"""Sentences within which papers with no first side of their own are those of the body told before."""
_BACK = 3
"""Sentences within which the speaker is told for whom "pihaknya" stands."""


def find_untold_side(
    passage: Passage,
    offset: int,
    before: Sequence[Passage],
    drafts: Sequence[Draft],
    home: Home,
    lexicon: Lexicon,
) -> tuple[str, ...]:
    """Return the side that a sentence with no name before an offset leaves out.

    "Pihaknya menyiapkan MoU dengan B" is the body of who spoke last, "PKS kedua dengan C"
    the first side of the agreement told before; where none is, "Kampus itu menandatangani
    MoU dengan B" is the body that the sentence before names first.
    """
    if any(named.end <= offset for named in (*passage.bodies, *passage.people)):
        return ()
    if passage.is_quoted(offset):
        return ()
    words = {fold(word).strip(",.") for word in passage.cut(passage.start, offset).split()}
    if words & lexicon.agreements.selves:
        return _find_speaker_body(before, home)
    if drafts and any(earlier.span in drafts[-1].evidence for earlier in before[-_FAR:]):
        return drafts[-1].parties[:1]
    pointing = words & set(lexicon.event_cues.references["after"])
    # "Penandatanganan MoU dengan B ditunda": of the one whom the sentence before tells of.
    signing = passage.list_cues("status.signed")
    opening = (
        bool(signing)
        and signing[0].start == passage.start
        and not passage.cut(signing[0].end, offset).strip()
    )
    for earlier in before[-1:]:
        if (pointing or opening) and earlier.zone == "body" and earlier.bodies:
            return (min(earlier.bodies).name,)
    return ()


def _find_speaker_body(before: Sequence[Passage], home: Home) -> tuple[str, ...]:
    for earlier in reversed(before[-_BACK:]):
        people: list[Named] = [named for named in earlier.people if home.get(named.name)]
        if people:
            body = home[min(people).name]
            return (body,) if body else ()
    return ()
