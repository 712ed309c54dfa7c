"""Beginnings and ends of posts in short texts."""

from datetime import date

import pytest

from kgraph.extraction.tenures import find_tenures
from kgraph.lexicon.load import Lexicon, load_lexicon
from tests.unit.extraction.invented import find_invented, lay_out

HEAD = "Kepala BP3MI Sulawesi Tengah"
BUDI, RINA = "Budi Hartadi", "Rina Ambarwati"
LEAD = "Pelantikan berlangsung Senin (2/2/2026). "


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def read(text: str, lexicon: Lexicon) -> list[tuple[str, str, str | None, str | None]]:
    layout = lay_out(text, lexicon)
    tenures = find_tenures(layout, *find_invented(text), lexicon, near=date(2026, 2, 3))
    sentences = {sentence.span for sentence in layout.sentences}
    for tenure in tenures:
        assert tenure.evidence
        assert set(tenure.evidence) <= sentences
    return [(tenure.person, tenure.post, tenure.start, tenure.end) for tenure in tenures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BUDI} dilantik sebagai {HEAD}, Senin (2/2/2026).", [(BUDI, HEAD, "2026-02-02", None)]),
        (LEAD + f"{BUDI} dilantik menjadi {HEAD}.", [(BUDI, HEAD, "2026-02-02", None)]),
        (LEAD + f"Gubernur melantik {BUDI} sebagai {HEAD}.", [(BUDI, HEAD, "2026-02-02", None)]),
        (LEAD + f"Menteri melantik {HEAD}, {BUDI}.", [(BUDI, HEAD, "2026-02-02", None)]),
        (LEAD + f"Jabatan {HEAD} diserahkan kepada {BUDI}.", [(BUDI, HEAD, "2026-02-02", None)]),
        (f"{BUDI} ditunjuk sebagai Plt. {HEAD}.", [(BUDI, f"Plt. {HEAD}", None, None)]),
        (f"{BUDI} menjabat sebagai {HEAD} sejak 3 Januari 2024.", [(BUDI, HEAD, "2024-01-03", None)]),
        (f"{BUDI}, {HEAD} sejak 3 Januari 2024, hadir.", [(BUDI, HEAD, "2024-01-03", None)]),
        (f"{BUDI} sejak 3 Januari 2024 menjadi {HEAD}.", [(BUDI, HEAD, "2024-01-03", None)]),
        (f"{BUDI} sejak 2022 menjadi {HEAD}.", [(BUDI, HEAD, "2022", None)]),
        (f"{HEAD} periode 2021-2026, {BUDI}, hadir.", [(BUDI, HEAD, "2021", "2026")]),
        (
            f"{BUDI} menjabat {HEAD} dari 1 Maret 2022 sampai 1 Februari 2026.",
            [(BUDI, HEAD, "2022-03-01", "2026-02-01")],
        ),
        (
            f"{BUDI}, {HEAD} sejak 3 Januari 2024, kini menjadi Direktur Penempatan, Senin (2/2/2026).",
            [(BUDI, HEAD, "2024-01-03", "2026-02-01"), (BUDI, "Direktur Penempatan", "2026-02-02", None)],
        ),
        (
            LEAD + f"{BUDI} dilantik sebagai {HEAD}. Ia menggantikan {RINA}.",
            [(BUDI, HEAD, "2026-02-02", None), (RINA, HEAD, None, "2026-02-01")],
        ),
        (
            LEAD + f"{BUDI} dilantik sebagai {HEAD}. Pendahulunya, {RINA}, pensiun per 1 Januari 2026.",
            [(BUDI, HEAD, "2026-02-02", None), (RINA, HEAD, None, "2025-12-31")],
        ),
        (
            f"Bupati {RINA} mengundurkan diri pada 5 Januari 2026.",
            [(RINA, "Bupati Contoh", None, "2026-01-05")],
        ),
        (f"Hadir mantan {HEAD}, {RINA}.", [(RINA, HEAD, None, None)]),
    ],
)
def test_what_is_told(
    text: str, expected: list[tuple[str, str, str | None, str | None]], lexicon: Lexicon
) -> None:
    assert read(text, lexicon) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{BUDI} akan dilantik sebagai {HEAD}.",
        f"{BUDI} menyerahkan usul pensiun pegawai, Senin (2/2/2026).",
        f"{HEAD}, {BUDI}, membuka rapat sejak pukul 09.00, Senin (2/2/2026).",
        f"{BUDI} memimpin rapat dari 2 Februari 2026 sampai 4 Februari 2026.",
        f"“{BUDI} dilantik sebagai {HEAD},” kata {RINA}.",
    ],
)
def test_what_is_no_tenure(text: str, lexicon: Lexicon) -> None:
    assert read(text, lexicon) == []


def test_institution_is_the_one_in_the_post(lexicon: Lexicon) -> None:
    text = f"{BUDI} dilantik sebagai {HEAD}."
    tenures = find_tenures(lay_out(text, lexicon), *find_invented(text), lexicon, near=None)
    assert [tenure.institution for tenure in tenures] == ["BP3MI Sulawesi Tengah"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The day is that of the ceremony, which another sentence names.
        (LEAD + f"{BUDI} dilantik sebagai {HEAD}. Hujan turun.", [[0, 1]]),
        # A day of its own needs no other sentence.
        (LEAD + f"{BUDI} dilantik sebagai {HEAD} pada Senin (2/2/2026).", [[1]]),
        # The post and the last day are those that the successor's appointment tells.
        (LEAD + f"{BUDI} dilantik sebagai {HEAD}. Ia menggantikan {RINA}.", [[0, 1], [0, 1, 2]]),
        (
            LEAD + f"{BUDI} dilantik sebagai {HEAD}. Pendahulunya, {RINA}, pensiun per 1 Januari 2026.",
            [[0, 1], [0, 1, 2]],
        ),
    ],
)
def test_evidence_holds_the_sentences_of_post_and_days(
    text: str, expected: list[list[int]], lexicon: Lexicon
) -> None:
    layout = lay_out(text, lexicon)
    spans = [sentence.span for sentence in layout.sentences]
    tenures = find_tenures(layout, *find_invented(text), lexicon, near=date(2026, 2, 3))
    assert [[spans.index(span) for span in tenure.evidence] for tenure in tenures] == expected
