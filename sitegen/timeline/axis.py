"""A scale to the marks along it: ticks with rooms for their text, years above them, and the line of today."""

from collections.abc import Sequence
from datetime import date

from sitegen.timeline.drawing import Tick, Today
from sitegen.timeline.frame import Scale
from sitegen.timeline.shapes import Anchor, Box, Segment, make_room, round_px
from sitegen.timeline.sizes import SMALL_LINE_PX, TODAY_PX
from sitegen.timeline.steps import YEARS, Step, Unit, choose_step, finer_step

_INSET_PX = 4.0
"""Between a tick and its text, which stands to its right: it names the time that begins there."""
_FINEST_PX = 6.0
"""Unlabelled ticks are no closer than this."""
_YEAR_PX = 44.0


def lay_out_ticks(scale: Scale, *, top: float, axis_y: float, right: float) -> tuple[Tick, ...]:
    """Place ticks between the scale's origin and `right`, those with text and, where there is room, finer ones."""
    step = choose_step(scale.px_per_day)
    last = scale.day_at(right)
    labelled = [(day, scale.place(day)) for day in step.list_days(scale.first, last)]
    box_y = axis_y - SMALL_LINE_PX - 3
    ticks = []
    for number, (day, x) in enumerate(labelled):
        limit = labelled[number + 1][1] if number + 1 < len(labelled) else right
        box = Box(x=round_px(x + _INSET_PX), y=box_y, width=step.text_px, height=SMALL_LINE_PX)
        room = make_room(box) if box.right <= limit else None
        line = Segment(x1=x, y1=top if _is_major(step, day) else box_y, x2=x, y2=axis_y)
        ticks.append(Tick(date=day, unit=step.unit, is_major=_is_major(step, day), line=line, room=room))
    return tuple(sorted((*ticks, *_finer_ticks(scale, step, last, axis_y)), key=lambda tick: tick.date))


def _finer_ticks(scale: Scale, step: Step, last: date, axis_y: float) -> list[Tick]:
    """Return the unlabelled ticks between the labelled ones."""
    finer = finer_step(step)
    if not finer or finer.days * scale.px_per_day < _FINEST_PX:
        return []
    labelled = set(step.list_days(scale.first, last))
    ticks = []
    for day in finer.list_days(scale.first, last):
        if day not in labelled:
            x = scale.place(day)
            line = Segment(x1=x, y1=axis_y - 4, x2=x, y2=axis_y)
            ticks.append(Tick(date=day, unit=finer.unit, is_major=False, line=line, room=None))
    return ticks


def _is_major(step: Step, day: date) -> bool:
    """Tell whether a tick is the first of its year."""
    return step.unit is Unit.YEAR or (day.month == 1 and day.day <= (7 if step.unit is Unit.WEEK else 1))


def lay_out_years(scale: Scale, *, top: float, right: float) -> tuple[Tick, ...]:
    """Place the upper row: the year in which the scale begins, then each new one; none where the ticks are years."""
    if choose_step(scale.px_per_day).unit is Unit.YEAR:
        return ()
    days = dict.fromkeys((scale.first, *YEARS[0].list_days(scale.first, scale.day_at(right))))
    places = [(day, scale.place(day)) for day in days]
    years = []
    for number, (day, x) in enumerate(places):
        limit = places[number + 1][1] if number + 1 < len(places) else right
        box = Box(x=round_px(x + _INSET_PX), y=top, width=_YEAR_PX, height=SMALL_LINE_PX)
        room = make_room(box) if box.right <= limit else None
        line = Segment(x1=x, y1=top, x2=x, y2=top + SMALL_LINE_PX)
        years.append(Tick(date=day, unit=Unit.YEAR, is_major=True, line=line, room=room))
    return tuple(years)


def lay_out_today(x: float, *, width: float, bottom: float, texts: Sequence[Box]) -> Today:
    """Place the word of today at the top, and the line of it from there to the bottom, broken where texts stand."""
    left = min(max(0.0, x - TODAY_PX / 2), width - TODAY_PX)
    anchor = Anchor.MIDDLE
    if left != x - TODAY_PX / 2:
        anchor = Anchor.START if left == 0 else Anchor.END
    room = make_room(Box(x=round_px(left), y=0, width=TODAY_PX, height=SMALL_LINE_PX), anchor)
    crossed = sorted((box for box in texts if box.x - 2 < x < box.right + 2), key=lambda box: box.y)
    lines, y = [], room.box.bottom + 2
    for box in crossed:
        if box.y > y:
            lines.append(Segment(x1=x, y1=y, x2=x, y2=box.y))
        y = max(y, box.bottom)
    if bottom > y:
        lines.append(Segment(x1=x, y1=y, x2=x, y2=bottom))
    return Today(lines=tuple(lines), room=room)
