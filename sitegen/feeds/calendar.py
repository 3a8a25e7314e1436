"""The view of a calendar becomes iCalendar (RFC 5545): all-day events that move when their date does."""

import re
from collections.abc import Iterator
from datetime import timedelta

import sitegen
from sitegen.pages import CalendarEvent, CalendarView

MAX_LINE_OCTETS = 75

_CONTINUATION = 0b1000_0000
_SPECIAL = re.compile(r"([\\;,])|\r\n?|\n")


def format_calendar(view: CalendarView) -> bytes:
    """Write a calendar."""
    return b"".join(fold(line) for line in _write_calendar(view))


def fold(line: str) -> bytes:
    """Part a line where it is too long for a line of a file; what follows begins with a space."""
    data = line.encode()
    pieces = []
    while len(data) >= MAX_LINE_OCTETS:
        end = MAX_LINE_OCTETS - 1
        while data[end] & 0b1100_0000 == _CONTINUATION:
            end -= 1
        before = data[:end]
        # Some programs undo escapes before they join lines.
        end -= (len(before) - len(before.rstrip(b"\\"))) % 2
        pieces.append(data[:end])
        data = data[end:]
    return b"\r\n ".join([*pieces, data]) + b"\r\n"


def _write_calendar(view: CalendarView) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//sitegen//{sitegen.__version__.split('.')[0]}//EN"
    yield "METHOD:PUBLISH"
    yield f"X-WR-CALNAME:{_escape(view.name)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    for event in view.events:
        yield from _write_event(event)
    yield "END:VCALENDAR"


def _write_event(event: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{_escape(event.title)}"
    yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.last + timedelta(days=1):%Y%m%d}"
    yield f"DTSTAMP:{event.stamped:%Y%m%d}T000000Z"
    yield f"UID:{_escape(event.uid)}"
    yield f"SEQUENCE:{event.sequence}"
    if event.note:
        yield f"DESCRIPTION:{_escape(event.note)}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield f"URL:{event.url}"
    yield "END:VEVENT"


def _escape(text: str) -> str:
    """Write a text as a value."""
    return _SPECIAL.sub(lambda found: f"\\{found[1]}" if found[1] else "\\n", text)
