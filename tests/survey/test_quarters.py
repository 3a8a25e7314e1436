"""Quarters: three months each, in the order of the calendar."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.survey import find_quarter_before, name_quarter


@given(st.dates(date(1901, 1, 1), date(2999, 12, 31)))
def test_the_quarter_before_is_that_of_the_last_day_before_it(day: date) -> None:
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    assert name_quarter(first) == name_quarter(day)
    assert find_quarter_before(name_quarter(day)) == name_quarter(first - timedelta(days=1))
    assert name_quarter(first - timedelta(days=1)) < name_quarter(day)


@pytest.mark.parametrize("text", ["2026-Q5", "2026", "2026-q4", "26-Q1", " 2026-Q1", "2026-Q1\n"])
def test_what_is_no_quarter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        find_quarter_before(text)
