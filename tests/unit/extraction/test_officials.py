"""Persons, posts and bodies in short texts."""

import pytest

from kgraph.extraction.institutions import find_institutions
from kgraph.extraction.officials import find_officials
from kgraph.extraction.tokens import cut_tokens
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Official, Zone
from kgraph.text.sentences import build_layout


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read_officials(text: str, lexicon: Lexicon) -> tuple[Official, ...]:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    tokens = cut_tokens(text)
    institutions, _ = find_institutions(layout, tokens, None, lexicon)
    officials = find_officials(layout, tokens, institutions, lexicon)
    for official in officials:
        for mention in official.mentions:
            assert text[mention.start : mention.end] == mention.text
    return officials


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kepala BP3MI Sulawesi Tenggara, La Ode Karimun, menyampaikan hal itu.",
            [("La Ode Karimun", "Kepala BP3MI Sulawesi Tenggara", "BP3MI Sulawesi Tenggara")],
        ),
        (
            (
                "Hadir Direktur Statistik Kependudukan dan Ketenagakerjaan Budi Hartadi, "
                "Sekretaris Utama BPS Lina Marpuri."
            ),
            [
                ("Budi Hartadi", "Direktur Statistik Kependudukan dan Ketenagakerjaan", "BPS"),
                ("Lina Marpuri", "Sekretaris Utama BPS", "BPS"),
            ],
        ),
        (
            "Ketua FKUB Palu Brigjen Pol. (Purn) Budi Hartadi, Sekda Sigi Capt. (Purn.) Lina Marpuri datang.",
            [("Budi Hartadi", "Ketua FKUB Palu", "FKUB Palu"), ("Lina Marpuri", "Sekda Sigi", None)],
        ),
        # Unknown words between a post and a comma before a name are the place.
        (
            (
                "Kepala Desa Makmur Jaya, Abd. Rauf Bahari, dan Konsul RI Tawau, Dimas Hartadi, hadir. "
                "Konsul RI Tawau menyatakan siap."
            ),
            [
                ("Abd. Rauf Bahari", "Kepala Desa Makmur Jaya", None),
                ("Dimas Hartadi", "Konsul RI Tawau", None),
            ],
        ),
        (
            "Kepala OJK Sulselbar, Budi Hartadi, mengatakan hal itu.",
            [("Budi Hartadi", "Kepala OJK Sulselbar", "OJK")],
        ),
        (
            "Anggota KPAI Pengampu Klaster Kekerasan Fisik dan Psikis, Maria Hartadi, hadir.",
            [("Maria Hartadi", "Anggota KPAI Pengampu Klaster Kekerasan Fisik dan Psikis", "KPAI")],
        ),
        (
            "Kapolres Pariaman AKBP Syawal Rantau, S.H., S.I.K. dan Polres Pariaman siap.",
            [("Syawal Rantau", "Kapolres Pariaman", "Polres Pariaman")],
        ),
        (
            "Rina Ambarwati dan Destu Prakoso selaku Pekerja Sosial dari Dinas Sosial Kota Palu hadir.",
            [
                ("Rina Ambarwati", "Pekerja Sosial dari Dinas Sosial Kota Palu", "Dinas Sosial Kota Palu"),
                ("Destu Prakoso", "Pekerja Sosial dari Dinas Sosial Kota Palu", "Dinas Sosial Kota Palu"),
            ],
        ),
        (
            "Datang dua Wakil Menteri P2MI Veri Larasati dan Zul Mattaliti.",
            [("Veri Larasati", "Wakil Menteri P2MI", None), ("Zul Mattaliti", "Wakil Menteri P2MI", None)],
        ),
        (
            "Kepala Bidang Penerangan, Sosial dan Budaya KBRI Seoul, Gunadi Prawirata, membuka acara.",
            [("Gunadi Prawirata", "Kepala Bidang Penerangan, Sosial dan Budaya KBRI Seoul", "KBRI Seoul")],
        ),
        (
            "Plt. Kepala BPBD Kabupaten Sigi, Drs. H. Amran Tandu, M.Si., hadir.",
            [("Amran Tandu", "Plt. Kepala BPBD Kabupaten Sigi", "BPBD Kabupaten Sigi")],
        ),
        ("Kuwu Juntikarang, Kusnanto, menyambut.", [("Kusnanto", "Kuwu Juntikarang", None)]),
        (
            "Batin Sunari, yang lama bertugas, dikukuhkan menjadi Kepala BP3MI Lampung.",
            [("Batin Sunari", "Kepala BP3MI Lampung", "BP3MI Lampung")],
        ),
        (
            "Dandim 0419/Tanjab Letkol Inf Rudi Hartawanto dan Kapolsek Nipah Panjang Iptu Supartono hadir.",
            [
                ("Rudi Hartawanto", "Dandim 0419/Tanjab", None),
                ("Supartono", "Kapolsek Nipah Panjang", None),
            ],
        ),
        (
            (
                "Direktur Jenderal Pendidikan Tinggi, Riset, dan Teknologi Kemdiktisaintek, "
                "Khairul Munadir, setuju."
            ),
            [
                (
                    "Khairul Munadir",
                    "Direktur Jenderal Pendidikan Tinggi, Riset, dan Teknologi Kemdiktisaintek",
                    "Kemdiktisaintek",
                )
            ],
        ),
        (
            "Hadir Kepala Bappeda Desmondi dan Asisten I Suharniati.",
            [("Desmondi", "Kepala Bappeda", "Bappeda"), ("Suharniati", "Asisten I", None)],
        ),
        ("Kapal Queen Mutia berlabuh di Pelabuhan Tunon.", []),
        ("Kepala Desa menyambut tamu.", []),
    ],
)
def test_posts(text: str, expected: list[tuple[str, str | None, str | None]], lexicon: Lexicon) -> None:
    found = [
        (official.name, official.post, official.institution) for official in read_officials(text, lexicon)
    ]
    assert found == expected


