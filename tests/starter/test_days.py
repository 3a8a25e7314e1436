"""Dates of the starter site are counted from one day."""

from datetime import date, timedelta

import pytest

from sitegen.starter.days import fill_days, find_workday

FRIDAY = date(2026, 11, 20)


def test_dates_stand_as_dates_and_days_in_words() -> None:
    assert fill_days("due: DATE-14, by DAY+5, on DAY+42", FRIDAY) == "due: 2026-11-06, by 25 November, on 1 January"


def test_other_text_stays() -> None:
    text = "DATE, DAY, UPDATE-1, TODAY+2, ${{ secrets.X }}"
    assert fill_days(text, FRIDAY) == text


@pytest.mark.parametrize("today", [FRIDAY + timedelta(days=step) for step in range(7)])
def test_weekends_give_way_and_the_order_stays(today: date) -> None:
    days = [find_workday(today, offset) for offset in range(-45, 46) if offset]
    assert days == sorted(days)
    assert all(day.weekday() < 5 for day in days)
    assert find_workday(today, -1) < today < find_workday(today, 1)
