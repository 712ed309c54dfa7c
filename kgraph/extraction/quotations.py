"""Quoted stretches of a text, whatever marks it uses and forgets."""

from collections.abc import Iterator

import msgspec

from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.lexicon.speech_verbs import SpeechWords
from kgraph.records import Span
from kgraph.text.layout import Layout

# Fewer words than this in single marks are a name or a word that is talked about.
_WORDS_IN_SINGLE_MARKS = 5
_LONGEST_SINGLE = 1000
_MOST_IN_PARAGRAPH = 50


class Quotation(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False):
    """A quoted stretch: ``[start, end)`` with its marks, ``inner`` without them.

    ``opened`` and ``closed`` tell whether the text has the mark of that side;
    ``single`` that the marks are single ones.
    """

    start: int
    end: int
    inner: Span
    opened: bool = True
    closed: bool = True
    single: bool = False


class _Mark(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    opens: bool
    closes: bool


def find_quotations(layout: Layout, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Return the quotations of the text proper, in order, without overlap.

    Marks of different shapes pair with each other; a mark that the text forgot is
    supplied where a verb of saying or the next paragraph shows the place. Quotations
    inside quotations are part of the outer one.
    """
    body, words = layout.body, lexicon.speech
    paragraphs = layout.list_paragraphs()
    found: list[Quotation] = []
    # Most paragraphs quote nothing: the mark found last tells of those that lie before it.
    mark = words.any_marks.search(body)
    for index, paragraph in enumerate(paragraphs):
        if mark is None or mark.start() >= paragraph.end:
            continue
        mark = words.any_marks.search(body, paragraph.start)
        if mark is None or mark.start() >= paragraph.end:
            continue
        follows = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        for quotation in _pair_marks(body, paragraph, follows, words):
            if found and _goes_on(body, found[-1], quotation, paragraph):
                first = found.pop()
                inner = Span(start=first.inner.start, end=quotation.inner.end)
                quotation = msgspec.structs.replace(quotation, start=first.start, inner=inner, opened=True)
            found.append(quotation)
        here = [quotation for quotation in found[-_MOST_IN_PARAGRAPH:] if quotation.end > paragraph.start]
        found.extend(_find_single(body, paragraph, here, words))
    return tuple(sorted(quotation for quotation in found if quotation.inner.start < quotation.inner.end))


def _goes_on(body: str, before: Quotation, quotation: Quotation, paragraph: Span) -> bool:
    """Tell whether a quotation without a closing mark goes on with the next paragraph's first."""
    return (
        not before.closed
        and not before.single
        and quotation.start == paragraph.start
        and not body[before.end : quotation.start].strip()
    )


def _list_marks(body: str, paragraph: Span, words: SpeechWords) -> list[_Mark]:
    marks = []
    for match in words.marks.finditer(body, paragraph.start, paragraph.end):
        start, end = match.span()
        before = body[start - 1] if start > paragraph.start else " "
        after = body[end] if end < paragraph.end else " "
        opens = (before.isspace() or before in "(–—-/:") and not after.isspace() and after not in ".,;:)"
        closes = not before.isspace() and (after.isspace() or not (after.isalnum() or after in "“\"‘'"))
        if opens == closes:
            opens = match.group() in words.opening_marks
            closes = match.group() in words.closing_marks
        marks.append(_Mark(start, end, opens, closes))
    return marks


def _pair_marks(body: str, paragraph: Span, follows: Span | None, words: SpeechWords) -> Iterator[Quotation]:
    marks = _list_marks(body, paragraph, words)
    opening: _Mark | None = None
    depth = 0
    reached = paragraph.start
    for index, mark in enumerate(marks):
        if opening is None:
            if mark.closes and not mark.opens and _find_verb_after(body, mark.end, paragraph.end, words):
                start = _skip_reports(body, reached, mark.start, words)
                yield _make(body, start, mark.end, start, mark.start, opened=False)
                reached = mark.end
            else:
                opening, depth = mark, 0
        elif mark.opens and not mark.closes:
            if end := _find_forgotten_end(body, opening.end, mark.start, words):
                yield _make(body, opening.start, end, opening.end, end, closed=False)
                reached = end
                opening = mark
            elif [other.closes for other in marks[index + 1 : index + 3]] == [True, True]:
                depth += 1
            else:
                yield _make(body, opening.start, mark.start, opening.end, mark.start, closed=False)
                opening, depth = mark, 0
        elif depth:
            depth -= 1
        else:
            yield _make(body, opening.start, mark.end, opening.end, mark.start)
            reached = mark.end
            opening = None
    if opening is not None:
        end = _find_forgotten_end(body, opening.end, paragraph.end, words) or paragraph.end
        yield _make(body, opening.start, end, opening.end, end, closed=False)


def _make(
    body: str, start: int, end: int, left: int, right: int, *, opened: bool = True, closed: bool = True
) -> Quotation:
    while left < right and body[left].isspace():
        left += 1
    while left < right and (body[right - 1].isspace() or body[right - 1] == ","):
        right -= 1
    return Quotation(start=start, end=end, inner=Span(start=left, end=right), opened=opened, closed=closed)


def _find_verb_after(body: str, start: int, end: int, words: SpeechWords) -> bool:
    """Tell whether a bare verb of saying stands right after an offset."""
    rest = fold(body[start : min(end, start + 40)]).lstrip(" ,.;\u00a0").split(maxsplit=1)
    form = words.forms.get(rest[0].strip(".,")) if rest else None
    return form is not None and form.voice == "bare"


def _find_forgotten_end(body: str, start: int, end: int, words: SpeechWords) -> int | None:
    """Return the comma after which a bare verb of saying shows that a quotation had ended."""
    comma = body.find(",", start, end)
    while comma != -1:
        if _find_verb_after(body, comma, end, words):
            return comma
        comma = body.find(",", comma + 1, end)
    return None


def _skip_reports(body: str, start: int, end: int, words: SpeechWords) -> int:
    """Return where a quotation without an opening mark begins: after the last sentence that reports."""
    left = start
    while (stop := body.find(". ", left, end)) != -1:
        folded = fold(body[left:stop])
        if (start and body[start - 1] in '”"’»' and left == start) or any(
            words.forms[phrase].voice == "active"
            and words.forms[phrase].kind in {"act", "ask", "convey", "say"}
            for _, phrase in words.matcher.find_phrases(folded, folded=folded)
        ):
            start = stop + 2
        left = stop + 2
    return start


def _find_single(
    body: str, paragraph: Span, found: list[Quotation], words: SpeechWords
) -> Iterator[Quotation]:
    """Yield long stretches in single marks outside the quotations found."""
    reached = paragraph.start
    for opening in words.single_marks.finditer(body, paragraph.start, paragraph.end):
        start = opening.start()
        before = body[start - 1] if start > paragraph.start else " "
        opens = opening.group() in words.single_opening_marks and (before.isspace() or before in "(:")
        if not opens or start < reached or any(q.start <= start < q.end for q in found):
            continue
        for closing in words.single_marks.finditer(
            body, start + 1, min(paragraph.end, start + _LONGEST_SINGLE)
        ):
            end = closing.end()
            if closing.group() in words.single_closing_marks and not body[end : end + 1].isalnum():
                if len(body[start:end].split()) >= _WORDS_IN_SINGLE_MARKS:
                    quotation = _make(body, start, end, start + 1, end - 1)
                    yield msgspec.structs.replace(quotation, single=True)
                reached = end
                break
