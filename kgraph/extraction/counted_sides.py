"""The sides of an agreement that a sentence only counts, and those that sign what was told before."""

import re
from collections.abc import Iterator, Sequence

from kgraph.extraction.drafts import Draft
from kgraph.extraction.parties import Home, find_bodies, find_subjects, list_names, list_row
from kgraph.extraction.passages import Cue, Named, Passage
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_LAST_WORD = re.compile(r"(\w+)\s+$")
_BEFORE_WORDS = 5
_BEHIND_WORDS = 5
_BACK = 4
"""Sentences within which those who are counted are named."""
_UNDONE = ("status.cancelled", "status.denied", "status.planned", "status.postponed")
_GOES_ON = "-"
"""Ends the beginning of a word in the lists of sorts."""
_JOINED_BACK = 2
_JOINED_WORDS = 2


def find_counted_sides(
    passage: Passage, cue: Cue, before: Sequence[Passage], home: Home, lexicon: Lexicon
) -> tuple[str, ...]:
    """Return the sides that "ketiga kampus" before a cue, or behind "diteken oleh rektor", stands for.

    They are the bodies of that sort told so far or, where the word may mean anybody, all that one
    of the last sentences names: there must be as many as are counted.
    """
    for group in passage.list_cues("pledges.groups", "pledges.sides", "pledges.threes"):
        if passage.is_quoted(group.start) or not _is_near(passage, cue, group):
            continue
        if group.start < cue.start and not group.has("pledges.groups"):
            # "Kedua pihak sepakat ..." is read with more care, since it may be anybody.
            continue
        count, head = _read_count(passage, group, lexicon)
        if count is None:
            continue
        told = [
            find_bodies(earlier, list_names(earlier, earlier.start, earlier.end), home)
            for earlier in before
            if earlier.zone == "body"
        ]
        named = list_names(passage, passage.start, group.start)
        told.append(find_bodies(passage, named, home))
        heads = lexicon.agreements.counted.get(head, (head,))
        sorts = dict.fromkeys(name for names in told for name in names if _is_of_sort(name, heads))
        if group.has("pledges.groups") and not group.has("pledges.anybody"):
            # "Kedua desa" are not the police and the prosecution that the sentence before names.
            told = []
        distinct = tuple(dict.fromkeys(name for names in told[-_BACK:] for name in names))
        for sides in (tuple(sorts), *reversed(told[-_BACK:]), distinct):
            if len(sides) == count:
                return tuple(dict.fromkeys([*find_joined_side(passage, named, group, home, lexicon), *sides]))
    return ()


def _is_of_sort(name: str, heads: Sequence[str]) -> bool:
    """Tell whether a name begins with one of the words of a sort: whole, but for "polres-".

    "PT Vale" is a firm, "PTUN Palu" is none.
    """
    folded = fold(name)
    whole = f"{folded} "
    return any(
        folded.startswith(head[:-1]) if head.endswith(_GOES_ON) else whole.startswith(f"{head} ")
        for head in heads
    )


def find_joined_side(
    passage: Passage, named: Sequence[Named], group: Cue, home: Home, lexicon: Lexicon
) -> tuple[str, ...]:
    """Return the body to which those who are counted are joined: "A bersama kedua pemerintah kota"."""
    gap = passage.cut(named[-1].end, group.start).split() if named else []
    joined = 0 < len(gap) <= _JOINED_WORDS and fold(gap[0]) in lexicon.agreements.joiners
    return find_bodies(passage, named[-1:], home) if joined else ()


def _read_count(passage: Passage, group: Cue, lexicon: Lexicon) -> tuple[int | None, str]:
    """Return how many are counted, and the word for their sort: of "ketiga kampus", "keduanya"."""
    words = group.phrase.split()
    before = _LAST_WORD.search(passage.cut(passage.start, group.start))
    if group.has("pledges.groups"):
        words.insert(0, fold(before[1]) if before else "")
    first = words[0]
    for clitic in lexicon.event_cues.clitics:
        first = first.removesuffix(clitic)
    return lexicon.agreements.collective_of.get(first), " ".join(words[1:])


