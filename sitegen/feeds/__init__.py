"""Views in, files for other programs out: JSON, Atom, iCalendar, CSV."""

from sitegen.feeds.atom import format_atom
from sitegen.feeds.calendar import format_calendar
from sitegen.feeds.cells import format_table
from sitegen.feeds.portfolio import format_portfolio_csv, format_portfolio_json
from sitegen.feeds.status import describe_status, format_status, read_status_schema

__all__ = [
    "describe_status",
    "format_atom",
    "format_calendar",
    "format_portfolio_csv",
    "format_portfolio_json",
    "format_status",
    "format_table",
    "read_status_schema",
]
