"""What a graph folder says of itself is read from there, and told with its line where it is wrong."""

from pathlib import Path

import pytest

from kgraph.errors import InputError
from kgraph.graph.settings import SETTINGS, Settings, read_settings


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    assert read_settings(tmp_path / "none") == Settings()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('lexicon = "words"', ("words",)),
        ('lexicon = ["words", "more"]', ("words", "more")),
        ("lexicon = []", ()),
        ("# nothing", None),
    ],
)
def test_folders_are_taken_from_the_graph(tmp_path: Path, text: str, names: tuple[str, ...] | None) -> None:
    for name in ("words", "more"):
        (tmp_path / name).mkdir()
    (tmp_path / SETTINGS).write_text(text)
    wanted = None if names is None else tuple(tmp_path / name for name in names)
    assert read_settings(tmp_path).lexicon == wanted


def test_a_path_from_the_root_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / SETTINGS).write_text(f"lexicon = '{tmp_path}'")
    assert read_settings(tmp_path / "graph").lexicon == (tmp_path,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nlexicn = "x"', ":2: there is no setting lexicn; did you mean lexicon?"),
        ("lexicon = 1", ":1: lexicon must be the name of a folder"),
        ('lexicon = ["", "x"]', ":1: lexicon must be the name of a folder"),
        ('lexicon = "none"', ":1: there is no folder"),
        ("lexicon = ", ":1: this is not TOML"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / SETTINGS).write_text(text)
    with pytest.raises(InputError) as caught:
        read_settings(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / SETTINGS}{message}")
