"""Values become YAML that reads as the same values: plain where that is safe, else in double quotes."""

from collections.abc import Mapping
from datetime import date

from sitegen.model import Due, Number
from sitegen.source import format_text

Scalar = str | Number | date | Due | None


def format_scalar(value: Scalar) -> str:
    """Write a value as YAML on one line; nothing for None."""
    if value is None:
        return ""
    return format_text(value) if isinstance(value, str) else str(value)


def format_flow(values: Mapping[str, Scalar]) -> str:
    """Write keys with values in braces."""
    return "{" + ", ".join(f"{key}: {format_scalar(value)}" for key, value in values.items()) + "}"
