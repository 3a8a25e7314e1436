"""The view of a calendar becomes iCalendar (RFC 5545): all-day events that move when their date does."""

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import sitegen
from sitegen.pages import CalendarEvent, CalendarView

if TYPE_CHECKING:
    from icalendar import Event


def format_calendar(view: CalendarView) -> bytes:
    """Write a calendar."""
    from icalendar import Calendar  # loaded only where a site has calendars

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//sitegen//{sitegen.__version__.split('.')[0]}//EN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", view.name)
    calendar.add("refresh-interval;value=duration", "P1D")
    for event in view.events:
        calendar.add_component(_make_event(event))
    written: bytes = calendar.to_ical()
    return written


def _make_event(event: CalendarEvent) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", datetime.combine(event.stamped, time(), UTC))
    made.add("sequence", event.sequence)
    made.add("dtstart", event.first)
    made.add("dtend", event.last + timedelta(days=1))
    made.add("summary", event.title)
    if event.note:
        made.add("description", event.note)
    made.add("url", event.url)
    made.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    made.add("transp", "TRANSPARENT")
    return made
