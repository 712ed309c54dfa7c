"""Who holds a happening or is visited."""

from collections.abc import Sequence
from itertools import repeat

from kgraph.extraction.agents import find_agent, find_subject, name_body
from kgraph.extraction.event_choice import Happening
from kgraph.extraction.happenings import Trigger
from kgraph.extraction.modality import find_modality
from kgraph.extraction.parties import Home, find_bodies, list_main_names, list_names, list_row
from kgraph.extraction.passages import Cue, Named, Passage, list_having
from kgraph.extraction.places import Place
from kgraph.extraction.untold_organizers import find_first, list_through
from kgraph.lexicon.event_cues import EventCues
from kgraph.lexicon.matcher import fold

_HOLDING = (
    "carriers.doing_active",
    "carriers.doing_stems",
    "carriers.holding_active",
    "carriers.holding_stems",
)
_HELD = ("carriers.doing_passive", "carriers.holding_passive")
_LEADING = ("carriers.leading_active", "carriers.leading_stems")
_RECEIVING = ("carriers.receiving_active", "carriers.receiving_stems")
_TOWARD_WORDS = 6
_LEAD = 2
_OPENING_WORDS = 4
_PREPOSITION_WORDS = 2


def find_organizer(
    happening: Happening,
    passages: Sequence[Passage],
    place: Place | None,
    home: Home,
    joiners: frozenset[str],
    words: EventCues,
) -> str | None:
    """Return the body that holds a happening; of a visit or audience, the one that is visited.

    What the verbs say goes first: "menggelar" after its subject, "digelar (oleh)"
    before its agent, "menerima kunjungan" after the host, "mengunjungi" and
    "audiensi dengan" before it, "disambut oleh" before it. Then the owner of the
    place of a visit, the first body of headline and lead, and the one who chairs.
    """
    found = _find_leader(happening, passages, words) or _find_any(happening, passages, place, home, joiners)
    return _find_parent(found, passages) if found else None


def _find_leader(happening: Happening, passages: Sequence[Passage], words: EventCues) -> str | None:
    """Return the office that leads acts of this kind if it is named: a search is led by the SAR office."""
    heads = words.leading_heads.get(happening.main.cue.phrase)
    if heads is None:
        main = happening.main
        before = " ".join(fold(main.passage.cut(main.passage.start, main.cue.start)).split())
        sending = words.sending_heads.items()
        heads = next((heads for team, heads in sending if f" {team} " in f" {before} "), None)
    if heads is None:
        return None
    return next(
        (
            named.name
            for passage in passages
            for named in passage.bodies
            if fold(named.name).startswith(heads)
        ),
        None,
    )


def _find_parent(name: str, passages: Sequence[Passage]) -> str:
    """Return the body that acts through another: of "A melalui B" A, of any other body itself."""
    for passage in passages:
        for first, second in list_through(passage, passage.bodies):
            if second.name == name != first.name:
                return first.name
    return name


def _find_any(
    happening: Happening,
    passages: Sequence[Passage],
    place: Place | None,
    home: Home,
    joiners: frozenset[str],
) -> str | None:
    triggers = sorted(
        (trigger for trigger in happening.triggers if trigger is happening.main or not trigger.is_quoted),
        key=lambda trigger: trigger.is_head,
    )
    for passage in list_having(passages, "roles.invitations"):
        for cue in passage.list_cues("roles.invitations"):
            inviting = find_agent(passage, cue.end, home)
            if inviting:
                return inviting
    named = _find_named(passages, home)
    if named:
        return named
    visit = happening.type in {"audience", "visit"}
    if happening.group == "meeting" and not visit:
        # "Rapat yang digelar A": whoever is received elsewhere, A holds it.
        holder = next(filter(None, map(_find_told_holder, triggers, repeat(home))), None)
        if holder:
            return holder
    if happening.group == "meeting":
        host = _find_host(triggers, passages, place, home, visit=visit, further=happening.further)
        if host is not None:
            return host or None
    # "A memediasi ...; mediasi yang difasilitasi B": who only helps goes last.
    if happening.type != "signing":
        triggers.sort(key=lambda trigger: (trigger.is_head, _is_helped(trigger)))
    if happening.type == "other":
        # Of what goes by no type, another act in another sentence is somebody else's.
        near = (happening.main.passage.index, happening.main.passage.index + 1)
        triggers = [
            trigger
            for trigger in triggers
            if trigger.passage.index in near or trigger.cue.phrase == happening.main.cue.phrase
        ]
    holders = [_find_holder(trigger, home, visit=visit) for trigger in triggers]
    if happening.type == "repatriation":
        # "Warga yang dideportasi A diterima B": B sees to it.
        bringing = [
            holder for holder, trigger in zip(holders, triggers, strict=True) if trigger.form != "passive"
        ]
        receiver = None if any(bringing) else _find_receiver(passages, home)
        if receiver:
            return receiver
    for holder in holders:
        if holder:
            return holder
    if happening.group == "meeting":
        owner = _find_owner(passages, place)
        if owner is not None:
            return owner
    for passage in passages:
        if passage.index not in happening.tellers and not passage.list_cues("references.nouns"):
            continue
        for cue in passage.list_cues("roles.joint_holding"):
            together = find_bodies(passage, list_row(passage, cue.end, joiners), home)
            if len(together) > 1:
                return together[0]
    if happening.type == "signing" or "" in holders:
        return None
    for passage in passages:
        for cue in passage.list_cues("carriers.holding_passive"):
            # "Forum itu diselenggarakan A"
            opening = passage.count_words(passage.start, cue.start) <= _OPENING_WORDS
            found = find_agent(passage, cue.end, home) if opening else None
            if found:
                return found
    return _find_inviting(happening, passages, home) or find_first(happening, passages, place, home)


