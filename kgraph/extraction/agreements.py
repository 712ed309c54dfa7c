"""What bodies agreed on, or plan to: papers signed, pledges given by both sides."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kgraph.extraction.agreement_lists import (
    find_counted,
    read_numbered,
    read_ordinal,
    read_signers,
    split_sides,
)
from kgraph.extraction.commitments import find_sides, read_agreed, read_answers, read_pledges
from kgraph.extraction.counted_sides import read_joined
from kgraph.extraction.decrees import read_decrees
from kgraph.extraction.drafts import (
    PAPER,
    STATUS_WORDS,
    Draft,
    divide,
    judge_paper,
    list_papers,
)
from kgraph.extraction.paper_sides import find_beside, find_first_side, find_limit, find_other_side
from kgraph.extraction.parties import (
    Home,
    find_bodies,
    find_subjects,
    is_placed,
    list_names,
    list_row,
    read_parties,
)
from kgraph.extraction.passages import Cue, Passage, build_passages, read_agreement_cues
from kgraph.extraction.sought_work import find_partners, read_exploring, read_partnering, read_seeking
from kgraph.extraction.subjects import read_attribute, read_content, read_subject
from kgraph.extraction.untold_sides import find_untold_side
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Agreement, Doubt, Institution, Official
from kgraph.text.layout import Layout

_PARTIES_UNKNOWN = "an agreement of which fewer than two parties are told"
_OPENING = frozenset(
    {
        *PAPER,
        "decrees.verbs",
        "lists.ordinals",
        "pledges.answers",
        "pledges.mutual",
        "pledges.passive",
        "pledges.shared",
        "seeking.outlining",
        "seeking.exploring",
        "seeking.nouns",
        "seeking.partnering",
        "status.joining",
        "status.signed",
    }
)
"""Roles of cues one of which a sentence must have to tell of an agreement."""
_BETWEEN_WORDS = 6
_SIGNED_WORDS = 2
_SIGNING_WORDS = 8
_AGENT_WORDS = 10
_REACHED_WORDS = 1
_UNSIGNED = "commitment"
"""What was agreed on and not signed."""


def find_agreements(
    layout: Layout,
    institutions: Sequence[Institution],
    officials: Sequence[Official],
    lexicon: Lexicon,
    *,
    passages: Sequence[Passage] | None = None,
) -> tuple[tuple[Agreement, ...], tuple[Doubt, ...]]:
    """Return the agreements that a release tells, in the order of the text, and what may be others.

    A paper that is signed, in force or built upon is ``mou``, ``pks``,
    ``commitment`` or ``decree`` by its name; one still to come is a ``plan``. Two
    sides that pledge something together make a ``commitment``; what one side alone
    offers is none. Parties are names of institutions, else the words as written;
    an agreement of which fewer than two are known is a doubt.
    """
    if passages is None:
        passages = build_passages(layout, institutions, officials, lexicon)
    passages = read_agreement_cues(layout, passages, _OPENING)
    home = {item.name: item.institution for item in officials}
    drafts: list[Draft] = []
    before: list[Passage] = []
    for passage, following in zip_longest(passages, passages[1:]):
        if passage.zone == "body" and not passage.by_role.keys().isdisjoint(_OPENING):
            for draft in (
                *_read_papers(passage, following, before, drafts, home, lexicon),
                *read_pledges(passage, before, home, lexicon),
                *read_agreed(passage, home, lexicon),
                *read_answers(passage, before, home, lexicon),
                *read_seeking(passage, before, drafts, home, lexicon),
                *read_exploring(passage, home, lexicon),
                *read_partnering(passage, following, home, lexicon),
                *read_numbered(passage, before, home, lexicon),
                *read_ordinal(passage, before, drafts, home, lexicon),
                *read_signers(passage, before, home, lexicon),
                *read_joined(passage, before, drafts, home, lexicon),
                *read_decrees(passage, before, home, lexicon),
            ):
                _join(drafts, draft)
        before.append(passage)
    drafts = [part for draft in drafts for part in divide(draft)]
    agreements = tuple(
        Agreement(
            kind=draft.kind,
            parties=draft.parties,
            about=draft.about,
            evidence=tuple(dict.fromkeys(draft.evidence)),
        )
        for draft in drafts
        if _is_whole(draft)
    )
    doubts = tuple(
        Doubt(span=draft.evidence[0], reason=_PARTIES_UNKNOWN) for draft in drafts if not _is_whole(draft)
    )
    return agreements, doubts


def _is_whole(draft: Draft) -> bool:
    """Tell whether all that is needed is known: two sides, or the one that decrees."""
    return len(draft.parties) > 1 or (draft.kind == "decree" and bool(draft.parties))


def _join(drafts: list[Draft], draft: Draft) -> None:
    """Add a draft, or what it tells to the draft of the same agreement."""
    for other in reversed(drafts):
        again = draft.points_back in other.evidence and other.kind == draft.kind
        if again and _is_one(other.parties, draft.parties):
            # Who signs it may hold the post in a body of a higher rank than the one that is told as a side.
            other.evidence = [*other.evidence, *draft.evidence]
            return
        if not draft.named and not draft.parties and len(other.parties) > 1 and other.kind != "plan":
            pass
        elif draft.puts_in_writing in other.evidence and other.kind == "commitment":
            if {*draft.parties} <= {*other.parties}:
                # "Kesepakatan itu dituangkan dalam MoU": the paper is what was agreed on.
                other.kind = draft.kind
                other.evidence = [*draft.evidence, *other.evidence]
                other.about = other.about or draft.about
                return
            continue
        elif other.kind != draft.kind or not _is_same(other.parties, draft.parties):
            continue
        if 1 < len(draft.parties) < len(other.parties) and draft.about:
            other.parts.append(draft)
        if len(draft.parties) > len(other.parties):
            other.parties = draft.parties
            other.evidence = [*draft.evidence, *other.evidence]
        else:
            other.evidence = [*other.evidence, *draft.evidence]
        other.about = other.about or draft.about
        return
    drafts.append(draft)


def _is_one(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether as many sides are told and all but one are the same."""
    return len(first) == len(second) and len({*first} & {*second}) >= len(first) - 1