def _is_near(passage: Passage, cue: Cue, group: Cue) -> bool:
    """Tell whether those who are counted are the subject before a cue, or who signs behind a verb."""
    if group.end <= cue.start:
        return (
            passage.count_words(group.end, cue.start) <= _BEFORE_WORDS
            and not list_names(passage, group.end, cue.start)
            and "," not in passage.cut(group.end, cue.start)
        )
    return any(
        cue.start <= verb.start < group.start
        and passage.count_words(verb.end, group.start) <= _BEHIND_WORDS
        and not list_names(passage, verb.end, group.start)
        and not any(verb.end <= other.start < group.start for other in passage.list_cues("parties.with"))
        for verb in passage.list_cues("status.signed")
    )


def read_joined(
    passage: Passage, before: Sequence[Passage], drafts: Sequence[Draft], home: Home, lexicon: Lexicon
) -> Iterator[Draft]:
    """Yield the paper told right before with a side more: "Selain keduanya, C turut menandatanganinya".

    Who signs as a witness is no side.
    """
    cues = passage.list_cues("status.joining")
    if not cues or not drafts or passage.list_cues("parties.witnesses", *_UNDONE):
        return
    pointing = lexicon.event_cues.references["after"]
    if any(
        not passage.cut(paper.end, passage.end).lstrip().startswith(pointing)
        for paper in passage.list_cues("paper.strong")
    ):
        # It is another paper.
        return
    last = drafts[-1]
    if last.kind == "plan" or len(last.parties) < 2:
        return
    if not any(earlier.span in last.evidence for earlier in before[-_JOINED_BACK:]):
        return
    for cue in cues:
        if passage.is_quoted(cue.start) or _signs_other(passage, cue, lexicon):
            continue
        joiners = lexicon.agreements.joiners
        sides = find_subjects(passage, cue.start, home, joiners) or find_bodies(
            passage, list_row(passage, cue.end, joiners), home
        )
        if sides and not {*sides} <= {*last.parties}:
            parties = tuple(dict.fromkeys([*last.parties, *sides]))
            yield Draft(kind=last.kind, parties=parties, about=None, evidence=[passage.span])
            return


def _signs_other(passage: Passage, cue: Cue, lexicon: Lexicon) -> bool:
    """Tell whether something else is what a body signs, too, or it signs as one who only knows of it.

    "C turut menandatangani prasasti" adds no side to the paper told before; "menandatanganinya" does.
    """
    words = [fold(word.strip(",.;:")) for word in passage.cut(cue.end, passage.end).split()]
    if not {*lexicon.agreements.joined["witnesses"]}.isdisjoint(words):
        return True
    subject = passage.cut(passage.start, cue.start).rpartition(",")[2].split()
    named = list_names(passage, passage.start, cue.start)
    headless = bool(subject) and not named and not _ends_with_post(passage, cue)
    if headless and not _is_pointing([fold(word) for word in subject], lexicon):
        # "Prasasti juga ditandatangani C": what is signed stands before, and is no paper told before.
        return True
    if not words or passage.cut(cue.end, cue.end + 1).strip():
        return False
    begins = {*(name.start for name in passage.named), *(post.start for post in passage.posts)}
    if cue.end + 1 in begins or words[0] in lexicon.agreements.joined["objects"]:
        return False
    return not _is_pointing(words[:2], lexicon)


def _ends_with_post(passage: Passage, cue: Cue) -> bool:
    """Tell whether a post stands right before a cue, whose holder nobody names: "Bupati turut ..."."""
    return any(post.end + 1 == cue.start for post in passage.posts)


def _is_pointing(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether words stand for the paper told before: "dokumen itu", but not "deklarasi damai"."""
    nouns = [index for index, word in enumerate(words) if word in lexicon.agreements.paper_nouns]
    if not nouns:
        return False
    last = words[-1]
    return nouns[-1] == len(words) - 1 or last in lexicon.event_cues.references["after"]
