"""Shapes hold numbers that are rounded as Python rounds them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.timeline import (
    Box,
    Forecast,
    Mark,
    Point,
    Room,
    Segment,
    Series,
    TextLine,
    lay_out_timeline,
    lay_out_trend,
    lay_out_upright,
    mirror,
)
from sitegen.timeline.shapes import round_px
from tests.timeline.plans import plans

Plan = tuple[list[Mark], date, date, date | None]
SHAPES = (Box, Point, Room, Segment, TextLine)

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


@given(plans(), st.sampled_from((280, 328, 641.5, 1040)))
def test_every_number_of_a_drawing_is_round(plan: Plan, width_px: float) -> None:
    across, upright = lay_out_timeline(*plan, width_px=width_px), lay_out_upright(*plan, width_px=width_px)
    forecasts = [(mark, tuple(Forecast(reported_on=plan[2], day=day) for day in mark.days)) for mark in plan[0]]
    series = [Series(id=mark.id, title=mark.title, state="", forecasts=said) for mark, said in forecasts]
    trend = lay_out_trend(series, width_px=width_px)
    for drawing in (across, upright, trend, mirror(across), mirror(upright), mirror(trend)):
        for number in find_px(drawing):
            assert repr(float(number)) == repr(round(number, 1) + 0.0)


def find_px(drawing: Any) -> Iterator[float]:
    """Give the numbers of all shapes that a drawing holds."""
    parts = drawing if isinstance(drawing, tuple) else [getattr(drawing, field.name) for field in fields(drawing)]
    for part in parts:
        if isinstance(drawing, SHAPES) and isinstance(part, int | float):
            yield part
        elif isinstance(part, tuple) or (is_dataclass(part) and not isinstance(part, Mark | Series)):
            yield from find_px(part)


def test_right_side_is_round() -> None:
    assert Box(x=0.1, y=0, width=0.2, height=1).right == 0.3
