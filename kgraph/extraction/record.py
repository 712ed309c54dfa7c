"""The record of a release: the finders in their order."""

from collections.abc import Generator
from datetime import date

from kgraph.extraction.agreements import find_agreements
from kgraph.extraction.collaborations import find_collaboration_doubts, find_collaborations
from kgraph.extraction.dateline import find_anchor, find_published, find_stamp, parse_dateline
from kgraph.extraction.events import find_events
from kgraph.extraction.institutions import find_institutions
from kgraph.extraction.issues import find_issues
from kgraph.extraction.misspelt import mend_words
from kgraph.extraction.officials import find_officials
from kgraph.extraction.passages import build_passages
from kgraph.extraction.post_stretches import Places
from kgraph.extraction.quotations import find_quotations
from kgraph.extraction.statements import find_statements
from kgraph.extraction.tenures import find_tenures
from kgraph.extraction.tokens import cut_tokens
from kgraph.extraction.unplaced import find_unplaced
from kgraph.extraction.written_days import read_days
from kgraph.lexicon.load import Lexicon
from kgraph.records import Record, Release, Zone
from kgraph.text.layout import Layout


def read_record(release: Release, layout: Layout, lexicon: Lexicon) -> Generator[None, None, Record]:
    """Return what one release says, each fact with the sentences that say it.

    It stops between its finders, so that one of them can read several releases before the next
    one does: what a processor keeps at hand of a finder then serves them all.
    """
    tokens = mend_words(cut_tokens(layout.body, layout.folded), lexicon)
    yield
    written = read_days(layout.body, lexicon.calendar, layout.folded)
    stamp = find_stamp(release, layout, lexicon)
    anchor = find_anchor(release, layout, stamp, lexicon, written=written)
    dateline = parse_dateline(layout.body, _find_zone(layout, "dateline"), near=anchor, lexicon=lexicon)
    published, published_from = find_published(release, dateline, stamp)
    near = date.fromisoformat(published) if published else anchor
    yield
    institutions, doubts = find_institutions(layout, tokens, dateline, lexicon)
    yield
    officials = find_officials(layout, tokens, institutions, lexicon)
    yield
    quotations = find_quotations(layout, lexicon)
    passages = build_passages(layout, institutions, officials, lexicon, quotations=quotations)
    yield
    agreements, unsigned = find_agreements(layout, institutions, officials, lexicon, passages=passages)
    yield
    events, other_events, untold = find_events(
        layout,
        institutions,
        officials,
        lexicon,
        near=near,
        dateline=dateline,
        agreements=agreements,
        passages=passages,
        written=written,
    )
    yield
    issues = find_issues(layout, institutions, officials, lexicon, agreements)
    yield
    places = Places(layout, officials, institutions, lexicon, quotations=quotations)
    yield
    statements, unheard = find_statements(layout, officials, institutions, lexicon, places=places)
    yield
    collaborations = find_collaborations(
        layout,
        institutions,
        officials,
        events,
        agreements,
        lexicon,
        passages=passages,
        statements=statements,
    )
    unpaired = tuple(find_collaboration_doubts(passages, officials, collaborations, lexicon))
    yield
    unplaced = tuple(find_unplaced(layout, tokens, institutions, officials, events, passages, lexicon))
    yield
    tenures = find_tenures(layout, officials, institutions, lexicon, near=near, places=places)
    return Record(
        release=release,
        published=published,
        published_from=published_from,
        dateline=dateline,
        zones=layout.zones,
        sentences=tuple(sentence.span for sentence in layout.sentences),
        institutions=institutions,
        officials=officials,
        events=events,
        other_events=other_events,
        issues=issues,
        statements=statements,
        agreements=agreements,
        collaborations=collaborations,
        tenures=tenures,
        doubts=tuple(
            sorted(
                (*doubts, *unheard, *unsigned, *untold, *unpaired, *unplaced), key=lambda doubt: doubt.span
            )
        ),
    )


def _find_zone(layout: Layout, kind: str) -> Zone | None:
    return next((zone for zone in layout.zones if zone.kind == kind), None)
