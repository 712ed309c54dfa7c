"""Days in phrases and texts, in all the forms that releases use."""

from datetime import date

import pytest

from kgraph.extraction.dates import find_dates, parse_date
from kgraph.lexicon.load import Lexicon, load_lexicon

NEAR = date(2025, 8, 7)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def find(text: str, lexicon: Lexicon, near: date | None = NEAR) -> list[tuple[str, str, str]]:
    return [
        (text[found.span.start : found.span.end], found.format_iso(), found.kind)
        for found in find_dates(text, near=near, lexicon=lexicon)
    ]


@pytest.mark.parametrize(
    ("phrase", "near", "expected"),
    [
        ("4 Februari 2026", None, date(2026, 2, 4)),
        ("Rabu (4/2)", date(2026, 2, 5), date(2026, 2, 4)),
        ("04-02-2026", None, date(2026, 2, 4)),
        ("04.02.2026", None, date(2026, 2, 4)),
        ("2026-02-04", None, date(2026, 2, 4)),
        ("30/12", date(2026, 1, 2), date(2025, 12, 30)),
        ("2/1", date(2025, 12, 30), date(2026, 1, 2)),
        ("pada hari Jum’at tanggal 11 Agustus 2023", None, date(2023, 8, 11)),
        ("Jumat pagi (31/10/2025)", None, date(2025, 10, 31)),
        ("7 Nopember 2019", None, date(2019, 11, 7)),
        ("7 Pebruari 2019", None, date(2019, 2, 7)),
        ("3 Agust. 2021", None, date(2021, 8, 3)),
        ("Ahad, 8 Februari 2026", None, date(2026, 2, 8)),
        ("Friday, 8 August 2025", None, date(2025, 8, 8)),
        ("February 4, 2026", None, date(2026, 2, 4)),
        ("29 Februari", date(2024, 3, 1), date(2024, 2, 29)),
        ("kemarin", NEAR, date(2025, 8, 6)),
        ("dua hari lalu", NEAR, date(2025, 8, 5)),
        ("Senin", NEAR, date(2025, 8, 4)),
        ("Kamis", NEAR, NEAR),
        ("Kamis lalu", NEAR, date(2025, 7, 31)),
        ("Kamis depan", NEAR, date(2025, 8, 14)),
        ("Selasa pekan depan", NEAR, date(2025, 8, 12)),
        ("Senin (9/7)", NEAR, date(2025, 7, 9)),
        ("awal Februari", NEAR, None),
        ("4-6 Februari", NEAR, None),
        ("31 Februari 2026", NEAR, None),
        ("29 Februari 2025", NEAR, None),
        ("10/13/2025", NEAR, None),
        ("4/2", None, None),
        ("kemarin", None, None),
        ("rapat 4 Februari 2026", NEAR, None),
        ("4 Februari 2026 dan 6 Maret 2026", NEAR, None),
        ("Nomor: PR-41/L.9.3/Kph.3/05/2025", NEAR, None),
        ("minggu lalu", NEAR, None),
        ("", NEAR, None),
    ],
)
def test_parses_one_day(phrase: str, near: date | None, expected: date | None, lexicon: Lexicon) -> None:
    assert parse_date(phrase, near=near, lexicon=lexicon) == expected


@pytest.mark.parametrize(
    ("text", "form", "iso"),
    [
        ("digelar di aula, Selasa (10/2/2026).", "Selasa (10/2/2026)", "2026-02-10"),
        ("digelar Selasa, (10/2/2026) pagi", "Selasa, (10/2/2026)", "2026-02-10"),
        ("digelar (Selasa, 10/2/2026)", "(Selasa, 10/2/2026)", "2026-02-10"),
        ("pada Rabu (9/7) siang", "Rabu (9/7)", "2025-07-09"),
        ("pada Selasa 15 Juli 2025 lalu", "Selasa 15 Juli 2025", "2025-07-15"),
        ("Kamis, 22/05/2025 - Warga", "Kamis, 22/05/2025", "2025-05-22"),
        ("sejak 15/7/2025 warga", "15/7/2025", "2025-07-15"),
        ("pada 30 September – 3 Oktober 2024 di", "30 September – 3 Oktober 2024", "2024-09-30/2024-10-03"),
        ("pada 30 Des 2024 s.d. 2 Januari 2025", "30 Des 2024 s.d. 2 Januari 2025", "2024-12-30/2025-01-02"),
        ("pada 30 Desember – 2 Januari 2025", "30 Desember – 2 Januari 2025", "2024-12-30/2025-01-02"),
        ("pada 6-7 Agustus 2025.", "6-7 Agustus 2025", "2025-08-06/2025-08-07"),
        ("dari tanggal 26 hingga 29 Juli 2021", "tanggal 26 hingga 29 Juli 2021", "2021-07-26/2021-07-29"),
        ("tanggal 1 s. d 14 Mei 2023", "tanggal 1 s. d 14 Mei 2023", "2023-05-01/2023-05-14"),
        (
            "mulai Senin (13/10) hingga Selasa (14/10/2025)",
            "Senin (13/10) hingga Selasa (14/10/2025)",
            "2025-10-13/2025-10-14",
        ),
        ("pada Senin-Rabu (13-15/10/2025)", "Senin-Rabu (13-15/10/2025)", "2025-10-13/2025-10-15"),
        ("pada 13 dan 14 Oktober 2025", "13 dan 14 Oktober 2025", "2025-10-13/2025-10-14"),
        ("sejak 10 Oktober kemarin", "10 Oktober", "2024-10-10"),
    ],
)
def test_finds_a_day_or_a_range(text: str, form: str, iso: str, lexicon: Lexicon) -> None:
    assert find(text, lexicon) == [(form, iso, "date")]


