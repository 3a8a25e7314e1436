"""A due date as people give it: a day, or as vague as the truth, `2026-12`, `2026-Q4` or `tbd`."""

import re
from datetime import date, timedelta
from enum import StrEnum

from sitegen.days import YearError, check_year, parse_day
from sitegen.value import value

__all__ = ["TBD", "Due", "Precision", "parse_day", "parse_due"]

_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")


class Precision(StrEnum):
    """How exactly a due date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    TBD = "tbd"


@value(kw_only=False)
class Due:
    """A due date as written, with the first and last day that it may mean (none while `tbd`)."""

    written: str
    precision: Precision
    first: date | None
    last: date | None

    def __str__(self) -> str:
        return self.written

    @classmethod
    def on(cls, day: date) -> "Due":
        """Return the exact date `day`."""
        return cls(day.isoformat(), Precision.DAY, day, day)

    @property
    def is_exact(self) -> bool:
        """Tell whether it names one day."""
        return self.precision is Precision.DAY


TBD = Due("tbd", Precision.TBD, None, None)


def parse_due(text: str) -> Due:
    """Read a day, a month, a quarter or `tbd`; raise `ValueError` for anything else."""
    if text == "tbd":
        return TBD
    try:
        return _parse_date(text)
    except YearError:
        raise YearError("write 'tbd' while no date is known") from None


def _parse_date(text: str) -> Due:
    if match := _QUARTER.fullmatch(text):
        year, last_month = int(match[1]), int(match[2]) * 3
        return _span(text, Precision.QUARTER, year, last_month - 2, last_month)
    if match := _MONTH.fullmatch(text):
        return _span(text, Precision.MONTH, int(match[1]), int(match[2]), int(match[2]))
    day = parse_day(text)
    return Due(text, Precision.DAY, day, day)


def _span(text: str, precision: Precision, year: int, first_month: int, last_month: int) -> Due:
    """Return the due date from the first day of one month to the last day of another."""
    first = check_year(date(year, first_month, 1))
    following = date(year + last_month // 12, last_month % 12 + 1, 1)
    return Due(text, precision, first, following - timedelta(days=1))
