"""Any text stands in a calendar so that the library that programs use reads it back."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from sitegen.feeds import format_calendar
from sitegen.feeds.calendar import MAX_LINE_OCTETS, fold
from sitegen.pages import CalendarEvent, CalendarView

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\\;,:\"\n'яї中🙂"), max_size=200)


def make_view(title: str, note: str) -> CalendarView:
    """Return a calendar with one event."""
    event = CalendarEvent(
        uid="milestone-beta.shop.acme@status.firm.example",
        title=title,
        first=date(2026, 12, 31),
        last=date(2026, 12, 31),
        url="https://status.firm.example/acme/shop/#milestone-beta",
        is_cancelled=False,
        sequence=3,
        stamped=date(2026, 2, 3),
        note=note,
    )
    return CalendarView(name=title, language="en", events=(event,))


@given(TEXTS, TEXTS)
def test_texts_are_read_back_as_they_were(title: str, note: str) -> None:
    calendar: Any = Calendar.from_ical(format_calendar(make_view(title, note)))
    (event,) = calendar.walk("VEVENT")
    assert str(event["summary"]) == title
    assert str(event.get("description", "")) == note
    assert event["dtend"].dt == date(2027, 1, 1)


@given(st.lists(TEXTS.map(lambda text: text.replace("\n", "")), max_size=3).map("\\\\".join))
def test_no_line_is_too_long_and_no_character_is_parted(line: str) -> None:
    pieces = fold(line).removesuffix(b"\r\n").split(b"\r\n ")
    assert "".join(piece.decode() for piece in pieces) == line
    assert all(len(piece) < MAX_LINE_OCTETS for piece in pieces)
    assert all(piece for piece in pieces[1:])


@given(TEXTS)
def test_no_escape_is_parted(title: str) -> None:
    for line in format_calendar(make_view(title, "")).split(b"\r\n"):
        assert (len(line) - len(line.rstrip(b"\\"))) % 2 == 0
