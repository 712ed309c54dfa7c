"""Each value of a TOML file is found on its line, in the shipped files and in odd ones."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kgraph.lexicon.toml_lines import Place, locate_values
from kgraph.resources import locate_lexicon, locate_registry

FILES = [*sorted(locate_lexicon().glob("*.toml")), *sorted(locate_registry().glob("*.toml"))]
ODD = '''# [no]
a.b = "x" # [
"q.r" = { s = 1.5, 't' = [1,
 2979-05-27T07:32:00Z,
] }
m = """
[no]
n = 1
"""
[x."y z"]
k = \'\'\'
a\'\'\'
[[x.l]]
v = -1e3
[[x.l]]
[x.l.in]
w = [[ "a]", "b" ], # ]
 ["c"]]
'''


def list_values(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    yield place, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from list_values(item, (*place, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from list_values(item, (*place, number))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_value_of_a_shipped_file(path: Path) -> None:
    text = path.read_text("utf-8")
    lines, found = text.splitlines(), locate_values(text)
    for place, value in list(list_values(tomllib.loads(text)))[1:]:
        if isinstance(value, str) and not set('"\\') & set(value):
            assert value in lines[found[place] - 1]
        assert place in found


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("a", "b"), 2),
        (("q.r", "s"), 3),
        (("q.r", "t", 1), 4),
        (("m",), 6),
        (("x", "y z", "k"), 11),
        (("x", "l", 0, "v"), 14),
        (("x", "l", 1), 15),
        (("x", "l", 1, "in", "w", 0, 1), 17),
        (("x", "l", 1, "in", "w", 1, 0), 18),
    ],
)
def test_odd_forms(place: Place, line: int) -> None:
    assert locate_values(ODD)[place] == line


def test_nothing_else_is_found() -> None:
    assert set(locate_values(ODD)) == {place for place, _ in list_values(tomllib.loads(ODD)) if place}
