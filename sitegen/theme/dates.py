"""Dates, exact and vague, in; what a reader of one language expects to see out (after CLDR)."""

from datetime import date, datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date as format_by_name
from babel.dates import format_skeleton

from sitegen.model import Due, Precision

STYLES = ("short", "medium", "long", "month")
_SKELETONS = {"short": ("MMMd", "yMMMd"), "medium": ("MMMEd", "yMMMEd"), "month": ("yMMMM", "yMMMM")}
_TICKS = {"week": "MMMd", "year": "y"}


@lru_cache(maxsize=8192)
def format_day(day: date, style: str, year: int, locale: Locale) -> str:
    """Write a day: `4 Dec`, `Fri 4 Dec`, `4 December 2026` or `December 2026`.

    The first two say the year where it is not `year`; which part comes first is the language's choice.
    """
    if style == "long":
        return format_by_name(day, "long", locale=locale)
    if style not in _SKELETONS:
        raise ValueError(f"'{style}' is no style of date; there are {', '.join(STYLES)}")
    return format_skeleton(_SKELETONS[style][day.year != year], day, locale=locale)


def format_tick(day: date, unit: str, locale: Locale) -> str:
    """Write what stands on an axis at a tick: `4 Dec`, `Dec`, `Q4` or `2026`; the year is said elsewhere."""
    if unit == "month":
        return format_by_name(day, "LLL", locale=locale)
    if unit == "quarter":
        return format_by_name(day, "QQQ", locale=locale)
    if unit not in _TICKS:
        raise ValueError(f"'{unit}' is no unit of an axis; there are week, month, quarter, year")
    return format_skeleton(_TICKS[unit], day, locale=locale)


def format_due(due: Due, style: str, year: int, locale: Locale, to_be_agreed: str) -> str:
    """Write a due date as vaguely as it was given: a day, `December 2026`, `Q4 2026`, or the words for `tbd`."""
    if due.last is None:
        return to_be_agreed
    if due.precision is Precision.DAY:
        return format_day(due.last, style, year, locale)
    skeleton = "yQQQ" if due.precision is Precision.QUARTER else "yMMM" if style == "short" else "yMMMM"
    return format_skeleton(skeleton, due.last, locale=locale)


def format_iso(value: date | Due) -> str:
    """Write what HTML's `datetime` takes: a day, or a month or year where no more is known; nothing for `tbd`."""
    if not isinstance(value, Due):
        return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
    if value.last is None:
        return ""
    return str(value.last.year) if value.precision is Precision.QUARTER else value.written
