"""Milestones to a timeline that runs downwards, for phones: the line at the left, the titles in a column beside it."""

from collections.abc import Sequence
from datetime import date

from sitegen.timeline.column import BREAK_PX, TOP_PX, Block, Column, list_blocks, slip_needs_row, stack_blocks
from sitegen.timeline.drawing import Band, Orientation, PlacedMark, Timeline, Today
from sitegen.timeline.frame import find_range
from sitegen.timeline.lanes import assign_lanes
from sitegen.timeline.marks import Mark, sort_marks
from sitegen.timeline.phases import find_phases
from sitegen.timeline.shapes import Box, Point, Segment, make_label, make_room, round_px
from sitegen.timeline.sizes import (
    BAR_PX,
    DATE_PX,
    GAP_PX,
    LINE_PX,
    MARK_RADIUS_PX,
    SMALL_LINE_PX,
    TODAY_PX,
    check_width,
)
from sitegen.timeline.track import measure_slip
from sitegen.timeline.upright_ticks import TICKS_RIGHT_PX, lay_out_upright_ticks

_LANE_PX = 11.0
_MOST_LANES = 4
"""More would leave the titles no room; further ghosts and bars share a lane."""


def lay_out_upright(
    marks: Sequence[Mark], today: date, start: date, end: date | None, *, width_px: float = 340
) -> Timeline:
    """Lay milestones out along a line of time that runs downwards.

    Time is stretched where titles need the room and shortened where nothing happens, but always runs on. Ghosts, bars
    and spans stand in lanes left of the line. Raises `ValueError` for a width below 280.
    """
    check_width(width_px)
    ordered = sort_marks(marks)
    days = find_range(ordered, today, start, end)
    phases = find_phases(ordered, start)
    lane_count = min(_MOST_LANES, sum(1 for mark in ordered if mark.ghost_day or mark.bar_start or mark.vague_days))
    axis_x = TICKS_RIGHT_PX + GAP_PX + lane_count * _LANE_PX + MARK_RADIUS_PX
    text_x = axis_x + MARK_RADIUS_PX + GAP_PX + 2
    shown = today if days.first <= today <= days.last else None
    column = stack_blocks(list_blocks(ordered, phases, shown, width_px - text_x), days)
    reaches = [_reach(block, column) for block in column.blocks]
    lanes = assign_lanes(reaches, lane_count)
    lane_xs = [axis_x - MARK_RADIUS_PX - (lane + 0.5) * _LANE_PX for lane in lanes]
    undated = any(mark.day is None for mark in ordered)
    ticks, years = lay_out_upright_ticks(column, days, axis_x)
    reach = column.end + MARK_RADIUS_PX
    bottom = max(column.bottom, reach, *(tick.room.box.bottom for tick in (*ticks, *years) if tick.room)) + 4
    return Timeline(
        orientation=Orientation.UPRIGHT,
        width=width_px,
        height=bottom,
        body=Box(x=text_x, y=0, width=width_px - text_x, height=round_px(bottom)),
        axis=_axis(column, axis_x, round_px(bottom) if undated else None),
        break_at=Box(x=axis_x - 6, y=_break_y(column), width=12, height=BREAK_PX) if undated else None,
        ticks=ticks,
        years=years,
        today=_today(column, axis_x, text_x, width_px),
        bands=_bands(column, text_x, width_px),
        marks=tuple(
            _place_mark(block, block.mark, column, xs=(lane_x, axis_x, text_x, width_px), is_alone=not reach)
            for block, reach, lane_x in zip(column.blocks, reaches, lane_xs, strict=True)
            if block.mark
        ),
    )


def _reach(block: Block, column: Column) -> tuple[float, float] | None:
    """Return from where to where a mark's ghost, bar or span reaches along the line."""
    if not block.mark:
        return None
    days = (block.mark.ghost_day, block.mark.bar_start, block.mark.vague_days and block.mark.vague_days[0])
    heights = [column.place(day) for day in days if day]
    return (min(*heights, block.middle), max(*heights, block.middle)) if heights else None


