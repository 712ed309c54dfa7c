"""Which of the happenings that a text tells are the ones that it reports."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

import msgspec

from kgraph.extraction.acts import goes_on, has_receiver, signs_minutes, signs_own
from kgraph.extraction.dates import FoundDate
from kgraph.extraction.event_dates import choose_date, list_dates
from kgraph.extraction.event_sequence import (
    follows,
    is_linked,
    is_same_day,
    is_same_place,
    list_apart,
    opens_after,
    opens_other_day,
)
from kgraph.extraction.happenings import LEAST_TELLING, NOUN_FORMS, Trigger
from kgraph.extraction.lead_acts import find_lead_act
from kgraph.extraction.passages import Cue, Passage
from kgraph.lexicon.event_cues import EventCues

_LEAD, _LEAD_LOSS = 3.0, 0.6
_HEADLINE = 2.0
_LEAD_SENTENCES = 2
_DATED, _PLACED = 2.0, 0.5
_WEIGHED = 1.5
_HEADED = {"headline": 1.5, "caption": 1.0}
_LEAST = 3.0
_LEAST_FURTHER = 3.0
_LATER = 1.5
_FAR_DAYS = 45
_PERFECT_WORDS = 1
_WEIGHTY = frozenset({"handover", "inauguration", "send-off", "signing"})
"""Acts that are reported for their own sake wherever a release tells them as done."""
_OCCASIONS = frozenset({"outreach", "talk", "training"})
"""What other happenings are joined with, as a part of the same day."""
_TALKS = frozenset({"meeting", "talk"})
"""One of these is a part of the other: "Forum ditutup dengan diskusi"."""
_ANY = "other"
_SIGNING, _VISIT = "signing", "visit"
_LOOK = "inspection"
"""Who looks around after an act does so as a part of it."""


class Happening(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One happening that the release reports, and the cues that tell it, the surest first.

    ``further`` marks one that is told besides the main one, ``within`` one of them that
    is a part of another's day and place, ``same_day`` one of another's day; ``apart`` is the
    index of the sentence from where the text turns to one of them alone.
    """

    type: str
    triggers: tuple[Trigger, ...]
    date: FoundDate | None
    further: bool = False
    within: bool = False
    same_day: bool = False
    joined: bool = False
    apart: int | None = None

    @property
    def main(self) -> Trigger:
        """The cue that tells it best."""
        return self.triggers[0]

    @property
    def group(self) -> str:
        """The type that stands for all by which it may go."""
        return self.main.group

    @cached_property
    def tellers(self) -> frozenset[int]:
        """The sentences that tell it in the text's own words, by index."""
        return frozenset(
            trigger.passage.index
            for trigger in self.triggers
            if trigger is self.main or (not trigger.is_quoted and trigger.weight >= LEAST_TELLING)
        )


