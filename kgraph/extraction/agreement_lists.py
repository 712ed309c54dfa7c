"""Agreements whose sides stand in a list of their own: numbered, counted, or told after the paper."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from kgraph.extraction.drafts import PAPER, Draft, judge_paper, list_papers
from kgraph.extraction.parties import Home, find_bodies, list_row, read_parties
from kgraph.extraction.passages import Cue, Named, Passage
from kgraph.extraction.subjects import read_subject
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_WORD = re.compile(r"\S+")
_BACK = 4
"""Sentences within which a list belongs to a paper."""
_COUNT_WORDS = 7
_ORDINAL_WORDS = 12
_NOUN_WORDS = 4
_AGENT_WORDS = 2
_PAIR = 2


def read_numbered(
    passage: Passage, before: Sequence[Passage], home: Home, lexicon: Lexicon
) -> Iterator[Draft]:
    """Yield the agreement of one item of a list: "Pertama, antara A dan B tentang C"."""
    if not any(cue.start == passage.start for cue in passage.list_cues("lists.ordinals")):
        return
    paper = _find_paper(before)
    if paper is None or passage.list_cues(*PAPER):
        return
    for cue in passage.list_cues("parties.between"):
        if passage.count_words(passage.start, cue.start) > _ORDINAL_WORDS:
            return
        parties, end = read_parties(passage, cue.end, home, lexicon.agreements)
        about = read_subject(passage, end, lexicon)
        yield Draft(kind=_kind_of(paper), parties=parties, about=about, evidence=[passage.span])
        return


def read_ordinal(
    passage: Passage,
    before: Sequence[Passage],
    drafts: Sequence[Draft],
    home: Home,
    lexicon: Lexicon,
) -> Iterator[Draft]:
    """Yield one of several papers told before: "Nota pertama diteken bersama B tentang X".

    Its first side is the one that was told to sign them all.
    """
    if not drafts or "lists.ordinals" not in passage.by_role or passage.list_cues(*PAPER):
        return
    paper = _find_paper(before)
    if paper is None:
        return
    words = list(islice(_WORD.finditer(fold(passage.text)), _NOUN_WORDS + 1))
    nouns = [word for word in words if word.group() in lexicon.agreements.paper_nouns]
    ordinals = {cue.start for cue in passage.list_cues("lists.ordinals")}
    if not nouns or not any(passage.start + word.start() in ordinals for word in words):
        return
    for cue in passage.list_cues("parties.with"):
        if passage.count_words(passage.start, cue.start) <= _NOUN_WORDS + 1:
            row = list_row(passage, cue.end, lexicon.agreements.joiners)
            sides = tuple(dict.fromkeys([*drafts[-1].parties[:1], *find_bodies(passage, row, home)]))
            about = read_subject(passage, row[-1].end, lexicon) if row else None
            if len(sides) > 1:
                yield Draft(kind=_kind_of(paper), parties=sides, about=about, evidence=[passage.span])
            return


def read_signers(
    passage: Passage, before: Sequence[Passage], home: Home, lexicon: Lexicon
) -> Iterator[Draft]:
    """Yield the sides of the paper told before.

    "Komitmen tersebut diteken oleh A, B dan C", "Penandatanganan dilakukan oleh A, B dan C".
    """
    paper = _find_paper(before)
    if paper is None or passage.list_cues("paper.strong"):
        return
    words = fold(passage.text).split()[:_NOUN_WORDS]
    pointing = lexicon.event_cues.references["after"]
    points = (
        bool(words) and words[0] in lexicon.agreements.paper_nouns and bool(set(words[1:]) & set(pointing))
    )
    for cue in passage.list_cues("status.signed"):
        opens = cue.start == passage.start
        if not (points or opens) or passage.is_quoted(cue.start) or judge_paper(passage, cue) is not None:
            continue
        agents = [
            agent.end
            for agent in passage.list_cues("parties.agents")
            if agent.start >= cue.end and passage.count_words(cue.end, agent.start) <= _AGENT_WORDS
        ]
        if opens and not agents:
            return
        if any(other.start >= cue.end for other in passage.list_cues("parties.witnesses")[:1]) and opens:
            # "Penandatanganan disaksikan oleh ...": who only looked on.
            return
        row = list_row(passage, max([cue.end, *agents]), lexicon.agreements.joiners)
        parties = find_bodies(passage, row, home)
        if len(parties) > 1:
            yield Draft(
                kind=_kind_of(paper),
                parties=parties,
                about=None,
                evidence=[passage.span],
                points_back=before[-1].span if points else None,
            )
        return


def find_counted(following: Passage | None, home: Home, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the sides that the next sentence lists.

    "Kelima rumah sakit itu ialah A, B, ...", "Ketiganya adalah A, B dan C": there must be as
    many as it says.
    """
    if following is None or following.zone != "body":
        return ()
    words = list(islice(_WORD.finditer(fold(following.text)), _COUNT_WORDS))
    if not words:
        return ()
    first = words[0].group()
    clitic = next((clitic for clitic in lexicon.event_cues.clitics if first.endswith(clitic)), "")
    by_itself = bool(clitic)
    count = lexicon.agreements.count_of.get(first.removesuffix(clitic))
    if count is None:
        return ()
    for word in words[:1] if by_itself else words[1:]:
        if by_itself or word.group() in lexicon.event_cues.references["after"]:
            row = list_row(following, following.start + word.end(), lexicon.agreements.joiners)
            sides = find_bodies(following, row, home)
            return sides if len(sides) == count else ()
    return ()


