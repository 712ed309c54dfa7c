"""Records whose texts and ids are made to break formats, and the graph of them."""

import hashlib

import msgspec

from kgraph.records import Collaboration, Record, Span
from tests.small_records import AGENCY, BODY, OFFICE, RECORD, copy_record

HOSTILE = "\"\"\" ''' \\ \t <script> @id ^^<x> ; . , # \u2028 \U0001d518 {}\n"
SENTENCE = '=cmd|"/C calc"!A0,\n-1;"\'<b>&amp; </td> \x07 \\" \u2028 | {{ 7*7 }} ]]> :~:text='
"""A sentence that is evidence: a formula, quotes, line breaks, markup, a control character."""
TITLE = '=HYPERLINK("https://x.example","@\n")'
IDS = (
    "../../outside",
    "A",
    "a",
    "a/index.html",
    "b/%41",
    "x/.htaccess",
    "2026:4 x",
    "%2E%2E/%2E%2E/y",
    "n" * 260,
    "a//b",
    "/",
)
"""Ids of releases that are no good paths, among some that are."""


def make_hostile(name: str) -> Record:
    """Return the record of the small release with a hostile title, and a sentence that ties its bodies."""
    body = BODY + SENTENCE
    place = Span(start=len(BODY), end=len(body))
    release = msgspec.structs.replace(
        RECORD.release,
        id=name,
        body=body,
        sha256=hashlib.sha256(body.encode()).hexdigest(),
        title=TITLE,
        url="javascript:alert(1)",
        publisher="+1\r\n@x",
    )
    tie = Collaboration(parties=(OFFICE.name, AGENCY.name), basis="stated", evidence=(place,))
    return msgspec.structs.replace(
        RECORD,
        release=release,
        published="2026-03-01",
        institutions=(OFFICE, msgspec.structs.replace(AGENCY, acronym="@Dinsos")),
        sentences=(*RECORD.sentences, place),
        collaborations=(*RECORD.collaborations, tie),
    )


def list_hostile() -> list[Record]:
    return [copy_record("plain", text=HOSTILE), make_hostile("z-hostile"), *map(copy_record, IDS)]
