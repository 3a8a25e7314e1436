"""Figures become a table for a terminal, JSON for programs, and CSV for spreadsheets."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Any

from sitegen.feedback.report import Group, Row
from sitegen.feeds import format_table
from sitegen.survey import Figure, find_quarter_before

DIGITS = 4
"""How many decimals a share, a mean or the end of an interval has."""

COLUMNS = (
    "client",
    "project",
    "survey",
    "question",
    "type",
    "n",
    "value",
    "low",
    "high",
    "mean",
    "median",
    "method",
)
MEANS = frozenset({"ces", "rating", "number"})
SCORES = frozenset({"nps", "NPS-like"})

_HEADINGS = ("question", "figure", "n", "value", "95 %", "median", "")
_RIGHT = frozenset({2, 3, 5})
"""Columns of numbers."""


def describe_row(row: Row) -> dict[str, Any]:
    """Return a row's plain values; `quarter` stands behind `survey` where figures are kept apart by it."""
    group, figure = row.group, row.figure
    quarter = {"quarter": group.quarter} if group.quarter else {}
    return {
        "client": group.client or None,
        "project": group.project or None,
        "survey": group.survey,
        **quarter,
        "question": row.question,
        "type": figure.type,
        "n": figure.n,
        "value": _round(figure.value),
        "low": _round(figure.low),
        "high": _round(figure.high),
        "mean": _round(figure.mean),
        "median": _round(figure.median),
        "method": figure.method,
    }


def format_report_json(rows: Sequence[Row]) -> str:
    """Write figures as a JSON list, an object each."""
    return json.dumps([describe_row(row) for row in rows], ensure_ascii=False, indent=1) + "\n"


def format_report_csv(rows: Sequence[Row]) -> str:
    """Write figures as CSV, one a line, under the names that JSON has for them."""
    described = [describe_row(row) for row in rows]
    return format_table(list(described[0]) if described else COLUMNS, described)


def format_report_text(rows: Sequence[Row]) -> str:
    """Write figures as tables, one for each group; what is told by a mark is told in words too."""
    lines = [_HEADINGS, *(_list_cells(row) for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    blocks = []
    for group, own in groupby(rows, key=lambda row: row.group):
        table = [_HEADINGS, *(_list_cells(row) for row in own)]
        blocks.append("\n".join([_name(group), *(f"  {_format_line(line, widths)}" for line in table)]))
    return "\n\n".join(blocks) + "\n" if blocks else ""


FORMATS: Mapping[str, Callable[[Sequence[Row]], str]] = {
    "text": format_report_text,
    "json": format_report_json,
    "csv": format_report_csv,
}
"""By the name of the format."""


def format_value(figure: Figure) -> str:
    """Write a figure as people say it: a score with its sign, a share in per cent, a mean with one decimal."""
    return "–" if figure.value is None else _format_number(figure.value, figure.type)


def format_interval(figure: Figure) -> str:
    """Write an interval in the unit of its figure; nothing where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    low, high = _format_number(figure.low, figure.type), _format_number(figure.high, figure.type)
    return f"{low.removesuffix(' %')} to {high}"


def _name(group: Group) -> str:
    place = "/".join(part for part in (group.client, group.project) if part)
    return ", ".join(part for part in (place, group.survey, group.quarter) if part)


def _list_cells(row: Row) -> tuple[str, ...]:
    figure = row.figure
    median = "" if figure.median is None else f"{figure.median:g}"
    notes = []
    if row.trend:
        way = "▲ higher" if row.trend > 0 else "▼ lower"
        notes.append(f"{way} than in {find_quarter_before(row.group.quarter)}")
    if figure.is_small and figure.value is not None:
        notes.append("few answers")
    value = format_value(figure)
    return row.question, figure.type, str(figure.n), value, format_interval(figure), median, ", ".join(notes)


def _format_line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.rjust(width) if column in _RIGHT else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join(padded).rstrip()


def _format_number(value: float, figure_type: str) -> str:
    if figure_type in SCORES:
        return f"{round(value):+d}" if round(value) else "0"
    return f"{value:.1f}" if figure_type in MEANS else f"{100 * value:.0f} %"


def _round(value: float | None) -> float | None:
    return round(value, DIGITS) if isinstance(value, float) else value
