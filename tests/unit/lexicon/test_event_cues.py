"""Words of events and agreements: folded, of one type, for every type."""

import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.lexicon.matcher import fold
from kgraph.resources import locate_lexicon
from kgraph.vocabulary import AGREEMENT_KINDS, EVENT_TYPES

FILES = ("agreements", "event_cues")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def list_lists(value: object) -> Iterator[list[object]]:
    if isinstance(value, list):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from list_lists(item)


@pytest.mark.parametrize("name", FILES)
def test_words_are_folded_and_stand_once(name: str) -> None:
    file = tomllib.loads((locate_lexicon() / f"{name}.toml").read_text("utf-8"))
    for items in list_lists(file):
        words = [item for item in items if isinstance(item, str)]
        assert all(word == fold(word) == unicodedata.normalize("NFC", word).strip() for word in words)
        assert len(words) == len(set(words))


def test_every_type_has_words_and_no_word_two_types(lexicon: Lexicon) -> None:
    types = lexicon.event_cues.types
    assert sorted(words.type for words in types) == sorted(EVENT_TYPES)
    counts = Counter(
        phrase
        for words in types
        for phrase in (
            *words.nouns,
            *words.topics,
            *words.active,
            *words.passive,
            *words.stems,
            *words.states,
        )
    )
    assert [phrase for phrase, count in counts.items() if count > 1] == []
    assert all(words.nouns for words in types)


def test_papers_are_of_the_kinds(lexicon: Lexicon) -> None:
    assert set(lexicon.agreements.papers) == set(AGREEMENT_KINDS) - {"plan"}


def test_the_clitic_of_a_noun(lexicon: Lexicon) -> None:
    assert [meaning.type for meaning in lexicon.event_cues.meanings["peresmiannya"]] == ["inauguration"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("aula balai kota", "venues"),
        ("balai desa juntinyuat", "venues"),
        ("ruang-ruang hemodialisa", "venues"),
        ("desa melati", "areas"),
        ("mata warga", "not_places"),
        ("luar negeri", "not_places"),
        ("jakarta", None),
        ("", None),
    ],
)
def test_heads_of_places(text: str, role: str | None, lexicon: Lexicon) -> None:
    assert lexicon.event_cues.find_head(text) == role


@pytest.mark.parametrize(
    ("word", "is_verb"),
    [
        ("membahas", True),
        ("diikuti", True),
        ("terletak", True),
        ("dinas", False),
        ("menteri", False),
        ("tersangka", False),
    ],
)
def test_verbs_by_their_look(word: str, is_verb: bool, lexicon: Lexicon) -> None:
    assert lexicon.event_cues.is_verb(word) is is_verb


def test_who_owns_what_is_told_alike_of_sides_and_organizers(lexicon: Lexicon) -> None:
    """Passages of agreements and of events hold the cues of one file each: the words stand in both."""
    assert lexicon.agreements.parties["owned"] == lexicon.event_cues.roles["owned"]