class Choice:
    """Weighs the cues of one release against each other."""

    def __init__(
        self,
        triggers: Sequence[Trigger],
        passages: Sequence[Passage],
        dates: Sequence[FoundDate],
        words: EventCues,
    ) -> None:
        self._words = words
        self._triggers = triggers
        self._told = [trigger for trigger in triggers if trigger.modality is None]
        self._dates = dates
        self._found_dates: dict[int, FoundDate | None] = {}
        self._told_in: dict[int, list[Trigger]] = defaultdict(list)
        self._head_zones: dict[str, set[str]] = defaultdict(set)
        for trigger in self._told:
            self._told_in[trigger.passage.index].append(trigger)
            if trigger.is_head:
                self._head_zones[trigger.group].add(trigger.passage.zone)
        self._apart = dict(list_apart(passages))
        self._ranks: dict[int, int] = {}
        for passage in passages:
            if passage.zone == "body":
                self._ranks[passage.index] = len(self._ranks)
        self._lead = [
            passage
            for passage in passages
            if self._ranks.get(passage.index, _LEAD_SENTENCES) < _LEAD_SENTENCES
        ]

    def choose(self) -> tuple[Happening, ...]:
        """Return the happenings that a release reports: the main one first, then what it tells besides.

        The main one is told early, with a date and a place, and named in the headline.
        Others count if they are told as done in the text's own words with a date of
        their own, or are acts that one reports for their own sake: what was signed,
        handed over, opened.
        """
        ranked = sorted(
            ((self._score(trigger), -index, trigger) for index, trigger in enumerate(self._told)),
            key=lambda item: item[:2],
            reverse=True,
        )
        if not ranked or ranked[0][0] < _LEAST:
            lead = find_lead_act(self._lead, self._dates, self._words)
            if lead is None:
                return ()
            trigger, date = lead
            return (Happening(type=trigger.type, triggers=(trigger,), date=date),)
        if self._is_announcement(ranked[0][0], ranked[0][2]):
            return ()
        order = [trigger for _, _, trigger in ranked]
        first = max(ranked, key=lambda item: (item[0] - _LATER * follows(item[2]), item[1]))[2]
        first = self._find_signing(first, order)
        main = self._find_lead(first) or self._gather(first, order, further=False)
        found: list[Happening] = []
        for score, _, trigger in ranked:
            told = score >= LEAST_TELLING or (trigger.weight > 0 and is_linked(trigger))
            if told and self._is_further(trigger, score, main, found):
                found.append(self._gather(trigger, order, further=True))
        main = _leave_to_others(main, found)
        return (main, *_date_after(main, sorted(found, key=lambda item: item.main.cue.start)))

    def _find_signing(self, first: Trigger, order: Sequence[Trigger]) -> Trigger:
        """Return the signing of a declaration in place of its name, any other cue as it is."""
        if first.type != _ANY or not first.cue.has("themes.signable"):
            return first
        return next((trigger for trigger in order if self._signs(trigger, first)), first)

    def _find_lead(self, first: Trigger) -> Happening | None:
        """Return what the lead tells with a day where a happening is told after it, with none."""
        if first.is_head or first.group in self._head_zones or first.passage in self._lead:
            return None
        if any(
            (other.passage in self._lead and other.weight >= LEAST_TELLING)
            or (other.group == first.group and self._find_date(other))
            for other in self._told
        ):
            return None
        lead = find_lead_act(self._lead, self._dates, self._words)
        return Happening(type=lead[0].type, triggers=lead[:1], date=lead[1]) if lead else None

    def _signs(self, trigger: Trigger, paper: Trigger) -> bool:
        """Tell whether a cue tells, in the text's own words, that what another names was signed that day."""
        if trigger.type != _SIGNING or trigger.is_head or trigger.is_quoted:
            return False
        own, named = self._find_date(trigger), self._find_date(paper)
        return own is None or named is None or own.start == named.start

    def _is_announcement(self, best: float, done: Trigger) -> bool:
        """Tell whether the lead announces something before, and more surely than, what is told as done."""
        dated = any(self._is_dated(trigger) for trigger in self._told if trigger.group == done.group)
        return not dated and any(
            trigger.modality in {"cancelled", "planned"}
            and trigger.passage in self._lead
            and not trigger.is_quoted
            and (trigger.cue.start < done.cue.start or done.is_head)
            and self._score(trigger) > best
            for trigger in self._triggers
        )

    def _is_dated(self, trigger: Trigger) -> bool:
        """Tell whether a happening is told with a numbered day, and a place or a picture of its own."""
        date = self._find_date(trigger)
        return (
            date is not None
            and date.kind == "date"
            and trigger.form != "telling.nouns"
            and (trigger.passage.zone == "caption" or bool(trigger.passage.list_cues("places.prepositions")))
        )

    def _score(self, trigger: Trigger) -> float:
        score = trigger.weight
        if trigger.is_head:
            return score + _HEADLINE if trigger.passage.zone == "headline" else score
        score += sum(_HEADED[zone] for zone in self._head_zones.get(trigger.group, ()))
        score += max(0.0, _LEAD - _LEAD_LOSS * self._ranks[trigger.passage.index])
        if self._find_date(trigger):
            score += _DATED
        if trigger.passage.list_cues("places.prepositions"):
            score += _PLACED
        if trigger.type in _WEIGHTY and trigger.form == "noun" and self._is_dated(trigger):
            score += _WEIGHED
        return score

    def _find_date(self, trigger: Trigger) -> FoundDate | None:
        # A cue is weighed against many others; the choice holds it, so that its identity stands for it.
        if id(trigger) not in self._found_dates:
            self._found_dates[id(trigger)] = self._choose_date(trigger)
        return self._found_dates[id(trigger)]

    def _choose_date(self, trigger: Trigger) -> FoundDate | None:
        passage = trigger.passage
        rivals: list[Cue] = [
            other.cue
            for other in self._told_in.get(passage.index, ())
            if other.group != trigger.group and other.weight >= LEAST_TELLING
        ]
        return choose_date(passage, trigger.cue, list_dates(passage, self._dates), rivals)

    def _gather(self, main: Trigger, order: Sequence[Trigger], *, further: bool) -> Happening:
        """Return a happening with all the cues of its type that do not have another date."""
        date = self._find_date(main)
        fitting = [main]
        other_day = further and opens_other_day(main)
        for trigger in order:
            if trigger is main or trigger.group != main.group:
                continue
            if other_day and trigger.cue.start < main.cue.start:
                continue
            own = self._find_date(trigger)
            if own and date and own.end and not further and own.start <= date.start <= own.end:
                # "Hari kedua pelatihan diisi ..." tells of what takes all those days.
                date = own
            elif own and date and own.start != date.start and not trigger.is_head:
                continue
            if date is None and own is not None and not trigger.is_quoted and not further:
                date = own
            fitting.append(trigger)
        apart = self._apart.get(main.passage.index) if further else None
        return Happening(
            type=main.type,
            triggers=tuple(fitting),
            date=date,
            further=further,
            joined=further and (is_linked(main) or opens_after(main)),
            apart=apart,
        )

    def _is_further(
        self, trigger: Trigger, score: float, main: Happening, found: Sequence[Happening]
    ) -> bool:
        """Tell whether a cue tells a happening besides those found."""
        known = [main, *found]
        if trigger.form == "passive" and trigger.weight < LEAST_TELLING:
            return False
        if trigger.is_quoted or any(self._is_one(trigger, item) for item in known):
            return False
        if trigger.type == _ANY and trigger.cue.has("themes.signable") and main.type == _SIGNING:
            return False
        if trigger.is_head:
            return trigger.passage.zone == "headline" and trigger.form == "stem" and trigger.type in _WEIGHTY
        if trigger.type == "handover" and not has_receiver(trigger):
            return False
        if is_linked(trigger):
            talk = main.group in _TALKS and trigger.type in _TALKS
            return not talk and (trigger.type in _WEIGHTY or trigger.type in _OCCASIONS)
        told_itself = trigger.form not in NOUN_FORMS or trigger.carrier is not None
        date = self._find_date(trigger)
        if date is not None and date.kind == "date":
            if any(item.date and item.date.start == date.start for item in known):
                return told_itself and (trigger.type in _WEIGHTY or self._is_held(trigger))
            near = main.date is None or abs((date.start - main.date.start).days) <= _FAR_DAYS
            occasion = trigger.form == "telling.nouns"
            return (
                near
                and score >= _LEAST_FURTHER
                and (told_itself or occasion or trigger.weight >= _LEAST_FURTHER)
            )
        if trigger.type == "signing":
            if signs_own(trigger, main.type):
                return False
            papers = trigger.passage.list_cues("themes.signable")
            return told_itself and bool(papers) and not signs_minutes(trigger)
        named = date is not None and main.date is not None and date.start == main.date.start
        if trigger.type in _TALKS and any(item.main.passage is trigger.passage for item in known):
            # "Sehari kemudian ia mengunjungi A dan berdialog": the talk is a part of the visit.
            return False
        if told_itself and opens_after(trigger) and trigger.type != _LOOK:
            return True
        after = self._is_apart(trigger) or follows(trigger) or is_same_day(trigger)
        after = after or (named and self._is_held(trigger))
        return told_itself and after and (trigger.type in _WEIGHTY or trigger.carrier is not None)

    def _is_apart(self, trigger: Trigger) -> bool:
        return trigger.passage.index in self._apart

    def _is_held(self, trigger: Trigger) -> bool:
        """Tell whether somebody holds something else on the same day, at a place of its own."""
        return (
            trigger.carrier is not None
            and trigger.carrier.has("carriers.holding_active", "carriers.holding_passive")
            and bool(trigger.passage.list_cues("places.prepositions"))
        )

    def _is_one(self, trigger: Trigger, item: Happening) -> bool:
        """Tell whether a cue may tell a happening that is known: of its group, or told of another day."""
        if trigger.group != item.group or (self._is_apart(trigger) and not self._is_apart(item.main)):
            return False
        date = self._find_date(trigger)
        if (
            date is not None
            and date.kind == "date"
            and item.date is not None
            and opens_other_day(trigger)
            and not item.date.start <= date.start <= (item.date.end or item.date.start)
        ):
            return False
        if trigger.type == _VISIT and goes_on(trigger, item.main):
            return False
        if trigger.type == _ANY and opens_after(trigger) and trigger.form in {"active", "passive"}:
            # Of what goes by no type, an act after another is one of its own.
            return False
        return (
            trigger.type == item.type
            or trigger.type not in _WEIGHTY
            or date is None
            or date.kind != "date"
            or item.date is None
            or item.date.start >= date.start
        )


