"""Lines become the data of an SVG path that leads through the same points."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sitegen.theme.paths import format_path
from sitegen.timeline import Point, Segment

NUMBERS = st.integers(-9999, 99999).map(lambda tenths: tenths / 10)
WAYS = st.lists(st.builds(Point, x=NUMBERS, y=NUMBERS), min_size=1, max_size=6)


def follow(data: str) -> list[list[tuple[float, float]]]:
    """Return the points that a pen comes by, for each time that it is set down."""
    ways: list[list[tuple[float, float]]] = []
    for command, numbers in re.findall(r"([MLHV])([-\d. ]+)", data):
        first, *second = map(float, numbers.split())
        if command == "M":
            ways.append([(first, *second)])  # type: ignore[list-item]
        else:
            x, y = ways[-1][-1]
            ways[-1].append({"L": (first, *second), "H": (first, y), "V": (x, first)}[command])  # type: ignore[arg-type]
    return ways


@given(st.lists(WAYS, max_size=4))
def test_path_leads_through_every_point_in_order(ways: list[list[Point]]) -> None:
    assert follow(format_path(ways)) == [[(point.x, point.y) for point in way] for way in ways]


def test_steps_are_as_short_as_they_can_be() -> None:
    across, down = Segment(x1=1, y1=2, x2=3.5, y2=2), Segment(x1=1, y1=2, x2=1, y2=4)
    assert format_path([across, down]) == "M1 2H3.5M1 2V4"
    assert format_path([(Point(x=0, y=0), Point(x=5, y=5)), ()]) == "M0 0L5 5"
