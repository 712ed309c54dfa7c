from hypothesis import given
from hypothesis import strategies as st

from kgraph.rendering.packing import pack_boxes

SIDES = st.floats(min_value=1.0, max_value=500.0)
SIZES = st.lists(st.tuples(SIDES, SIDES), max_size=12)


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] - 1e-3 and b[0] < a[2] - 1e-3 and a[1] < b[3] - 1e-3 and b[1] < a[3] - 1e-3


@given(SIZES)
def test_no_box_covers_another(sizes: list[tuple[float, float]]) -> None:
    corners = pack_boxes(sizes, aspect=1.4, gap=5.0)
    boxes = [(x, y, x + width, y + height) for (x, y), (width, height) in zip(corners, sizes, strict=True)]
    assert len(boxes) == len(sizes)
    for number, box in enumerate(boxes):
        assert not any(_meet(box, other) for other in boxes[:number])


def test_the_first_lies_in_the_middle() -> None:
    assert pack_boxes([(8.0, 4.0), (1.0, 1.0)], aspect=1.0)[0] == (-4.0, -2.0)


def test_the_whole_is_as_wide_as_asked() -> None:
    for aspect in (0.5, 1.0, 2.0):
        corners = pack_boxes([(10.0, 10.0)] * 80, aspect=aspect, gap=1.0)
        width = max(x for x, _ in corners) - min(x for x, _ in corners)
        height = max(y for _, y in corners) - min(y for _, y in corners)
        assert 0.6 * aspect < width / height < 1.6 * aspect
