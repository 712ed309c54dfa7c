"""One record against its gold record, fact type by fact type."""

from kgraph.evaluation.alignment import (
    References,
    align,
    compare_institutions,
    compare_officials,
    fold_region,
    fold_text,
    list_others,
    measure_overlap,
)
from kgraph.evaluation.counting import Sheet
from kgraph.evaluation.events import score_events
from kgraph.evaluation.evidence import judge_evidence
from kgraph.evaluation.gold import GoldAgreement, GoldOfficial, GoldRecord, GoldStatement, list_optional
from kgraph.lexicon.region_levels import RegionLevels
from kgraph.records import Agreement, Official, Record, Statement


def score_record(gold: GoldRecord, record: Record, levels: RegionLevels) -> Sheet:
    """Count which facts of a gold record a record gives, misses and makes up."""
    sheet = Sheet(gold.id)
    _score_heading(gold, record, sheet)
    institutions = _score_institutions(gold, record, levels, sheet)
    officials = _score_officials(gold, record, institutions, sheet)
    score_events(gold, record, institutions, officials, sheet)
    _score_issues(gold, record, sheet)
    _score_statements(gold, record, institutions, officials, sheet)
    _score_agreements(gold, record, institutions, sheet)
    _score_collaborations(gold, record, institutions, sheet)
    return sheet


def tell_statement(statement: GoldStatement | Statement) -> str:
    """Return a statement as findings tell it: its speaker and its first words."""
    return f"{statement.speaker}: {statement.begins}"


def _score_heading(gold: GoldRecord, record: Record, sheet: Sheet) -> None:
    if gold.published:
        right = (record.published or "")[:10] == gold.published[:10]
        sheet.judge_field("published date", gold.published, record.published, right=right)
    place = gold.dateline.place if gold.dateline else None
    if place:
        found = record.dateline.place if record.dateline else None
        sheet.judge_field("dateline place", place, found, right=fold_text(place) == fold_text(found))


def _score_institutions(gold: GoldRecord, record: Record, levels: RegionLevels, sheet: Sheet) -> References:
    pairs = align(gold.institutions, record.institutions, compare_institutions)
    sheet.judge_items(
        "institutions",
        [(x.name, x.optional) for x in gold.institutions],
        [x.name for x in record.institutions],
        pairs,
    )
    for i, j in pairs.items():
        a, b = gold.institutions[i], record.institutions[j]
        right = measure_overlap(a.name, b.name) >= 0.8
        sheet.judge_field("institution full name", a.name, b.name, right=right)
        if a.region:
            right = fold_region(a.region, levels) == fold_region(b.region, levels)
            sheet.judge_field("institution region", f"{a.name}: {a.region}", b.region, right=right)
    return References((x.name for x in gold.institutions), (x.name for x in record.institutions), pairs)


def _score_officials(gold: GoldRecord, record: Record, institutions: References, sheet: Sheet) -> References:
    pairs = align(gold.officials, record.officials, compare_officials)
    sheet.judge_items(
        "officials (name)",
        [(x.name, x.optional) for x in gold.officials],
        [x.name for x in record.officials],
        pairs,
    )
    for i, j in pairs.items():
        a, b = gold.officials[i], record.officials[j]
        if a.post or b.post:
            right = bool(a.post and b.post) and measure_overlap(a.post, b.post) >= 0.7
            what = f"{a.name}: {a.post or 'nothing'}"
            sheet.judge_field("official post", what, b.post, right=right, wanted=bool(a.post))
        if (a.institution or b.institution) and (a.institution or not a.institution_implied):
            _score_institution_of(a, b, institutions, sheet)
        if a.post and b.post:
            judge_evidence(sheet, record, b.evidence.post, a.evidence, f"post of {a.name}")
    return References((x.name for x in gold.officials), (x.name for x in record.officials), pairs)


