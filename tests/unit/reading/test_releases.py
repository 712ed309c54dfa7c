"""The normal form of a release."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import InputError
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.reading.identifiers import is_identifier, make_identifier
from kgraph.reading.metadata import Metadata
from kgraph.reading.releases import hash_body, make_release, normalize_body
from kgraph.reading.zones import find_zones
from kgraph.records import Release

LEXICON = load_lexicon()


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return LEXICON


def make(text: str, lexicon: Lexicon, **said: str) -> Release:
    return make_release("a", text, Metadata(**said), lexicon=lexicon, max_chars=100, title_first=True)[0]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("\ufeffPalu\r\nSigi\rPoso\n", "Palu\nSigi\nPoso\n"),
        ("Cafe\u0301", "Café"),
        ("  Palu \n\n", "  Palu \n\n"),
        ("Palu\r\r\nSigi", "Palu\n\nSigi"),
    ],
)
def test_normal_form(text: str, body: str) -> None:
    assert normalize_body(text) == body


@given(st.text())
def test_normal_form_is_made_once(text: str) -> None:
    body = normalize_body(text)
    assert "\r" not in body
    assert unicodedata.is_normalized("NFC", body)
    assert normalize_body(body) == body.removeprefix("\ufeff")


def test_title_becomes_the_first_line_unless_it_is(lexicon: Lexicon) -> None:
    assert make("Isi.", lexicon, title="Judul  Satu").body == "Judul Satu\nIsi."
    assert make("\n judul satu\nIsi.", lexicon, title="Judul Satu").body == "\n judul satu\nIsi."
    assert make("Isi.", lexicon).body == "Isi."
    text, said = "Isi.", Metadata(title="Judul")
    release, _ = make_release("a", text, said, lexicon=lexicon, max_chars=100)
    assert (release.body, release.title) == ("Isi.", "Judul")


def test_metadata_that_is_unusable_is_left_out_with_a_note(lexicon: Lexicon) -> None:
    said = Metadata(url="javascript:alert(1)", published="kemarin")
    release, notes = make_release("a", "Isi.", said, lexicon=lexicon, max_chars=100)
    assert (release.url, release.published) == (None, None)
    assert len(notes) == 2


def test_metadata_is_brought_into_form(lexicon: Lexicon) -> None:
    release = make(
        "Isi.", lexicon, url=" https://x.example/a b<c> ", published="4 Februari 2026", publisher=" P  Q "
    )
    assert release.url == "https://x.example/a%20b%3Cc%3E"
    assert (release.published, release.publisher) == ("2026-02-04", "P Q")
    assert release.sha256 == hash_body("Isi.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no text"),
        (" \n\t", "no text"),
        ("a" * 101, "101 characters"),
        ("a\ud800", "surrogate"),
        ("a\0", "binary"),
    ],
)
def test_what_is_no_release_says_so(text: str, told: str, lexicon: Lexicon) -> None:
    with pytest.raises(InputError, match=told):
        make(text, lexicon)


@pytest.mark.parametrize(
    ("given_id", "identifier"),
    [
        ("p2mi-001", "p2mi-001"),
        ("2026/rilis", "2026/rilis"),
        ("P2MI", "%502%4D%49"),
        ("a b.c_d%41", "a%20b%2Ec%5Fd%2541"),
        ("é", "%C3%A9"),
        (" a ", "a"),
    ],
)
def test_identifier(given_id: str, identifier: str) -> None:
    assert make_identifier(given_id) == identifier
    assert is_identifier(identifier)


@pytest.mark.parametrize("name", ["", "  ", "\ud800", "a" * 501])
def test_no_identifier(name: str) -> None:
    with pytest.raises(InputError):
        make_identifier(name)


@given(st.text(min_size=1), st.text(min_size=1))
def test_different_names_have_different_identifiers(one: str, other: str) -> None:
    try:
        found = make_identifier(one), make_identifier(other)
    except InputError:
        return
    same = unicodedata.normalize("NFC", one.strip()) == unicodedata.normalize("NFC", other.strip())
    assert (found[0] == found[1]) is same
    assert all(map(is_identifier, found))


PIECES = st.sampled_from(
    [
        "Palu, KemenP2MI (4/2) – ",
        "logo",
        "-",
        "\n",
        "\n\n",
        " ",
        "Balai Contoh hadir. ",
        "Judul Berita",
        "(Humas)",
        "**",
        "Sumber: x",
        "Berita Terkait",
        "PALU -",
        "4 Februari 2026",
        "“Kami,” ujarnya.",
        "\u2028",
        "#palu",
        "\u00a0",
        ".",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=25))
def test_zones_hold_all_that_is_not_blank(pieces: list[str]) -> None:
    body = "".join(pieces)
    reached = 0
    for zone in find_zones(Release(id="a", body=body, sha256=""), LEXICON):
        assert reached <= zone.start < zone.end <= len(body)
        assert not body[reached : zone.start].strip()
        assert body[zone.start : zone.end].strip() == body[zone.start : zone.end]
        reached = zone.end
    assert not body[reached:].strip()
