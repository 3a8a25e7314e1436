"""A stretch of days to the days at which its axis is marked: weeks, months, quarters or years."""

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
        return _find_month(self._find_first(day))

    def list_days(self, first: date, last: date) -> list[date]:
        """Return the beginnings of steps from `first` to `last`."""
        if self.unit is Unit.WEEK:
            days = list(map(date.fromordinal, range(self.floor(first).toordinal(), last.toordinal() + 1, 7)))
        else:
            days = list(map(_find_month, range(self._find_first(first), _count_months(last) + 1, self._months)))
        return days if not days or days[0] >= first else days[1:]

    def _find_first(self, day: date) -> int:
        """Return the month with which the day's step begins, counted as `_count_months` does."""
        months = _count_months(day)
        return months - months % self._months

    @property
    def _months(self) -> int:
        return 3 if self.unit is Unit.QUARTER else 12 * self.count if self.unit is Unit.YEAR else 1


def _count_months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _find_month(months: int) -> date:
    """Return the first day of a month; the calendar begins with the year 1, of many years' steps the first with 0."""
    return date(max(1, months // 12), months % 12 + 1, 1)


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
