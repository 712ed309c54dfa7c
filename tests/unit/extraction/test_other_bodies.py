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
    ],
)
def test_bodies_that_are_no_offices(text: str, bodies: list[list[str]], lexicon: Lexicon) -> None:
    assert read_mentions(text, lexicon) == bodies
