"""A record that has every kind of fact, over an invented release, and what makes others like it."""

import hashlib

import msgspec

from kgraph.records import (
    Agreement,
    Collaboration,
    Dateline,
    Event,
    EventEvidence,
    Institution,
    Issue,
    Mention,
    Official,
    OfficialEvidence,
    OtherEvent,
    Record,
    Release,
    Span,
    Statement,
    Tenure,
    Zone,
)

BODY = """Dua Kantor Bahas Perdagangan Orang

Kota Contoh, Rabu (4/2/2026) - Balai Teladan Provinsi Uji menerima Dinas Sosial Kota Contoh di balai.
Pertemuan dipimpin Kepala Balai Teladan Provinsi Uji, Rahma Adisti.
Turut hadir penyintas bernama Wati Lestarini.
“Kami bergerak bersama,” kata Rahma.
Wati berharap korban lain dibantu.
Kedua kantor menandatangani perjanjian kerja sama tentang rujukan.
Pelatihan direncanakan bulan depan.
Rahma dilantik pada 2 Januari 2026.
"""
SENTENCES = tuple(line for line in BODY.splitlines() if line)


def cut(text: str) -> Span:
    """Return the span of the sentence that begins with some words."""
    sentence = next(line for line in SENTENCES if line.startswith(text))
    start = BODY.index(sentence)
    return Span(start=start, end=start + len(sentence))


def mark(text: str, *, after: int = 0) -> Mention:
    start = BODY.index(text, after)
    return Mention(start=start, end=start + len(text), text=text)


MEETING = cut("Kota Contoh")
LED = cut("Pertemuan")
SIGNED = cut("Kedua kantor")
OFFICE = Institution(
    name="Balai Teladan Provinsi Uji",
    mentions=(mark("Balai Teladan Provinsi Uji"), mark("Balai Teladan Provinsi Uji", after=LED.start)),
    kind="central-regional-office",
    region="Sulawesi Tengah",
    region_code="72",
)
AGENCY = Institution(
    name="Dinas Sosial Kota Contoh",
    mentions=(mark("Dinas Sosial Kota Contoh"),),
    kind="regional-agency",
    acronym="Dinsos",
)
EVENT = Event(
    type="meeting",
    label="pertemuan dua kantor",
    date="2026-02-04",
    place="ruang rapat balai",
    organizer=OFFICE.name,
    participants=(AGENCY.name,),
    attendees=("Rahma Adisti", "Wati Lestarini"),
    evidence=EventEvidence(
        event=(MEETING,),
        date=(MEETING,),
        place=(LED,),
        participants={AGENCY.name: (MEETING,)},
        attendees={"Rahma Adisti": (LED,), "Wati Lestarini": (cut("Turut hadir"),)},
    ),
)


def say(text: str, speaker: str, sentence: str, *, direct: bool) -> Statement:
    place = mark(text)
    return Statement(
        speaker=speaker, direct=direct, begins=text, text=text, span=place.span, evidence=(cut(sentence),)
    )


RECORD = Record(
    release=Release(
        id="contoh-1",
        body=BODY,
        sha256=hashlib.sha256(BODY.encode()).hexdigest(),
        url='https://contoh.example/berita?id=1&x="<>',
        title="Dua Kantor Bahas Perdagangan Orang",
        publisher="Contoh",
    ),
    published="2026-02-05",
    published_from="metadata",
    dateline=Dateline(
        place="Kota Contoh", date="2026-02-04", span=Span(start=MEETING.start, end=MEETING.start + 30)
    ),
    zones=(
        Zone(start=0, end=len(SENTENCES[0]), kind="headline"),
        Zone(start=MEETING.start, end=len(BODY), kind="body"),
    ),
    sentences=tuple(cut(sentence) for sentence in SENTENCES),
    institutions=(OFFICE, AGENCY),
    officials=(
        Official(
            name="Rahma Adisti",
            mentions=(mark("Rahma Adisti"), mark("Rahma", after=cut("“Kami").start)),
            post="Kepala Balai Teladan Provinsi Uji",
            institution=OFFICE.name,
            evidence=OfficialEvidence(post=(LED,), institution=(LED,)),
        ),
        Official(name="Wati Lestarini", mentions=(mark("Wati Lestarini"),)),
    ),
    events=(EVENT,),
    other_events=(
        OtherEvent(type="training", label="pelatihan", modality="planned", evidence=(cut("Pelatihan"),)),
    ),
    issues=(
        Issue(issue="trafficking", evidence=(cut("Dua Kantor"),)),
        Issue(issue="skills-training", evidence=(cut("Pelatihan"),)),
    ),
    statements=(
        say("Kami bergerak bersama,", "Rahma Adisti", "“Kami", direct=True),
        say("berharap korban lain dibantu", "Wati Lestarini", "Wati", direct=False),
        say("dipimpin", "Kepala Dinas", "Pertemuan", direct=False),
    ),
    agreements=(
        Agreement(
            kind="pks", parties=(OFFICE.name, AGENCY.name, "9 Lembaga"), about="rujukan", evidence=(SIGNED,)
        ),
    ),
    collaborations=(
        Collaboration(parties=(OFFICE.name, AGENCY.name), basis="meeting", event=0, evidence=(MEETING,)),
    ),
    tenures=(
        Tenure(
            person="Rahma Adisti",
            post="Kepala Balai Teladan Provinsi Uji",
            institution=OFFICE.name,
            start="2026-01-02",
            evidence=(cut("Rahma dilantik"),),
        ),
    ),
)


def copy_record(name: str, *, published: str = "2026-02-05", text: str = "") -> Record:
    """Return the record under another id, with a text appended to the body."""
    body = BODY + text
    release = msgspec.structs.replace(
        RECORD.release, id=name, body=body, sha256=hashlib.sha256(body.encode()).hexdigest()
    )
    return msgspec.structs.replace(RECORD, release=release, published=published)
