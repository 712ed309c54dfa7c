"""Datelines, stamps, and the day of publication."""

from datetime import date

import pytest

from kgraph.extraction.dateline import find_anchor, find_published, find_stamp, parse_dateline
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.reading.zones import find_zones
from kgraph.records import Release, Zone
from kgraph.text.layout import Layout
from kgraph.text.sentences import build_layout
from tests.gold_records import GOLD, list_mended_cases, read_gold


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def lay_out(lines: list[tuple[str, str]], lexicon: Lexicon) -> Layout:
    zones, body = [], ""
    for kind, text in lines:
        zones.append(Zone(start=len(body), end=len(body) + len(text), kind=kind))
        body += text + ("\n" if kind != "dateline" else " ")
    return build_layout(body, tuple(zones), lexicon)


def make_release(layout: Layout, published: str | None = None) -> Release:
    return Release(id="a", body=layout.body, sha256="", published=published)


@pytest.mark.parametrize(
    ("text", "place", "agency", "day"),
    [
        ("Batam, KemenP2MI (5/2) –", "Batam", "KemenP2MI", "2026-02-05"),
        ("Girisubo, Jumat Legi (22/8) -", "Girisubo", None, "2025-08-22"),
        ("BP2MI, Jakarta (24/8) –", "Jakarta", "BP2MI", "2025-08-24"),
        ("Surabaya,KemenP2MI (3/2) -", "Surabaya", "KemenP2MI", "2026-02-03"),
        ("Banda Aceh, KemenP2MI, (05/11) -", "Banda Aceh", "KemenP2MI", "2025-11-05"),
        ("Jakarta, KemenP2MI (24/11)--", "Jakarta", "KemenP2MI", "2025-11-24"),
        ("Tanjung Selor, Kemen-P2MI (2/10/2025) —", "Tanjung Selor", "Kemen-P2MI", "2025-10-02"),
        ("MEDAN -", "MEDAN", None, None),
        ("Lebak,-", "Lebak", None, None),
        ("MUARASABAK-", "MUARASABAK", None, None),
        ("Mataram, 15/07.", "Mataram", None, "2025-07-15"),
        ("Padang, 12 Maret 2024 –", "Padang", None, "2024-03-12"),
        ("Manokwari, Selasa (17/06/2025) –", "Manokwari", None, "2025-06-17"),
        ("Kamis, 22/05/2025 -", None, None, "2025-05-22"),
        ("HALUANRIAU.CO, PEKANBARU -", "PEKANBARU", "HALUANRIAU.CO", None),
        ("tribratanews.kepri – BATAM.", "BATAM", "tribratanews.kepri", None),
        ("Jakarta (ANTARA) -", "Jakarta", "ANTARA", None),
        ("(Jakarta, 4/2/2026)", "Jakarta", None, "2026-02-04"),
        ("Kutacane, KemenP2MI (24/6) —", "Kutacane", "KemenP2MI", "2025-06-24"),
        ("ewzm. -", None, "ewzm", None),
        ("Jakarta, Humas Polri –", "Jakarta", "Humas Polri", None),
        ("Nunukan (27/06) |", "Nunukan", None, "2025-06-27"),
        ("SLAWI, PERHUTANI (20/11/2025) |", "SLAWI", "PERHUTANI", "2025-11-20"),
        ("TNI AL. Sibolga, 7 Maret 2024,--", "Sibolga", "TNI AL", "2024-03-07"),
        ("TNI AL, Maumere (14/11/2025),--", "Maumere", "TNI AL", "2025-11-14"),
        ("Dispen Kodaeral IX. Saumlaki, 18 Februari 2026", "Saumlaki", "Dispen Kodaeral IX", "2026-02-18"),
    ],
)
def test_reads_datelines(
    text: str, place: str | None, agency: str | None, day: str | None, lexicon: Lexicon
) -> None:
    zone = Zone(start=0, end=len(text), kind="dateline")
    found = parse_dateline(text, zone, near=date(2026, 2, 6), lexicon=lexicon)
    assert found is not None
    assert (found.place, found.agency, found.date) == (place, agency, day)
    assert (found.span.start, found.span.end) == (0, len(text))


