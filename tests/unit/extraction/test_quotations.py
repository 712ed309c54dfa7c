"""Quotation marks of all kinds."""

import pytest

from kgraph.extraction.quotations import find_quotations
from kgraph.lexicon.load import Lexicon, load_lexicon
from tests.unit.extraction.invented import lay_out


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Ia berkata, “Satu dua.” Lalu pulang.", ["Satu dua."]),
        ('"Satu," kata A. "Dua," kata B.', ["Satu", "Dua"]),
        ('“Satu," kata A. "Dua” kata B.', ["Satu", "Dua"]),
        ("”Satu,” kata A.", ["Satu"]),
        ("„Satu,“ kata A.", ["Satu"]),
        ("«Satu», kata A.", ["Satu"]),
        ("''Satu,'' kata A.", ["Satu"]),
        ("‘’Satu,’’ kata A.", ["Satu"]),
        ("“Satu, kata A.", ["Satu"]),
        ("Satu,” kata A.", ["Satu"]),
        ("“A,” kata B. Satu,” kata C.", ["A", "Satu"]),
        ("“Kata “dua” di sini,” kata A.", ["Kata “dua” di sini"]),
        ("“Satu dan te", ["Satu dan te"]),
        ("selesai”Satu lagi”, kata A.", ["Satu lagi"]),
        ("'Satu dua tiga empat lima,' kata A.", ["Satu dua tiga empat lima"]),
        ("Ma’ruf dan Jum'at bukan 'nama' kutipan.", []),
        ("Tanpa kutipan.", []),
    ],
)
def test_marks_that_are_mixed_or_missing(text: str, quoted: list[str], lexicon: Lexicon) -> None:
    found = find_quotations(lay_out(text, lexicon), lexicon)
    assert [text[q.inner.start : q.inner.end] for q in found] == quoted
    assert all(q.start <= q.inner.start and q.inner.end <= q.end for q in found)


def test_open_quotation_goes_on_in_the_next_paragraph(lexicon: Lexicon) -> None:
    text = "“Satu dua.\n\n“Tiga empat,” kata A."
    (quotation,) = find_quotations(lay_out(text, lexicon), lexicon)
    assert text[quotation.inner.start : quotation.inner.end] == "Satu dua.\n\n“Tiga empat"
