"""How a text puts the happenings that it tells one after the other."""

from collections.abc import Iterator, Sequence

import msgspec

from kgraph.extraction.happenings import Trigger
from kgraph.extraction.passages import Cue, Passage, list_having

_ADVERBIAL_WORDS = 4


def list_apart(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Yield the sentences where a text turns to something else of the day: "Agenda kedua ...".

    Each goes with the sentence that begins so.
    """
    if not list_having(passages, "sequence.sections", "sequence.parts"):
        return
    paragraph = -1
    section: int | None = None
    part: int | None = None
    for passage in passages:
        if passage.zone != "body":
            continue
        if passage.sentence.paragraph != paragraph:
            paragraph, part = passage.sentence.paragraph, None
            if any(cue.start == passage.start for cue in passage.list_cues("sequence.sections")):
                section = passage.index
            elif any(cue.start == passage.start for cue in passage.list_cues("sequence.parts")):
                part = passage.index
        begin = section if part is None else part
        if begin is not None:
            yield passage.index, begin


def follows(trigger: Trigger) -> bool:
    """Tell whether a happening is told as following another: "Seusai acara itu, ..."."""
    return any(
        cue.end <= trigger.cue.start
        for cue in (*trigger.passage.list_cues("sequence.words"), *_list_same_day(trigger.passage))
    )


def is_same_day(trigger: Trigger) -> bool:
    """Tell whether a happening is told to be of the day of another: "..., pada hari yang sama"."""
    return any(not cue.start <= trigger.cue.start < cue.end for cue in _list_same_day(trigger.passage))


def is_same_place(trigger: Trigger) -> bool:
    """Tell whether a happening is told to be where another was: "... pelatihan di tempat yang sama"."""
    return bool(trigger.passage.list_cues("sequence.same_place"))


def _list_same_day(passage: Passage) -> list[Cue]:
    """Return what puts a sentence on the day of another: "usai", "di akhir penyuluhan"."""
    found = list(passage.list_cues("sequence.same_day", "sequence.same_place", "sequence.first_day"))
    nouns = passage.list_cues("noun", "references.nouns", "topic")
    for cue in passage.list_cues("sequence.margins"):
        found.extend(
            msgspec.structs.replace(cue, end=noun.end)
            for noun in nouns
            if noun.start >= cue.end and not passage.cut(cue.end, noun.start).strip()
        )
    return found


def opens_after(trigger: Trigger) -> bool:
    """Tell whether a sentence begins with what puts it after another happening: "Usai acara, ..."."""
    passage = trigger.passage
    cues = (*passage.list_cues("sequence.after", "sequence.days"), *_list_same_day(passage))
    return any(_opens(passage, cue) for cue in cues)


def _opens(passage: Passage, cue: Cue) -> bool:
    """Tell whether a cue begins a sentence, a short adverbial aside: "Sebagai awal, sesudah acara"."""
    before = passage.cut(passage.start, cue.start).rstrip()
    short = passage.count_words(passage.start, cue.start) <= _ADVERBIAL_WORDS
    return not before or (short and before.find(",") == len(before) - 1)


def opens_other_day(trigger: Trigger) -> bool:
    """Tell whether a sentence begins on the day before or after another: "Keesokan harinya, ..."."""
    passage = trigger.passage
    return any(
        cue.start == passage.start for cue in passage.list_cues("sequence.days", "sequence.day_before")
    )


def is_linked(trigger: Trigger) -> bool:
    """Tell whether a happening is told as a part of what goes on: "dirangkaikan dengan pelatihan"."""
    passage = trigger.passage
    return any(
        cue.end <= trigger.cue.start and not passage.cut(cue.end, trigger.cue.start).strip()
        for cue in passage.list_cues("sequence.links")
    )
