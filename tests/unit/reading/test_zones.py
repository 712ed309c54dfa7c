"""The parts of pages: all that was seen, in invented texts, and the gold cases that rules may know."""

from pathlib import Path

import pytest

from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.reading.zones import find_zones
from kgraph.records import Release
from tests.gold_records import GOLD, list_mended_cases, read_gold


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def cut(body: str, lexicon: Lexicon, title: str | None = None) -> list[tuple[str, str]]:
    release = Release(id="a", body=body, sha256="", title=title)
    return [(zone.kind, body[zone.start : zone.end]) for zone in find_zones(release, lexicon)]


HEAD = "Dinas Contoh Terima Kunjungan Balai Contoh"
LEAD = "Balai Contoh mengunjungi Dinas Contoh. Kunjungan itu berlangsung hangat."
NEXT = "“Kami senang,” ujar kepala dinas."

PAGES = [
    pytest.param(
        f"Wednesday, 4 February 2026\nlogo\n\nBerita\n\nBerita Utama\n\n{HEAD}\n\n-\n\n"
        f"00.02 4 February 2026 25\n\n{HEAD}\n\nPalu, KemenP2MI (4/2) – {LEAD}\n\n{NEXT}** (Humas/BP3MI)",
        [
            ("furniture", "Wednesday, 4 February 2026"),
            ("furniture", "logo"),
            ("furniture", "Berita"),
            ("furniture", "Berita Utama"),
            ("headline", HEAD),
            ("furniture", "-"),
            ("furniture", "00.02 4 February 2026 25"),
            ("caption", HEAD),
            ("dateline", "Palu, KemenP2MI (4/2) –"),
            ("body", f"{LEAD}\n\n{NEXT}"),
            ("credit", "** (Humas/BP3MI)"),
        ],
        id="page of the ministry",
    ),
    pytest.param(
        f"{HEAD}\n-\n00.02 4 February 2026 25\nSuasana kunjungan di aula, Selasa (3/2/2026).\nPALU - {LEAD}",
        [
            ("headline", HEAD),
            ("furniture", "-"),
            ("furniture", "00.02 4 February 2026 25"),
            ("caption", "Suasana kunjungan di aula, Selasa (3/2/2026)."),
            ("dateline", "PALU -"),
            ("body", LEAD),
        ],
        id="caption with a full stop above a dateline",
    ),
    pytest.param(
        f"{HEAD}\n-\nSuasana kunjungan di aula.\n{LEAD}",
        [
            ("headline", HEAD),
            ("furniture", "-"),
            ("caption", "Suasana kunjungan di aula."),
            ("body", LEAD),
        ],
        id="caption with a full stop between furniture and a paragraph",
    ),
    pytest.param(
        f"\nMataram, 15/07. {LEAD}\n\n{NEXT}",
        [("dateline", "Mataram, 15/07."), ("body", f"{LEAD}\n\n{NEXT}")],
        id="no headline, dateline",
    ),
    pytest.param(f"{LEAD}\n{NEXT}", [("body", f"{LEAD}\n{NEXT}")], id="no headline, no dateline"),
    pytest.param(f"{HEAD}\n\n{LEAD}", [("headline", HEAD), ("body", LEAD)], id="bare headline"),
    pytest.param(
        f"Siapa Menanggung Biaya Pemulangan?\n{LEAD}",
        [("headline", "Siapa Menanggung Biaya Pemulangan?"), ("body", LEAD)],
        id="headline that asks",
    ),
    pytest.param(
        f"{HEAD}\n{HEAD}\nBalai Contoh Berkunjung\nPALU – {LEAD}",
        [
            ("headline", HEAD),
            ("caption", HEAD),
            ("caption", "Balai Contoh Berkunjung"),
            ("dateline", "PALU –"),
            ("body", LEAD),
        ],
        id="headline said again",
    ),
    pytest.param(
        "Home\nProfil\nLayanan Kami\nPeta Situs\nUnduhan\n"
        f"{HEAD}\nOleh Admin - 4 Februari 2026\nPALU - {LEAD}",
        [
            ("furniture", "Home"),
            ("furniture", "Profil"),
            ("furniture", "Layanan Kami"),
            ("furniture", "Peta Situs"),
            ("furniture", "Unduhan"),
            ("headline", HEAD),
            ("furniture", "Oleh Admin - 4 Februari 2026"),
            ("dateline", "PALU -"),
            ("body", LEAD),
        ],
        id="menu above",
    ),
    pytest.param(
        f"SIARAN PERS\nNomor: 12/SP/2026\n{HEAD}\nPalu, 4 Februari 2026\n{LEAD}\n"
        "***\nBiro Humas Balai Contoh\nTelp. 555",
        [
            ("furniture", "SIARAN PERS"),
            ("furniture", "Nomor: 12/SP/2026"),
            ("headline", HEAD),
            ("dateline", "Palu, 4 Februari 2026"),
            ("body", LEAD),
            ("furniture", "***"),
            ("credit", "Biro Humas Balai Contoh"),
            ("furniture", "Telp. 555"),
        ],
        id="letter",
    ),
    pytest.param(
        f"Palu, 4 Februari 2026\n{HEAD}\n{LEAD}",
        [("furniture", "Palu, 4 Februari 2026"), ("headline", HEAD), ("body", LEAD)],
        id="place and date above the headline",
    ),
    pytest.param(
        f"{LEAD}\nBACA JUGA: Hal lain\n{NEXT}\nLihat juga Video: Menteri Contoh\nIa pulang sore itu juga.",
        [
            ("body", LEAD),
            ("furniture", "BACA JUGA: Hal lain"),
            ("body", NEXT),
            ("furniture", "Lihat juga Video: Menteri Contoh"),
            ("body", "Ia pulang sore itu juga."),
        ],
        id="teasers within the text",
    ),
    pytest.param(
        f"{LEAD}\nFoto: Budi\nEditor : Ani\n#Palu #Contoh\n"
        "Berita Terkait\nPanen Raya di Sigi\nCopyright © 2026",
        [
            ("body", LEAD),
            ("credit", "Foto: Budi"),
            ("credit", "Editor : Ani"),
            ("credit", "#Palu #Contoh"),
            ("furniture", "Berita Terkait"),
            ("furniture", "Panen Raya di Sigi"),
            ("furniture", "Copyright © 2026"),
        ],
        id="credits and a list of other pages",
    ),
    pytest.param(
        f"{LEAD}\nBerita Terkait\nPanen Raya di Sigi\n{NEXT}",
        [
            ("body", LEAD),
            ("furniture", "Berita Terkait"),
            ("furniture", "Panen Raya di Sigi"),
            ("body", NEXT),
        ],
        id="a list of other pages within the text",
    ),
    pytest.param(
        "Rapat Koordinasi di Palu\n"
        "Foto: Kepala Dinas Sosial menyerahkan berkas kepada Kapolres Palu di Aula, Kamis (6/3/2025).\n"
        f"{LEAD}",
        [
            ("headline", "Rapat Koordinasi di Palu"),
            (
                "caption",
                (
                    "Foto: Kepala Dinas Sosial menyerahkan berkas kepada Kapolres Palu di Aula, "
                    "Kamis (6/3/2025)."
                ),
            ),
            ("body", LEAD),
        ],
        id="what a picture shows, and not who took it",
    ),
    pytest.param("Hanya satu baris", [("body", "Hanya satu baris")], id="one line"),
    pytest.param(
        "logo\nBerita", [("furniture", "logo"), ("furniture", "Berita")], id="nothing but furniture"
    ),
    pytest.param(
        "Rapat Koordinasi\nRapat koordinasi berlangsung di aula dengan dihadiri para kepala",
        [
            ("headline", "Rapat Koordinasi"),
            ("body", "Rapat koordinasi berlangsung di aula dengan dihadiri para kepala"),
        ],
        id="cut before its first full stop",
    ),
]


