"""Invented releases of many kinds of bodies, with the bodies and persons that they name.

``happenings/NAME.txt`` is a release, ``happenings/NAME.json`` the gold record of it;
persons, utterances and most bodies are invented.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import msgspec

from kgraph.evaluation.gold import GoldCase, read_cases
from kgraph.extraction.agreements import find_agreements
from kgraph.extraction.collaborations import find_collaborations
from kgraph.extraction.events import find_events
from kgraph.lexicon.load import Lexicon
from kgraph.reading.zones import find_zones
from kgraph.records import Institution, Mention, Official, Record, Release
from kgraph.text.layout import Layout
from kgraph.text.sentences import build_layout
from tests.gold_records import build_record

FOLDER = Path(__file__).parent / "happenings"


@cache
def list_invented() -> tuple[GoldCase, ...]:
    return read_cases(FOLDER)


def place_forms(body: str, named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[Mention, ...]]:
    """Return where the forms of names stand, each stretch taken by the longest form."""
    taken: list[tuple[int, int]] = []
    found: dict[str, list[Mention]] = {}
    forms = [(form, name) for name, forms in named for form in forms]
    for form, name in sorted(forms, key=lambda item: (-len(item[0]), item)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", body):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                taken.append(match.span())
                mention = Mention(start=match.start(), end=match.end(), text=form)
                found.setdefault(name, []).append(mention)
    return {name: tuple(sorted(mentions)) for name, mentions in found.items()}


def name_bodies(body: str, case: GoldCase) -> tuple[tuple[Institution, ...], tuple[Official, ...]]:
    """Return the institutions and officials of a gold record, placed in the text."""
    places = place_forms(body, [(item.name, item.mentions) for item in case.record.institutions])
    persons = place_forms(body, [(item.name, item.mentions) for item in case.record.officials])
    institutions = tuple(
        Institution(name=item.name, mentions=places[item.name], kind=item.kind or "other", region=item.region)
        for item in case.record.institutions
    )
    officials = tuple(
        Official(name=item.name, mentions=persons[item.name], post=item.post, institution=item.institution)
        for item in case.record.officials
    )
    return institutions, officials


def lay_out_release(release: Release, lexicon: Lexicon) -> Layout:
    return build_layout(release.body, find_zones(release, lexicon), lexicon)


def read_happenings(
    release: Release,
    institutions: tuple[Institution, ...],
    officials: tuple[Official, ...],
    near: date | None,
    lexicon: Lexicon,
) -> Record:
    """Return a record of events, agreements and collaborations, bodies and persons given."""
    layout = lay_out_release(release, lexicon)
    agreements, unsigned = find_agreements(layout, institutions, officials, lexicon)
    events, other_events, untold = find_events(
        layout, institutions, officials, lexicon, near=near, dateline=None, agreements=agreements
    )
    collaborations = find_collaborations(layout, institutions, officials, events, agreements, lexicon)
    return Record(
        release=release,
        published=near.isoformat() if near else None,
        zones=layout.zones,
        sentences=tuple(sentence.span for sentence in layout.sentences),
        institutions=institutions,
        officials=officials,
        events=events,
        other_events=other_events,
        agreements=agreements,
        collaborations=collaborations,
        doubts=(*unsigned, *untold),
    )


def read_invented(case: GoldCase, lexicon: Lexicon) -> Record:
    """Return what the finders make of an invented release."""
    body = case.text.read_text("utf-8")
    near = date.fromisoformat(case.record.published) if case.record.published else None
    release = Release(id=case.record.id, body=body, sha256="", published=case.record.published)
    return read_happenings(release, *name_bodies(body, case), near, lexicon)


def read_seen(name: str, lexicon: Lexicon) -> Record:
    """Return a seen gold case with its events, agreements and collaborations found anew."""
    gold = build_record(name)
    near = date.fromisoformat(gold.published) if gold.published else None
    found = read_happenings(gold.release, gold.institutions, gold.officials, near, lexicon)
    return msgspec.structs.replace(
        gold,
        zones=found.zones,
        sentences=found.sentences,
        events=found.events,
        other_events=found.other_events,
        agreements=found.agreements,
        collaborations=found.collaborations,
        doubts=found.doubts,
    )