def _is_same(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return {*first} <= {*second} or {*second} <= {*first}


def _read_papers(
    passage: Passage,
    following: Passage | None,
    before: Sequence[Passage],
    drafts: Sequence[Draft],
    home: Home,
    lexicon: Lexicon,
) -> Iterator[Draft]:
    """Yield the papers that a sentence names, with their status."""
    papers = list_papers(passage)
    for paper in papers:
        meaning = next(item for item in paper.meanings if item.role in PAPER)
        status = judge_paper(passage, paper)
        if status == "denied":
            continue
        parties, end = _find_parties(passage, paper, home, lexicon)
        if len(parties) < 2:
            sides = find_sides(passage, paper, before, home, lexicon)
            # "Kedua kementerian akan menyusun PKS dengan C": with C, too.
            others = find_other_side(passage, paper, home, lexicon)[0] if sides else ()
            parties = tuple(dict.fromkeys([*sides, *others])) or parties
        if (
            len(parties) < 2
            and status == "planned"
            and drafts
            and _points_back(passage, papers[0], paper, lexicon)
        ):
            parties = drafts[-1].parties
        if len(parties) == 1 and drafts and passage.list_cues("status.postponed"):
            # "Sedianya C ikut menandatangani MoU": with the one that signed those before.
            parties = tuple(dict.fromkeys([*drafts[-1].parties[:1], *parties]))
        if len(parties) == 1:
            limit = find_limit(passage, paper)
            untold = find_untold_side(passage, limit, before, drafts, home, lexicon)
            parties = tuple(dict.fromkeys([*untold, *parties]))
        shared: str | None = None
        if len(parties) < 2 and meaning.role == "paper.strong" and passage.list_cues("status.signed"):
            # "A menjalin kerja sama dengan B. Naskah PKS diteken ...": the sentence before tells the sides.
            partners, shared = find_partners(before[-1] if before else None, home, lexicon)
            if {*parties} <= {*partners}:
                parties = partners or parties
        evidence = [passage.span]
        counted = find_counted(following, home, lexicon) if status != "planned" else ()
        if counted and following is not None and passage.list_cues("status.signed"):
            first = parties or find_bodies(passage, list_names(passage, passage.start, paper.start), home)[:1]
            parties = tuple(dict.fromkeys([*first, *counted]))
            evidence.append(following.span)
        if meaning.role == "paper.weak" and (len(parties) < 2 or _leads_on(passage, paper)):
            continue
        if meaning.role == "paper.weak" and _stands_before(passage, paper, "status.declared"):
            # One person reads an oath aloud; what bodies declare is called a joint one.
            continue
        kind = "plan" if status == "planned" else meaning.type
        if kind != "plan" and _stands_before(passage, paper, "status.declared", "status.reached"):
            kind = _UNSIGNED
        if _is_told(passage, paper, kind, drafts, lexicon):
            parties, named = (), False
        else:
            named = any(other is not paper for other in papers)
        about = (
            read_subject(passage, max(end, paper.end), lexicon)
            or read_subject(passage, paper.end, lexicon)
            or read_attribute(passage, paper.end, lexicon)
            or shared
        )
        if about is None and following is not None:
            about = read_content(following, lexicon)
            if about:
                evidence.append(following.span)
        draft = Draft(
            kind=kind,
            parties=parties,
            about=about,
            evidence=evidence,
            named=named,
            puts_in_writing=before[-1].span
            if before and kind != "plan" and _points_back(passage, papers[0], papers[-1], lexicon)
            else None,
        )
        yield from split_sides(draft, passage, paper, home, lexicon)


def _stands_before(passage: Passage, paper: Cue, *roles: str) -> bool:
    """Tell whether a cue of one of some roles stands right before a paper, or a word from it."""
    return any(
        cue.end <= paper.start and passage.count_words(cue.end, paper.start) <= _REACHED_WORDS
        for cue in passage.list_cues(*roles)
    )


def _is_told(passage: Passage, paper: Cue, kind: str, drafts: Sequence[Draft], lexicon: Lexicon) -> bool:
    """Tell whether a paper points back to one whose sides are known: "Komitmen bersama itu memuat ..."."""
    behind = passage.cut(paper.end, passage.end).split()[:1]
    if not behind or fold(behind[0]).strip(",.") not in lexicon.event_cues.references["after"]:
        return False
    return any(draft.kind == kind and len(draft.parties) > 1 for draft in drafts)


def _leads_on(passage: Passage, paper: Cue) -> bool:
    """Tell whether what was agreed on is only a paper to come: "kesepahaman untuk menyiapkan PKS"."""
    return any(
        other.start > cue.end and cue.start >= paper.end and passage.count_words(paper.end, cue.start) <= 1
        for cue in passage.list_cues("status.planned")
        for other in list_papers(passage)
    )


def _points_back(passage: Passage, first: Cue, paper: Cue, lexicon: Lexicon) -> bool:
    """Tell whether a sentence begins with what was agreed on before: "Kesepakatan itu akan ..."."""
    words = passage.cut(first.end, paper.start).split()
    return (
        first is not paper
        and first.start == passage.start
        and bool(words)
        and fold(words[0]) in lexicon.event_cues.references["after"]
    )


def _find_parties(passage: Passage, paper: Cue, home: Home, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """Return the sides of a paper, and where what tells them ends."""
    cues = lexicon.agreements
    later = [other.start for other in list_papers(passage) if other.start >= paper.end]
    for cue in passage.list_cues("parties.between"):
        if any(start < cue.start for start in later):
            # "Perjanjian itu melanjutkan MoU antara A dan B" tells the sides of the MoU.
            break
        if cue.start >= paper.end and passage.count_words(paper.end, cue.start) <= _BETWEEN_WORDS:
            parties, end = read_parties(passage, cue.end, home, cues)
            if len(parties) > 1:
                return parties, end
    beside, end = find_beside(passage, paper, home, lexicon)
    if beside:
        return beside, end
    signed = passage.list_cues("status.signed")
    for cue in signed:
        if cue.start >= paper.end and passage.count_words(paper.end, cue.start) <= _SIGNED_WORDS:
            # "MoU ditandatangani A dan B, sedangkan PKS ditandatangani B dan C"
            barriers = [item.start for item in (*signed, *list_papers(passage)) if item.start >= cue.end]
            row = list_row(passage, cue.end, cues.joiners, barriers)
            parties = find_bodies(passage, row, home)
            if len(parties) > 1:
                return parties, row[-1].end
    for cue in signed:
        if cue.end <= paper.start and passage.count_words(cue.end, paper.start) <= _SIGNING_WORDS:
            parties = find_subjects(passage, cue.start, home, lexicon.agreements.joiners)
            others, end = find_other_side(passage, paper, home, lexicon)
            if len({*parties, *others}) > 1:
                return tuple(dict.fromkeys([*parties, *others])), end
    for cue in passage.list_cues("parties.agents"):
        if cue.start >= paper.end and passage.count_words(paper.end, cue.start) <= _AGENT_WORDS:
            parties, end = read_parties(passage, cue.end, home, cues)
            if len(parties) > 1:
                return parties, end
    others, end = find_other_side(passage, paper, home, lexicon)
    if others:
        first = find_first_side(passage, paper, home)
        return tuple(dict.fromkeys([*first, *others])), end
    for cue in passage.list_cues("status.planned"):
        if cue.end <= paper.start and passage.count_words(cue.end, paper.start) <= STATUS_WORDS:
            # "A bersama B akan menyusun perjanjian kerja sama"
            parties = find_subjects(passage, cue.start, home, cues.joiners)
            if len(parties) > 1:
                return parties, paper.end
    signing = [cue for cue in passage.list_cues("status.signed") if not passage.is_quoted(cue.start)]
    if signing:
        # Of "Perjanjian itu melanjutkan MoU A dengan B yang diteken 2024" the names are those of the MoU.
        names = list_names(passage, passage.start, min(later, default=passage.end))
        parties = find_bodies(passage, [named for named in names if not is_placed(passage, named)], home)
        generic = " " in paper.phrase and paper.has("paper.weak")
        if len(parties) > 1 and not generic and not passage.list_cues("parties.witnesses"):
            return parties, paper.end
        for cue in signing:
            if cue.end <= paper.start and passage.count_words(cue.end, paper.start) <= _SIGNING_WORDS:
                # "A menandatangani tiga MoU": with whom is told later.
                return find_subjects(passage, cue.start, home, cues.joiners)[:1], paper.end
    return (), paper.end
