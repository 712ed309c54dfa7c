"""What two or more sides pledge together, without a paper."""

import re
from collections.abc import Iterator, Sequence

from kgraph.extraction.counted_sides import find_counted_sides, find_joined_side
from kgraph.extraction.drafts import PAPER, Draft, judge_paper
from kgraph.extraction.parties import Home, find_bodies, find_subjects, list_names, list_row
from kgraph.extraction.passages import Cue, Named, Passage
from kgraph.extraction.subjects import read_subject
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_ANSWERER_WORDS = 3
_ANSWERERS = 2
_ANSWERS_BACK = 2
_SIDES_WORDS = 4
_TWO, _THREE = 2, 3


def read_pledges(
    passage: Passage, before: Sequence[Passage], home: Home, lexicon: Lexicon
) -> Iterator[Draft]:
    """Yield what two or more sides pledge together in a sentence."""
    for cue in passage.list_cues("pledges.mutual", "pledges.shared"):
        if passage.is_quoted(cue.start):
            continue
        if any(
            other.end <= cue.start and passage.count_words(other.end, cue.start) <= 1
            for other in passage.list_cues("status.denied")
        ):
            continue
        if any(paper.start >= cue.end and judge_paper(passage, paper) for paper in passage.list_cues(*PAPER)):
            # What they agree on is a paper to come, which is told of itself.
            continue
        parties = find_subjects(passage, cue.start, home, lexicon.agreements.joiners)
        if len(parties) < 2 and cue.has("pledges.mutual"):
            parties = find_sides(passage, cue, before, home, lexicon)
        about = read_subject(passage, cue.end, lexicon, direct=True)
        if len(parties) > 1 and about:
            yield Draft(kind="commitment", parties=parties, about=about, evidence=[passage.span])


def read_agreed(passage: Passage, home: Home, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what a list of who does what agrees on: "disepakati ...: A membiayai, sedangkan B melatih"."""
    for cue in passage.list_cues("pledges.passive"):
        colon = passage.text.find(":", cue.end - passage.start)
        if passage.is_quoted(cue.start) or colon < 0:
            continue
        start = colon + 1 + passage.start
        parties = find_bodies(passage, _list_heads(passage, start), home)
        about = read_subject(passage, cue.end, lexicon, direct=True)
        if len(parties) > 1 and about:
            yield Draft(kind="commitment", parties=parties, about=about, evidence=[passage.span])


def read_answers(
    passage: Passage, before: Sequence[Passage], home: Home, lexicon: Lexicon
) -> Iterator[Draft]:
    """Yield a pledge that another answers: "Janji itu dibalas B" after what A promised."""
    for cue in passage.list_cues("pledges.answers"):
        row = list_names(passage, cue.end, passage.end)[:_ANSWERERS]
        gap = passage.cut(cue.end, row[0].start) if row else ""
        if "," in gap or len(gap.split()) > _ANSWERER_WORDS:
            # "Janji itu disambut tepuk tangan hadirin, termasuk B" is no answer of B.
            continue
        second = find_bodies(passage, row, home)[:1]
        first = next(
            (
                bodies
                for earlier in reversed(before[-_ANSWERS_BACK:])
                if (bodies := find_bodies(earlier, earlier.people, home)[-1:])
            ),
            (),
        )
        parties = tuple(dict.fromkeys([*first, *second]))
        if len(parties) > 1:
            spans = [earlier.span for earlier in before[-1:]]
            yield Draft(kind="commitment", parties=parties, about=None, evidence=[*spans, passage.span])
            return


def _list_heads(passage: Passage, start: int) -> list[Named]:
    """Return the names that each begin a clause after an offset: right there, or after a comma and a word."""
    heads = []
    for named in list_names(passage, start, passage.end):
        gap = passage.cut(start, named.start)
        if re.fullmatch(r"(?:.*[,;])?\s*(?:[a-z]+\s+)?", gap, re.DOTALL):
            heads.append(named)
    return heads


def find_sides(
    passage: Passage, cue: Cue, before: Sequence[Passage], home: Home, lexicon: Lexicon
) -> tuple[str, ...]:
    """Return the sides that "kedua pihak", "kedua balai" or "rapat" before a pledge stands for.

    They are the only two bodies (for "ketiga pihak", three) of that sort told so far, or
    the only ones of the first sentence that names more than one, lists of those present
    left out; nothing where their number is another.
    """
    for other in passage.list_cues("pledges.sides", "pledges.threes", "pledges.assemblies", "pledges.sorts"):
        if other.end > cue.start or passage.count_words(other.end, cue.start) > _SIDES_WORDS:
            continue
        if other.has("pledges.assemblies"):
            return find_bodies(passage, list_names(passage, cue.end, passage.end), home)
        told = [
            find_bodies(earlier, list_names(earlier, earlier.start, min(earlier.end, other.start)), home)
            for earlier in (*before, passage)
            if earlier.zone == "body"
            and (other.has("pledges.sorts") or not earlier.list_cues("parties.witnesses"))
        ]
        sides = tuple(dict.fromkeys(name for names in told for name in names))
        if other.has("pledges.sorts"):
            paired = any(
                not passage.cut(both.end, other.start).strip() for both in passage.list_cues("pledges.both")
            )
            sides = tuple(name for name in sides if paired and _is_of_sort(name, other.phrase, lexicon))
        number = _THREE if other.has("pledges.threes") else _TWO
        if not other.has("pledges.sorts") and len(sides) != number:
            sides = _find_between(before, number, home, lexicon) or next(
                (names for names in told if len(names) > 1), ()
            )
        if len(sides) == number:
            named = list_names(passage, passage.start, other.start)
            return tuple(dict.fromkeys([*find_joined_side(passage, named, other, home, lexicon), *sides]))
        break
    return find_counted_sides(passage, cue, before, home, lexicon)


def _find_between(before: Sequence[Passage], number: int, home: Home, lexicon: Lexicon) -> tuple[str, ...]:
    """Return those between whom something is: of "sengketa antara A dan B" both."""
    for earlier in before:
        for cue in earlier.list_cues("parties.between") if earlier.zone == "body" else ():
            row = list_row(earlier, cue.end, lexicon.agreements.joiners)
            sides = find_bodies(earlier, row, home)
            if len(sides) == number:
                return sides
    return ()


def _is_of_sort(name: str, sort: str, lexicon: Lexicon) -> bool:
    """Tell whether a name, or the full name of its family, begins with a word such as "balai"."""
    words = name.split()
    full = [name] + [
        family.name
        for size in range(1, len(words) + 1)
        if (family := lexicon.registry.find_family(" ".join(words[:size]))) is not None
    ]
    return any(fold(form).startswith(sort) for form in full)
