"""The two sides of a paper, the one before "dengan" and the one behind it."""

from kgraph.extraction.drafts import PAPER, count_plain_words, list_papers
from kgraph.extraction.parties import Home, find_bodies, is_placed, list_names, list_row
from kgraph.extraction.passages import Cue, Passage
from kgraph.lexicon.load import Lexicon

_SIDES = 2
_WITH_WORDS = 8


def find_first_side(passage: Passage, paper: Cue, home: Home) -> tuple[str, ...]:
    """Return the side before "dengan": right behind the paper ("MoU A dengan B"), else before the paper."""
    for cue in passage.list_cues("parties.with"):
        if cue.start >= paper.end:
            beside = [
                named
                for named in list_names(passage, paper.end, cue.start)
                if passage.count_words(paper.end, named.start) <= 1
            ]
            if beside:
                return find_bodies(passage, beside, home)[:1]
            break
    names = list_names(passage, passage.start, find_limit(passage, paper))
    return find_bodies(passage, [named for named in names if not is_placed(passage, named)], home)[:1]


def find_beside(passage: Passage, paper: Cue, home: Home, lexicon: Lexicon) -> tuple[tuple[str, ...], int]:
    """Return the sides right behind a paper, before its subject, and their end: "PKS A dan B soal C"."""
    later = [other.start for other in list_papers(passage) if other.start >= paper.end]
    row = list_row(passage, paper.end, lexicon.agreements.joiners, later)
    sides = find_bodies(passage, row, home)
    if (
        len(sides) < _SIDES
        or passage.count_words(paper.end, row[0].start)
        or "," in passage.cut(paper.end, row[0].start)
    ):
        return (), paper.end
    for cue in passage.list_cues("subjects.openers"):
        if cue.start >= row[-1].end and not passage.count_words(row[-1].end, cue.start):
            return sides, row[-1].end
    if not passage.cut(row[-1].end, passage.end).strip(" ."):
        # "Perjanjian ini menindaklanjuti MoU A dan B."
        return sides, row[-1].end
    return (), paper.end


def find_limit(passage: Passage, paper: Cue) -> int:
    """Return where names stop to be the first side of a paper: before the other side of an earlier one."""
    earlier = [other.end for other in list_papers(passage) if other.end <= paper.start]
    if not earlier:
        return paper.start
    return min(
        (cue.start for cue in passage.list_cues("parties.with") if min(earlier) <= cue.start < paper.start),
        default=paper.start,
    )


def find_other_side(
    passage: Passage, paper: Cue, home: Home, lexicon: Lexicon
) -> tuple[tuple[str, ...], int]:
    """Return the sides that "dengan" after a paper names, and where their list ends."""
    for cue in passage.list_cues("parties.with"):
        if cue.start >= paper.end and count_plain_words(passage, paper.end, cue.start) <= _WITH_WORDS:
            between = (other for other in list_papers(passage) if paper.end <= other.start < cue.start)
            if "," in passage.cut(paper.end, cue.start) or any(between):
                break
            stops = [
                stop.start
                for stop in passage.list_cues("parties.stops", "parties.clauses", *PAPER)
                if stop.start >= cue.end
            ]
            row = list_row(passage, cue.end, lexicon.agreements.joiners, stops)
            return find_bodies(passage, row, home), row[-1].end if row else paper.end
    return (), paper.end