def _find_inviting(happening: Happening, passages: Sequence[Passage], home: Home) -> str | None:
    """Return the body that calls others together in a sentence about a happening: "A mengundang B"."""
    lead = [] if happening.further else [item.index for item in passages if item.zone == "body"][:_LEAD]
    telling = happening.tellers.union(lead)
    for passage in list_having(passages, "roles.inviting"):
        for cue in passage.list_cues("roles.inviting"):
            before = list_main_names(passage, cue.start)
            near = bool(before) and before[-1] in passage.bodies and _touches(passage, before[-1], cue)
            if near and passage.index in telling and not passage.is_quoted(cue.start):
                return find_subject(passage, cue.start, home)
    return None


def _find_host(
    triggers: Sequence[Trigger],
    passages: Sequence[Passage],
    place: Place | None,
    home: Home,
    *,
    visit: bool,
    further: bool,
) -> str | None:
    untold = False
    for trigger in triggers:
        found = None
        if trigger.carrier is not None and trigger.carrier.has(*_RECEIVING):
            host = find_subject(trigger.passage, trigger.carrier.start, home)
            if host is None and further:
                # "Usai acara, rektor menerima kunjungan B": it is not B who is visited.
                untold = True
                continue
            return host
        # "bersilaturahmi ke A" is a visit, whatever the verb is else.
        if visit or (trigger.form == "active" and _goes(trigger)):
            found = _find_goal(trigger, home)
        if found:
            return found
    received = _find_receiver(passages, home)
    return received or (_find_owner(passages, place) if visit else None) or ("" if untold else None)


def _find_named(passages: Sequence[Passage], home: Home) -> str | None:
    """Return the body that is called the holder: "penyelenggaranya adalah A", "A selaku tuan rumah"."""
    for passage in list_having(passages, "roles.holders", "roles.as_holders"):
        for cue in passage.list_cues("roles.holders", "roles.as_holders"):
            if passage.is_quoted(cue.start):
                continue
            if cue.has("roles.holders"):
                found = find_agent(passage, cue.end, home)
            else:
                before = list_names(passage, passage.start, cue.start)
                found = name_body(passage, before[-1], home) if before else None
            if found:
                return found
    return None


def _find_receiver(passages: Sequence[Passage], home: Home) -> str | None:
    """Return the body that receives guests or those who come home: "rombongan diterima A"."""
    for passage in passages:
        for cue in passage.list_cues("carriers.receiving_passive"):
            received = _is_of_guests(passage, cue) and find_modality(passage, cue) is None
            found = find_agent(passage, cue.end, home) if received else None
            if found:
                return found
    return None


def _is_of_guests(passage: Passage, cue: Cue) -> bool:
    """Tell whether what is received are people or bodies, not an offer: "Tawaran itu disambut A"."""
    told = [named.start for named in list_names(passage, passage.start, cue.start)]
    told.extend(other.start for other in passage.list_cues("noun", "topic", "references.nouns"))
    told.extend(other.start for other in passage.list_cues("active", "passive", "roles.present"))
    return (
        any(start < cue.start for start in told) or cue.start == passage.start or not _is_thing(passage, cue)
    )


