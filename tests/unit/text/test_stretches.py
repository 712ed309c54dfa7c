"""Questions to named stretches."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kgraph.text.stretches import Stretch, Stretches

stretch = st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda x: Stretch(x[0], x[0] + x[1], "x"))


@given(st.lists(stretch, max_size=12), st.integers(0, 40), st.integers(0, 10))
def test_answers_agree_with_a_plain_search(items: list[Stretch], start: int, size: int) -> None:
    stretches = Stretches(items)
    kept = list(stretches)
    end = start + size
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert stretches.find(start) == next((s for s in kept if s.start <= start < s.end), None)
    assert stretches.list_between(start, end) == [s for s in kept if start <= s.start < end and s.end <= end]
    assert stretches.find_next(start) == next((s for s in kept if s.start >= start), None)
    assert stretches.find_last(start) == next((s for s in reversed(kept) if s.end <= start), None)
    if size:
        assert stretches.overlaps(start, end) == any(s.start < end and start < s.end for s in kept)
