"""Words that tell a happening, weighed by how surely the release reports it."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from kgraph.extraction.modality import find_modality
from kgraph.extraction.passages import Cue, Passage
from kgraph.lexicon.event_cues import Meaning
from kgraph.lexicon.matcher import fold

HEAD_ZONES = ("headline", "caption")
_TOLD_ZONES = frozenset({"body", *HEAD_ZONES})
LEAST_TELLING = 1.5
"""Weight from which a cue tells a happening by itself."""
NOUN_FORMS = ("noun", "telling.nouns", "title", "topic")
_FIRST_HAND = {
    "active": 2.0,
    "noun": 1.0,
    "passive": 2.0,
    "state": 1.5,
    "stem": 2.0,
    "telling.nouns": 0.0,
    "topic": 0.0,
}
"""How surely a cue tells a happening by its role alone."""
_CEREMONY = "ceremony"
_NAMING = "other"
"""The type of a happening that is only named, and of meetings with the press."""
_ERRANDS = frozenset({"handover", "outreach", "training"})
"""Types that one goes somewhere to do."""
_GROUPS = {"audience": "meeting", "handover": "repatriation", "visit": "meeting"}
RECEIVING = ("carriers.receiving_active", "carriers.receiving_stems")
_HOLDING = ("carriers.holding_active", "carriers.holding_stems")
_CARRYING = (
    *_HOLDING,
    *RECEIVING,
    "carriers.doing_active",
    "carriers.doing_stems",
    "carriers.attending_active",
    "carriers.attending_stems",
    "carriers.leading_active",
    "carriers.leading_stems",
)
_HELD = ("carriers.holding_passive", "carriers.doing_passive")
_TITLED = ("carriers.eventive", *_HOLDING)
_TELLING = frozenset({*_FIRST_HAND, *_TITLED, *_HELD})
"""Roles of cues that may begin a trigger."""
_LEADING = (*_CARRYING, "places.origins", "themes.occasions")
"""Roles of words that lead to what somebody else holds: "mengikuti", "dalam", "dari"."""
_CARRYING_AFTER = (*_HELD, "carriers.attending_passive", "carriers.leading_passive", "carriers.taking_place")
_CARRYING_NOUNS = ("noun", *_CARRYING)
_AFTER = ("active", "noun", *_CARRYING_AFTER)
_TITLE = re.compile(r"\s*(?:[“\"‘'](?P<title>[^“”\"\n]{3,120}?)[”\"’']|(?P<name>[A-Z][^,.;:()“”\"\n]{3,80}))")
_OBJECT = re.compile(r"\s*(?P<object>[a-z][a-z-]{3,}\s+[a-z][a-z-]+)")
_LINKED = re.compile(r"\s*(?P<name>[a-z-]{3,}(?:\s+[a-z-]+){0,4})\s+")
_ACT = re.compile(r"(?P<name>Pe[a-z]{3,}an(?:\s+[\w-]+){0,4})\s+")
_DONE = -0.75
"""Weight of the bare name of an act that was done: it takes a day to be one that is reported."""
_CARRIED, _OCCASION, _POINTED, _OPENING = 3.0, 2.0, 2.0, 1.0
_QUOTED, _THEME, _RELATIVE = -4.0, -2.5, -3.0
_THEMES = frozenset({"themes.aims", "themes.before", "themes.occasions", "themes.relatives", "themes.series"})
"""Roles of cues that tell, right before another, whether it is told as done."""
_CARRIER_WORDS = 4
_CARRIER_AFTER_WORDS = 16
_THEME_WORDS = 1


class Trigger(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A cue that may tell a happening of the release.

    ``form`` is the cue's role, ``title`` for a name that only a verb makes a
    happening ("menggelar “Nusantara Day”"); ``carrier`` the verb that carries a
    noun; ``modality`` is ``None`` for what is told as having happened; ``weight``
    counts the signs that this sentence reports it.
    """

    passage: Passage
    cue: Cue
    type: str
    form: str
    carrier: Cue | None
    modality: str | None
    weight: float

    @property
    def group(self) -> str:
        """The type that stands for all by which one happening may go."""
        return _GROUPS.get(self.type, self.type)

    @property
    def is_head(self) -> bool:
        """Whether it stands in headline or caption."""
        return self.passage.zone in HEAD_ZONES

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in somebody's words."""
        return self.passage.is_quoted(self.cue.start)


def find_triggers(passages: Sequence[Passage]) -> tuple[Trigger, ...]:
    """Return the cues of events in a release, in the order of the text."""
    triggers: list[Trigger] = []
    for passage in passages:
        if passage.zone not in _TOLD_ZONES or passage.by_role.keys().isdisjoint(_TELLING):
            continue
        for position, cue in enumerate(passage.cues):
            if not cue.roles.isdisjoint(_FIRST_HAND):
                triggers += _read_cue(passage, position, cue)
            if not cue.roles.isdisjoint(_TITLED):
                triggers += _read_title(passage, position, cue)
            if not cue.roles.isdisjoint(_HELD):
                triggers += _read_held(passage, position, cue)
    return tuple(triggers)