def test_no_zone_no_dateline(lexicon: Lexicon) -> None:
    assert parse_dateline("Teks.", None, near=None, lexicon=lexicon) is None


@pytest.mark.parametrize(
    ("furniture", "expected"),
    [
        (["Friday, 6 February 2026", "00.02 4 February 2026 25"], ("2026-02-04", "stamp")),
        (["Senin, 09 Februari 2026 | 16:40 WIB | Dibaca 3 kali"], ("2026-02-09", "stamp")),
        (["Rabu, 24 Juli 2024 - 08:15 WIB"], ("2024-07-24", "stamp")),
        (["4 Feb 2026 10:00", "00.02 5 February 2026 25"], ("2026-02-05", "stamp")),
        (["Friday, 6 February 2026"], ("2026-02-03", "dateline")),
        (["logo"], ("2026-02-03", "dateline")),
    ],
)
def test_finds_the_day_of_publication(
    furniture: list[str], expected: tuple[str, str], lexicon: Lexicon
) -> None:
    lines = [("furniture", line) for line in furniture]
    layout = lay_out(
        [*lines, ("headline", "Judul"), ("dateline", "Palu, BP3MI (3/2/2026) –"), ("body", "Isi.")], lexicon
    )
    zone = next(zone for zone in layout.zones if zone.kind == "dateline")
    dateline = parse_dateline(layout.body, zone, near=None, lexicon=lexicon)
    release = make_release(layout)
    assert find_published(release, dateline, find_stamp(release, layout, lexicon)) == expected


def test_what_was_given_counts_most(lexicon: Lexicon) -> None:
    layout = lay_out([("furniture", "00.02 4 February 2026 25"), ("body", "Isi.")], lexicon)
    release = make_release(layout, "2026-03-01")
    stamp = find_stamp(release, layout, lexicon)
    assert find_published(release, None, stamp) == ("2026-03-01", "metadata")
    assert find_anchor(release, layout, stamp, lexicon) == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [
                ("dateline", "Palu, BP3MI (9/10) –"),
                ("body", "Pada 2 Maret 2023 dan Kamis (9/10/2025) warga."),
            ],
            date(2025, 10, 9),
        ),
        ([("furniture", "Friday, 6 February 2026"), ("body", "Warga datang.")], date(2026, 2, 6)),
        ([("furniture", "Friday, 6 February 2026"), ("body", "Datang 3/2/2025.")], date(2025, 2, 3)),
        ([("body", "Warga datang Kamis (9/10).")], None),
        ([("body", "Sepanjang 2024 warga datang. Selasa (14/1) rapat digelar.")], date(2025, 1, 14)),
        ([("body", "Sepanjang 2024 warga datang. Rabu (14/1) rapat digelar.")], None),
        ([("credit", "Penulis: Humas | 5 September 2024"), ("body", "Isi.")], date(2024, 9, 5)),
    ],
)
def test_finds_an_anchor_for_years(
    lines: list[tuple[str, str]], expected: date | None, lexicon: Lexicon
) -> None:
    layout = lay_out(lines, lexicon)
    release = make_release(layout)
    assert find_anchor(release, layout, find_stamp(release, layout, lexicon), lexicon) == expected


@pytest.mark.parametrize("case", list_mended_cases())
def test_reads_the_gold_cases(case: str, lexicon: Lexicon) -> None:
    gold = read_gold(case)
    given = gold.get("published_from") == "metadata"
    release = Release(
        id=case,
        body=(GOLD / f"{case}.txt").read_text("utf-8").removeprefix("\ufeff"),
        sha256="",
        title=gold["title"] if given else None,
        published=gold["published"] if given else None,
    )
    layout = build_layout(release.body, find_zones(release, lexicon), lexicon)
    zone = next((zone for zone in layout.zones if zone.kind == "dateline"), None)
    stamp = find_stamp(release, layout, lexicon)
    anchor = find_anchor(release, layout, stamp, lexicon)
    dateline = parse_dateline(release.body, zone, near=anchor, lexicon=lexicon)
    found = dateline and {"place": dateline.place, "agency": dateline.agency, "date": dateline.date}
    assert found == gold["dateline"]
    assert find_published(release, dateline, stamp)[0] == gold["published"]
