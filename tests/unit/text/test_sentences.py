"""Where sentences end, where they do not, and what zones do to them."""

import pytest

from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Zone
from kgraph.text.sentences import build_layout


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def cut(text: str, lexicon: Lexicon) -> list[str]:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    return [text[sentence.start : sentence.end] for sentence in layout.sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["Rapat dibuka pagi ini.", "Peserta datang dari lima desa."],
        ["Ia hadir di Kec. Woja, Kab. Dompu, Prov. NTB.", "Acara selesai sore hari."],
        ["Kepala Bagian Kombes. Pol. Budi Rahman memimpin apel.", "Anggota berbaris."],
        ["Ketua panitia, Rina Lestari, S.H., M.Si., membuka acara.", "Warga bertepuk tangan."],
        ["Rapat dipimpin Rina Lestari, S.H.", "Dari kepolisian datang dua orang."],
        ["Dr. H. M. Santoso Hadi dan J.B. Purnama menandatangani naskah.", "Naskah itu tebal."],
        ["Kegiatan mulai pukul 17.00 WITA.", "Biayanya Rp 1.084.000 per orang."],
        ["Acara diatur UU Nomor 18 Tahun 2017.", "Aturan itu berlaku."],
        ["1. Pendataan warga dilakukan petugas.", "2. Pelatihan menyusul."],
        ["Surat No. 5 diterima PT. Maju Jaya Tbk.", "Isinya undangan."],
        ["“Kami siap.", "Semua warga ikut,” ujar Rina."],
        ["“Kami siap membantu.” Ujar perwakilan desa."],
        ['"Kami siap," kata Rina.', '"Silakan datang."'],
        ["Mereka berangkat.", '"Kami pulang," katanya.'],
        ["Acara selesai.", "Menurut panitia, peserta puas."],
        ["Apakah warga setuju?", "Tentu saja!", "Mereka mau."],
        ["Situs SUMEKS.CO dan tribratanews.kepri memuatnya."],
        ["Peserta berasal dari KemenP2MI dan InJourney."],
        ["Rina menggugat a.n. keluarganya tgl. 5 Mei 2025 s.d. 7 Mei 2025."],
        ["Petugas mendata warga dan meng"],
        ["Tujuan Stunting dll. tercapai, dan sebagainya."],
        ["Mereka bekerja.", "selanjutnya mereka pulang."],
        ["Warga hadir...", "Lalu pulang."],
    ],
)
def test_cuts_prose(parts: list[str], lexicon: Lexicon) -> None:
    assert cut(" ".join(parts), lexicon) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("rusak sejak 2022.Menurut Rina antre.", ["rusak sejak 2022.", "Menurut Rina antre."]),
        ("di kantor imigrasiMenurut Rina antre.", ["di kantor imigrasi", "Menurut Rina antre."]),
        ("kita bersinergi”Saya harap begitu.", ["kita bersinergi”", "Saya harap begitu."]),
        ("Acara usai.Kegiatan lain menyusul.", ["Acara usai.", "Kegiatan lain menyusul."]),
        ('Ia pulang."Kami lelah," katanya.', ["Ia pulang.", '"Kami lelah," katanya.']),
        ("Warga tenang.(MC KOMINFO)", ["Warga tenang.", "(MC KOMINFO)"]),
        ("Ia tinggal di Kab.Sumbawa sejak kecil.", ["Ia tinggal di Kab.Sumbawa sejak kecil."]),
        ("Tono Harjo S.Sos.,M.Adm.KP hadir.", ["Tono Harjo S.Sos.,M.Adm.KP hadir."]),
        ("Baris satu\nBaris dua.\n\n  \n-\n", ["Baris satu", "Baris dua.", "-"]),
    ],
)
def test_cuts_what_is_glued_or_broken(text: str, parts: list[str], lexicon: Lexicon) -> None:
    assert cut(text, lexicon) == parts


def test_dateline_opens_its_sentence(lexicon: Lexicon) -> None:
    line = "Mataram, 15/07. Dinas menerima tamu. Mereka berbincang."
    text = "Judul Berita. Panjang\n" + line
    start = text.index(line)
    zones = (
        Zone(start=0, end=start - 1, kind="headline"),
        Zone(start=start, end=start + 15, kind="dateline"),
        Zone(start=start + 16, end=len(text), kind="body"),
    )
    layout = build_layout(text, zones, lexicon)
    assert [(text[s.start : s.end], s.zone, s.paragraph) for s in layout.sentences] == [
        ("Judul Berita. Panjang", "headline", 0),
        ("Mataram, 15/07. Dinas menerima tamu.", "body", 1),
        ("Mereka berbincang.", "body", 1),
    ]
    assert layout.list_prose() == layout.sentences[1:]


def test_lone_dateline_is_a_sentence_of_its_own(lexicon: Lexicon) -> None:
    text = "Palu, 4 Februari 2026\nDinas menerima tamu."
    zones = (Zone(start=0, end=21, kind="dateline"), Zone(start=22, end=len(text), kind="body"))
    layout = build_layout(text, zones, lexicon)
    assert [(sentence.zone, sentence.paragraph) for sentence in layout.sentences] == [
        ("dateline", 0),
        ("body", 1),
    ]


def test_credit_ends_the_text_before_it(lexicon: Lexicon) -> None:
    text = "Warga tenang. Semua pulang (Humas)"
    credit = text.index("(")
    zones = (Zone(start=0, end=credit - 1, kind="body"), Zone(start=credit, end=len(text), kind="credit"))
    layout = build_layout(text, zones, lexicon)
    assert [(text[s.start : s.end], s.zone) for s in layout.sentences] == [
        ("Warga tenang.", "body"),
        ("Semua pulang", "body"),
        ("(Humas)", "credit"),
    ]


def test_text_outside_the_zones_has_no_sentences(lexicon: Lexicon) -> None:
    assert build_layout("Satu kalimat.", (), lexicon).sentences == ()
