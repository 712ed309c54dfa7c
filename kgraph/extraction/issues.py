"""The issues that a release is about."""

from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from kgraph.lexicon.issues import IssueWords, Weight
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Agreement, Institution, Issue, Official, Span
from kgraph.text.layout import Layout, Sentence

_OTHER = "other"
_LEAD_PARAGRAPHS = 1
_POINTS = {
    ("decisive", "headline"): 6,
    ("decisive", "lead"): 4,
    ("decisive", "body"): 4,
    ("strong", "headline"): 6,
    ("strong", "lead"): 3,
    ("strong", "body"): 2,
    ("weak", "headline"): 1.5,
    ("weak", "lead"): 1,
    ("weak", "body"): 1,
}
_ENOUGH = (1.5, 3, 4, 6)
"""Points that the first issue needs, the second and so on.

A release is about something, so a little makes the first: a strong word, or a weak one in the headline. It is
about few things, so each further one must be said louder: a strong phrase in the first
paragraph, or two in the body, then more. There is no fifth.
"""
_BACKGROUND = 2
"""Points of any issue beside which the weak cues of no issue are background."""
_LONGEST_WORD = 24
_RANKS = ("weak", "strong", "decisive")
_SINGLE = {"decisive": 1, "strong": 0.75, "weak": 0.5}
"""What a word by itself in the body counts, beside a phrase: it has more senses."""
_MORE = 1
"""Points of each further phrase of a sentence that has a strong one."""
_OF_PARTY = 3
"""Points of an issue that a party of an agreement is there for: it puts its name to that."""
_SHARE = 6
"""An issue with less than one part in so many of the weightiest one's points is a side remark."""


