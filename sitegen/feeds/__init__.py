"""Views in, files for other programs out: the status as JSON, updates as Atom, dates as iCalendar."""

from sitegen.feeds.atom import format_atom
from sitegen.feeds.calendar import format_calendar
from sitegen.feeds.status import describe_status, format_status, read_status_schema

__all__ = ["describe_status", "format_atom", "format_calendar", "format_status", "read_status_schema"]
