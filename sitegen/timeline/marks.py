"""What is laid out: milestones with their dates, and the series of their forecasts."""

from collections.abc import Iterable
from datetime import date

from sitegen.model import Due, Precision
from sitegen.value import value


@value
class Mark:
    """One milestone as it stands."""

    id: str
    title: str
    state: str
    """`done`, `overdue`, `due-soon`, `upcoming` or `dropped`; handed on to the theme."""
    due: Due
    baseline: Due | None = None
    start: date | None = None
    """The first day of the work, where it is drawn as a bar."""
    done: date | None = None
    phase: str | None = None
    slip_days: int | None = None

    @property
    def day(self) -> date | None:
        """The day at which it stands: when it was done, else the last day it may be due; none while `tbd`."""
        return self.done or self.due.last

    @property
    def vague_days(self) -> tuple[date, date] | None:
        """The first and last day of a vague date that is still open."""
        if self.done or self.due.precision is Precision.DAY or not self.due.first or not self.due.last:
            return None
        return (self.due.first, self.due.last)

    @property
    def bar_start(self) -> date | None:
        """The day on which its bar begins, unless that is not before its end."""
        if self.start and (self.day is None or self.start < self.day):
            return self.start
        return None

    @property
    def ghost_day(self) -> date | None:
        """The agreed day, where it is another than the present one."""
        agreed = self.baseline.last if self.baseline else None
        return agreed if agreed != self.day else None

    @property
    def days(self) -> tuple[date, ...]:
        """Every day that the drawing must show for it."""
        vague = self.vague_days[0] if self.vague_days else None
        return tuple(day for day in (self.day, vague, self.bar_start, self.ghost_day) if day)


@value
class Forecast:
    """What was said on one day about when a milestone will come; `day` is none for `tbd`."""

    reported_on: date
    day: date | None


@value
class Series:
    """All that was ever said about one milestone's date, oldest first."""

    id: str
    title: str
    state: str
    forecasts: tuple[Forecast, ...]


def sort_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Put the marks in order of time, those of one day as given, those without a date last."""
    return tuple(sorted(marks, key=lambda mark: mark.day or date.max))