def split_sides(draft: Draft, passage: Passage, paper: Cue, home: Home, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the paper that one side made with each of the others, or the one that all made together.

    "menandatangani MoU dengan empat mitra sekaligus, yakni A, B, C dan D" are four, and so are
    "masing-masing dengan A tentang X serta dengan B tentang Y" two.
    """
    each = any(cue.start >= paper.end for cue in passage.list_cues("parties.each"))
    later = min(
        (other.start for other in list_papers(passage) if other.start >= paper.end), default=passage.end
    )
    named_sides = [
        row[0]
        for cue in passage.list_cues("parties.with")
        if paper.end <= cue.start < later
        and (row := list_row(passage, cue.end, lexicon.agreements.joiners, most=1))
    ]
    each = each or _is_repeated(passage, named_sides, lexicon)
    if draft.kind == "plan" or not (each or _have_subjects(passage, named_sides)):
        yield draft
        return
    first = draft.parties[:1]
    if len(named_sides) > 1 and first:
        for named in named_sides:
            sides = tuple(dict.fromkeys([*first, *find_bodies(passage, [named], home)]))
            about = read_subject(passage, named.end, lexicon)
            if len(sides) > 1:
                yield Draft(kind=draft.kind, parties=sides, about=about, evidence=list(draft.evidence))
        return
    if len(draft.parties) <= _PAIR:
        yield draft
        return
    for other in draft.parties[1:]:
        yield Draft(
            kind=draft.kind, parties=(*first, other), about=draft.about, evidence=list(draft.evidence)
        )


def _is_repeated(passage: Passage, sides: Sequence[Named], lexicon: Lexicon) -> bool:
    """Tell whether each further side is joined by a word of its own: "dengan A ... dan dengan B"."""
    words = [fold(passage.cut(before.end, side.start)).split()[-_PAIR:] for before, side in pairwise(sides)]
    return bool(words) and all(
        len(pair) == _PAIR and pair[0] in lexicon.event_cues.label_joining for pair in words
    )


def _have_subjects(passage: Passage, sides: Sequence[Named]) -> bool:
    """Tell whether each of several sides is followed by a subject of its own: "dengan A tentang X"."""
    openers = [cue.start for cue in passage.list_cues("subjects.openers")]
    ends = [*(side.start for side in sides[1:]), passage.end]
    return len(sides) > 1 and all(
        any(side.end <= opener < end for opener in openers) for side, end in zip(sides, ends, strict=True)
    )


def _find_paper(before: Sequence[Passage]) -> Cue | None:
    """Return the last paper that the sentences right before name and do not deny."""
    for passage in reversed(before[-_BACK:]):
        for cue in reversed(passage.list_cues("paper.strong")):
            if judge_paper(passage, cue) is None:
                return cue
    return None


def _kind_of(paper: Cue) -> str:
    return next(item.type for item in paper.meanings if item.role in PAPER) or ""
