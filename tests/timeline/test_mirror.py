"""A drawing turned over says the same from right to left, and turned over again is what it was."""

from datetime import date

import pytest
from hypothesis import given

from sitegen.timeline import (
    Anchor,
    Forecast,
    Mark,
    Series,
    Timeline,
    lay_out_timeline,
    lay_out_trend,
    lay_out_upright,
    mirror,
)
from tests.timeline.plans import START, make_mark, plans

MARKS = [
    make_mark("2026-10-01", name="alpha", phase="Design", start="2026-09-10"),
    make_mark("2026-12-18", name="beta", baseline="2026-12-04", phase="Build"),
    make_mark("2027-Q1", name="gamma", phase="Build"),
    make_mark("tbd", name="delta"),
]
PLAN = (MARKS, date(2026, 11, 16), START, date(2027, 3, 1))
SERIES = [
    Series(
        id="beta",
        title="Beta",
        state="upcoming",
        forecasts=(
            Forecast(reported_on=date(2026, 9, 7), day=date(2026, 12, 4)),
            Forecast(reported_on=date(2026, 11, 16), day=date(2026, 12, 18)),
        ),
    )
]


@given(plans())
def test_turned_over_twice_is_as_it_was(plan: tuple[list[Mark], date, date, date | None]) -> None:
    for timeline in (lay_out_timeline(*plan), lay_out_upright(*plan)):
        assert mirror(mirror(timeline)) == timeline


@pytest.mark.parametrize("timeline", [lay_out_timeline(*PLAN), lay_out_upright(*PLAN)], ids=["across", "upright"])
def test_everything_stands_as_far_from_the_other_side(timeline: Timeline) -> None:
    turned = mirror(timeline)
    for before, after in zip(timeline.marks, turned.marks, strict=True):
        assert after.at.x == pytest.approx(timeline.width - before.at.x, abs=0.11)
        assert after.at.y == before.at.y
        assert after.title.box.right == pytest.approx(timeline.width - before.title.box.x, abs=0.11)
        assert after.mark is before.mark
    assert [tick.date for tick in turned.ticks] == [tick.date for tick in timeline.ticks]
    assert turned.break_at and timeline.break_at
    assert turned.break_at.x == pytest.approx(timeline.width - timeline.break_at.right, abs=0.11)


def test_time_runs_from_right_to_left() -> None:
    alpha, beta, gamma, delta = (placed.at.x for placed in mirror(lay_out_timeline(*PLAN)).marks)
    assert alpha > beta > gamma > delta


def test_texts_end_where_they_began() -> None:
    for placed in mirror(lay_out_upright(*PLAN)).marks:
        assert placed.title.anchor is Anchor.END
        assert {line.x for line in placed.title.lines} == {placed.title.box.right}
        assert placed.date.anchor is Anchor.END and placed.date.x == placed.date.box.right


def test_titles_of_a_trend_stand_at_the_left() -> None:
    trend = mirror(lay_out_trend(SERIES))
    (line,) = trend.lines
    assert line.title.box.x == 0
    (piece,) = line.pieces
    assert piece[0].x > piece[-1].x > line.title.box.right
