"""Working hours as written, `Mon-Fri 09:00-18:00`, become the minutes of each weekday that count."""

import re

from sitegen.value import value

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MINUTES_PER_DAY = 24 * 60

_SPACED = re.compile(r"\s*([,-])\s*")
_TIMES = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")


@value(kw_only=False)
class WorkingHours:
    """For each weekday from Monday, the spans that count: minutes from midnight, from and to."""

    written: str
    spans: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def day_minutes(self) -> float:
        """The length of one working day, in minutes: the mean of those that have any hours."""
        lengths = [sum(end - start for start, end in spans) for spans in self.spans if spans]
        return sum(lengths) / len(lengths)

    @property
    def week_minutes(self) -> int:
        """The length of a working week, in minutes."""
        return sum(end - start for spans in self.spans for start, end in spans)


def parse_hours(text: str) -> WorkingHours:
    """Read days and times, in lists and ranges, groups parted by `;`, or `24/7`; raise `ValueError` else."""
    if text.strip() == "24/7":
        return WorkingHours(text.strip(), (((0, MINUTES_PER_DAY),),) * 7)
    spans: list[list[tuple[int, int]]] = [[] for _ in DAYS]
    for group in text.split(";"):
        days, _, times = _SPACED.sub(r"\1", group.strip()).partition(" ")
        parsed = [_parse_times(part) for part in times.replace(" ", "").split(",")]
        for day in _parse_days(days):
            spans[day].extend(parsed)
    return WorkingHours(text, tuple(tuple(_merge(day)) for day in spans))


def _parse_days(text: str) -> list[int]:
    days: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        start, end = DAYS.index(first.capitalize()), DAYS.index((last or first).capitalize())
        days += [(start + step) % 7 for step in range((end - start) % 7 + 1)]
    return days


def _parse_times(text: str) -> tuple[int, int]:
    match = _TIMES.fullmatch(text)
    if not match:
        raise ValueError(text)
    from_hour, from_minute, to_hour, to_minute = (int(part) for part in match.groups())
    start, end = from_hour * 60 + from_minute, to_hour * 60 + to_minute
    if max(from_minute, to_minute) > 59 or not 0 <= start < end <= MINUTES_PER_DAY:
        raise ValueError(text)
    return start, end


def _merge(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that touch or overlap, so that no minute counts twice."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