@pytest.mark.parametrize(("body", "zones"), PAGES)
def test_zones_of_pages(body: str, zones: list[tuple[str, str]], lexicon: Lexicon) -> None:
    assert cut(body, lexicon) == zones


CREDITS = [
    ("warganya. (Humas/BP3MI Jateng)", "(Humas/BP3MI Jateng)"),
    ("warganya.**(Humas BP3MI Contoh)", "**(Humas BP3MI Contoh)"),
    ("warganya. (Humas/BP3MI Banten).", "(Humas/BP3MI Banten)."),
    ("warganya.(MC KOMINFO)", "(MC KOMINFO)"),
    ("warganya. (Rena Contoh)", "(Rena Contoh)"),
    ("warganya.(red)", "(red)"),
    ("warganya (Kominfo Contoh/ryo)", "(Kominfo Contoh/ryo)"),
    (
        "warganya.\n(Bidhumas Contoh, disadur dari siaran pers balai)",
        "(Bidhumas Contoh, disadur dari siaran pers balai)",
    ),
    ("warganya. **Humas Balai Contoh", "**Humas Balai Contoh"),
    ("warganya.\nSumber: portal.example", "Sumber: portal.example"),
    ("warganya pada Senin (2/2/2026).", None),
    ("warganya.\nHumas Balai Contoh, Budi, mengatakan hal itu.", None),
    ("warganya bersama Dinas Sosial (Dinsos).", None),
    (
        "warganya. (Ini sebuah keterangan yang ditambahkan penulis pada akhir tulisan untuk para pembaca.)",
        None,
    ),
]


@pytest.mark.parametrize(("end", "credit"), CREDITS)
def test_credit_at_the_end(end: str, credit: str | None, lexicon: Lexicon) -> None:
    zones = cut(f"{LEAD}\nMereka pulang kepada {end}", lexicon)
    assert [text for kind, text in zones if kind == "credit"] == ([credit] if credit else [])


def test_a_known_title_tells_the_headline(lexicon: Lexicon) -> None:
    title = "Balai Contoh berkunjung. Dinas Contoh menyambut."
    assert cut(f"{title}\n{LEAD}", lexicon, title)[0] == ("headline", title)
    assert cut(f"{title}\n{LEAD}", lexicon)[0][0] == "body"


@pytest.mark.parametrize("name", list_mended_cases())
def test_zones_of_gold_cases(name: str, lexicon: Lexicon) -> None:
    gold = read_gold(name)
    body = Path(GOLD / f"{name}.txt").read_text("utf-8")
    zones = cut(body, lexicon)
    kinds = [kind for kind, _ in zones]
    assert ("headline", gold["title"]) in zones or gold["title"] not in body.splitlines()
    assert kinds.count("headline") <= 1
    dateline = gold["dateline"]
    assert kinds.count("dateline") == (dateline is not None)
    if dateline:
        found = next(text for kind, text in zones if kind == "dateline")
        assert (dateline["place"] or "") in found
        assert (dateline["agency"] or "") in found
        assert zones[kinds.index("dateline") + 1][0] == "body"
    first = kinds.index("body")
    assert "headline" not in kinds[first:]
    assert "caption" not in kinds[first:]
