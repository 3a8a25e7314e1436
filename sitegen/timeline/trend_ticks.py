"""The two scales of a trend to their ticks: reporting dates under the plot, forecast dates at its left."""

from sitegen.timeline.drawing import Tick
from sitegen.timeline.frame import Scale
from sitegen.timeline.shapes import Anchor, Box, Segment, make_room, round_px
from sitegen.timeline.sizes import SMALL_LINE_PX
from sitegen.timeline.steps import YEARS, Unit, choose_step

FORECAST_PX = 84.0
"""What the texts of the forecast dates take at the left, `28 Sept 2026` being the widest."""
_INSET_PX = 4.0
_DENSEST_PX = 24.0
_YEAR_PX = 44.0


def lay_out_reported_ticks(across: Scale, plot: Box) -> tuple[tuple[Tick, ...], tuple[Tick, ...]]:
    """Return the ticks under the plot, and the years under them."""
    step = choose_step(across.px_per_day)
    top = round_px(plot.bottom + 3)
    last = across.day_at(plot.right)
    # The step in which the plot begins is named at its left side, though it began before.
    listed = list(step.list_days(step.floor(across.first), last))
    places = [across.place(max(day, across.first)) for day in listed]
    ticks = []
    for day, x, limit in zip(listed, places, [*places[1:], plot.right], strict=True):
        box = Box(x=round_px(x + _INSET_PX), y=top, width=step.text_px, height=SMALL_LINE_PX)
        room = make_room(box) if box.right <= limit else None
        line = Segment(x1=x, y1=plot.y, x2=x, y2=box.bottom)
        is_major = step.unit is Unit.YEAR or (day.month == 1 and day.day <= 7)
        ticks.append(Tick(date=day, unit=step.unit, is_major=is_major, line=line, room=room))
    if step.unit is Unit.YEAR:
        return tuple(ticks), ()
    days = tuple(dict.fromkeys((across.first, *YEARS[0].list_days(across.first, last))))
    xs = [across.place(day) for day in days]
    years = []
    for day, x, limit in zip(days, xs, [*xs[1:], plot.right], strict=True):
        box = Box(x=round_px(x + _INSET_PX), y=round_px(top + SMALL_LINE_PX), width=_YEAR_PX, height=SMALL_LINE_PX)
        line = Segment(x1=x, y1=plot.bottom, x2=x, y2=box.bottom)
        room = make_room(box) if box.right <= limit else None
        years.append(Tick(date=day, unit=Unit.YEAR, is_major=True, line=line, room=room))
    return tuple(ticks), tuple(years)


def lay_out_forecast_ticks(up: Scale, plot: Box) -> tuple[Tick, ...]:
    """Return the ticks at the left of the plot, the lowest and the first of each year being major."""
    step = choose_step(-up.px_per_day, _DENSEST_PX)
    listed = list(step.list_days(up.first, up.day_at(plot.y)))
    ticks: list[Tick] = []
    for day in listed:
        y = up.place(day)
        box = Box(x=0, y=round_px(y - SMALL_LINE_PX / 2), width=FORECAST_PX - 6, height=SMALL_LINE_PX)
        is_major = step.unit is Unit.YEAR or not ticks or ticks[-1].date.year != day.year
        line = Segment(x1=plot.x, y1=y, x2=plot.right, y2=y)
        room = make_room(box, Anchor.END) if box.y >= 0 else None
        ticks.append(Tick(date=day, unit=step.unit, is_major=is_major, line=line, room=room))
    return tuple(ticks)
