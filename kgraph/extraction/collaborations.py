"""Which bodies a release says act together."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, product

import msgspec

from kgraph.extraction.kinship import Kin, are_kin, describe_kin
from kgraph.extraction.parties import (
    Home,
    find_bodies,
    find_subjects,
    is_placed,
    list_main_names,
    list_names,
    list_row,
)
from kgraph.extraction.passages import Cue, Passage, build_passages, list_having
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import (
    Agreement,
    Collaboration,
    Doubt,
    Event,
    Institution,
    Official,
    Span,
    Statement,
)
from kgraph.text.layout import Layout

_BASES = {
    "signing": "signing",
    "handover": "handover",
    "interdiction": "joint-action",
    "repatriation": "joint-action",
}
_ACTS = ("active", "carriers.doing_active", "carriers.holding_active")
"""Roles of verbs whose joint subject acts together."""
_STATING = ("roles.together", "roles.mutual", "roles.joint", *_ACTS)
"""Roles of cues whose sentence may say that two bodies act together."""
_RECEIVING = ("carriers.receiving_active", "carriers.receiving_passive")
"""Roles of cues whose sentence tells who got something: who says so had a part in it."""
_DONE = frozenset({"ceremony", "handover", "inauguration", "inspection", "other", "send-off", "signing"})
"""Types of acts: who speaks of one need not have had a part in it, as who speaks at a meeting has."""
_HELD = frozenset({"ceremony", "meeting", "outreach", "talk", "training"})
"""Types of what bodies hold: the one named right behind the word for it is the one whose it is."""
_COMING = ("carriers.attending_active", "carriers.attending_passive", "roles.present")
"""Roles of cues whose sentence tells who came."""
_SIDE_UNKNOWN = "joint work of a body, but not surely with whom, or not yet done"
_CLOSING_WORDS = 3
_JOINT_WORDS = 3
_WISHED_WORDS = 6


class _Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two bodies, why they count as acting together, and where it is said."""

    parties: tuple[str, str]
    basis: str
    event: int | None
    evidence: tuple[Span, ...]


def find_collaborations(
    layout: Layout,
    institutions: Sequence[Institution],
    officials: Sequence[Official],
    events: Sequence[Event],
    agreements: Sequence[Agreement],
    lexicon: Lexicon,
    *,
    passages: Sequence[Passage] | None = None,
    statements: Sequence[Statement] = (),
) -> tuple[Collaboration, ...]:
    """Return the pairs of bodies that act together, sorted by their names.

    Pairs are the parties of one agreement that is more than a plan, the organizer of
    an event with each body that took part, and two bodies that a sentence says act
    together. Guests do not pair with guests, nor a body with its own unit, nor one whose
    people only speak of what others did. The first span of the evidence alone shows the
    pair wherever one sentence does.
    """
    if passages is None:
        passages = build_passages(layout, institutions, officials, lexicon)
    home = {item.name: item.institution for item in officials}
    known = {item.name: item for item in institutions}
    kin: dict[str, Kin] = {}
    units = _list_units(passages)
    found: dict[tuple[str, str], _Pair] = {}
    for pair in (
        *_list_agreed(agreements),
        *_list_stated(passages, home, events, lexicon),
        *_list_met(events, agreements, passages, statements),
    ):
        if pair.parties in found or pair.parties in units or not known.keys() >= {*pair.parties}:
            continue
        if any(fold(name).startswith(lexicon.event_cues.subunits) for name in pair.parties):
            continue
        for name in pair.parties:
            if name not in kin:
                kin[name] = describe_kin(known[name], lexicon)
        first, second = (kin[name] for name in pair.parties)
        if first is not second and not are_kin(first, second):
            found[pair.parties] = pair
    witnesses = _Witnesses(passages, home)
    return tuple(
        Collaboration(
            parties=pair.parties,
            basis=pair.basis,
            event=pair.event,
            evidence=_choose_evidence(pair, witnesses),
        )
        for _, pair in sorted(found.items())
    )


def find_collaboration_doubts(
    passages: Sequence[Passage],
    officials: Sequence[Official],
    collaborations: Sequence[Collaboration],
    lexicon: Lexicon,
) -> Iterator[Doubt]:
    """Yield the sentences that say that somebody acts with a body, where it is not told who.

    These are words such as "bersama" before a body that acts together with none.
    """
    home = {item.name: item.institution for item in officials}
    paired = {name for item in collaborations for name in item.parties}
    for passage in list_having(passages, "roles.together", "roles.joint"):
        if passage.zone != "body":
            continue
        for cue in passage.list_cues("roles.together", "roles.joint"):
            if passage.is_quoted(cue.start) or _is_wished(passage, cue):
                continue
            row = list_row(passage, cue.end, lexicon.agreements.joiners)
            if {*find_bodies(passage, row, home)} - paired:
                yield Doubt(span=passage.span, reason=_SIDE_UNKNOWN)
                break