def _is_thing(passage: Passage, cue: Cue) -> bool:
    """Tell whether a noun that points back stands before a verb alone: "Usulan tersebut ..."."""
    return any(
        other.end <= cue.start and not passage.cut(other.end, cue.start).strip()
        for other in passage.list_cues("references.after")
    )


def _find_owner(passages: Sequence[Passage], place: Place | None) -> str | None:
    """Return the body whose office a place is."""
    if place is not None:
        for passage in passages:
            for named in passage.bodies:
                if place.holds(named):
                    return named.name
    return None


def _find_told_holder(trigger: Trigger, home: Home) -> str | None:
    """Return who is told right behind "digelar" or "diselenggarakan" to hold a happening."""
    carrier = trigger.carrier
    if carrier is None or not carrier.has("carriers.holding_passive"):
        return None
    return find_agent(trigger.passage, carrier.end, home)


def _find_holder(trigger: Trigger, home: Home, *, visit: bool) -> str | None:
    carrier = trigger.carrier
    if carrier is not None and carrier.has(*_HELD):
        return find_agent(trigger.passage, carrier.end, home)
    if carrier is not None and (
        carrier.has(*_HOLDING) or (trigger.type == "repatriation" and carrier.has(*_RECEIVING))
    ):
        return find_subject(trigger.passage, carrier.start, home)
    if carrier is not None and carrier.has(*_LEADING) and not visit:
        # "Dinas A membuka bursa kerja": a body that opens something holds it; a person may be a guest.
        before = list_main_names(trigger.passage, carrier.start)
        if before and before[-1] in trigger.passage.bodies and _touches(trigger.passage, before[-1], carrier):
            # "Dinas A menggandeng B dan C membuka bursa kerja": it is A's.
            beside = trigger.passage.list_cues("roles.together")
            helped = any(before[0].end <= cue.start and cue.end <= before[-1].start for cue in beside)
            return (before[0] if helped and before[0] in trigger.passage.bodies else before[-1]).name
    if trigger.form in {"active", "stem"} and not visit and not _only_joins(trigger):
        return find_subject(trigger.passage, trigger.cue.start, home)
    if trigger.form == "passive":
        agent = find_agent(trigger.passage, trigger.cue.end, home)
        if agent is None and trigger.type == "handover":
            return _find_giver(trigger, home)
        return agent
    return None


def _is_helped(trigger: Trigger) -> bool:
    return trigger.carrier is not None and trigger.carrier.has("roles.facilitating")


def _only_joins(trigger: Trigger) -> bool:
    """Tell whether the subject of a verb does with others what they do: "Ketua A ikut menandatangani"."""
    return any(
        cue.end <= trigger.cue.start and not trigger.passage.cut(cue.end, trigger.cue.start).strip()
        for cue in trigger.passage.list_cues("roles.joining")
    )


def _touches(passage: Passage, named: Named, cue: Cue) -> bool:
    return passage.count_words(named.end, cue.start) <= 1


def _find_giver(trigger: Trigger, home: Home) -> str | None:
    """Return the body after "dari" behind a verb of handing over."""
    passage = trigger.passage
    for cue in passage.list_cues("roles.givers"):
        if cue.start >= trigger.cue.end:
            found = find_agent(passage, cue.end, home)
            if found:
                return found
    return None


def _goes(trigger: Trigger) -> bool:
    return any(
        cue.start >= trigger.cue.end and not trigger.passage.cut(trigger.cue.end, cue.start).strip()
        for cue in trigger.passage.list_cues("places.directions")
    )


def _find_goal(trigger: Trigger, home: Home) -> str | None:
    """Return the body that a visit or audience goes to."""
    passage = trigger.passage
    offset = trigger.cue.end
    direct = trigger.form in {"active", "state", "stem"}
    toward = [
        cue
        for cue in passage.list_cues("roles.toward", "places.directions")
        if cue.start >= offset and passage.count_words(offset, cue.start) <= _PREPOSITION_WORDS
    ]
    if not direct and not toward:
        return None
    start = toward[0].end if toward else offset
    for named in list_names(passage, start, passage.end):
        if passage.count_words(start, named.start) > _TOWARD_WORDS:
            return None
        return name_body(passage, named, home)
    return None