def _leave_to_others(main: Happening, found: Sequence[Happening]) -> Happening:
    """Return the main happening without the cues that follow another one of its group, and so tell that."""
    starts = [item.main.cue.start for item in found if item.group == main.group]
    if not starts:
        return main
    kept = (item for item in main.triggers if item is main.main or item.cue.start < min(starts))
    return msgspec.structs.replace(main, triggers=tuple(kept))


def _is_part(item: Happening) -> bool:
    """Tell whether something was signed at the occasion that is reported, not "telah" before it."""
    return item.type == "signing" and not any(
        cue.end <= item.main.cue.start
        and item.main.passage.count_words(cue.end, item.main.cue.start) <= _PERFECT_WORDS
        for cue in item.main.passage.list_cues("sequence.perfect")
    )


def _opens_same_day(trigger: Trigger) -> bool:
    """Tell whether a sentence begins with what follows another happening on its day."""
    return opens_after(trigger) and not opens_other_day(trigger)


def _date_after(main: Happening, further: Sequence[Happening]) -> list[Happening]:
    """Return further happenings with the day of the one before where they are told to be of the same day.

    What is signed without a day of its own was signed at the occasion that is reported.
    """
    dated: list[Happening] = []
    for item in further:
        within = _is_part(item) or is_linked(item.main) or is_same_place(item.main)
        same_day = item.apart is not None or is_same_day(item.main) or _opens_same_day(item.main)
        if item.date is None and (within or same_day):
            before = [other for other in (main, *dated) if other.main.cue.start < item.main.cue.start]
            last = max(before or [main], key=lambda other: other.main.cue.start)
            day = last.date
            if day is not None and item.main.passage.list_cues("sequence.first_day"):
                day = msgspec.structs.replace(day, end=None)
            dated.append(msgspec.structs.replace(item, date=day, within=within, same_day=True))
        else:
            dated.append(item)
    return dated


def choose_happenings(
    triggers: Sequence[Trigger], passages: Sequence[Passage], dates: Sequence[FoundDate], words: EventCues
) -> tuple[Happening, ...]:
    """Return the happenings that a release reports; see ``Choice.choose``."""
    return Choice(triggers, passages, dates, words).choose()
