"""Dates, days, amounts and codes become the words in which a terminal shows them."""

from datetime import date

from sitegen.model import Health, Number
from sitegen.terminal.line import Tone

HEALTH_TONES = {
    Health.ON_TRACK: Tone.GOOD,
    Health.COMPLETE: Tone.GOOD,
    Health.AT_RISK: Tone.DOUBTFUL,
    Health.OFF_TRACK: Tone.BAD,
}


def format_health(health: Health | None) -> str:
    """Write a health in capitals, so that it stands out without colour."""
    return health.value.replace("-", " ").upper() if health else "HEALTH NOT STATED"


def format_days(days: int) -> str:
    """Write a number of days."""
    return f"{days} day" if abs(days) == 1 else f"{days} days"


def format_slip(days: int | None) -> str:
    """Write how much later (`+7 d`) or earlier (`-3 d`) something is than agreed."""
    return "" if days is None else f"{days:+} d" if days else "0 d"


def format_gap(due: date, day: date) -> str:
    """Write how far a date is from a day: `in 5 days`, `today`, `4 days late`."""
    days = (due - day).days
    if days == 0:
        return "today"
    return f"in {format_days(days)}" if days > 0 else f"{format_days(-days)} late"


def format_amount(amount: Number) -> str:
    """Write an amount with commas between thousands, and no zeros that say nothing."""
    if isinstance(amount, float) and not amount.is_integer():
        return f"{amount:,.2f}".rstrip("0").rstrip(".")
    return f"{int(amount):,}"


def format_share(share: float) -> str:
    """Write a share as a whole percentage."""
    return f"{share * 100:.0f} %"


def format_minutes(minutes: int) -> str:
    """Write working minutes as hours and minutes."""
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if hours else f"{rest} min"
