"""What one head of a government or an agency decides by a paper of its own."""

from collections.abc import Iterator, Sequence

from kgraph.extraction.drafts import Draft, judge_paper
from kgraph.extraction.parties import Home, find_bodies, list_names
from kgraph.extraction.passages import Passage
from kgraph.extraction.subjects import read_subject
from kgraph.lexicon.load import Lexicon

_SIGNED_WORDS = 12
_SIGNERS = 2
"""Names beside the verb: the post's body, and its holder."""


def read_decrees(
    passage: Passage, before: Sequence[Passage], home: Home, lexicon: Lexicon
) -> Iterator[Draft]:
    """Yield the decrees that a sentence tells to be signed, with the body of who signs.

    "Keputusan Bupati Nomor 41 yang ditandatangani Bupati A" after its verb, "B meneken
    Keputusan Gubernur tentang C" before it; "menetapkan" and the like do as well.
    """
    for paper in passage.list_cues("decrees.papers"):
        if passage.is_quoted(paper.start) or judge_paper(passage, paper) is not None:
            continue
        for cue in passage.list_cues("status.signed", "decrees.verbs"):
            left, right = min(cue.end, paper.end), max(cue.start, paper.start)
            if passage.count_words(left, right) > _SIGNED_WORDS:
                continue
            if cue.start >= paper.end:
                signers = list_names(passage, cue.end, passage.end)[:_SIGNERS]
            else:
                signers = list_names(passage, passage.start, cue.start)[-_SIGNERS:]
            sides = find_bodies(passage, signers, home)[:1] or _find_last(before, home)
            if sides:
                about = read_subject(passage, paper.end, lexicon)
                yield Draft(kind="decree", parties=sides, about=about, evidence=[passage.span])
                return


def _find_last(before: Sequence[Passage], home: Home) -> tuple[str, ...]:
    """Return the body that the sentence before names first: "Gubernur meneken ..." is its head."""
    for passage in reversed(before[-1:]):
        names = list_names(passage, passage.start, passage.end)
        return find_bodies(passage, names[:1], home)
    return ()