def _read_cue(passage: Passage, position: int, cue: Cue) -> Iterator[Trigger]:
    for meaning in cue.meanings:
        form = meaning.role
        if form not in _FIRST_HAND or (form == "stem" and passage.zone not in HEAD_ZONES):
            continue
        if form == "stem" and not passage.cut(cue.end, passage.end).strip(" .!?"):
            # A verb of a headline has an object: "Laut Lepas" has none.
            continue
        carrier = _find_carrier(passage, position) if form in NOUN_FORMS else None
        if form == "topic" and not _is_carried(passage, cue, meaning.type, carrier):
            continue
        if form == "state" and meaning.type == "visit" and not _leads(passage, position):
            continue
        if form in NOUN_FORMS and (_is_gloss(passage, cue) or _is_complement(passage, position)):
            continue
        yield Trigger(
            passage=passage,
            cue=cue,
            type=meaning.type or _NAMING,
            form=form,
            carrier=carrier,
            modality=find_modality(passage, cue),
            weight=_weigh(passage, position, form, carrier, errand=meaning.type in _ERRANDS),
        )


def _is_carried(passage: Passage, cue: Cue, type_: str, carrier: Cue | None) -> bool:
    """Tell whether a verb makes a noun a happening.

    Guests are one only where somebody receives them, and people who come home where somebody
    receives just them: "menerima 38 deportan", not "menerima laporan deportan".
    """
    if carrier is None or type_ not in {"repatriation", "visit"}:
        return carrier is not None
    if type_ == "visit" or carrier.start > cue.start:
        return carrier.has(*RECEIVING)
    counts = {count.phrase for count in passage.list_cues("roles.counts")}
    words = passage.cut(carrier.end, cue.start).split()
    return carrier.has(*RECEIVING) and all(word[0].isdigit() or fold(word) in counts for word in words)


def _leads(passage: Passage, position: int) -> bool:
    """Tell whether "ke" follows a cue, as in "datang ke"."""
    cue = passage.cues[position]
    return any(
        later.has("places.directions") and not passage.cut(cue.end, later.start).strip()
        for later in passage.cues[position + 1 : position + 2]
    )


def _is_complement(passage: Passage, position: int) -> bool:
    """Tell whether a noun tells what the one right before it is about: "latihan bersama penyelamatan".

    Of "upacara pelantikan" the second tells what happens.
    """
    noun = passage.cues[position]
    return any(
        before.end < noun.start and not passage.cut(before.end, noun.start).strip()
        for before in passage.cues[max(position - 1, 0) : position]
        if any(meaning.role == "noun" and meaning.type != _CEREMONY for meaning in before.meanings)
    )


def _is_gloss(passage: Passage, cue: Cue) -> bool:
    """Tell whether a cue only repeats in brackets what stands before: "rapat kasus (case conference)"."""
    before = passage.cut(passage.start, cue.start)
    return before.rfind("(") > before.rfind(")")


def _read_title(passage: Passage, position: int, carrier: Cue) -> Iterator[Trigger]:
    """Yield the name that follows a verb of holding where no event noun does.

    What "menghadiri", "menggelar" and the like have for an object is a happening, of
    whatever sort.
    """
    eventive = carrier.has("carriers.eventive")
    if carrier.has("carriers.holding_stems") and passage.zone not in HEAD_ZONES:
        return
    start = carrier.end
    for cue in passage.cues[position + 1 :]:
        if passage.count_words(start, cue.start) > _CARRIER_WORDS:
            break
        if cue.has("noun", "topic", "telling.nouns", "active"):
            return
        if (
            cue.has("references.nouns")
            and not passage.cut(start, cue.start).strip()
            and passage.cut(cue.start, cue.end).islower()
        ):
            start = cue.end
    match = _TITLE.match(passage.text, start - passage.start)
    if match is None and eventive and not passage.list_cues("carriers.not_held"):
        match = _OBJECT.match(passage.text, start - passage.start)
    if match is None or passage.is_quoted(carrier.start):
        return
    group = next(group for group in match.groupdict() if match[group])
    if group == "name" and any(
        named.start == match.start("name") + passage.start for named in passage.bodies
    ):
        return
    first = passage.start + match.start(group)
    last = first + len(match[group] if group == "title" else match[group].split()[0])
    yield _name(passage, carrier, first, last, _CARRIED)


