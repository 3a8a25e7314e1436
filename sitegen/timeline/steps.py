"""A stretch of days to the days at which its axis is marked: weeks, months, quarters or years."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from sitegen.value import value


class Unit(StrEnum):
    """What one step of the axis is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@value
class Step:
    """A unit, how many of them at once, and the px that the text of one needs."""

    unit: Unit
    count: int
    days: int
    text_px: float

    def floor(self, day: date) -> date:
        """Return the last beginning of a step up to the day."""
        if self.unit is Unit.WEEK:
            return date.fromordinal(max(1, day.toordinal() - day.weekday()))
        if self.unit is Unit.YEAR:
            return date(max(1, day.year - day.year % self.count), 1, 1)
        return date(day.year, day.month - (day.month - 1) % self._months, 1)

    def list_days(self, first: date, last: date) -> Iterator[date]:
        """Give the beginnings of steps from `first` to `last`."""
        day: date | None = self.floor(first)
        while day and day <= last:
            if day >= first:
                yield day
            day = self._next(day)

    @property
    def _months(self) -> int:
        return 3 if self.unit is Unit.QUARTER else 1

    def _next(self, day: date) -> date | None:
        """Return the beginning of the step after that which begins on `day`; none after the calendar's end."""
        try:
            if self.unit is Unit.WEEK:
                return date.fromordinal(day.toordinal() + 7)
            if self.unit is Unit.YEAR:
                return date(day.year - day.year % self.count + self.count, 1, 1)
            months = day.year * 12 + day.month - 1 + self._months
            return date(months // 12, months % 12 + 1, 1)
        except (ValueError, OverflowError):
            return None


WEEKS = Step(unit=Unit.WEEK, count=1, days=7, text_px=58)
MONTHS = Step(unit=Unit.MONTH, count=1, days=28, text_px=46)
QUARTERS = Step(unit=Unit.QUARTER, count=1, days=90, text_px=50)
YEARS = tuple(
    Step(unit=Unit.YEAR, count=count, days=365 * count, text_px=44)
    for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
)
STEPS = (WEEKS, MONTHS, QUARTERS, *YEARS)


def choose_step(px_per_day: float, text_px: float | None = None) -> Step:
    """Choose the finest step whose texts fit side by side; `text_px` is what one takes, where it isn't its width."""
    for step in STEPS:
        if step.days * px_per_day >= (step.text_px if text_px is None else text_px) + 4:
            return step
    return STEPS[-1]


def finer_step(step: Step) -> Step | None:
    """Name the step that may stand unlabelled between the labelled ones."""
    if step is QUARTERS:
        return MONTHS
    return QUARTERS if step is YEARS[0] else None
