"""Joint work that bodies seek or plan without a paper as yet."""

from collections.abc import Iterator, Sequence

from kgraph.extraction.drafts import STATUS_WORDS, Draft, is_due
from kgraph.extraction.paper_sides import find_first_side, find_other_side
from kgraph.extraction.parties import Home, find_bodies, find_subjects, list_names, list_row
from kgraph.extraction.passages import Passage
from kgraph.extraction.subjects import read_subject
from kgraph.extraction.untold_sides import find_untold_side
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_PLANNED_WORDS = 3
_OPENING_WORDS = 3


def read_seeking(
    passage: Passage, before: Sequence[Passage], drafts: Sequence[Draft], home: Home, lexicon: Lexicon
) -> Iterator[Draft]:
    """Yield joint work that one body explores or plans with another, or that is to be signed."""
    for noun in passage.list_cues("seeking.nouns"):
        if passage.is_quoted(noun.start):
            continue
        sought = is_due(passage, noun) or any(
            cue.end <= noun.start and passage.count_words(cue.end, noun.start) <= STATUS_WORDS
            for cue in passage.list_cues("seeking.exploring", "status.planned")
        )
        others, _ = find_other_side(passage, noun, home, lexicon)
        if not sought or not others:
            continue
        first = find_first_side(passage, noun, home) or find_untold_side(
            passage, noun.start, before, drafts, home, lexicon
        )
        parties = tuple(dict.fromkeys([*first, *others]))
        about = read_subject(passage, noun.end, lexicon)
        yield Draft(kind="plan", parties=parties, about=about, evidence=[passage.span])


def find_partners(
    earlier: Passage | None, home: Home, lexicon: Lexicon
) -> tuple[tuple[str, ...], str | None]:
    """Return who works with whom by a sentence, and on what: "A menjalin kerja sama dengan B tentang C"."""
    if earlier is not None and earlier.zone == "body":
        for noun in earlier.list_cues("seeking.nouns"):
            others, _ = find_other_side(earlier, noun, home, lexicon)
            first = find_first_side(earlier, noun, home)
            parties = tuple(dict.fromkeys([*first, *others]))
            if others and len(parties) > 1 and not earlier.is_quoted(noun.start):
                return parties, read_subject(earlier, noun.end, lexicon)
    return (), None


def read_exploring(passage: Passage, home: Home, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what two or more bodies explore or lay out together: "A dan B menjajaki paket wisata"."""
    for cue in passage.list_cues("seeking.exploring", "seeking.outlining"):
        if passage.is_quoted(cue.start):
            continue
        parties = find_subjects(passage, cue.start, home, lexicon.agreements.joiners)
        about = read_subject(passage, cue.end, lexicon, direct=True)
        if len(parties) > 1 and about:
            yield Draft(kind="plan", parties=parties, about=about, evidence=[passage.span])
            return


def read_partnering(
    passage: Passage, following: Passage | None, home: Home, lexicon: Lexicon
) -> Iterator[Draft]:
    """Yield work that a body will take up with another, where the next sentence tells of a draft.

    "A akan menggandeng B untuk penagihan pajak. Drafnya sedang disusun."
    """
    if following is None or not lexicon.agreements.draft_nouns & {
        fold(word).strip("“\"',.") for word in following.text.split()[:_OPENING_WORDS]
    }:
        return
    planned = passage.list_cues("status.planned")
    for cue in passage.list_cues("seeking.partnering"):
        if passage.is_quoted(cue.start) or not any(
            other.end <= cue.start and passage.count_words(other.end, cue.start) <= _PLANNED_WORDS
            for other in planned
        ):
            continue
        first = find_bodies(passage, list_names(passage, passage.start, cue.start), home)[:1]
        row = list_row(passage, cue.end, lexicon.agreements.joiners)
        parties = tuple(dict.fromkeys([*first, *find_bodies(passage, row, home)]))
        if len(parties) > 1:
            about = read_subject(passage, row[-1].end, lexicon)
            yield Draft(kind="plan", parties=parties, about=about, evidence=[passage.span, following.span])
            return
