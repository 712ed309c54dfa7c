"""Which of the happenings that a text tells are the ones that it reports."""

from collections.abc import Sequence

import msgspec

from kgraph.extraction.dates import FoundDate
from kgraph.extraction.event_dates import choose_date, list_dates
from kgraph.extraction.happenings import Trigger
from kgraph.extraction.passages import Cue, Passage

_LEAD = 3.0
_LEAD_LOSS = 0.6
_DATED = 2.0
_PLACED = 0.5
_HEADED = {"headline": 1.5, "caption": 1.0}
_LEAST = 2.5
_LEAST_FURTHER = 3.5
_WEIGHTY = frozenset({"signing", "handover", "inauguration", "send-off"})
"""Acts that are reported for their own sake wherever a release tells them as done."""


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One happening that the release reports, and the cues that tell it, the surest first."""

    type: str
    triggers: tuple[Trigger, ...]
    date: FoundDate | None
    further: bool = False

    @property
    def main(self) -> Trigger:
        """The cue that tells it best."""
        return self.triggers[0]

    @property
    def group(self) -> str:
        """The type that stands for all by which it may go."""
        return self.main.group


def choose_happenings(
    triggers: Sequence[Trigger], passages: Sequence[Passage], dates: Sequence[FoundDate]
) -> tuple[Happening, ...]:
    """Return the happenings that a release reports: the main one first, then what it tells besides.

    The main one is told early, with a date and a place, and named in the headline.
    Others count if they are told as done in the text's own words with a date of
    their own, or are acts that one reports for their own sake: what was signed,
    handed over, opened.
    """
    told = [trigger for trigger in triggers if trigger.modality is None]
    if not told:
        return ()
    scores = [_score(trigger, told, passages, dates) for trigger in told]
    order = sorted(range(len(told)), key=lambda index: (-scores[index], index))
    best = order[0]
    if scores[best] < _LEAST:
        return ()
    main = _gather(told[best], [told[index] for index in order], dates, further=False)
    found = [main]
    for index in order[1:]:
        trigger = told[index]
        if scores[index] >= _LEAST_FURTHER and _is_further(trigger, found, told, dates):
            same = [told[other] for other in order if _is_same(told[other], trigger)]
            found.append(_gather(trigger, same, dates, further=True))
    return tuple([found[0], *sorted(found[1:], key=lambda item: item.main.cue.start)])


def _score(
    trigger: Trigger, told: Sequence[Trigger], passages: Sequence[Passage], dates: Sequence[FoundDate]
) -> float:
    score = trigger.weight
    passage = trigger.passage
    zones = {other.passage.zone for other in told if other.group == trigger.group}
    if trigger.is_head:
        return score
    score += sum(bonus for zone, bonus in _HEADED.items() if zone in zones)
    rank = sum(1 for other in passages[: passage.index] if other.zone == "body")
    score += max(0.0, _LEAD - _LEAD_LOSS * rank)
    if _find_date(trigger, told, dates):
        score += _DATED
    if passage.list_cues("places.prepositions"):
        score += _PLACED
    return score


def _find_date(trigger: Trigger, told: Sequence[Trigger], dates: Sequence[FoundDate]) -> FoundDate | None:
    passage = trigger.passage
    return choose_date(passage, trigger.cue, list_dates(passage, dates), _list_rivals(trigger, told))


def _list_rivals(trigger: Trigger, told: Sequence[Trigger]) -> list[Cue]:
    return [
        other.cue
        for other in told
        if other.passage.index == trigger.passage.index and other.group != trigger.group
    ]


def _is_same(trigger: Trigger, other: Trigger) -> bool:
    return trigger.group == other.group


def _gather(
    main: Trigger, triggers: Sequence[Trigger], dates: Sequence[FoundDate], *, further: bool
) -> Happening:
    """Return a happening with all the cues of its type that do not have another date."""
    date = _find_date(main, triggers, dates)
    fitting = [main]
    for trigger in triggers:
        if trigger is main or trigger.group != main.group:
            continue
        own = _find_date(trigger, triggers, dates)
        if own and date and own.start != date.start and not trigger.is_head:
            continue
        date = date or (own if not trigger.is_quoted else None)
        fitting.append(trigger)
    return Happening(type=main.type, triggers=tuple(fitting), date=date, further=further)


def _is_further(
    trigger: Trigger, found: Sequence[Happening], told: Sequence[Trigger], dates: Sequence[FoundDate]
) -> bool:
    """Tell whether a cue tells a happening besides those found."""
    if trigger.is_head or trigger.is_quoted or any(trigger.group == item.group for item in found):
        return False
    date = _find_date(trigger, told, dates)
    days = {item.date.start for item in found if item.date}
    if date and days and date.start not in days:
        return True
    told_itself = trigger.form in {"active", "passive"} or trigger.carrier is not None
    follows = any(cue.end <= trigger.cue.start for cue in trigger.passage.list_cues("sequence.words"))
    return told_itself and (trigger.type == "signing" or (trigger.type in _WEIGHTY and follows))
