"""A column of blocks to the ticks at its left: months or what else suits, and the years under their first."""

from collections.abc import Collection, Mapping
from datetime import date

from sitegen.timeline.column import Column
from sitegen.timeline.drawing import Tick
from sitegen.timeline.frame import Range
from sitegen.timeline.shapes import Box, Room, Segment, make_room, round_px
from sitegen.timeline.sizes import BAR_PX, SMALL_LINE_PX
from sitegen.timeline.steps import Unit, choose_step

_LEFT_PX = BAR_PX + 6
TICKS_RIGHT_PX = _LEFT_PX + 58
"""Where the texts of the ticks end."""
_DENSEST_PX = 28.0


def lay_out_upright_ticks(column: Column, days: Range, axis_x: float) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
    """Return ticks and years; a tick has a room only where no other's is, and years come first."""
    step = choose_step((column.end - column.heights[0]) / days.days, _DENSEST_PX)
    # The step in which the range begins is named at its top, though it began before.
    listed = list(step.list_days(step.floor(days.first), days.last))
    firsts = {} if step.unit is Unit.YEAR else {day.year: day for day in reversed(listed)}
    places = {day: column.place(max(day, days.first)) for day in listed}
    rooms = _make_rooms(places, firsts.values())
    ticks = []
    years = []
    for day, y in places.items():
        is_first = firsts.get(day.year) == day
        line = Segment(x1=TICKS_RIGHT_PX, y1=y, x2=axis_x, y2=y)
        is_major = step.unit is Unit.YEAR or is_first
        ticks.append(Tick(date=day, unit=step.unit, is_major=is_major, line=line, room=rooms.get(day)))
        if is_first and day in rooms:
            under = rooms[day].box
            room = make_room(Box(x=under.x, y=under.bottom, width=under.width, height=SMALL_LINE_PX))
            years.append(Tick(date=day, unit=Unit.YEAR, is_major=True, line=line, room=room))
    return tuple(ticks), tuple(years)


def _make_rooms(places: Mapping[date, float], firsts: Collection[date]) -> dict[date, Room]:
    """Return the rooms that meet no other, all in one column; under each of `firsts` is one more, for its year."""
    taken: list[tuple[float, float]] = []
    rooms: dict[date, Room] = {}
    for day in (*sorted(firsts), *(day for day in places if day not in firsts)):
        box = Box(x=_LEFT_PX, y=round_px(places[day] - 7.5), width=TICKS_RIGHT_PX - _LEFT_PX, height=SMALL_LINE_PX)
        bottom = round_px(box.y + SMALL_LINE_PX * (2 if day in firsts else 1))
        if not any(box.y < lower and upper < bottom for upper, lower in taken):
            taken.append((box.y, bottom))
            rooms[day] = make_room(box)
    return rooms
