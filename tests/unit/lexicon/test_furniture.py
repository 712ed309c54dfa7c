"""Lines of page furniture."""

import pytest

from kgraph.lexicon.load import Lexicon, load_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("logo", True),
        ("Berita Utama", True),
        ("-", True),
        ("***", True),
        ("BACA JUGA : Harga cabai naik", True),
        ("Baca Juga", True),
        ("Lihat juga Video: Bursa kerja", True),
        ("SCROLL TO CONTINUE WITH CONTENT", True),
        ("[Gambas:Video 20detik]", True),
        ("Narahubung: Ani", True),
        ("Beranda | Profil | Kontak", True),
        ("Home » Berita » Judul", True),
        ("Berita duka datang dari Palu", False),
        ("Bagikan beras kepada warga", False),
        ("Tag harga dipasang", False),
        ("Rute Batam – Manado dibuka", False),
        ("1. Pelatihan bahasa", False),
    ],
)
def test_furniture(line: str, answer: bool, lexicon: Lexicon) -> None:
    assert lexicon.furniture.is_furniture(line) is answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Wednesday, 4 February 2026", True),
        ("00.02 4 February 2026 25", True),
        ("Senin, 08 Desember 2025 | 16:40 WIB | Dibaca 233 kali", True),
        ("Rabu, 24 Juli 2024 - 08:15 WIB", True),
        ("Jum'at, 6 Maret 2020", True),
        ("Oleh Admin - 4 Februari 2026", True),
        ("Diposting oleh Humas pada 3 Maret 2026", True),
        ("Senin", False),
        ("4 Februari 2026 di Palu", False),
        ("Dibaca banyak orang", False),
        ("4 " * 100, False),
    ],
)
def test_stamp(line: str, answer: bool, lexicon: Lexicon) -> None:
    assert lexicon.furniture.is_stamp(line, lexicon.calendar) is answer


def test_credits_and_captions(lexicon: Lexicon) -> None:
    words = lexicon.furniture
    assert words.is_credit("Sumber: portal.example")
    assert words.is_credit("souce : Portal")
    assert not words.is_credit("Sumber daya alam melimpah")
    assert words.is_caption("Ket. Foto: suasana rapat")
    assert words.is_caption("_-_Kunjungan.jpeg)")
    assert not words.is_caption("Foto itu beredar")
    assert words.has_desk("siaran Humas BP3MI")
    assert not words.has_desk("humasku")
    assert words.opens_with_desk("** Biro Humas Balai Contoh")
    assert words.is_list_heading("Berita Terkait :")
    assert words.is_head_furniture("Nomor : 12/SP/2026")
