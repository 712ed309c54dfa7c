"""Whether the sentences given for a fact say it."""

from collections.abc import Sequence

from kgraph.evaluation.alignment import fold_text
from kgraph.evaluation.counting import RIGHT, WRONG, Sheet
from kgraph.records import Record, Span


def judge_evidence(
    sheet: Sheet, record: Record, evidence: Sequence[Span], snippets: Sequence[str], what: str
) -> None:
    """Count whether the first span given holds the beginning of a sentence that says the fact."""
    if not record.release.body or not snippets:
        return
    said = fold_text(record.release.body[evidence[0].start : evidence[0].end]) if evidence else None
    right = said is not None and any(fold_text(snippet) in said for snippet in snippets)
    sheet.count("evidence", right=int(right), made_up=int(not right), missed=int(not right))
    sheet.note("evidence", RIGHT if right else WRONG, [what])
