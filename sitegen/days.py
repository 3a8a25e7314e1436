"""Text becomes a day of the calendar, as exactly as people write it in files and on the command line."""

import re
from datetime import date

YEARS = range(1900, 3000)
"""Years that a project may speak of; any other is mistyped, and near the calendar's end there is no day to count to."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class YearError(ValueError):
    """A year is out of bounds; its words follow what was written."""

    def __init__(self, advice: str = "correct the year") -> None:
        super().__init__(f"lies outside the years {YEARS[0]} to {YEARS[-1]}; {advice}")


def parse_day(text: str) -> date:
    """Read `YYYY-MM-DD`; raise `ValueError` for anything else, a day that is not in the calendar included."""
    if not _DAY.fullmatch(text):
        raise ValueError(text)
    return check_year(date.fromisoformat(text))


def check_year(day: date) -> date:
    """Return the day; raise `YearError` where its year is out of bounds."""
    if day.year not in YEARS:
        raise YearError
    return day
