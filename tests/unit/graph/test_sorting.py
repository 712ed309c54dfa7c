"""Sorting through temporary files gives what sorting in memory gives."""

from hypothesis import given
from hypothesis import strategies as st

from kgraph.graph.sorting import sort_lines


@given(st.lists(st.binary(max_size=4)), st.integers(min_value=1, max_value=5))
def test_sorted_and_unique(texts: list[bytes], run: int) -> None:
    lines = [text.replace(b"\n", b"") + b"\n" for text in texts]
    assert list(sort_lines(lines, run=run)) == sorted(set(lines))
