"""Rows become a Markdown table, headings the places that links name."""

import re
from collections.abc import Iterable, Sequence

NOTE = "<!-- Written by docs/generate.py from the code; run `make docs` instead of editing it. -->"


def format_page(title: str, *parts: str) -> str:
    """Write a page of its parts, each parted from the next by an empty line."""
    return "\n\n".join((f"# {title}", NOTE, *(part.strip() for part in parts if part.strip()))) + "\n"


def format_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; what would end a cell is escaped."""
    lines = [_format_row(head), _format_row(["---"] * len(head))]
    return "\n".join((*lines, *(_format_row([_escape(cell) for cell in row]) for row in rows)))


def make_anchor(heading: str) -> str:
    """Return the anchor that GitHub and GitLab give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _format_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |").replace("|  |", "| |")


def _escape(cell: str) -> str:
    return " ".join(cell.replace("|", "\\|").split())
