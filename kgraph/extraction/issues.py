"""The issues that a release is about."""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from kgraph.lexicon.issues import IssueWords, Weight
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution, Issue, Span
from kgraph.text.layout import Layout, Sentence

_OTHER = "other"
_LEAD_PARAGRAPHS = 1
_POINTS = {
    ("strong", "headline"): 6,
    ("strong", "lead"): 3,
    ("strong", "body"): 2,
    ("weak", "headline"): 2,
    ("weak", "lead"): 1,
    ("weak", "body"): 1,
}
_ENOUGH = 2
"""Points that make an issue: one strong cue, a weak one in the headline, or two weak ones."""
_MOST = 3
_LONGEST_WORD = 24
_SHARE = 5
"""An issue with less than one part in so many of the weightiest one's points is a side remark."""


class _Cue(msgspec.Struct, frozen=True, kw_only=True):
    sentence: Sentence
    issue: str
    weight: Weight
    place: str


def find_issues(layout: Layout, institutions: tuple[Institution, ...], lexicon: Lexicon) -> tuple[Issue, ...]:
    """Return the issues that a release is about or clearly addresses, the weightiest first.

    A strong cue anywhere in the text is enough; a weak one counts in the headline, in two
    sentences, or behind a word like "tentang". People who are counted ("210 siswa") and
    sentences about another occasion do not count. A release with no cue of any issue is
    about ``other``, with its first sentence as evidence.

    Args:
        layout: The release's text. Furniture and credits are not read; a headline that
            stands again as a caption counts once.
        institutions: The release's institutions; cues inside their names do not count.
        lexicon: The cues.

    Returns:
        At most three issues, with the sentences whose words address them.
    """
    scores: dict[str, int] = {}
    evidence: dict[str, list[Span]] = {}
    for cue in _list_cues(layout, institutions, lexicon.issues):
        scores[cue.issue] = scores.get(cue.issue, 0) + _POINTS[cue.weight, cue.place]
        evidence.setdefault(cue.issue, []).append(cue.sentence.span)
    ranked = sorted(
        (issue for issue, score in scores.items() if score >= _ENOUGH),
        key=lambda issue: (-scores[issue], issue),
    )
    if ranked:
        most = scores[ranked[0]]
        ranked = [issue for issue in ranked if scores[issue] * _SHARE >= most][:_MOST]
        return tuple(Issue(issue=issue, evidence=_order(evidence[issue])) for issue in ranked)
    first = next(iter(layout.list_prose()), None)
    return (Issue(issue=_OTHER, evidence=(first.span,)),) if first else ()


def _order(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))


def _list_cues(layout: Layout, institutions: tuple[Institution, ...], words: IssueWords) -> Iterator[_Cue]:
    """Yield each issue at most once per sentence, with the weight of its strongest cue there."""
    names = sorted({mention.span for institution in institutions for mention in institution.mentions})
    starts = [span.start for span in names]
    for sentence, place in _list_readable(layout):
        text = layout.body[sentence.start : sentence.end]
        folded = fold(text)
        if place == "body" and folded.startswith(words.folded_asides):
            continue
        found: dict[str, Weight] = {}
        phrases = set()
        for span, form in words.matcher.find_phrases(text, folded=folded):
            start, end = sentence.start + span.start, sentence.start + span.end
            position = bisect_right(starts, start) - 1
            if position >= 0 and names[position].end >= end:
                continue
            phrase = words.strip(form)
            phrases.add(phrase)
            before = folded[max(0, span.start - _LONGEST_WORD) : span.start].split()
            for issue, cue in words.cues[phrase]:
                weight = words.weigh(cue, before[-1] if before else "")
                if weight == "strong" or (weight == "weak" and issue not in found):
                    found[issue] = weight
        for phrase in phrases:
            for issue, parts in words.combinations.get(phrase, ()):
                if parts <= phrases:
                    found[issue] = "strong"
        for issue in sorted(found):
            yield _Cue(sentence=sentence, issue=issue, weight=found[issue], place=place)


def _list_readable(layout: Layout) -> Iterator[tuple[Sentence, str]]:
    """Yield the sentences that say what a release is about, and where they stand."""
    seen = set()
    lead: int | None = None
    for sentence in layout.sentences:
        if sentence.zone in {"headline", "caption"}:
            line = fold(" ".join(layout.body[sentence.start : sentence.end].split()).rstrip("."))
            if line not in seen:
                seen.add(line)
                yield sentence, "headline" if sentence.zone == "headline" else "lead"
        elif sentence.zone == "body":
            lead = sentence.paragraph if lead is None else lead
            yield sentence, "lead" if sentence.paragraph - lead < _LEAD_PARAGRAPHS else "body"
