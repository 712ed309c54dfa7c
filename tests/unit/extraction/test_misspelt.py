"""Slips in the names of bodies."""

import pytest

from kgraph.extraction.misspelt import mend_words
from kgraph.extraction.tokens import cut_tokens
from kgraph.lexicon.load import Lexicon, load_lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kejaksaan Negri Palu", "kejaksaan negeri palu"),
        ("Kepolsian Resor Sigi", "kepolisian resor sigi"),
        ("di Puksesmas Contoh", "di puskesmas contoh"),
        ("BP3MI Sulawesi Tengh", "bp3mi sulawesi tengah"),
        ("Dinas Sosial Kabupaten Donggla", "dinas sosial kabupaten donggala"),
        ("Dinas Kesehaan Kota Palu", "dinas kesehatan kota palu"),
        ("Badan Narkotika Nasonal", "badan narkotika nasional"),
        # Words that there are, and towns and persons that are called like something else.
        ("Bidang Angkutan Laut", "bidang angkutan laut"),
        ("Kota Luwuk", "kota luwuk"),
        ("Kecamatan Belitang", "kecamatan belitang"),
        ("kata Donggla", "kata donggla"),
        ("negri kita", "negri kita"),
    ],
)
def test_words_are_read_as_they_were_meant(text: str, meant: str, lexicon: Lexicon) -> None:
    tokens = mend_words(cut_tokens(text), lexicon)
    assert " ".join(tokens.folded) == meant
    assert [token.text for token in tokens] == text.split()
