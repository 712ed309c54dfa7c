import pytest

from kgraph.answers import Table
from kgraph.rendering.columns import pick_columns


def test_values_come_in_the_order_asked_for() -> None:
    table = Table(columns=("b", "a", "c"), rows=(("1", "2", None), ("3", "4", "5")))
    assert list(pick_columns(table, "a", "c", "b")) == [("2", "", "1"), ("4", "5", "3")]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="lacks kind, region"):
        list(pick_columns(Table(columns=("iri",), rows=()), "iri", "kind", "region"))
