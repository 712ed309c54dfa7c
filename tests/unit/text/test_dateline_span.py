"""Forms of datelines, from the releases of the ministry and of other agencies."""

import pytest

from kgraph.text.dateline_span import find_dateline_span, is_dateline

OPENED = [
    ("Batam, KemenP2MI (5/2) –", "Kepala balai hadir."),
    ("Jakarta, BP2MI (24/11)--", "Pimpinan hadir."),
    ("BP2MI, Jakarta (24/8) –", "Kepala hadir."),
    ("Surabaya,KemenP2MI (11/2) -", "Tiga orang hadir."),
    ("Banda Aceh, KemenP2MI, (05/11) -", "Dua orang hadir."),
    ("Kutacane, KemenP2MI (2/10/2025) —", "Lima orang hadir."),
    ("D.I. Yogyakarta, Kemen-P2MI (1/2) -", "Balai hadir."),
    ("MEDAN -", "Kepala hadir."),
    ("BANDA ACEH |", "Kepala hadir."),
    ("Jakarta –", "“Kami hadir,” katanya."),
    ("Mataram, 15/07.", "Kepala hadir."),
    ("Indramayu, 3 Oktober 2024.", "Dua puluh orang hadir."),
    ("Palu, Selasa, 3 Februari 2026 –", "Bupati hadir."),
    ("Sragen, 2 Mei 2024 –", "12 orang hadir."),
    ("Manokwari, Selasa (17/06/2025) –", "Bupati hadir."),
    ("Indragiri Hulu (23/07) -", "Bupati hadir."),
    ("Kamis, 22/05/2025 -", "Bupati hadir."),
    ("Jakarta, KemenP2MI (5/2)", "Kementerian hadir."),
    ("[Jakarta, 5 Februari 2026]", "Menteri hadir."),
    ("tribratanews.kepri – BATAM.", "Kepolisian hadir."),
    ("SUMEKS.CO, PALEMBANG -", "Beberapa orang hadir."),
    ("portal.example, PADANG -", "Beberapa orang hadir."),
    ("ewzm. -", "Bupati hadir."),
    ("Jakarta (ANTARA) -", "Bupati hadir."),
    ("Lebak,-", "Bupati hadir."),
    ("MUARASABAK-", "Bupati hadir."),
    ("Nunukan (27/06) |", "Bupati hadir."),
    ("SLAWI, PERHUTANI (20/11/2025) |", "Bupati hadir."),
    ("Waingapu | pn-contoh.go.id –", "Ketua hadir."),
    ("TNI AL. Sibolga, 7 Maret 2024,--", "Bupati hadir."),
    ("Nunukan (Kamis, 22/01/2026) -", "Bupati hadir."),
]


@pytest.mark.parametrize(("dateline", "rest"), OPENED)
def test_dateline_ends_with_its_dash_or_stop(dateline: str, rest: str) -> None:
    line = f"{dateline} {rest}"
    span = find_dateline_span(line)
    assert span is not None
    assert line[span.start : span.end] == dateline


@pytest.mark.parametrize(("dateline", "rest"), OPENED[:3])
def test_blanks_before_a_dateline_are_left_out(dateline: str, rest: str) -> None:
    for blanks in ("  ", "\u200b\u00a0"):
        span = find_dateline_span(f"{blanks}{dateline} {rest}")
        assert span is not None
        assert (span.start, span.end) == (2, 2 + len(dateline))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Pada hari Minggu, 9 Februari 2020, Komunitas Contoh datang.",
        "Kamis (16/10), Kepala balai hadir.",
        "Kapal Cepat Satu – yang baru datang – bersandar.",
        "Menteri Contoh – Presiden Contoh – hadir.",
        "Kemnaker-BPS Bedah Satu Data",
        "Kedutaan Besar Republik Indonesia (KBRI) Seoul pada Kamis (10/11) menggelar acara.",
        "Ia menyebut, 12 orang - Dua di antaranya anak.",
        "kepala balai – Kepala hadir",
        "MEDAN -",
    ],
)
def test_prose_has_no_dateline(line: str) -> None:
    assert find_dateline_span(line) is None


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Palu, 4 Februari 2026", True),
        ("Palu, Balai Contoh (4/2/2026)", True),
        ("Palu, 4 Februari 2026 Kepala hadir", False),
        ("4 Februari 2026", False),
        ("Palu", False),
        ("Nomor 12/2/2026 tentang hal", False),
    ],
)
def test_a_line_that_is_nothing_but_a_dateline(line: str, answer: bool) -> None:
    assert is_dateline(line) is answer


@pytest.mark.parametrize("piece", ["A.", "A-", "A ", "Aa, ", "a.a", "(", "– ", "Palu, "])
def test_only_the_start_of_a_line_is_looked_at(piece: str) -> None:
    span = find_dateline_span(piece * 100_000)
    assert span is None or span.end <= 200
