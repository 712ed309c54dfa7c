"""Who holds a happening where no verb tells it: the one who chairs, or the first body that could."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kgraph.extraction.agents import find_agent, is_owner, name_body
from kgraph.extraction.event_choice import Happening
from kgraph.extraction.parties import Home, list_names
from kgraph.extraction.passages import Named, Passage
from kgraph.extraction.places import Place

_AGENT_WORDS = 3
_LEAD = 2
_OPENING_WORDS = 4
_THROUGH_WORDS = 2


def find_first(
    happening: Happening, passages: Sequence[Passage], place: Place | None, home: Home
) -> str | None:
    """Return the one who chairs, else the first body told that does not only come to it."""
    tellers = [passage for passage in passages if passage.index in happening.tellers]
    for passage in tellers:
        for cue in passage.list_cues("carriers.leading_passive"):
            found = find_agent(passage, cue.end, home)
            if found is not None:
                return found or None
    receivers = frozenset(_list_given(tellers)) if happening.type == "handover" else frozenset()
    lead = [] if happening.further else [item for item in passages if item.zone == "body"][:_LEAD]
    for passage in (*sorted(tellers, key=lambda item: item.zone != "body"), *lead):
        coming = [
            cue.start for cue in passage.list_cues("carriers.attending_active", "carriers.attending_stems")
        ]
        brought = [
            cue.end
            for cue in passage.list_cues("carriers.attending_passive", "roles.present", "roles.together")
            # "Di hadapan 60 peserta, A membuka ...": the clause behind the comma has another subject.
            if not (cue.has("roles.audience") and "," in passage.cut(cue.end, passage.end))
        ]
        for named in list_names(passage, max(coming, default=passage.start), passage.end):
            if passage.is_quoted(named.start) or any(offset <= named.start for offset in brought):
                continue
            if (place is not None and place.holds(named)) or is_owner(passage, named):
                continue
            if named in _list_channels(passage):
                continue
            name = name_body(passage, named, home)
            if name is not None and name not in receivers:
                return None if _is_only_named(happening, passage, named) else name
    return None


def _is_only_named(happening: Happening, passage: Passage, named: Named) -> bool:
    """Tell whether a sentence about a happening names a body late and before no verb: "surat dari A"."""
    if named not in passage.bodies or passage.index not in happening.tellers:
        return False
    if passage.count_words(passage.start, named.start) <= _OPENING_WORDS:
        return False
    if any(
        cue.end <= named.start and passage.count_words(cue.end, named.start) <= _AGENT_WORDS
        for cue in passage.list_cues("carriers.doing_passive", "carriers.holding_passive")
    ):
        return False
    main = happening.main
    return passage is not main.passage or main.cue.start < named.start


def _list_channels(passage: Passage) -> list[Named]:
    """Return the bodies right behind "melalui": what they pass on is somebody else's."""
    return [
        named
        for cue in passage.list_cues("roles.through")
        for named in passage.bodies
        if cue.end <= named.start and not passage.cut(cue.end, named.start).strip()
    ]


def _list_given(passages: Sequence[Passage]) -> Iterator[str]:
    """Yield the bodies to which something is handed over, or to it through others: "diserahkan kepada A"."""
    for passage in passages:
        for cue in passage.list_cues("roles.toward"):
            behind = [named for named in passage.bodies if cue.end <= named.start]
            if behind and not passage.cut(cue.end, behind[0].start).strip():
                yield behind[0].name
                yield from (second.name for _, second in list_through(passage, behind[:2]))


def list_through(passage: Passage, bodies: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Yield a body and the one through which it acts: "A melalui B"."""
    for first, second in pairwise(bodies):
        if any(
            first.end <= cue.start and cue.end <= second.start
            for cue in passage.list_cues("roles.through")
            if passage.count_words(first.end, second.start) <= _THROUGH_WORDS
        ):
            yield first, second
