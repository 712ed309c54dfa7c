"""Claims that somebody said something."""

from collections.abc import Iterator

from kgraph.mapping.iris import mint_place, mint_sentence
from kgraph.mapping.quads import FALSE, TRUE, day, indonesian, iri
from kgraph.mapping.scope import Claim, Fact, Scope
from kgraph.records import Statement


def map_statements(scope: Scope) -> Iterator[Claim]:
    """Yield the statements; who speaks without a public post is not named."""
    for item in scope.record.statements:
        spans = item.evidence or scope.find_sentences(item.span.start, item.span.end)
        facts: list[Fact] = [
            _name_speaker(scope, item),
            ("kg:direct", TRUE if item.direct else FALSE),
            ("schema:text", indonesian(item.text)),
            ("gaf:denotedBy", iri(mint_place(scope.iri, item.span))),
        ]
        if item.direct:
            facts += [
                ("prov:wasQuotedFrom", iri(mint_sentence(scope.iri, span))) for span in sorted(set(spans))
            ]
        if item.pledge:
            facts.append(("kg:pledge", TRUE))
        if item.due:
            facts.append(("kg:due", indonesian(item.due)))
        if scope.record.published:
            facts.append(("kg:onDate", day(scope.record.published)))
        facts += [("kg:onIssue", issue) for issue in scope.list_issues(spans, lead=False)]
        key = (item.speaker, item.direct, item.span.start, item.span.end)
        kind = "schema:Quotation" if item.direct else "kg:ReportedStatement"
        yield scope.claim("statement", key, spans, (kind,), facts)


def _name_speaker(scope: Scope, item: Statement) -> Fact:
    person = scope.find_person(item.speaker)
    if person is not None:
        if not person.public:
            return ("kg:speakerWithheld", TRUE)
        return ("kg:speaker", scope.refer(person))
    institution = scope.find_institution(item.speaker)
    if institution is not None:
        return ("kg:speaker", scope.refer(institution))
    return ("kg:speakerText", indonesian(item.speaker))