def _read_held(passage: Passage, position: int, carrier: Cue) -> Iterator[Trigger]:
    """Yield what is held where no event noun says what it is.

    It is linked by "yang" ("mengikuti kelas pajak yang diadakan A"), or is the name of an act
    at the head of a sentence that tells that it was done ("Penyalaan perdana dilakukan A").
    """
    if passage.is_quoted(carrier.start) or passage.list_cues("carriers.not_held"):
        return
    match, weight = None, _CARRIED
    linked = [
        cue
        for cue in passage.cues[:position]
        if cue.has("themes.relatives") and not passage.cut(cue.end, carrier.start).strip()
    ]
    if linked and carrier.has("carriers.eventive_passive"):
        leading = [cue.end for cue in passage.cues[:position] if cue.has(*_LEADING)]
        opened = max(leading, default=passage.start)
        match = _LINKED.fullmatch(passage.text, opened - passage.start, linked[-1].start - passage.start)
    if match is None:
        match = _ACT.fullmatch(passage.text, 0, carrier.start - passage.start)
        weight = _DONE
    if match is None:
        return
    start = passage.start + match.start("name")
    end = start + len(match["name"].split()[0])
    known = ("noun", "topic", "telling.nouns", "active", "passive", "state", "references.nouns")
    if any(start <= cue.start < carrier.start for cue in passage.cues[:position] if cue.has(*known)):
        return
    yield _name(passage, carrier, start, end, weight)


def _name(passage: Passage, carrier: Cue, start: int, end: int, weight: float) -> Trigger:
    """Return a trigger for the name of a happening of no known type."""
    cue = Cue(
        start=start,
        end=end,
        phrase=fold(passage.cut(start, end)),
        meanings=(Meaning(role="title", type=_NAMING),),
        roles=frozenset({"title"}),
    )
    return Trigger(
        passage=passage,
        cue=cue,
        type=_NAMING,
        form="title",
        carrier=carrier,
        modality=find_modality(passage, carrier),
        weight=weight,
    )


def _find_carrier(passage: Passage, position: int) -> Cue | None:
    """Return the verb that carries an event noun in the same sentence.

    One that says who holds it, as "yang digelar", goes before one that only says
    who came, as "menghadiri".
    """
    noun = passage.cues[position]
    found = None
    carrying = _CARRYING_NOUNS if "topic" in noun.roles else _CARRYING
    for cue in reversed(passage.cues[:position]):
        if cue.roles.isdisjoint(carrying):
            continue
        if passage.count_words(cue.end, noun.start) > _CARRIER_WORDS:
            break
        if "noun" in cue.roles and "topic" in noun.roles:
            # What follows an event noun is what it is about: "bimtek pendataan".
            return None
        if "," not in passage.cut(cue.end, noun.start):
            found = cue
            break
    if found is not None and found.has(*_HOLDING, *RECEIVING):
        return found
    for cue in passage.cues[position + 1 :]:
        if cue.roles.isdisjoint(_AFTER) or ("noun" in cue.roles and _is_gloss(passage, cue)):
            continue
        if cue.has("active", "noun") or passage.count_words(noun.end, cue.start) > _CARRIER_AFTER_WORDS:
            break
        if found is None or cue.has(*_HELD):
            return found if _follows_possible(passage, cue) else cue
    return found


def _follows_possible(passage: Passage, verb: Cue) -> bool:
    """Tell whether something only may or must be held: "rapat dapat dilakukan daring"."""
    return any(
        cue.end <= verb.start and not passage.cut(cue.end, verb.start).strip()
        for cue in passage.list_cues("themes.possible")
    )


def _weigh(passage: Passage, position: int, form: str, carrier: Cue | None, *, errand: bool) -> float:
    cue = passage.cues[position]
    weight = _FIRST_HAND[form]
    if carrier is not None:
        weight += _CARRIED
    if passage.is_quoted(cue.start):
        weight += _QUOTED
    themed = False
    for before in passage.cues[:position]:
        if before.end > cue.start or before.roles.isdisjoint(_THEMES):
            continue
        if passage.count_words(before.end, cue.start) > _THEME_WORDS:
            continue
        if before.has("themes.series") and not passage.cut(before.end, cue.start).strip():
            themed = True
        if carrier is not None and carrier.start < cue.start:
            continue
        if (before.has("themes.aims") and not (errand and _is_after_going(passage, before))) or (
            form in NOUN_FORMS and before.has("themes.before")
        ):
            themed = True
        elif before.has("themes.relatives") and form == "passive" and not _is_placed(passage, position):
            weight += _RELATIVE
        elif before.has("themes.occasions") and not passage.cut(before.end, cue.start).strip():
            weight += _OCCASION
    if themed:
        weight += _THEME
    for later in passage.cues[position + 1 : position + 2]:
        if later.has("references.after") and not passage.cut(cue.end, later.start).strip():
            weight += _POINTED
    if form == "noun" and cue.start == passage.start:
        weight += _OPENING
    return weight


def _is_placed(passage: Passage, position: int) -> bool:
    """Tell whether the place follows a verb at once: "PKS antara A dan B yang diteken di Aula C"."""
    verb = passage.cues[position]
    return any(
        cue.has("places.prepositions") and not passage.cut(verb.end, cue.start).strip()
        for cue in passage.cues[position + 1 : position + 2]
    )


def _is_after_going(passage: Passage, aim: Cue) -> bool:
    """Tell whether an aim is that of going somewhere, and so is done there: "mendatangi A guna melatih B"."""
    return any(
        cue.end <= aim.start
        and any(meaning.role == "active" and meaning.type == "visit" for meaning in cue.meanings)
        for cue in passage.cues
    )