def _place_mark(
    block: Block, mark: Mark, column: Column, *, xs: tuple[float, float, float, float], is_alone: bool
) -> PlacedMark:
    """Return a mark in its place; `xs` are those of its lane, the line, the texts and the right side.

    One that is alone has no ghost, bar or span in its lane.
    """
    lane_x, axis_x, text_x, right = xs
    at = Point(x=axis_x, y=round_px(block.middle))
    width = right - text_x
    title = Box(x=text_x, y=block.top, width=width, height=LINE_PX * len(block.lines))
    slip_width = measure_slip(mark) if mark.ghost_day else 0.0
    own_row = slip_needs_row(mark, width)
    date_box = Box(
        x=text_x, y=title.bottom, width=width if own_row or not slip_width else width - slip_width, height=LINE_PX
    )
    slip_y = date_box.bottom if own_row else date_box.y
    slip_x = text_x if own_row else min(text_x + DATE_PX, right - slip_width)
    ghost = Point(x=lane_x, y=column.place(mark.ghost_day)) if mark.ghost_day else None
    return PlacedMark(
        mark=mark,
        at=at,
        title=make_label(block.lines, box=title, line_px=LINE_PX),
        date=make_room(Box(x=text_x, y=date_box.y, width=min(date_box.width, DATE_PX), height=LINE_PX)),
        bar=_upright_box(lane_x, mark.bar_start, block, column),
        span=_upright_box(lane_x, mark.vague_days[0] if mark.vague_days else None, block, column),
        ghost=ghost,
        moved=(ghost, Point(x=lane_x, y=at.y), at) if ghost else (),
        slip=make_room(Box(x=slip_x, y=slip_y, width=slip_width, height=LINE_PX)) if slip_width else None,
        leader=Segment(x1=at.x if is_alone else lane_x, y1=at.y, x2=text_x - 3, y2=at.y),
    )


def _upright_box(x: float, first: date | None, block: Block, column: Column) -> Box | None:
    """Return a bar from a day down to a block's mark."""
    if not first:
        return None
    top = min(column.place(first), block.middle)
    return Box(x=x - BAR_PX / 2, y=round_px(top), width=BAR_PX, height=round_px(block.middle - top))


def _bands(column: Column, text_x: float, right: float) -> tuple[Band, ...]:
    """Return the phases along the left side, each from its name down to its last milestone."""
    heads = [block for block in column.blocks if block.phase]
    bottoms = {block.mark.id: block.bottom for block in column.blocks if block.mark}
    names = tuple(dict.fromkeys(block.phase.name for block in heads if block.phase))
    bands = []
    for head in heads:
        if head.phase:
            box = Box(x=text_x, y=head.top, width=right - text_x, height=SMALL_LINE_PX * len(head.lines))
            last = bottoms[head.phase.mark_ids[-1]]
            bands.append(
                Band(
                    name=head.phase.name,
                    index=names.index(head.phase.name),
                    box=Box(x=0, y=head.top, width=BAR_PX, height=round_px(last - head.top)),
                    label=make_label(head.lines, box=box, line_px=SMALL_LINE_PX),
                    leader=None,
                )
            )
    return tuple(bands)


def _today(column: Column, axis_x: float, text_x: float, right: float) -> Today | None:
    """Return the line of today, under its word among the titles."""
    for block in column.blocks:
        if not block.mark and not block.phase:
            room = make_room(Box(x=text_x, y=block.top, width=TODAY_PX, height=LINE_PX))
            y = round_px(block.middle)
            line = Segment(x1=axis_x - MARK_RADIUS_PX, y1=y, x2=right, y2=y)
            return Today(lines=(line,), room=room)
    return None


def _break_y(column: Column) -> float:
    """Return where the line of time breaks off: under all that has a date."""
    dated = [block.bottom for block in column.blocks if not block.mark or block.day]
    return round_px(max(column.end, *dated, TOP_PX))


def _axis(column: Column, x: float, undated_end: float | None) -> tuple[Segment, ...]:
    """Return the line of time, and the piece past its break."""
    if undated_end is None:
        return (Segment(x1=x, y1=0, x2=x, y2=column.end),)
    cut = _break_y(column)
    return (Segment(x1=x, y1=0, x2=x, y2=cut), Segment(x1=x, y1=round_px(cut + BREAK_PX), x2=x, y2=undated_end))
