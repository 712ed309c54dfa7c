"""A graph of invented releases, small enough that every answer can be told beforehand."""

import hashlib
from pathlib import Path

import msgspec

from kgraph.building import build_graph
from kgraph.graph.opening import Graph, open_graph
from kgraph.lexicon.load import load_lexicon
from kgraph.records import (
    Agreement,
    Collaboration,
    Event,
    EventEvidence,
    Institution,
    Issue,
    Mention,
    Official,
    OfficialEvidence,
    Record,
    Release,
    Span,
    Statement,
)
from kgraph.resolution.link import link_records

LEXICON = load_lexicon()


def make_record(
    name: str,
    date: str,
    sentences: tuple[str, ...],
    bodies: dict[str, str],
    together: tuple[tuple[str, str, str, int], ...],
    issue: str = "trafficking",
) -> Record:
    """Return a record; ``together`` holds pairs of bodies with basis and index of the sentence."""
    body = "\n".join(sentences)
    spans = []
    for sentence in sentences:
        start = body.index(sentence)
        spans.append(Span(start=start, end=start + len(sentence)))

    def find(text: str) -> tuple[Mention, ...]:
        start = body.index(text)
        return (Mention(start=start, end=start + len(text), text=text),)

    return Record(
        release=Release(
            id=name,
            body=body,
            sha256=hashlib.sha256(body.encode()).hexdigest(),
            url=f"https://contoh.example/{name}",
            title=f"Judul {name}",
        ),
        published=date,
        published_from="metadata",
        sentences=tuple(spans),
        institutions=tuple(
            Institution(name=form, mentions=find(form), kind=kind) for form, kind in bodies.items()
        ),
        issues=(Issue(issue=issue, evidence=(spans[0],)),),
        collaborations=tuple(
            Collaboration(parties=(min(a, b), max(a, b)), basis=basis, evidence=(spans[index],))
            for a, b, basis, index in together
        ),
    )


FIRST = make_record(
    "satu",
    "2026-02-01",
    (
        "BP3MI Sulteng menerima DP3A Provinsi Sulawesi Tengah untuk membahas perdagangan orang.",
        "BP3MI Sulteng juga menerima Polda Sulteng.",
        "“Kami bergerak,” kata Rahma Adisti, Kepala BP3MI.",
    ),
    {
        "BP3MI Sulteng": "central-regional-office",
        "DP3A Provinsi Sulawesi Tengah": "regional-agency",
        "Polda Sulteng": "police",
    },
    (
        ("BP3MI Sulteng", "DP3A Provinsi Sulawesi Tengah", "meeting", 0),
        ("BP3MI Sulteng", "Polda Sulteng", "meeting", 1),
    ),
)
SECOND = make_record(
    "dua",
    "2026-03-01",
    (
        "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah dan DP3A Sulteng meneken nota.",
        "Dinas Sosial Kota Malang hadir.",
    ),
    {
        "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah": "central-regional-office",
        "DP3A Sulteng": "regional-agency",
        "Dinas Sosial Kota Malang": "regional-agency",
    },
    (
        (
            "Balai Pelayanan Pelindungan Pekerja Migran Indonesia Sulawesi Tengah",
            "DP3A Sulteng",
            "signing",
            0,
        ),
    ),
    issue="health",
)
THIRD = make_record(
    "tiga",
    "2026-04-01",
    ("Dinas Sosial Kabupaten Malang menerima BP3MI Sultra.", "Bupati Sigi Wira Teladan hadir."),
    {"Dinas Sosial Kabupaten Malang": "regional-agency", "BP3MI Sultra": "central-regional-office"},
    (("Dinas Sosial Kabupaten Malang", "BP3MI Sultra", "stated", 0),),
    issue="health",
)


def _enrich(record: Record) -> Record:
    """Add a post, a statement, an event and an agreement to the first release."""
    said = record.release.body.index("Kami bergerak,")
    told = record.release.body.index("Rahma Adisti")
    first, _, third = record.sentences
    return msgspec.structs.replace(
        record,
        officials=(
            Official(
                name="Rahma Adisti",
                mentions=(Mention(start=told, end=told + 12, text="Rahma Adisti"),),
                post="Kepala BP3MI",
                institution="BP3MI Sulteng",
                evidence=OfficialEvidence(post=(third,), institution=(third,)),
            ),
        ),
        events=(
            Event(
                type="audience",
                label="audiensi",
                date="2026-01-31",
                place="kantor balai",
                organizer="BP3MI Sulteng",
                participants=("DP3A Provinsi Sulawesi Tengah",),
                evidence=EventEvidence(
                    event=(first,),
                    participants={"DP3A Provinsi Sulawesi Tengah": (first,), "BP3MI Sulteng": (first,)},
                ),
            ),
        ),
        statements=(
            Statement(
                speaker="Rahma Adisti",
                direct=True,
                begins="Kami bergerak,",
                text="Kami bergerak,",
                span=Span(start=said, end=said + 14),
                evidence=(third,),
                pledge=True,
                due="bulan depan",
            ),
        ),
        agreements=(
            Agreement(
                kind="commitment",
                parties=("BP3MI Sulteng", "Polda Sulteng", "9 Lembaga"),
                about="rujukan",
                evidence=(record.sentences[1],),
            ),
        ),
    )


def _add_bodiless_post(record: Record) -> Record:
    """Add a post that belongs to no body of the release."""
    start = record.release.body.index("Wira Teladan")
    official = Official(
        name="Wira Teladan",
        mentions=(Mention(start=start, end=start + 12, text="Wira Teladan"),),
        post="Bupati Sigi",
        evidence=OfficialEvidence(post=record.sentences[1:]),
    )
    return msgspec.structs.replace(record, officials=(official,))


RECORDS = (_enrich(FIRST), SECOND, _add_bodiless_post(THIRD))


def build(folder: Path, records: tuple[Record, ...] = RECORDS, base: str | None = None) -> Graph:
    build_graph(records, folder, lexicon=LEXICON, link=link_records, base=base)
    return open_graph(folder)