@pytest.mark.parametrize(
    "text",
    [
        "Surat Nomor 560/1483/437.58/2025 diterima",
        "Kodim 0911/Nunukan",
        "nomor (009/07/2025)",
        "pesawat JT 139 dan AK 423",
        "terdiri atas 13,611 nama dan 49,5% laki-laki",
        "UU Nomor 21 Tahun 2007",
        "layanan 24/7",
        "buka setiap Selasa dan Jumat",
        "minggu lalu dan dua minggu kemudian",
        "usai salat Jumat berjemaah",
        "masa jabatan 2025–2030",
        "pada 31 Februari 2026",
        "skor 3/2 untuk tuan rumah",
    ],
)
def test_finds_no_day(text: str, lexicon: Lexicon) -> None:
    assert find(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("merujuk surat Menteri Nomor: B/1/M.SM/2025 tanggal 8 April 2025 perihal", "document"),
        ("Keputusan Bupati tertanggal 8 April 2025", "document"),
        ("Nota kesepahaman itu diteken pada tanggal 8 April 2025", "date"),
        ("menurut surat itu, rapat digelar tanggal 8 April 2025", "date"),
        ("menyerahkan surat, Selasa (8/4/2025)", "date"),
    ],
)
def test_tells_dates_of_papers(text: str, kind: str, lexicon: Lexicon) -> None:
    assert [found.kind for found in find_dates(text, near=NEAR, lexicon=lexicon)] == [kind]


def test_keeps_the_number_under_a_wrong_weekday(lexicon: Lexicon) -> None:
    (found,) = find_dates("Senin (25/11/2025)", near=NEAR, lexicon=lexicon)
    assert (found.start, found.has_weekday, found.weekday_agrees) == (date(2025, 11, 25), True, False)


def test_lets_the_weekday_choose_the_year(lexicon: Lexicon) -> None:
    # 15 September was a Wednesday in 2021, and 1 March 2022 lies nearer to that of 2022.
    (found,) = find_dates("Rabu (15/9)", near=date(2022, 4, 1), lexicon=lexicon)
    assert (found.start, found.year_inferred, found.in_brackets) == (date(2021, 9, 15), True, True)


def test_takes_the_year_of_another_date_where_nothing_else_is_known(lexicon: Lexicon) -> None:
    assert find("Rapat Kamis (10/11) dan Senin (14/11/2022)", lexicon, None) == [
        ("Kamis (10/11)", "2022-11-10", "date"),
        ("Senin (14/11/2022)", "2022-11-14", "date"),
    ]
    assert find("Rapat Kamis (10/11)", lexicon, None) == []


def test_splits_days_that_are_no_range(lexicon: Lexicon) -> None:
    found = find_dates("pada 13 dan 20 Oktober 2025", near=None, lexicon=lexicon)
    assert [item.start for item in found] == [date(2025, 10, 13), date(2025, 10, 20)]
    assert found[0].span.end <= found[1].span.start


def test_counts_spans_from_the_start_given(lexicon: Lexicon) -> None:
    (found,) = find_dates("Selasa (10/2/2026)", near=None, lexicon=lexicon, start=100)
    assert (found.span.start, found.span.end) == (100, 118)


def test_keeps_two_days_where_a_range_would_run_backwards(lexicon: Lexicon) -> None:
    text = "Sabtu (31/1/2026) hingga Minggu (1/1/2026)"
    assert [iso for _, iso, _ in find(text, lexicon)] == ["2026-01-31", "2026-01-01"]


def test_a_capital_letter_of_another_script_is_no_letter_of_a_month(lexicon: Lexicon) -> None:
    assert find("Rapat digelar 3 februarİ 2026.", lexicon) == []
