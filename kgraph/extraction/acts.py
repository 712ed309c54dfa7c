"""To whom somebody goes or something is given, what is signed: as the sentence of a cue tells."""

from kgraph.extraction.event_sequence import opens_after
from kgraph.extraction.happenings import Trigger

_RECEIVER_WORDS = 3
_GOAL_WORDS = 1
_MINUTES_WORDS = 6


def has_receiver(trigger: Trigger) -> bool:
    """Tell whether a named body, or the family, receives what is handed over: after "kepada" or "ke".

    Of an act that follows the main one it may also be a person.
    """
    passage = trigger.passage
    receivers = [named.start for named in passage.bodies]
    if opens_after(trigger):
        receivers.extend(named.start for named in passage.people)
    receivers.extend(cue.start for cue in passage.list_cues("roles.family"))
    return any(
        cue.end <= start and passage.count_words(cue.end, start) <= _RECEIVER_WORDS
        for cue in passage.list_cues("roles.toward")
        if cue.start >= trigger.cue.end
        for start in receivers
    )


def signs_own(trigger: Trigger, type_: str) -> bool:
    """Tell whether a paper is that of a happening of a type itself: "Piagam pencanangan ditandatangani A"."""
    passage = trigger.passage
    return any(
        not passage.cut(paper.end, noun.start).strip()
        for noun in passage.list_cues("noun")
        if any(meaning.role == "noun" and meaning.type == type_ for meaning in noun.meanings)
        for paper in passage.list_cues("themes.signable")
        if paper.end <= noun.start <= trigger.cue.start
    )


def signs_minutes(trigger: Trigger) -> bool:
    """Tell whether what is signed only records what was done: "Berita acara ditandatangani A"."""
    return any(
        cue.end <= trigger.cue.start
        and trigger.passage.count_words(cue.end, trigger.cue.start) <= _MINUTES_WORDS
        for cue in trigger.passage.list_cues("themes.minutes")
    )


def goes_on(trigger: Trigger, main: Trigger) -> bool:
    """Tell whether somebody goes on to another after a visit: "Usai dari A, rombongan mengunjungi B"."""
    behind = [named for named in trigger.passage.bodies if named.start >= trigger.cue.end]
    return (
        bool(behind)
        and opens_after(trigger)
        and trigger.passage.count_words(trigger.cue.end, behind[0].start) <= _GOAL_WORDS
        and behind[0].name not in {named.name for named in main.passage.bodies}
    )
