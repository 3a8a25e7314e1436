"""The steps of an axis."""

from datetime import date

import pytest

from sitegen.timeline import lay_out_upright
from sitegen.timeline.steps import MONTHS, QUARTERS, WEEKS, YEARS, Step, choose_step
from tests.timeline.plans import make_mark


@pytest.mark.parametrize(
    ("step", "first", "last", "days"),
    [
        (WEEKS, date(2026, 9, 7), date(2026, 9, 21), ["2026-09-07", "2026-09-14", "2026-09-21"]),
        (MONTHS, date(2026, 11, 2), date(2027, 1, 31), ["2026-12-01", "2027-01-01"]),
        (QUARTERS, date(2026, 9, 7), date(2027, 2, 1), ["2026-10-01", "2027-01-01"]),
        (YEARS[2], date(2026, 9, 7), date(2036, 1, 1), ["2030-01-01", "2035-01-01"]),
        (MONTHS, date(9999, 11, 2), date.max, ["9999-12-01"]),
    ],
)
def test_steps_begin_where_the_calendar_says(step: Step, first: date, last: date, days: list[str]) -> None:
    assert [day.isoformat() for day in step.list_days(first, last)] == days


def test_the_finest_step_whose_text_fits_is_taken() -> None:
    assert choose_step(10) is WEEKS
    assert choose_step(5) is MONTHS
    assert choose_step(1) is QUARTERS
    assert choose_step(0.2) is YEARS[0]
    assert choose_step(0.000001) is YEARS[-1]


def test_range_that_begins_within_a_month_names_it() -> None:
    marks = [make_mark(due) for due in ("2026-10-10", "2026-11-10", "2026-12-10")]
    timeline = lay_out_upright(marks, date(2029, 1, 1), date(2026, 9, 20), date(2027, 1, 10))
    first = timeline.ticks[0]
    assert (first.date, first.line.y1) == (date(2026, 9, 1), 8.0)
    assert first.room and timeline.years[0].date == first.date