@pytest.mark.parametrize("verb", ["Dikatakan", "Diakui", "Ditambahkan", "Ujar", "Lanjut", "Pungkas"])
def test_a_verb_of_saying_is_no_part_of_a_name(verb: str, lexicon: Lexicon) -> None:
    text = f"Sekretaris Dinas Sosial Kota Palu, Ratna Ambarwati, hadir. {verb} Ratna, rapat berlanjut."
    assert [official.name for official in read_officials(text, lexicon)] == ["Ratna Ambarwati"]


def test_titles_and_degrees_are_no_part_of_the_name(lexicon: Lexicon) -> None:
    (official,) = read_officials("Kadisnaker Kota Palu Drs. H. Wastira Umbu, M.Si. datang.", lexicon)
    assert official.name == "Wastira Umbu"
    assert official.honorifics == ("Drs.", "H.", "M.Si.")


def test_short_forms_are_mentions(lexicon: Lexicon) -> None:
    text = "Kepala BP3MI Aceh, Siti Hanumrais, datang. Siti berbicara. Menurut Hanumrais, semua siap."
    (official,) = read_officials(text, lexicon)
    assert [mention.text for mention in official.mentions] == ["Siti Hanumrais", "Siti", "Hanumrais"]


def test_a_migrant_has_no_post(lexicon: Lexicon) -> None:
    (person,) = read_officials("Dua orang sakit, satu di antaranya Zulkifli (52) asal Pidie Jaya.", lexicon)
    assert (person.name, person.post, person.institution) == ("Zulkifli", None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Salah seorang peserta, Suryawati, mengaku senang.", "Suryawati"),
        (
            "Kisah itu datang dari Rolly Mandagira, 41 tahun, yang sudah melaut sejak remaja.",
            "Rolly Mandagira",
        ),
    ],
)
def test_persons_whom_the_text_presents(text: str, name: str, lexicon: Lexicon) -> None:
    assert [(official.name, official.post) for official in read_officials(text, lexicon)] == [(name, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Salah satu kota tujuan, Mandagira Lama, sudah penuh.",
        "Lomba itu bagian dari Dies Natalis ke-25.",
        "Puji Tuhan, semua selesai.",
    ],
)
def test_words_that_present_nobody(text: str, lexicon: Lexicon) -> None:
    assert read_officials(text, lexicon) == ()


@pytest.mark.parametrize(
    ("text", "official", "body"),
    [
        (
            "Direktorat Jenderal Perkebunan hadir. Dirjen Perkebunan, Budi Hartadi, datang.",
            "Budi Hartadi",
            "Direktorat Jenderal Perkebunan",
        ),
        (
            (
                "Polres Dompu menggelar rapat. Polres Dompu siap. BPS Dompu hadir.\n"
                "Kepala Seksi Pelayanan, Budi Hartadi, datang."
            ),
            "Budi Hartadi",
            "Polres Dompu",
        ),
        ("HR Manager PT Contoh Melisa Tandiono datang. PT Contoh hadir.", "Melisa Tandiono", "PT Contoh"),
    ],
)
def test_bodies_that_the_post_does_not_name(text: str, official: str, body: str, lexicon: Lexicon) -> None:
    assert [(item.name, item.institution) for item in read_officials(text, lexicon)] == [(official, body)]


def test_the_head_of_a_unit_is_of_no_body_where_two_lead(lexicon: Lexicon) -> None:
    text = "Polres Dompu dan BPS Dompu menggelar rapat.\nKepala Seksi Pelayanan, Budi Hartadi, datang."
    assert [item.institution for item in read_officials(text, lexicon)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kepala Puskesmas Contoh, dr Budi Hartadi menuturkan hal itu.",
            ("Budi Hartadi", "Kepala Puskesmas Contoh"),
        ),
        ("Ketua BAZNAS Dompu, TGH. Abdul Halimi, berpesan.", ("Abdul Halimi", "Ketua BAZNAS Dompu")),
        ("Datang pula dua orang staf. Camat Contoh, Budi Hartadi, hadir.", ("Budi Hartadi", "Camat Contoh")),
    ],
)
def test_titles_and_stops_beside_a_post(
    text: str, expected: tuple[str, str | None], lexicon: Lexicon
) -> None:
    assert [(official.name, official.post) for official in read_officials(text, lexicon)] == [expected]
