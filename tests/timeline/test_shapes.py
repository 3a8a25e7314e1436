"""Shapes hold numbers that are rounded as Python rounds them."""

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.timeline import Box, Point
from sitegen.timeline.shapes import round_px

NUMBERS = st.one_of(
    st.floats(-1e6, 1e6),
    st.integers(-10_000_000, 10_000_000).map(lambda hundredths: hundredths / 100),
    st.integers(-200_000, 200_000).map(lambda steps: steps / 20),
)


@given(NUMBERS)
@example(0.25)
@example(1.45)
@example(1.35)
@example(-0.04)
def test_px_are_rounded_as_python_rounds(number: float) -> None:
    assert repr(round_px(number)) == repr(round(number, 1) + 0.0)


def test_shapes_round_whatever_they_are_made_of() -> None:
    assert Point(x=1.26, y=-0.04) == Point(x=1.3, y=0)
    assert str(Point(x=-0.04, y=0).x) == "0.0"
    assert Box(x=0, y=0, width=10.04, height=1).right == 10