def _list_units(passages: Sequence[Passage]) -> frozenset[tuple[str, str]]:
    """Return the pairs of a body and the unit through which it acts: "KemenP2MI melalui BP3MI"."""
    return frozenset(
        _sort(first.name, second.name)
        for passage in list_having(passages, "roles.through")
        for cue in passage.list_cues("roles.through")
        for first, second in pairwise(passage.bodies)
        if first.end <= cue.start < second.start
        and passage.count_words(first.end, second.start) <= _JOINT_WORDS
    )


def _sort(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first <= second else (second, first)


def _list_agreed(agreements: Sequence[Agreement]) -> Iterator[_Pair]:
    for agreement in agreements:
        if agreement.kind == "plan":
            continue
        for first, second in combinations(agreement.parties, 2):
            yield _Pair(
                parties=_sort(first, second), basis="signing", event=None, evidence=agreement.evidence
            )


def _list_met(
    events: Sequence[Event],
    agreements: Sequence[Agreement],
    passages: Sequence[Passage],
    statements: Sequence[Statement],
) -> Iterator[_Pair]:
    """Yield the organizer of each event with each other body that took part.

    Where it is told who agreed, others at a signing within another occasion only look on.
    """
    agreed = {party for agreement in agreements if agreement.kind != "plan" for party in agreement.parties}
    coming = {passage.span for passage in list_having(passages, *_COMING)}
    spoken = {span for statement in statements for span in statement.evidence}
    by_span = {passage.span: passage for passage in passages}
    receiving = {passage.span for passage in list_having(passages, *_RECEIVING)}
    papers = [agreement for agreement in agreements if agreement.kind != "plan"]
    for index, event in enumerate(events):
        signing = event.type == "signing" and bool(agreed)
        if event.organizer is None or (signing and index):
            continue
        for name in event.participants:
            told = event.evidence.participants.get(name, ())
            if name == event.organizer:
                continue
            if told and event.type in _DONE and spoken.issuperset(told) and not receiving.intersection(told):
                continue
            beside = ("roles.owned", "noun", "topic") if event.type in _HELD else ("roles.owned",)
            if told and all(span in by_span and _stands_behind(by_span[span], name, beside) for span in told):
                continue
            # Who signs at the house of another meets that one, too.
            hosted = event.organizer not in agreed and name in agreed
            if signing and not hosted and not coming.intersection(told):
                continue
            by_papers = _signs_with_others(name, event.organizer, told, papers)
            if event.organizer in agreed and by_papers and not coming.intersection(told):
                continue
            basis = _BASES.get(event.type, "meeting")
            spans = (*told, *event.evidence.event)
            yield _Pair(
                parties=_sort(event.organizer, name),
                basis=basis,
                event=index,
                evidence=tuple(dict.fromkeys(spans)),
            )


def _stands_behind(passage: Passage, name: str, roles: Sequence[str]) -> bool:
    """Tell whether a sentence names a body only to say whose another thing is.

    That is its meeting ("rapat Tim A yang digelar B") or the body that it owns ("PT A, anak usaha PT B").
    """
    places = [named.start for named in passage.bodies if named.name == name]
    ends = [cue.end for cue in passage.list_cues(*roles)]
    return bool(places) and all(
        any(end <= start and not passage.cut(end, start).strip() for end in ends) for start in places
    )


def _signs_with_others(name: str, host: str, told: Sequence[Span], papers: Sequence[Agreement]) -> bool:
    """Tell whether a body is told at an event by its papers alone, and none of them is with the host."""
    spans = {span for paper in papers if name in paper.parties for span in paper.evidence}
    shared = any(name in paper.parties and host in paper.parties for paper in papers)
    return bool(told) and not shared and spans.issuperset(told)


def _list_stated(
    passages: Sequence[Passage], home: Home, events: Sequence[Event], lexicon: Lexicon
) -> Iterator[_Pair]:
    """Yield the pairs that a sentence itself says act together."""
    for passage in list_having(passages, *_STATING):
        if passage.zone != "body" or not passage.named:
            continue
        cues = passage.list_cues(*_STATING)
        index = next(
            (number for number, event in enumerate(events) if passage.span in event.evidence.event), None
        )
        for cue in cues:
            if _is_wished(passage, cue):
                continue
            for first, second in _read_joint(passage, cue, home, lexicon):
                yield _Pair(
                    parties=_sort(first, second),
                    basis="joint-action" if index is not None else "stated",
                    event=index,
                    evidence=(passage.span,),
                )


def _is_wished(passage: Passage, cue: Cue) -> bool:
    """Tell whether joint work is only hoped for, planned, denied or over, or hangs on a condition."""
    if any(other.start == passage.start for other in passage.list_cues("themes.conditions")):
        return True
    return any(
        other.end <= cue.start
        and passage.count_words(other.end, cue.start) <= _WISHED_WORDS
        and not any(mark in passage.cut(other.end, cue.start) for mark in ",;:")
        for other in passage.list_cues(
            "modality.planned", "modality.denied", "modality.cancelled", "themes.wishes"
        )
    )


def _read_joint(passage: Passage, cue: Cue, home: Home, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield the pairs around a cue: "A bersama B dan C", "kerja sama antara A dan B", "tim gabungan A, B"."""
    joiners = lexicon.agreements.joiners
    barriers = [
        other.start
        for other in passage.cues
        if other.has("active", "passive", "roles.together", "speech.active") and other.start >= cue.end
    ]
    if cue.has(*_ACTS):
        # "A, B dan C menyita ...", but not "A bersama B dan C menyita ..."
        together = [other for other in passage.list_cues("roles.together") if other.end <= cue.start]
        if not together and not passage.is_quoted(cue.start):
            yield from combinations(find_subjects(passage, cue.start, home, joiners), 2)
        return
    after = find_bodies(passage, list_row(passage, cue.end, joiners, barriers), home)
    if cue.has("roles.joint"):
        yield from _pair_sides(passage, cue, barriers, home, lexicon)
        return
    if passage.is_quoted(cue.start):
        return
    if any(
        row.end <= determiner.start
        for determiner in passage.list_cues("references.after")
        if not passage.cut(determiner.start, cue.start).split()[_CLOSING_WORDS:]
        for row in list_names(passage, passage.start, determiner.start)[-1:]
        if determiner.end <= cue.start and not passage.cut(row.end, determiner.start).strip()
    ):
        # "Pelaku yang ditangkap A itu bekerja sama dengan B" does not tell of A.
        return
    chained = _find_chained(passage, cue)
    row = find_subjects(passage, cue.start if chained is None else chained.start, home, joiners)
    if not after:
        # "A, B dan C bersama-sama memberi ...", but not "A, B dan C, dibantu warga"
        if cue.has("roles.mutual"):
            yield from combinations(row, 2)
        return
    names = [named for named in list_main_names(passage, cue.start) if not is_placed(passage, named)]
    for name in row or (find_bodies(passage, names[:1], home) if chained is None else ()):
        for other in after:
            if other != name:
                yield name, other


def _pair_sides(
    passage: Passage, cue: Cue, barriers: Sequence[int], home: Home, lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a row behind the name of joint work.

    Of "kerja sama A, B dan C" each with each, of "kerja sama A dengan B dan C" A with the others.
    """
    row = list_row(passage, cue.end, lexicon.agreements.joiners, barriers)
    linking = frozenset(map(fold, lexicon.agreements.parties["with"]))
    cut = next(
        (
            index
            for index, (left, right) in enumerate(pairwise(row), 1)
            if not linking.isdisjoint(fold(passage.cut(left.end, right.start)).split())
        ),
        None,
    )
    if cut is None:
        yield from combinations(find_bodies(passage, row, home), 2)
        return
    for first, second in product(
        find_bodies(passage, row[:cut], home), find_bodies(passage, row[cut:], home)
    ):
        if first != second:
            yield first, second


def _find_chained(passage: Passage, cue: Cue) -> Cue | None:
    """Return the cue before another of the same subject: "A bersama B dan didukung C" pairs A with C."""
    acts = passage.list_cues(*_ACTS)
    return next(
        (
            other
            for other in passage.list_cues("roles.together")
            if list_names(passage, other.end, cue.start)
            and not any(other.end <= act.start < cue.start for act in acts)
        ),
        None,
    )


class _Witnesses:
    """The sentences of a text by their places, and the bodies that each names, looked up once."""

    def __init__(self, passages: Sequence[Passage], home: Home) -> None:
        self._by_span = {passage.span: passage for passage in passages}
        self._home = home
        self._bodies: dict[Span, frozenset[str] | None] = {}

    def list_bodies(self, span: Span) -> frozenset[str] | None:
        """Return the bodies that a sentence names, ``None`` where no sentence lies."""
        if span not in self._bodies:
            passage = self._by_span.get(span)
            self._bodies[span] = (
                None if passage is None else frozenset(find_bodies(passage, passage.named, self._home))
            )
        return self._bodies[span]

    def is_prose(self, span: Span) -> bool:
        """Tell whether a sentence is of the text proper."""
        return self._by_span[span].zone == "body"


def _choose_evidence(pair: _Pair, witnesses: _Witnesses) -> tuple[Span, ...]:
    """Return the sentences that say the pair: those that name both bodies, the text proper first.

    Where none does, it takes two, in the order of the pair's evidence: the first that names
    one body (the guest's presence) and the first that names the other. A sentence that
    names neither stays only where the pair has no other.
    """
    named: dict[Span, frozenset[str]] = {}
    for span in pair.evidence:
        bodies = witnesses.list_bodies(span)
        if bodies is not None:
            named[span] = bodies.intersection(pair.parties)
    ordered = sorted(named, key=lambda span: not witnesses.is_prose(span))
    both = [span for span in ordered if len(named[span]) == len(pair.parties)]
    if both:
        return tuple(both)
    told: list[Span] = []
    missing = set(pair.parties)
    for span in named:
        if named[span] & missing:
            told.append(span)
            missing -= named[span]
    return tuple(told) or pair.evidence[:1]
