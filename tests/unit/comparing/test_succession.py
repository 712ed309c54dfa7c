"""What became of what, told by claims."""

import pytest

from kgraph.comparing.succession import find_succession


def follow(old: str, new: str) -> dict[str, str]:
    """Return what became of each old node, as text: the one that it lives on as comes first.

    Claims are given as "1a 2b": a claim and the node that it stands behind.
    """
    before, after = ({word[0]: word[1] for word in text.split()} for text in (old, new))
    found = find_succession(before, after, lambda node: node if node in after.values() else None)
    for node, others in found.after.items():
        assert all(node in found.before[other] for other in others)
    return {
        node: found.main[node] + "".join(sorted(others - {found.main[node]}))
        for node, others in found.after.items()
    }


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param("1a 2b", "1a 2b", {"a": "a", "b": "b"}, id="stay"),
        pytest.param("1a", "1a 2b", {"a": "a"}, id="new"),
        pytest.param("1a 2b", "1a", {"a": "a"}, id="gone"),
        pytest.param("1a 2a", "1b 2b", {"a": "b"}, id="renamed"),
        pytest.param("1a 2b", "1c 2c", {"a": "c", "b": "c"}, id="merged into a third"),
        pytest.param("1a 2b", "1b 2b", {"a": "b", "b": "b"}, id="merged into one of them"),
        pytest.param("1a 2a 3a", "1a 2b 3b", {"a": "ab"}, id="split, and the name stays"),
        pytest.param("1a 2a 3a", "1b 2c 3c", {"a": "cb"}, id="split, and most claims lead on"),
        pytest.param("1a 2a", "1b 2c", {"a": "bc"}, id="split in halves"),
        pytest.param("1a 2a 3b", "1a 2b 3b", {"a": "ab", "b": "b"}, id="regrouped"),
        pytest.param("1a", "2a", {"a": "a"}, id="all claims are others"),
        pytest.param("1a", "1b 2a", {"a": "b"}, id="the name is another's now"),
    ],
)
def test_what_became_of_what(old: str, new: str, expected: dict[str, str]) -> None:
    assert follow(old, new) == expected


def test_claims_that_are_no_longer_made_count_for_what_lives_on() -> None:
    found = find_succession({"1": "a", "2": "a", "3": "a"}, {"1": "a", "2": "b"}, lambda node: node)
    assert found.inherited == {"a": {"1", "3"}, "b": {"2"}}
