import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.answers import Table
from kgraph.cli.tables import clean_text, format_table

BASE = "https://w3id.org/kgraph/"
TABLE = Table(
    columns=("name", "sentence", "link"),
    rows=((f"{BASE}institution/x", "Balai menerima dinas " * 4, None), ("y", "pendek", None)),
)


def test_without_a_terminal_nothing_is_wrapped() -> None:
    lines = format_table(TABLE, base=BASE).splitlines()
    assert lines[0].split() == ["name", "sentence"]
    assert lines[2] == "institution/x  " + ("Balai menerima dinas " * 4).strip()
    assert len(lines) == 4


def test_on_a_terminal_wide_columns_are_wrapped() -> None:
    lines = format_table(TABLE, base=BASE, width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert "".join(lines).count("menerima") == 4
    assert lines[2].startswith("institution/x  Balai")


def test_on_a_narrow_terminal_rows_are_blocks() -> None:
    text = format_table(TABLE, base=BASE, width=30)
    assert max(map(len, text.splitlines())) <= 34
    assert text.split("\n\n")[1].split() == ["name", "y", "sentence", "pendek"]


def test_wide_characters_keep_the_columns_straight() -> None:
    table = Table(columns=("a", "b"), rows=(("日本", "x"), ("kota", "y")))
    assert format_table(table, base=BASE).splitlines()[2:] == ["日本  x", "kota  y"]


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\r\nb", "a\u202eb", "a\x9bb", "a\tb"])
def test_nothing_steers_the_terminal(text: str) -> None:
    assert not set(clean_text(text)) & set("\x1b\x9b\r\n\t\u202e")


@given(
    st.lists(st.tuples(st.text(max_size=40), st.none() | st.text(max_size=200)), max_size=4),
    st.none() | st.integers(1, 200),
)
def test_any_table_can_be_written(rows: list[tuple[str | None, ...]], width: int | None) -> None:
    text = format_table(Table(columns=("one", "two"), rows=tuple(rows)), base=BASE, width=width)
    assert text.endswith("\n")


def test_a_table_without_columns() -> None:
    assert format_table(Table(columns=(), rows=((),)), base=BASE).strip() == ""
