"""Days become quarters, `2026-Q4`, which sort as they follow each other."""

import re
from datetime import date

_QUARTER = re.compile(r"([0-9]{4})-Q([1-4])")


def name_quarter(day: date) -> str:
    """Return the quarter that a day lies in."""
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def find_quarter_before(quarter: str) -> str:
    """Return the quarter before another; raise `ValueError` for what is none."""
    match = _QUARTER.fullmatch(quarter)
    if not match:
        raise ValueError(quarter)
    year, number = int(match[1]), int(match[2])
    return f"{year:04}-Q{number - 1}" if number > 1 else f"{year - 1:04}-Q4"
