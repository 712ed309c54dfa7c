"""The sides of an agreement as a sentence names them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from kgraph.extraction.passages import Named, Passage
from kgraph.lexicon.agreements import AgreementCues
from kgraph.lexicon.matcher import fold

_MOST_WORDS = 6
_LONGEST_GAP = 6
_NEAR = 3
_PLACE_WORDS = 1
_DEGREE = re.compile(r"\w{1,4}(?:\.\s?\w{1,6})+\.?")
"""A degree that a comma parts from its holder: "Budi, S.H., M.Hum."."""
_SEPARATOR = re.compile(r"\s*[,;]\s*")
_TRIM = ' \t,.;:()"“”–—-'

Home = Mapping[str, str | None]
"""The body that each person of the release holds a post in or speaks for."""


def list_names(passage: Passage, start: int, end: int) -> list[Named]:
    """Return the bodies and persons between two offsets, in order."""
    return [named for named in passage.named if start <= named.start and named.end <= end]


def list_main_names(passage: Passage, end: int) -> list[Named]:
    """Return the names before an offset, in order, those of a subordinate clause before it left out.

    Of "Setelah bertemu A, B menggelar rapat" it is B, of "Dalam rangka ulang tahun A, B ...", too; where
    the main clause names nobody, all count.
    """
    names = list_names(passage, passage.start, end)
    opening = passage.list_cues("themes.subordinate", "themes.aims")
    if any(cue.start == passage.start for cue in opening):
        comma = passage.start + passage.cut(passage.start, end).find(",")
        return [named for named in names if named.start > comma] or names
    return names


def find_bodies(passage: Passage, names: Sequence[Named], home: Home) -> tuple[str, ...]:
    """Return the bodies among names, and the bodies that the persons among them act for."""
    found = []
    for named in names:
        name = named.name if named in passage.bodies else home.get(named.name)
        if name is not None:
            found.append(name)
    return tuple(dict.fromkeys(found))


def find_subjects(passage: Passage, offset: int, home: Home, joiners: frozenset[str]) -> tuple[str, ...]:
    """Return the bodies that are the joint subject of a verb: the row of names right before it.

    Names belong to the row as long as only commas, joining words, posts and degrees
    stand between them. A verb that another is joined to has the subject of that one.
    """
    names = list_main_names(passage, offset)
    if _is_joined_verb(passage, offset):
        names = _list_first(passage, names, joiners)
        offset = names[-1].end if names else offset
    row: list[Named] = []
    limit = offset
    for named in reversed(names):
        owned = _find_apposition(passage, named)
        if owned is not None:
            # "PT A, anak usaha PT B, menandatangani ...": PT A does.
            limit = owned
            continue
        if is_placed(passage, named):
            break
        if passage.count_words(named.end, limit) > (_LONGEST_GAP if row else _NEAR):
            break
        if row and not _is_joined(passage, named, row[-1], joiners):
            break
        row.append(named)
        limit = named.start
    return find_bodies(passage, row[::-1], home)


def _is_joined_verb(passage: Passage, offset: int) -> bool:
    """Tell whether a verb shares the subject of the one before: "menyerahkan ... sekaligus meneken"."""
    return any(
        cue.end <= offset and not passage.cut(cue.end, offset).strip()
        for cue in passage.list_cues("parties.verbs")
    )


def _list_first(passage: Passage, names: Sequence[Named], joiners: frozenset[str]) -> list[Named]:
    """Return the first row of names, and the names of those who own one of them."""
    first: list[Named] = []
    for named in names:
        if first and not _is_joined(passage, first[-1], named, joiners):
            break
        if is_placed(passage, named) and _find_apposition(passage, named) is None:
            break
        first.append(named)
    return first


def _find_apposition(passage: Passage, named: Named) -> int | None:
    """Return where a phrase between commas begins that tells whose the name before it is."""
    for cue in passage.list_cues("roles.owned", "parties.owned"):
        before = passage.cut(passage.start, cue.start).rstrip()
        if cue.end <= named.start and not passage.cut(cue.end, named.start).strip() and before.endswith(","):
            return cue.start
    return None


def is_placed(passage: Passage, named: Named) -> bool:
    """Tell whether a name only tells where something is, or whose: "di Plaza A", "kapal milik A"."""
    return any(
        cue.end <= named.start
        and passage.count_words(cue.end, named.start) <= _PLACE_WORDS
        and "," not in passage.cut(cue.end, named.start)
        for cue in passage.list_cues("places.prepositions", "roles.owned", "parties.owned", "parties.given")
    )


def _is_joined(passage: Passage, left: Named, right: Named, joiners: frozenset[str]) -> bool:
    """Tell whether two names stand in one row: a comma or "dan" between, or a post and its holder."""
    gap = passage.cut(left.end, right.start)
    if any(mark in gap for mark in ';:“”"'):
        return False
    return right in passage.people or "," in gap or any(fold(word) in joiners for word in gap.split())


def list_row(
    passage: Passage,
    start: int,
    joiners: frozenset[str],
    barriers: Sequence[int] = (),
    *,
    most: int | None = None,
) -> list[Named]:
    """Return the names in a row right after an offset: only commas, joining words and posts between.

    Args:
        passage: A sentence.
        start: Where the row begins.
        joiners: Folded words that join two names.
        barriers: Offsets that no row crosses.
        most: The number of names that are asked for, where not all are.
    """
    row: list[Named] = []
    reached = start
    for named in list_names(passage, start, passage.end):
        if len(row) == most or passage.count_words(reached, named.start) > (_LONGEST_GAP if row else _NEAR):
            break
        if row and not _is_joined(passage, row[-1], named, joiners):
            break
        if any(reached <= barrier < named.start for barrier in barriers) or is_placed(passage, named):
            break
        row.append(named)
        reached = named.end
    return row


def read_parties(
    passage: Passage, start: int, home: Home, cues: AgreementCues
) -> tuple[tuple[str, ...], int]:
    """Return the sides that a list after "antara" or "oleh" names, and where it ends.

    A side is a named body, the body of a named person, or else the words as
    written: "bupati/wali kota se-Lampung". The title of an unnamed head gives way
    to the sort of body: "Kepala Kejaksaan Negeri" signs for "Kejaksaan Negeri".
    """
    end = _find_end(passage, start)
    parties: list[str] = []
    for left, right in _split(passage, start, end):
        names = list_names(passage, left, right)
        bodies = find_bodies(passage, names, home)
        if bodies:
            parties.extend(bodies)
        elif not names and not _is_post(passage, left, right):
            words = passage.cut(left, right).strip(_TRIM).split()
            if words and fold(words[0]) in cues.leaders and len(words) > 1:
                words = words[1:]
            if 0 < len(words) <= _MOST_WORDS and not _DEGREE.fullmatch(" ".join(words)):
                parties.append(" ".join(words))
    return tuple(dict.fromkeys(parties)), end


def _is_post(passage: Passage, left: int, right: int) -> bool:
    """Tell whether a part is the post of the person who is named next."""
    part = passage.cut(left, right)
    start = left + len(part) - len(part.lstrip())
    return any(post.start <= start < post.end for post in passage.posts)


def _find_end(passage: Passage, start: int) -> int:
    """Return where a list of sides ends: at who looks on, at the next paper, at what is told of this one."""
    names = list_names(passage, start, passage.end)
    for cue in passage.list_cues("parties.stops", "parties.witnesses", "paper.strong", "paper.weak"):
        if cue.start > start and not any(named.start <= cue.start < named.end for named in names):
            return cue.start
    return passage.end


def _split(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts between joining words and commas that stand outside names."""
    names = list_names(passage, start, end)
    cuts = [
        (cue.start, cue.end) for cue in passage.list_cues("parties.joining") if start <= cue.start < end
    ] + [
        (match.start() + passage.start, match.end() + passage.start)
        for match in _SEPARATOR.finditer(passage.text, start - passage.start, end - passage.start)
    ]
    left = start
    for cut_start, cut_end in sorted(cuts):
        if cut_start < left or any(named.start <= cut_start < named.end for named in names):
            continue
        yield left, cut_start
        left = cut_end
    yield left, end
