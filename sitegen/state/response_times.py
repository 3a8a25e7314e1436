"""Requests and the promised hours become response times: how many were on target, and how long they took."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, time, timedelta

from sitegen.model import Duration, Request, Sla, WorkingHours
from sitegen.value import value

MINUTES_PER_HOUR = 60


@value
class TargetState:
    """One promise, and how it was kept."""

    target: Duration
    within: int
    total: int
    median_minutes: int | None
    """Working minutes that half of the answered requests took at most."""


@value
class SlaState:
    """Response times against what was promised; None for a target that was not promised."""

    answer: TargetState | None
    resolve: TargetState | None


def measure_response_times(
    sla: Sla | None, requests: Sequence[Request], day: date, holidays: Collection[date]
) -> SlaState | None:
    """Return how the promises were kept, seen from the end of a day; None without an SLA."""
    if sla is None:
        return None
    clock = _Clock(sla.hours, frozenset(holidays))
    now = datetime.combine(day, time()) + timedelta(days=1)
    asked = [request for request in requests if request.asked < now]
    return SlaState(
        answer=_measure(sla.answer, ((request.asked, request.answered) for request in asked), clock, now),
        resolve=_measure(sla.resolve, ((request.asked, request.resolved) for request in asked), clock, now),
    )


def _measure(
    target: Duration | None,
    spans: Iterable[tuple[datetime, datetime | None]],
    clock: "_Clock",
    now: datetime,
) -> TargetState | None:
    """Count a request once it is met, or once its target is past without that: it is missed then."""
    if target is None:
        return None
    from statistics import median  # few projects promise response times

    allowed = clock.minutes_of(target)
    taken: list[int] = []
    missed = 0
    for asked, met in spans:
        if met is not None and met <= now:
            taken.append(clock.minutes_between(asked, met))
        elif clock.minutes_between(asked, now) > allowed:
            missed += 1
    return TargetState(
        target=target,
        within=sum(minutes <= allowed for minutes in taken),
        total=len(taken) + missed,
        median_minutes=int(median(taken) + 0.5) if taken else None,
    )


@value(kw_only=False)
class _Clock:
    """Counts working minutes, by the wall clock of the site's zone."""

    hours: WorkingHours
    holidays: frozenset[date]

    def minutes_of(self, duration: Duration) -> float:
        """Return a target in working minutes; a day is a working day's worth, a week a working week's."""
        worth = {"h": MINUTES_PER_HOUR, "d": self.hours.day_minutes, "w": self.hours.week_minutes}
        return duration.amount * worth[duration.unit]

    def minutes_between(self, start: datetime, end: datetime) -> int:
        """Return the working minutes from one moment to another."""
        total = 0
        first = start.date()
        for step in range((end.date() - first).days + 1):
            day = first + timedelta(days=step)
            if day in self.holidays:
                continue
            from_minute = _minute(start) if day == first else 0
            to_minute = _minute(end) if day == end.date() else 24 * MINUTES_PER_HOUR
            for open_minute, close_minute in self.hours.spans[day.weekday()]:
                total += max(0, min(close_minute, to_minute) - max(open_minute, from_minute))
        return total


def _minute(moment: datetime) -> int:
    return moment.hour * MINUTES_PER_HOUR + moment.minute
