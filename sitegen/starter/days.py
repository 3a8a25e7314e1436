"""Text with `DATE-14` and `DAY+5` in it becomes text with dates, counted from one day and never on a weekend."""

import re
from datetime import date, timedelta

_DAY = re.compile(r"\b(DATE|DAY)([+-]\d+)\b")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def fill_days(text: str, today: date) -> str:
    """Put dates in place: `DATE-14` as `2026-11-06`, `DAY-14` in words, as `6 November`."""

    def put(match: re.Match[str]) -> str:
        day = find_workday(today, int(match[2]))
        return day.isoformat() if match[1] == "DATE" else f"{day.day} {_MONTHS[day.month - 1]}"

    return _DAY.sub(put, text)


def find_workday(today: date, offset: int) -> date:
    """Return the day so many days from today; a weekend gives the workday beyond it, seen from today."""
    day = today + timedelta(days=offset)
    beyond = {5: 2, 6: 1} if offset > 0 else {5: -1, 6: -2}
    return day + timedelta(days=beyond.get(day.weekday(), 0))
