"""Phrases of many lists in one text."""

import pytest

from kgraph.lexicon.phrase_lists import FoundPhrases, PhraseLists

LISTS = PhraseLists(
    {
        "events": {"rapat": 1, "rapat kerja": 2, "kerja. rapat": 3},
        "posts": {"kerja": "post", "rapat kerja": "other"},
    }
)


def cut(text: str, *starts: int) -> list[tuple[int, int]]:
    """Return sentences that begin at some offsets of a text and end where the next begins."""
    return [(start, end) for start, end in zip(starts, (*starts[1:], len(text)), strict=True)]


@pytest.mark.parametrize(
    ("text", "starts", "name", "found"),
    [
        pytest.param("ada rapat kerja", (0,), "events", [[2]], id="the longest"),
        pytest.param("ada rapat kerja", (0,), "posts", [["other"]], id="each list by itself"),
        pytest.param("ada kerja", (0,), "events", [[]], id="none of the list"),
        pytest.param("rapat. kerja", (0, 7), "posts", [[], ["post"]], id="sentence by sentence"),
        pytest.param("kerja. rapat", (0,), "events", [[3]], id="a mark in a phrase"),
        pytest.param("kerja. rapat", (0, 7), "events", [[], [1]], id="no phrase crosses into a sentence"),
        pytest.param("rapatnya, prarapat", (0,), "events", [[]], id="parts of words"),
        pytest.param("tahun 2026rapat", (0, 10), "events", [[], [1]], id="a sentence without a blank before"),
    ],
)
def test_phrases_of_sentences(
    text: str, starts: tuple[int, ...], name: str, found: list[list[object]]
) -> None:
    sentences = cut(text, *starts)
    matches = FoundPhrases(text, LISTS, sentences).find_within(name, sentences)
    assert [[value for _, _, value in here] for here in matches] == found


@pytest.mark.parametrize(
    ("text", "starts", "found"),
    [
        ("kerja. rapat", (0, 7), [3]),
        ("tahun 2026rapat", (0, 10), []),
        ("rapat dan rapat kerja", (0,), [1, 2]),
    ],
)
def test_phrases_of_the_whole_text_know_no_sentences(
    text: str, starts: tuple[int, ...], found: list[object]
) -> None:
    phrases = FoundPhrases(text, LISTS, cut(text, *starts))
    assert [value for _, _, value in phrases.find_all("events")] == found
