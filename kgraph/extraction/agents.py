"""Who does what a verb tells: the body before it, or the one right behind a passive."""

from kgraph.extraction.parties import Home, list_main_names, list_names
from kgraph.extraction.passages import Named, Passage

_BARRIERS = ("places.prepositions", "roles.through", "roles.together", "roles.toward", "themes.before")
_AGENT_WORDS = 8


def find_subject(passage: Passage, offset: int, home: Home) -> str | None:
    """Return the first body before a verb, or the body of the first person there.

    Of "A memuji B yang menggelar rapat" it is B. It is empty where the first named is a
    person of whose body nothing is known.
    """
    for named in (*_list_linked(passage, offset), *list_main_names(passage, offset)):
        if not passage.is_quoted(named.start) and not is_owner(passage, named):
            return "" if _is_beside(passage, named) else name_body(passage, named, home) or ""
    return None


def is_owner(passage: Passage, named: Named) -> bool:
    """Tell whether a body only owns the one that acts: "rumah sakit milik A ini menandatangani ..."."""
    return any(
        cue.end <= named.start and not passage.cut(cue.end, named.start).strip()
        for cue in passage.list_cues("roles.owned")
    )


def _is_beside(passage: Passage, named: Named) -> bool:
    """Tell whether the first named only acts with somebody unnamed: "kedua rumah sakit bersama A"."""
    return any(
        passage.start < cue.start and cue.end <= named.start and not passage.cut(cue.end, named.start).strip()
        for cue in passage.list_cues("roles.together")
    )


def _list_linked(passage: Passage, offset: int) -> list[Named]:
    """Return the body of whose relative clause a verb is: no comma and no name part "yang" from the verb."""
    links = [cue for cue in passage.list_cues("themes.relatives") if cue.end <= offset]
    if not links or "," in passage.cut(links[-1].end, offset) or list_names(passage, links[-1].end, offset):
        return []
    return [
        named
        for named in passage.bodies
        if named.end <= links[-1].start and not passage.cut(named.end, links[-1].start).strip()
    ]


def find_agent(passage: Passage, offset: int, home: Home) -> str | None:
    """Return the body, or the body of the person, that stands right after a passive verb.

    It is empty where a person stands there of whose body and post nothing is known.
    """
    for named in list_names(passage, offset, passage.end):
        start = _find_post_start(passage, named, offset)
        if passage.count_words(offset, start) > _AGENT_WORDS:
            return None
        if any(mark in passage.cut(offset, start) for mark in ",;:"):
            return None
        if any(offset <= cue.start < named.start for cue in passage.list_cues(*_BARRIERS)):
            return None
        return name_body(passage, named, home) or ("" if start == named.start else None)
    return None


def _find_post_start(passage: Passage, named: Named, offset: int) -> int:
    """Return where a name begins together with a post right before it, after an offset."""
    return min(
        (
            post.start
            for post in passage.posts
            if offset <= post.start and passage.cut(post.end, named.start).strip() in {"", ","}
        ),
        default=named.start,
    )


def name_body(passage: Passage, named: Named, home: Home) -> str | None:
    """Return the body that is named, or that a named person acts for."""
    return named.name if named in passage.bodies else home.get(named.name)
