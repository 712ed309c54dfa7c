"""Names of bodies that hold no public office: which words belong to one, and which names are one body."""

import pytest

from kgraph.extraction.institutions import find_institutions
from kgraph.extraction.tokens import cut_tokens
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Zone
from kgraph.text.sentences import build_layout


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read_mentions(text: str, lexicon: Lexicon) -> list[list[str]]:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
    bodies = find_institutions(layout, cut_tokens(text), None, lexicon)[0]
    return [sorted({mention.text for mention in body.mentions}) for body in bodies]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        # An English word that joins is of the name.
        (
            "PT Contoh Rimba Pulp and Paper Tbk hadir.",
            [["PT Contoh Rimba Pulp and Paper Tbk"]],
        ),
        # What the text gives in full elsewhere is not cut before words that persons are called by.
        (
            "Direktur LPK Sakura Jaya Mandiri Tono Prasetya hadir. LPK Sakura Jaya Mandiri berdiri lama.",
            [["LPK Sakura Jaya Mandiri"]],
        ),
        # What a university goes by ends its name.
        (
            "Institut Teknologi dan Bisnis STIKOM Bali bersama Politeknik Pariwisata Bali hadir.",
            [["Institut Teknologi dan Bisnis STIKOM Bali"], ["Politeknik Pariwisata Bali"]],
        ),
        # An acronym with a town is not the known one that it begins with.
        (
            "Universitas Muhammadiyah Sidenreng Rappang (UMS Rappang) hadir. Rektor UMS Rappang pulang.",
            [["UMS Rappang", "Universitas Muhammadiyah Sidenreng Rappang (UMS Rappang)"]],
        ),
        # The central board is none of those with a place.
        (
            "Ketua DPP APJATI Ayub Basalamah dan Ketua DPD APJATI Jawa Timur Mazlan Huda datang.",
            [["DPP APJATI"], ["DPD APJATI Jawa Timur"]],
        ),
        # Who leads a branch is no board, unless one leads that.
        (
            "Pimpinan Cabang Dompet Dhuafa Sulsel Rahmat Hidayat hadir.",
            [["Dompet Dhuafa Sulsel"]],
        ),
        (
            "Ketua Pimpinan Cabang Muhammadiyah Kendal Rahmat Hidayat hadir.",
            [["Pimpinan Cabang Muhammadiyah Kendal"]],
        ),
        # The short name of a branch of a known union.
        ("Hadir PC SPL FSPMI Kota Batam.", [["PC SPL FSPMI Kota Batam"]]),
        # A mark of an Arabic letter is no end.
        (
            "Ketua Pimpinan Daerah 'Aisyiyah Kabupaten Kendal Siti Mufidah hadir.",
            [["Pimpinan Daerah 'Aisyiyah Kabupaten Kendal"]],
        ),
        # The number of a region of a firm, and the town behind it.
        (
            "PT Pelindo (Persero) Regional 4 Ambon hadir. General Manager Pelindo Regional 4 Ambon pulang.",
            [["PT Pelindo (Persero) Regional 4 Ambon", "Pelindo Regional 4 Ambon"]],
        ),
        # A school within a school is what it is called by.
        (
            "Kepala BLK Komunitas Ponpes Nurul Jadid Probolinggo Fauzan Zaini hadir.",
            [["BLK Komunitas Ponpes Nurul Jadid Probolinggo"]],
        ),
        # Proper words before a foreign word for a body.
        (
            "LBH Apik Semarang dan Savy Amira WCC Surabaya hadir.",
            [["LBH Apik Semarang"], ["Savy Amira WCC Surabaya"]],
        ),
        # The sort of firm is told, and is no part of the name.
        ("P3MI PT Bina Karsa Utama hadir.", [["PT Bina Karsa Utama"]]),
        (
            "PT Bank Pembangunan Daerah Lampung (Bank Lampung) hadir bersama Direktur Bank Lampung.",
            [["Bank Lampung", "PT Bank Pembangunan Daerah Lampung (Bank Lampung)"]],
        ),
        # Behind the legal form of a firm only its works and branches go on with the name.
        (
            "External Relation PT Contoh Nikel Tbk Hasmir Latif hadir di PT Contoh Nikel Tbk Blok Pomalaa.",
            [["PT Contoh Nikel Tbk", "PT Contoh Nikel Tbk Blok Pomalaa"]],
        ),
        # A firm that is known goes by its name with and without the legal form.
        (
            "PT Taspen (Persero) Kantor Cabang Kupang hadir. Kepala Taspen Kupang pulang.",
            [["PT Taspen (Persero) Kantor Cabang Kupang", "Taspen Kupang"]],
        ),
        # Subjects that commas part in an English name.
        (
            "Ministry of Health, Labour and Welfare Jepang hadir.",
            [["Ministry of Health, Labour and Welfare Jepang"]],
        ),
        (
            "Ministry of Health, Labour & Welfare Jepang hadir.",
            [["Ministry of Health, Labour & Welfare Jepang"]],
        ),
        # What joins words of a name may be a sign.
        (
            "Dinas Perdagangan & Perindustrian Kota Palu hadir.",
            [["Dinas Perdagangan & Perindustrian Kota Palu"]],
        ),
        ("PT Contoh & Rekan hadir.", [["PT Contoh & Rekan"]]),
        ("Polres Palu & Kodim Palu hadir.", [["Polres Palu"], ["Kodim Palu"]]),
        # The part of a town where a church has its own places.
        (
            "Ketua Klasis Poso Kota Pdt. Damaris Bungku dan Klasis Kupang Barat hadir.",
            [["Klasis Poso Kota"], ["Klasis Kupang Barat"]],
        ),
        # A house that goes by its acronym and a town ends there.
        (
            "Penasihat hukum dari LBH Manado Satya Tulenan hadir.",
            [["LBH Manado"]],
        ),
        # The country within a name, told by the acronym behind it.
        (
            "Persekutuan Perempuan Contoh di Indonesia (PERUATI) Bali dan PERUATI Bali hadir.",
            [["PERUATI Bali", "Persekutuan Perempuan Contoh di Indonesia (PERUATI) Bali"]],
        ),
        # An office of a body is not that body.
        (
            "Food and Agriculture Organization (FAO) Indonesia dan Kantor Lapangan FAO Palu. FAO Indonesia.",
            [
                ["FAO Indonesia", "Food and Agriculture Organization (FAO) Indonesia"],
                ["Kantor Lapangan FAO Palu"],
            ],
        ),
        # The acronym of a university that is called like a known one, and its town.
        (
            "Universitas Kristen Indonesia (UKI) Toraja hadir. Rektor UKI Toraja pulang.",
            [["UKI Toraja", "Universitas Kristen Indonesia (UKI) Toraja"]],
        ),
        # An acronym that leaves out what the body is, spelt by words of any kind.
        (
            "Perkumpulan Inisiatif Perubahan Akses menuju Sehat (IPAS) Indonesia melatih bidan.",
            [["Perkumpulan Inisiatif Perubahan Akses menuju Sehat (IPAS) Indonesia"]],
        ),
        # Behind the acronym and the town of a body a person stands.
        (
            "Pendamping dari Yayasan Annisa Swasti (Yasanti) Yogyakarta Umi Asih hadir.",
            [["Yayasan Annisa Swasti (Yasanti) Yogyakarta"]],
        ),
        # Behind a movement that goes by itself strange words are a person's.
        (
            "Ketua Umum DPP IMM Riyan Betra dan Ketua Umum PP KAMMI Ahmad Jundi hadir.",
            [["DPP IMM"], ["PP KAMMI"]],
        ),
        # A village ends before a title.
        (
            "Ketua Takmir Masjid Nurul Iman Desa Naru Ustadz Abidin Saleh hadir.",
            [["Takmir Masjid Nurul Iman Desa Naru"]],
        ),
        ("Ketua Stikes Muhammadiyah Manado Agust Laya hadir.", [["Stikes Muhammadiyah Manado"]]),
        # The words before the bracketed acronym of a known body are its name.
        (
            "Hadir Perwalian Umat Buddha Indonesia (Walubi) Kota Kendari dan Walubi Kota Kendari.",
            [["Perwalian Umat Buddha Indonesia (Walubi) Kota Kendari", "Walubi Kota Kendari"]],
        ),
        ("Lewat Program Makan Bergizi (MBG) mereka bekerja.", []),
        # The word for a chapter behind an association and its acronym.
        (
            "Hadir Perhimpunan Contoh Hukum (PCH) DPC Kepanjen.",
            [["Perhimpunan Contoh Hukum (PCH) DPC Kepanjen"]],
        ),
        # A union in a firm.
        ("PUK SPAI FSPMI PT Rubycon Indonesia ikut.", [["PUK SPAI FSPMI PT Rubycon Indonesia"]]),
        # A country ends an English name, and a person may follow.
        (
            "Juru bicara Ministry of Manpower Singapura Tan Wei Ling membenarkan.",
            [["Ministry of Manpower Singapura"]],
        ),
        # Two sorts of members of one association.
        (
            "Hadir Himpunan Penyewa dan Pengusaha Pusat Belanja Indonesia.",
            [["Himpunan Penyewa dan Pengusaha Pusat Belanja Indonesia"]],
        ),
        # Words for the sort of firm need a proper word, whoever is called so.
        (
            "Perusahaan Umum Daerah (Perumda) Pasar Tirta Raharja. Direktur Perumda Pasar Tirta Raharja Edi.",
            [
                [
                    "Perumda Pasar Tirta Raharja",
                    "Perusahaan Umum Daerah (Perumda) Pasar Tirta Raharja",
                ]
            ],
        ),
        # A Balinese name begins behind the acronym.
        (
            "Ketua Kesatuan Pelaut Indonesia (KPI) Dewa Nyoman Budiasa hadir.",
            [["Kesatuan Pelaut Indonesia (KPI)"]],
        ),
        # Who comes from a body is named behind it.
        ("Hadir perwakilan PT Badak NGL Bontang Yuli Gunawan.", [["PT Badak NGL Bontang"]]),
        (
            "Recruitment Manager Klinikum Stuttgart Sabine Weber datang. Klinikum Stuttgart mencari perawat.",
            [["Klinikum Stuttgart"]],
        ),
        # A comma parts two English names.
        (
            "The Contoh Research Institute, Center for Strategic Studies (CSS) dan Contoh Institute hadir.",
            [["The Contoh Research Institute"], ["Center for Strategic Studies (CSS)"], ["Contoh Institute"]],
        ),
        # The region of a branch behind an association that is named after another.
        (
            "Ketua Kerukunan Keluarga Sulawesi Selatan (KKSS) Kabupaten Nunukan Mansyur Rincing hadir.",
            [["Kerukunan Keluarga Sulawesi Selatan (KKSS) Kabupaten Nunukan"]],
        ),
        ("Hadir Aisyiyah Daerah Istimewa Yogyakarta.", [["Aisyiyah Daerah Istimewa Yogyakarta"]]),
        # A word for a post that leads to nobody ends the name.
        (
            "Yayasan Cahaya Guru dan Yayasan Contoh Bidan hadir.",
            [["Yayasan Cahaya Guru"], ["Yayasan Contoh Bidan"]],
        ),
        # A title written in capitals begins a person behind a movement and its town.
        ("Ketua PCNU Babat KH Moh. Anwar hadir.", [["PCNU Babat"]]),
        ("Ketua Komisi Migran dan Perantau KWI RD Aegidius Eko hadir.", [["Komisi Migran dan Perantau KWI"]]),
        # The short name of three words may stand before a person.
        (
            "Yayasan Gema Alam NTB berdiri lama. Direktur Gema Alam NTB Haiziah Gazali hadir.",
            [["Gema Alam NTB", "Yayasan Gema Alam NTB"]],
        ),
    ],
)
def test_bodies_that_are_no_offices(text: str, bodies: list[list[str]], lexicon: Lexicon) -> None:
    assert read_mentions(text, lexicon) == bodies
