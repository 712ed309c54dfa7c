"""What promises something, and until when; sentences are invented."""

import pytest

from kgraph.extraction.pledges import Pledges
from kgraph.extraction.statements import find_statements
from kgraph.lexicon.load import Lexicon, load_lexicon
from tests.unit.extraction.invented import find_invented, lay_out


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


PLEDGES = [
    ("Budi Hartadi berjanji menambah loket mulai pekan depan.", "mulai pekan depan"),
    ("Budi Hartadi berkomitmen membuka data desa.", None),
    ("Budi Hartadi bertekad meneruskan kebun warga.", None),
    ("Budi Hartadi siap membantu warga.", None),
    ("Budi Hartadi menyatakan siap membantu warga.", None),
    ("Budi Hartadi menyatakan akan membantu warga dalam tiga hari.", "dalam tiga hari"),
    ("Budi Hartadi menyatakan pihaknya akan segera memanggil pemilik kapal.", None),
    ("Budi Hartadi menyatakan Dinsos Contoh akan membuka posko pada awal Maret.", "pada awal Maret"),
    ("Budi Hartadi menyatakan Dinsos Contoh tidak akan menutup posko.", None),
    ("Budi Hartadi menargetkan antrean habis akhir 2026.", "akhir 2026"),
    ("Budi Hartadi menjanjikan bantuan cair paling lambat 31 Maret 2026.", "paling lambat 31 Maret 2026"),
    ("“Kami akan kawal perkara itu,” kata Budi Hartadi.", None),
    ("“Untuk itu kami siap mendampingi warga,” kata Budi Hartadi.", None),
    ("“Datanya sudah ada. Besok kami pastikan cair,” kata Budi Hartadi.", "Besok"),
    ("“Datanya sudah ada. Kami pastikan cair besok,” kata Budi Hartadi.", "besok"),
    ("“Usul ini akan kami bawa ke rapat bulan depan,” kata Budi Hartadi.", "bulan depan"),
    ("“Data lengkap sampai akhir tahun ini,” janji Budi Hartadi.", "sampai akhir tahun ini"),
    (
        "Dinsos Contoh menyatakan bahwa akan membangun dua posko dalam dua bulan ke depan.",
        "dalam dua bulan ke depan",
    ),
]
OTHERS = [
    "Budi Hartadi menyatakan bantuan akan cair.",
    "Budi Hartadi menyatakan Polres Contoh akan memanggil saksi.",
    "Budi Hartadi menyatakan belum siap membantu warga.",
    "Budi Hartadi mengatakan Rina Ambarwati akan menghadiri rapat.",
    "Budi Hartadi meminta warga tetap bersabar sampai akhir tahun.",
    "“Apakah kami akan membantu warga?” tanya Budi Hartadi.",
    "“Kami akan mengalami kesulitan,” kata Budi Hartadi.",
    "“Program kita akan membuat warga senang,” kata Budi Hartadi.",
    "“Kami sudah membantu warga sejak Januari,” kata Budi Hartadi.",
    "Budi Hartadi mengapresiasi warga desa.",
]


def read(text: str, lexicon: Lexicon) -> list[tuple[bool, str | None]]:
    statements, _ = find_statements(lay_out(text, lexicon), *find_invented(text), lexicon)
    return [(statement.pledge, statement.due) for statement in statements]


@pytest.mark.parametrize(("text", "due"), PLEDGES)
def test_promises(text: str, due: str | None, lexicon: Lexicon) -> None:
    assert read(text, lexicon) == [(True, due)]


@pytest.mark.parametrize("text", OTHERS)
def test_what_promises_nothing(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon) == [(False, None)]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("selesai tahun depan", "tahun depan"),
        ("selesai 17 September 2025 di Contoh", "17 September 2025"),
        ("selesai pada Maret 2026", "pada Maret 2026"),
        ("selesai sampai dengan triwulan berikutnya", "sampai dengan triwulan berikutnya"),
        ("memeriksa 12 bulan data", None),
        ("setiap tahun", None),
        ("mei", None),
        ("", None),
    ],
)
def test_until_when(text: str, due: str | None, lexicon: Lexicon) -> None:
    assert Pledges((), (), lexicon).find_due(text) == due


def test_part_of_a_name_is_no_subject(lexicon: Lexicon) -> None:
    text = "BPS menyatakan datanya lengkap, maka BPS akan membuka semuanya."
    assert read(text, lexicon) == [(True, None)]
    assert read("BPS menyatakan kelompok bpsakan membantu.", lexicon) == [(False, None)]
