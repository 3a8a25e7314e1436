"""Shapes that make way for each other."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.timeline.lanes import assign_lanes
from sitegen.timeline.packing import Area, find_free_top, spread


def test_a_shape_takes_the_first_gap_that_holds_it() -> None:
    placed = [Area(0, 100, 0, 20), Area(0, 100, 50, 70)]
    assert find_free_top([Area(50, 60, 0, 30)], placed, 0) == 20
    assert find_free_top([Area(50, 60, 0, 31)], placed, 0) == 70
    assert find_free_top([Area(105, 160, 0, 31)], placed, 0) == 0
    assert find_free_top([Area(105, 160, 0, 31)], placed, 8) == 70


def test_boxes_that_meet_share_their_way() -> None:
    assert spread([0, 100], [10, 10], 0, 200) == (0, 100)
    assert spread([50, 50], [10, 10], 0, 200) == (45, 55)
    assert spread([0, 0, 0], [10, 10, 10], 0, 200) == (0, 10, 20)
    assert spread([200, 200], [10, 10], 0, 200) == (180, 190)


@given(st.lists(st.tuples(st.floats(0, 500), st.integers(5, 80)), max_size=20))
def test_spread_boxes_keep_order_and_room(boxes: list[tuple[float, int]]) -> None:
    boxes.sort()
    heights = [height for _, height in boxes]
    tops = spread([place for place, _ in boxes], heights, 0, 500)
    for number in range(1, len(tops)):
        assert round(tops[number - 1] + heights[number - 1], 1) <= round(tops[number], 1)
    assert all(top >= 0 for top in tops)
    assert sum(heights) > 500 or not tops or tops[-1] + heights[-1] <= 500.1


def test_lanes_are_shared_by_what_does_not_overlap() -> None:
    assert assign_lanes([(0, 50), (20, 80), None, (60, 90)], 4) == (0, 1, 0, 0)
    assert assign_lanes([(0, 50), (1, 80), (2, 90)], 2) == (0, 1, 0)
