"""Texts and rectangles of a drawing become SVG elements in their places."""

from sitegen.theme.places import format_label, format_place, format_room
from sitegen.timeline import Anchor, Box, Label, Point, Room, TextLine

BOX = Box(x=10, y=20, width=100.5, height=34)


def make_label(*texts: str, anchor: Anchor = Anchor.START) -> Label:
    lines = tuple(TextLine(x=10.4, y=32.6 + 17 * row, text=text) for row, text in enumerate(texts))
    return Label(box=BOX, anchor=anchor, lines=lines)


def test_points_and_rectangles_say_where_they_are() -> None:
    assert format_place(Point(x=1.5, y=20)) == 'x="1.5" y="20"'
    assert format_place(BOX) == 'x="10" y="20" width="100.5" height="34"'


def test_words_stand_in_their_room() -> None:
    room = Room(box=BOX, x=60.2, y=32.6, anchor=Anchor.MIDDLE)
    assert format_room(room, "Today & now") == '<text x="60" y="33" text-anchor="middle">Today &amp; now</text>'
    assert format_room(Room(box=BOX, x=10, y=32), "1", "tl-slip") == '<text class="tl-slip" x="10" y="32">1</text>'


def test_one_line_is_a_text_of_its_own() -> None:
    assert format_label(make_label("<b>"), "tl-title") == '<text class="tl-title" x="10" y="33">&lt;b&gt;</text>'
    assert format_label(make_label()) == "<text></text>"


def test_lines_are_read_apart_and_do_not_push_each_other() -> None:
    first, second = 'x="10" y="33"', 'x="10" y="50"'
    assert format_label(make_label("a", "b")) == f"<text><tspan {first}>a </tspan><tspan {second}>b</tspan></text>"
    ending = format_label(make_label("a", "b", anchor=Anchor.END))
    assert ending == f'<text text-anchor="end"><tspan {first}>a</tspan><tspan {second}>b</tspan></text>'
