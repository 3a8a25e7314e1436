"""The days to show to px: the range of days, and the linear scale from one end of it to the other."""

from collections.abc import Iterable
from datetime import date

from sitegen.timeline.marks import Mark
from sitegen.timeline.shapes import round_px
from sitegen.value import value

SHORTEST_DAYS = 14
"""A shorter range is drawn as though it had so many days, so that one day is not the whole width."""


@value
class Range:
    """From the first to the last day shown."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days lie between both ends."""
        return (self.last - self.first).days


def find_range(marks: Iterable[Mark], today: date, start: date, end: date | None) -> Range:
    """Return the range that holds the project and all that its milestones name.

    Today is taken in where it is near: at most a quarter of the range, or two weeks, beyond either end.
    """
    days = [start, *(day for mark in marks for day in mark.days)]
    if end:
        days.append(end)
    first, last = min(days).toordinal(), max(days).toordinal()
    near = max(14, (last - first) // 4)
    now = today.toordinal()
    if first - near <= now <= last + near:
        first, last = min(first, now), max(last, now)
    last = min(max(last, first + SHORTEST_DAYS), date.max.toordinal())
    first = max(1, min(first, last - SHORTEST_DAYS))
    return Range(first=date.fromordinal(first), last=date.fromordinal(last))


@value
class Scale:
    """The linear scale on which `first` lies at `origin` and each day adds `px_per_day`."""

    first: date
    origin: float
    px_per_day: float

    def place(self, day: date) -> float:
        """Return where a day lies, in px to one decimal."""
        return round_px(self.origin + (day - self.first).days * self.px_per_day)

    def day_at(self, place: float) -> date:
        """Return the last day that lies at or before a place, within the calendar."""
        ordinal = self.first.toordinal() + int((place - self.origin) / self.px_per_day)
        return date.fromordinal(min(max(1, ordinal), date.max.toordinal()))


def fit_scale(days: Range, origin: float, length: float) -> Scale:
    """Return the scale that spreads the range over a length in px."""
    return Scale(first=days.first, origin=origin, px_per_day=length / max(1, days.days))
