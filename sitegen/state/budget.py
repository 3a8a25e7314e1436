"""What was agreed and what updates say is used become the budget: how much is left, and the day it runs out."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from sitegen.model import Budget, Change, Number
from sitegen.value import value

PACE_WINDOW_DAYS = 56
MAX_DAYS = 36_500
"""A budget that lasts longer than a century does not run out."""


@value(kw_only=False)
class Usage:
    """What was used in all, as an update told it."""

    on: date
    used: Number


@value
class BudgetState:
    """The budget on a day; amounts are in its unit."""

    unit: str
    agreed: Number | None
    """As agreed now, accepted change requests included."""
    agreed_at_start: Number | None
    used: Number | None
    forecast: Number | None
    share_used: float | None
    """Used of agreed, to 4 decimals."""
    is_flagged: bool
    runs_out: date | None
    """The day it is used up at the present pace."""
    usages: tuple[Usage, ...]
    """What each update told, oldest first."""
    alerts: tuple[float, ...]
    """The shares used that are announced."""


def reckon_budget(
    planned: Budget | None,
    current: Budget | None,
    usages: Sequence[Usage],
    changes: Iterable[Change],
    alerts: Sequence[float],
) -> BudgetState | None:
    """Return the budget as it stands; None where the project has none."""
    if current is None:
        return None
    agreed = current.agreed
    accepted = [change.amount for change in changes if change.status == "accepted" and change.amount is not None]
    if agreed is not None:
        agreed = add_exactly([agreed, *accepted])
    share = None
    if agreed and current.used is not None:
        share = float(round(Fraction(str(current.used)) / Fraction(str(agreed)), 4))
    is_over = agreed is not None and current.forecast is not None and current.forecast > agreed
    return BudgetState(
        unit=current.unit,
        agreed=agreed,
        agreed_at_start=planned.agreed if planned else None,
        used=current.used,
        forecast=current.forecast,
        share_used=share,
        is_flagged=is_over or (share is not None and bool(alerts) and share >= max(alerts)),
        runs_out=_find_run_out(usages, agreed),
        usages=tuple(usages),
        alerts=tuple(sorted(alerts)),
    )


def add_exactly(amounts: Iterable[Number]) -> Number:
    """Add amounts as the decimals they were written as, so that 0.1 + 0.2 is 0.3; whole sums are `int`."""
    total = sum((Fraction(str(amount)) for amount in amounts), Fraction(0))
    return int(total) if total.denominator == 1 else float(total)


def _find_run_out(usages: Sequence[Usage], agreed: Number | None) -> date | None:
    """Return the last usage's date + ⌈left / pace⌉, the pace being that of at most the last 56 days."""
    if not usages or agreed is None:
        return None
    last = usages[-1]
    first = next(usage for usage in usages if (last.on - usage.on).days <= PACE_WINDOW_DAYS)
    days = (last.on - first.on).days
    used = Fraction(str(last.used)) - Fraction(str(first.used))
    if days == 0 or used <= 0:
        return None
    left = Fraction(str(agreed)) - Fraction(str(last.used))
    lasts_days = max(0, ceil(left / (used / days)))
    return last.on + timedelta(days=lasts_days) if lasts_days <= MAX_DAYS else None