class _Cue(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    sentence: Sentence
    issue: str
    weight: Weight
    place: str
    phrases: frozenset[str]


def find_issues(
    layout: Layout,
    institutions: tuple[Institution, ...],
    officials: tuple[Official, ...],
    lexicon: Lexicon,
    agreements: tuple[Agreement, ...] = (),
) -> tuple[Issue, ...]:
    """Return the issues that a release is about or clearly addresses, the weightiest first.

    Every sentence that addresses an issue gives it points: more in the headline and the first
    paragraph than in the body, more for a strong phrase than for a weak one or a single word. The
    weightiest issue needs few points, each further one more. One weak word that is only said
    again names where something takes place or who came ("sekolah", "anak-anak"). People who are
    counted ("210 siswa") and sentences about another occasion do not count. What the parties of an
    agreement are there for weighs more, if the text speaks of it. A release with no cue of any issue
    is about ``other``, with its first sentence as evidence.

    Args:
        layout: The release's text. Furniture and credits are not read; a headline that
            stands again as a caption counts once.
        institutions: The release's institutions; cues inside their names do not count.
        officials: The release's officials; cues inside their posts do not count.
        lexicon: The cues.
        agreements: The release's agreements; a sentence that tells one counts like the first paragraph.

    Returns:
        At most four issues, with the sentences whose words address them.
    """
    cues: dict[str, list[_Cue]] = {}
    agreed = frozenset(span for agreement in agreements for span in agreement.evidence)
    names = _list_names(layout, institutions, officials)
    for cue in _list_cues(layout, names, agreed, lexicon.issues):
        cues.setdefault(cue.issue, []).append(cue)
    scores = {issue: sum(map(_weigh, found)) for issue, found in cues.items() if not _is_repeated(found)}
    parties = {party for agreement in agreements for party in agreement.parties}
    for issue in {slug for party in parties for slug in lexicon.issues.list_fields(party)} & cues.keys():
        scores[issue] = scores.get(issue, 0) + _OF_PARTY
    if all(cue.weight == "weak" for cue in cues.get(_OTHER, ())):
        rest = {issue: score for issue, score in scores.items() if issue != _OTHER}
        # What belongs to no issue is a background where an issue is addressed.
        scores = rest if any(score >= _BACKGROUND for score in rest.values()) else scores
    found = _choose(scores)
    if found:
        return tuple(Issue(issue=issue, evidence=_list_evidence(cues[issue])) for issue in found)
    first = next(iter(layout.list_prose()), None)
    return (Issue(issue=_OTHER, evidence=(first.span,)),) if first else ()


def _choose(scores: dict[str, float]) -> list[str]:
    """Return the issues with enough points, the weightiest first."""
    ranked = sorted(scores, key=lambda issue: (-scores[issue], issue))
    chosen: list[str] = []
    for issue, least in zip(ranked, _ENOUGH, strict=False):
        if scores[issue] < least or scores[issue] * _SHARE < scores[ranked[0]]:
            break
        chosen.append(issue)
    return chosen


def _weigh(cue: _Cue) -> float:
    """Return the points of a sentence for an issue."""
    points = _POINTS[cue.weight, cue.place]
    if cue.place == "body" and cue.phrases and all(" " not in phrase for phrase in cue.phrases):
        points *= _SINGLE[cue.weight]
    return points if cue.weight == "weak" else points + _MORE * max(0, len(cue.phrases) - 1)


def _list_evidence(cues: list[_Cue]) -> tuple[Span, ...]:
    return tuple(sorted({cue.sentence.span for cue in cues}))


def _is_repeated(cues: list[_Cue]) -> bool:
    """Tell whether one weak cue is said again and again and nothing else points to its issue."""
    only = all(cue.weight == "weak" and cue.place != "headline" for cue in cues)
    return only and len(frozenset().union(*(cue.phrases for cue in cues))) == 1


def _list_names(
    layout: Layout, institutions: tuple[Institution, ...], officials: tuple[Official, ...]
) -> list[Span]:
    """Return where institutions and posts stand, in order and without overlap."""
    found = {mention.span for institution in institutions for mention in institution.mentions}
    for official in officials:
        if official.post:
            start = layout.body.find(official.post)
            while start != -1:
                found.add(Span(start=start, end=start + len(official.post)))
                start = layout.body.find(official.post, start + 1)
    names: list[Span] = []
    for span in sorted(found):
        if names and span.start < names[-1].end:
            names[-1] = Span(start=names[-1].start, end=max(names[-1].end, span.end))
        else:
            names.append(span)
    return names


def _list_cues(
    layout: Layout, names: list[Span], agreed: frozenset[Span], words: IssueWords
) -> Iterator[_Cue]:
    """Yield each issue at most once per sentence, with the weight of its strongest cue there.

    ``agreed`` are the sentences that tell an agreement: what they speak of is what the release is about.
    """
    starts = [span.start for span in names]
    folded = layout.folded
    readable = [
        (sentence, place)
        for sentence, place in _list_readable(layout)
        if place != "body" or not folded.startswith(words.folded_asides, sentence.start, sentence.end)
    ]
    stretches = [(sentence.start, sentence.end) for sentence, _ in readable]
    for (sentence, place), matches in zip(
        readable, layout.phrases.find_within("issues", stretches), strict=True
    ):
        if not matches:
            continue
        found: dict[str, Weight] = {}
        said: dict[str, set[str]] = {}
        phrases = set()
        for start, end, phrase in matches:
            position = bisect_right(starts, start) - 1
            if position >= 0 and names[position].end >= end:
                continue
            phrases.add(phrase)
            for issue, cue in words.cues[phrase]:
                weight: Weight | None = cue
                if cue == "weak":
                    before = folded[max(sentence.start, start - _LONGEST_WORD) : start].split()
                    weight = words.weigh(cue, before[-1] if before else "")
                if weight in _RANKS:
                    said.setdefault(issue, set()).add(phrase)
                    found[issue] = max(weight, found.get(issue, "weak"), key=_RANKS.index)
        for phrase in phrases:
            for issue, parts in words.combinations.get(phrase, ()):
                if parts <= phrases:
                    found[issue] = max("strong", found.get(issue, "weak"), key=_RANKS.index)
        for issue in sorted(found):
            yield _Cue(
                sentence=sentence,
                issue=issue,
                weight=found[issue],
                place="lead" if place == "body" and sentence.span in agreed else place,
                phrases=frozenset(said.get(issue, ())),
            )


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