def _score_institution_of(
    gold: GoldOfficial, found: Official, institutions: References, sheet: Sheet
) -> None:
    accepted = {
        institutions.translate_gold(x) for x in (gold.institution, *list_others(gold.institution_alt)) if x
    }
    sheet.judge_field(
        "official institution",
        f"{gold.name}: {gold.institution or 'nothing'}",
        found.institution,
        right=bool(found.institution) and institutions.translate_found(found.institution or "") in accepted,
        wanted=bool(gold.institution),
    )


def _score_issues(gold: GoldRecord, record: Record, sheet: Sheet) -> None:
    sheet.judge_terms("issues", set(gold.issues), {x.issue for x in record.issues}, str)


def _compare_statements(gold: GoldStatement, found: Statement) -> float:
    """Return 1 where the first four words stand near the beginning of what was found."""
    wanted = fold_text(gold.begins).split()[:4]
    words = fold_text(found.begins or found.text).split()[:12]
    size = len(wanted)
    places = range(max(1, len(words) - size + 1))
    return float(bool(size) and any(words[k : k + size] == wanted for k in places))


def _score_statements(
    gold: GoldRecord, record: Record, institutions: References, officials: References, sheet: Sheet
) -> None:
    pairs = align(gold.statements, record.statements, _compare_statements)
    sheet.judge_items(
        "statements",
        [(tell_statement(x), x.optional) for x in gold.statements],
        [tell_statement(x) for x in record.statements],
        pairs,
    )
    for i, j in pairs.items():
        a, speaker = gold.statements[i], record.statements[j].speaker
        right = (
            (bool(speaker) and any(measure_overlap(x, speaker) >= 0.67 for x in list_others(a.speaker_alt)))
            or measure_overlap(a.speaker, speaker) >= 0.67
            or any(
                references.is_gold_item(a.speaker)
                and references.translate_gold(a.speaker) == references.translate_found(speaker)
                for references in (officials, institutions)
            )
        )
        sheet.judge_field("statement speaker", f"{a.begins}: {a.speaker}", speaker, right=right)


def _score_agreements(gold: GoldRecord, record: Record, institutions: References, sheet: Sheet) -> None:
    def compare(a: GoldAgreement, b: Agreement) -> float:
        wanted = {institutions.translate_gold(x) for x in a.parties}
        given = {institutions.translate_found(x) for x in b.parties}
        likeness = 0.5 * (a.kind == b.kind) + measure_overlap(a.about, b.about)
        likeness += len(wanted & given) / max(1, len(wanted | given))
        return likeness if likeness >= 0.6 else 0.0

    pairs = align(gold.agreements, record.agreements, compare)
    sheet.judge_items(
        "agreements",
        [(f"{x.kind}: {x.about}", x.optional) for x in gold.agreements],
        [f"{x.kind}: {x.about}" for x in record.agreements],
        pairs,
    )
    for i, j in pairs.items():
        a, b = gold.agreements[i], record.agreements[j]
        judge_evidence(sheet, record, b.evidence, a.evidence, f"agreement {a.about}")


def _score_collaborations(gold: GoldRecord, record: Record, institutions: References, sheet: Sheet) -> None:
    spare = list_optional(gold)
    wanted = {_pair_gold(institutions, pair) for pair in gold.collaborations}
    evidence = {
        frozenset(map(institutions.translate_found, x.parties)): x.evidence for x in record.collaborations
    }
    tolerated = {_pair_gold(institutions, pair) for pair in gold.collaborations_optional}
    given = evidence.keys() - (tolerated - wanted)
    given = {pair for pair in given if len(pair) == 2 and not pair & spare}
    wanted = {pair for pair in wanted if not pair & spare}
    sheet.judge_terms(
        "collaborations",
        wanted,
        given,
        lambda pair: " with ".join(sorted(map(institutions.spell, pair))),
    )
    for pair, snippets in zip(gold.collaborations, gold.collaboration_evidence, strict=False):
        key = _pair_gold(institutions, pair)
        if key in given:
            judge_evidence(sheet, record, evidence[key], snippets, " with ".join(pair))


def _pair_gold(institutions: References, pair: tuple[str, str]) -> frozenset[str]:
    return frozenset(map(institutions.translate_gold, pair))
