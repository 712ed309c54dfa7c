"""Venue phrases in short sentences."""

import pytest

from kgraph.extraction.passages import build_passages
from kgraph.extraction.places import find_places
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.records import Span
from tests.unit.extraction.invented import find_invented, lay_out


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read(text: str, lexicon: Lexicon, *, going: bool = False) -> list[str]:
    officials, institutions = find_invented(text)
    passages = build_passages(lay_out(text, lexicon), institutions, officials, lexicon)
    day = text.find("Kamis (")
    dates = (Span(start=day, end=len(text)),) if day >= 0 else ()
    return [place.text for passage in passages for place in find_places(passage, dates, lexicon, going=going)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rapat digelar di Aula Balai Kota, Kamis (19/6/2025).", ["Aula Balai Kota"]),
        ("Rapat bertempat di Hotel Melati Indah pada pagi hari.", ["Hotel Melati Indah"]),
        (
            "Rapat berlangsung di kantor Dinas Sosial Kota Contoh, Kamis (19/6/2025).",
            ["kantor Dinas Sosial Kota Contoh"],
        ),
        ("Rapat di Istana Merdeka, Jakarta, Kamis (19/6/2025).", ["Istana Merdeka, Jakarta"]),
        ("Rapat digelar di Gedung Serba Guna, Kamis (19/6/2025).", ["Gedung Serba Guna"]),
        ("Rapat di Gedung Nusantara I, Senayan, Kamis (19/6/2025).", ["Gedung Nusantara I, Senayan"]),
        ("Rapat di Polres Contoh membahas keamanan.", ["Polres Contoh"]),
        ("Rapat digelar di bilangan Jalan Melati, Kamis (19/6/2025).", ["bilangan Jalan Melati"]),
        ("Ia ditangkap di sebuah gudang di Desa Jati.", ["sebuah gudang di Desa Jati", "Desa Jati"]),
        ("Rapat digelar di salah satu hotel, Kamis (19/6/2025).", ["salah satu hotel"]),
        ("Rapat menjadi salah satu di antaranya.", []),
        ("Rapat digelar di Bandung pekan lalu.", ["Bandung"]),
        (
            "Ia ditangkap di rumah kos di Desa Jati, Kecamatan Jati, Kabupaten Kudus, Kamis (19/6/2025).",
            [
                "rumah kos di Desa Jati, Kecamatan Jati, Kabupaten Kudus",
                "Desa Jati, Kecamatan Jati, Kabupaten Kudus",
            ],
        ),
        (
            "Kapal bersandar di Pelabuhan Tunon Taka, Kabupaten Nunukan, setelah dicegat.",
            ["Pelabuhan Tunon Taka, Kabupaten Nunukan"],
        ),
        (
            "Mereka pulang lewat Pos Lintas Batas Negara Entikong, Kamis (19/6/2025).",
            ["Pos Lintas Batas Negara Entikong"],
        ),
        ("Ia mengunjungi ruang-ruang hemodialisa di Kabupaten Klaten yang penuh.", ["Kabupaten Klaten"]),
        # A list of names after the place is none of it.
        ("Rapat di Aula Balai Kota, Budi Hartadi hadir.", ["Aula Balai Kota"]),
        # No places.
        ("Rapat itu penting di mata warga.", []),
        ("Ia bertugas di Polres Contoh.", []),
        ("Korban tinggal di Desa Jati.", []),
        ("Kerja sama di bidang pendidikan, di antaranya beasiswa.", []),
        ("“Kami bertemu di Aula Balai Kota,” ujar Budi Hartadi.", []),
        ("Laporan dikirim melalui surat.", []),
    ],
)
def test_places(text: str, places: list[str], lexicon: Lexicon) -> None:
    assert read(text, lexicon) == places


def test_where_a_visit_goes(lexicon: Lexicon) -> None:
    text = "Rombongan datang ke Kantor Polres Contoh, Kamis (19/6/2025)."
    assert read(text, lexicon) == []
    assert read(text, lexicon, going=True) == ["Kantor Polres Contoh"]


def test_where_those_sit_who_join_from_afar(lexicon: Lexicon) -> None:
    assert read("Ia ikut secara daring dari Aula Balai Kota, Kamis (19/6/2025).", lexicon) == [
        "Aula Balai Kota"
    ]
    assert read("Bantuan datang dari Aula Balai Kota.", lexicon) == []


def test_what_is_named_first_weighs_more(lexicon: Lexicon) -> None:
    text = "Rapat bertempat di Hotel Melati Indah."
    officials, institutions = find_invented(text)
    (passage,) = build_passages(lay_out(text, lexicon), institutions, officials, lexicon)
    (stated,) = find_places(passage, (), lexicon)
    (bare,) = find_places(
        build_passages(lay_out("Rapat di Jakarta.", lexicon), (), (), lexicon)[0],
        (),
        lexicon,
    )
    assert stated.weight > bare.weight
