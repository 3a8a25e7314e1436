"""The milestone trend: forecasts over reports, with titles that never meet."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.timeline import Forecast, Series, Trend, lay_out_trend
from tests.timeline.plans import START, TITLES


def make_series(*days: str | None, title: str = "Beta") -> Series:
    """Return a series with a report every week."""
    forecasts = tuple(
        Forecast(reported_on=START + timedelta(7 * week), day=date.fromisoformat(day) if day else None)
        for week, day in enumerate(days)
    )
    return Series(id="beta", title=title, state="upcoming", forecasts=forecasts)


_OFFSETS = st.lists(st.none() | st.integers(-100, 2000), max_size=12)
_SERIES = st.builds(
    lambda offsets, title: make_series(
        *(None if offset is None else (START + timedelta(offset)).isoformat() for offset in offsets), title=title
    ),
    _OFFSETS,
    TITLES,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_SERIES, max_size=15), st.sampled_from((280, 640, 1040)))
def test_texts_never_overlap_or_leave_the_drawing(series: list[Series], width: int) -> None:
    trend = lay_out_trend(series, width_px=width)
    texts = [box for line in trend.lines for box in (line.title.box, line.date.box)]
    texts += [tick.room.box for tick in (*trend.reported_ticks, *trend.years, *trend.forecast_ticks) if tick.room]
    assert not [(one, other) for one, other in combinations(texts, 2) if one.overlaps(other)]
    for box in texts:
        assert box.x >= 0 and box.right <= width
        assert box.y >= 0 and box.bottom <= trend.height
    for point in (point for line in trend.lines for piece in line.pieces for point in piece):
        assert trend.plot.x <= point.x <= trend.plot.right
        assert trend.plot.y <= point.y <= trend.plot.bottom


@settings(max_examples=200, deadline=None)
@given(st.lists(_SERIES, max_size=15))
def test_leaders_never_cross(series: list[Series]) -> None:
    ends = sorted((line.leader[1].y, line.leader[2].y) for line in lay_out_trend(series).lines)
    for (_, one), (_, other) in pairwise(ends):
        assert one < other


def _only(trend: Trend) -> tuple[int, ...]:
    """Return how many points each piece of the only line has."""
    (line,) = trend.lines
    return tuple(len(piece) for piece in line.pieces)


@pytest.mark.parametrize(("days", "is_dated"), [(("2026-12-01", None), False), ((None, "2026-12-01"), True)])
def test_only_a_date_that_holds_has_a_mark(days: tuple[str | None, ...], is_dated: bool) -> None:
    assert [line.is_dated for line in lay_out_trend([make_series(*days)]).lines] == [is_dated]


def test_undated_parts_the_line() -> None:
    assert _only(lay_out_trend([make_series("2026-12-01", "2026-12-01", None, "2026-12-15")])) == (2, 1)
    assert _only(lay_out_trend([make_series(None, "2026-12-01", None)])) == (1,)


def test_what_kept_its_word_is_flat() -> None:
    kept, moved = lay_out_trend(
        [make_series("2026-12-01", "2026-12-01"), make_series("2026-12-01", "2026-12-15")]
    ).lines
    assert kept.kept and len({point.y for piece in kept.pieces for point in piece}) == 1
    assert not moved.kept


@pytest.mark.parametrize(
    ("days", "state", "is_kept"),
    [
        (("2026-12-08", "2026-12-01"), "done", True),
        (("2026-12-01", "2026-12-15", "2026-12-01"), "upcoming", True),
        (("2026-12-01", "2026-12-01"), "overdue", False),
        (("2026-12-01", None), "upcoming", False),
        ((None, "2026-12-01"), "upcoming", True),
    ],
)
def test_a_word_is_kept_by_the_day_that_holds(days: tuple[str | None, ...], state: str, *, is_kept: bool) -> None:
    (line,) = lay_out_trend([replace(make_series(*days), state=state)]).lines
    assert line.kept is is_kept


def test_later_forecasts_stand_higher_and_later_reports_further_right() -> None:
    (line,) = lay_out_trend([make_series("2026-12-01", "2026-12-15", "2026-12-31")]).lines
    (piece,) = line.pieces
    assert [point.x for point in piece] == sorted({point.x for point in piece})
    assert [point.y for point in piece] == sorted({point.y for point in piece}, reverse=True)
    assert line.end == piece[-1] == line.leader[0]


def test_line_of_what_is_reached_joins_equal_days() -> None:
    trend = lay_out_trend([make_series("2026-09-14", "2026-09-21", "2026-09-21")])
    assert trend.reached
    (line,) = trend.lines
    assert (trend.reached.x2, trend.reached.y2) == (line.end.x, line.end.y)
    assert lay_out_trend([make_series("2027-09-14", "2027-09-21")]).reached is None


@pytest.mark.parametrize("series", [[], [make_series(None, None)], [make_series()]])
def test_nothing_named_draws_nothing(series: list[Series]) -> None:
    trend = lay_out_trend(series)
    assert (trend.lines, trend.reported_ticks, trend.forecast_ticks) == ((), (), ())
