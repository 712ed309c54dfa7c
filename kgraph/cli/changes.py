"""What a comparison of graphs tells, in words."""

from collections.abc import Iterator

from kgraph.cli.tables import clean_text, format_count
from kgraph.comparing.report import (
    AgreementItem,
    IdentityItem,
    InstitutionItem,
    Move,
    Named,
    PostItem,
    ReleaseItem,
    Report,
    Sentence,
    TieItem,
)

_HEADINGS = {
    ("releases", "new"): "New releases",
    ("releases", "changed"): "Releases that say something else",
    ("releases", "gone"): "Releases that are gone",
    ("institutions", "new"): "New institutions",
    ("institutions", "changed"): "Institutions that are described otherwise",
    ("institutions", "gone"): "Institutions that are gone",
    ("identities", "merged"): "Several that are one now",
    ("identities", "split"): "One that is several now",
    ("identities", "renamed"): "The same with another IRI",
    ("identities", "regrouped"): "Names that mean another now",
    ("ties", "new"): "New ties",
    ("ties", "stronger"): "Ties in more releases than before",
    ("ties", "weaker"): "Ties in fewer releases than before",
    ("ties", "gone"): "Ties that are gone",
    ("posts", "new"): "New posts",
    ("posts", "changed"): "Posts seen on other days than before",
    ("posts", "gone"): "Posts that are gone",
    ("agreements", "new"): "New agreements",
    ("agreements", "gone"): "Agreements that are gone",
}
_SHOWN = 5
"""Names and reasons that are listed of one move."""

Item = ReleaseItem | InstitutionItem | IdentityItem | TieItem | PostItem | AgreementItem


def format_report(report: Report, *, base: str) -> str:
    """Return a report as text: a section for each sort of change that there is.

    IRIs below ``base`` are shown without it.
    """
    old, new = report.old, report.new
    sides = [
        f"{format_count(side.releases, 'releases')} in {clean_text(side.generation)}" for side in (old, new)
    ]
    blocks = [f"Old: {sides[0]}\nNew: {sides[1]}\n"]
    for (subject, sort), heading in _HEADINGS.items():
        sections = getattr(report, subject)
        section = getattr(sections, sort) if sections is not None else None
        if section is None or not section.count:
            continue
        lines = [f"{heading}: {section.count:,}"]
        for item in section.items:
            first, *more = _describe(item, base)
            lines += [f"  {first}", *(f"    {line}" for line in more)]
        if 0 < len(section.items) < section.count:
            lines.append(f"  and {section.count - len(section.items):,} more")
        blocks.append("\n".join(lines) + "\n")
    if len(blocks) == 1:
        blocks.append("Nothing has changed.\n")
    return "\n".join(blocks)


def _describe(item: Item, base: str) -> Iterator[str]:
    match item:
        case ReleaseItem():
            yield _join(item.date or "no date", item.id, item.title)
            yield from _describe_release(item)
        case InstitutionItem():
            yield _list(item.label, item.kind, item.region, format_count(item.releases, "releases"))
            for update in item.updates:
                yield f"{update.field}: {_show(update.old)} → {_show(update.new)}"
            yield from _quote(item.sentence)
        case IdentityItem():
            yield f"{_list_labels(item.old)} → {_list_labels(item.new)}"
            for move in item.moves:
                yield from _describe_move(move, base)
        case TieItem():
            yield f"{clean_text(item.a.label)} – {clean_text(item.b.label)}, {_weigh(item)}"
            yield from _quote(item.sentence)
        case PostItem():
            yield f"{clean_text(item.person.label)}: {_list(item.post, _span(item.first, item.last))}"
            if item.first_before or item.last_before:
                yield f"before: {clean_text(_span(item.first_before, item.last_before))}"
            yield from _quote(item.sentence)
        case AgreementItem():
            parties = "; ".join(map(clean_text, item.parties))
            yield _list(f"{item.kind}: {parties}", item.about and f"on {item.about}", item.date)
            yield from _quote(item.sentence)


def _describe_release(item: ReleaseItem) -> Iterator[str]:
    notes = [
        "another text" if item.is_text_changed else "",
        f"{format_count(item.new_claims, 'claims')} new" if item.new_claims else "",
        f"{format_count(item.gone_claims, 'claims')} gone" if item.gone_claims else "",
    ]
    told = ", ".join(filter(None, notes))
    if told:
        yield told
    if item.link:
        yield clean_text(item.link)


def _describe_move(move: Move, base: str) -> Iterator[str]:
    ends = (clean_text(entity.iri.removeprefix(base)) for entity in (move.old, move.new))
    yield f"{' → '.join(ends)}: {_shorten([f'“{clean_text(name)}”' for name in move.names], ', ')}"
    for word, reasons in (("why", move.reasons), ("before", move.reasons_before)):
        if reasons:
            yield f"  {word}: {_shorten([clean_text(reason) for reason in reasons], ' | ')}"
    for line in _quote(move.sentence):
        yield f"  {line}"


def _shorten(texts: list[str], separator: str) -> str:
    more = len(texts) - _SHOWN
    shown = separator.join(texts[:_SHOWN])
    return f"{shown} and {more:,} more" if more > 0 else shown


def _quote(sentence: Sentence | None) -> Iterator[str]:
    if sentence is not None:
        place = " ".join([sentence.date or "no date", sentence.release])
        yield f"{clean_text(place)}: “{clean_text(sentence.text)}”"
        if sentence.link:
            yield clean_text(sentence.link)


def _weigh(item: TieItem) -> str:
    count = format_count(item.releases or item.releases_before, "releases")
    is_known = item.releases and item.releases_before
    before = f" (before: {item.releases_before:,})" if is_known else ""
    return _list(f"{count}{before}", _span(item.first, item.last))


def _list_labels(entities: tuple[Named, ...]) -> str:
    return " + ".join(clean_text(entity.label) for entity in entities)


def _span(first: str | None, last: str | None) -> str:
    if not (first and last):
        return "no date"
    return first if first == last else f"{first} to {last}"


def _show(value: str | None) -> str:
    return clean_text(value) or "none"


def _join(*parts: str | None) -> str:
    return "  ".join(clean_text(part) for part in parts if part)


def _list(*parts: str | None) -> str:
    return ", ".join(clean_text(part) for part in parts if part)
