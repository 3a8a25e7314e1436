"""Values become cells of a table that spreadsheets open without taking any of them for a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What text begins with that a spreadsheet would compute, wide characters included."""


def format_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, has_headings: bool = True) -> str:
    """Write rows as CSV (RFC 4180), the names of the columns first."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(columns), lineterminator="\r\n")
    if has_headings:
        writer.writeheader()
    writer.writerows({name: make_cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def make_cell(value: Any) -> Any:
    """Return a value as a cell; text that a spreadsheet would take for a formula is marked as text."""
    if isinstance(value, list | tuple):
        value = "; ".join(str(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
