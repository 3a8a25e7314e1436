"""Milestones to a timeline that runs from left to right, for wide screens and paper."""

from collections.abc import Sequence
from datetime import date

from sitegen.timeline.axis import lay_out_ticks, lay_out_today, lay_out_years
from sitegen.timeline.bands import NAME_PX, lay_out_bands
from sitegen.timeline.drawing import Band, Orientation, PlacedMark, Timeline
from sitegen.timeline.frame import Range, Scale, find_range, fit_scale
from sitegen.timeline.marks import Mark, sort_marks
from sitegen.timeline.packing import Area, find_free_top, move_down
from sitegen.timeline.phases import find_phases
from sitegen.timeline.shapes import Box, Segment
from sitegen.timeline.sizes import DATE_PX, GAP_PX, MARK_RADIUS_PX, SMALL_LINE_PX, check_width
from sitegen.timeline.steps import choose_step
from sitegen.timeline.track import lay_out_track

_EDGE_PX = MARK_RADIUS_PX + 1
_BREAK_PX = 20.0
_UNDATED_PX = 170.0
"""What is kept at the right end for milestones without a date."""
_UNDATED_LEAST_PX = DATE_PX + 2 * MARK_RADIUS_PX + GAP_PX + 2
_COLUMN_GAP_PX = 12.0


def lay_out_timeline(
    marks: Sequence[Mark], today: date, start: date, end: date | None, *, width_px: float = 1040
) -> Timeline:
    """Lay milestones out along a line of time from left to right.

    `start` and `end` are the project's; the range shown grows where milestones lie outside it. Titles stand beside
    their marks, each pair as far down as it takes to touch no other. Raises `ValueError` for a width below 280.
    """
    check_width(width_px)
    ordered = sort_marks(marks)
    right = width_px
    if any(mark.day is None for mark in ordered):
        right -= _BREAK_PX + (_UNDATED_PX if width_px > 3 * _UNDATED_PX else _UNDATED_LEAST_PX)
    days = find_range(ordered, today, start, end)
    # Without the place for undated milestones, the last phase's name needs some room past the last day.
    scale = _fit_aligned(days, right - _EDGE_PX - (NAME_PX if right == width_px else 0))
    row = SMALL_LINE_PX + 2 if days.first <= today <= days.last else 0.0
    years = lay_out_years(scale, top=row, right=right)
    axis_y = row + (2 if years else 1) * (SMALL_LINE_PX + 3)
    ticks = lay_out_ticks(scale, top=row, axis_y=axis_y, right=right)
    bands = lay_out_bands(find_phases(ordered, start), scale, top=axis_y + 4, right=width_px)
    undated_x = right + _BREAK_PX + MARK_RADIUS_PX + 1
    top = _below(bands, axis_y)
    placed, bottom = _stack(ordered, scale, top, undated_x=undated_x, width=width_px)
    texts = [tick.room.box for tick in (*years, *ticks) if tick.room]
    texts += [band.label.box for band in bands if band.label]
    for each in placed:
        texts += [each.title.box, each.date.box, *([each.slip.box] if each.slip else [])]
    now = lay_out_today(scale.place(today), width=width_px, bottom=bottom, texts=texts) if row else None
    return Timeline(
        orientation=Orientation.ACROSS,
        width=width_px,
        height=bottom + 4,
        body=Box(x=0, y=top, width=width_px, height=bottom - top),
        axis=_axis(axis_y, right, width_px),
        break_at=Box(x=right, y=axis_y - 6, width=_BREAK_PX, height=12) if right < width_px else None,
        ticks=ticks,
        years=years,
        today=now,
        bands=bands,
        marks=placed,
    )


def _fit_aligned(days: Range, right: float) -> Scale:
    """Return the scale from the beginning of the step in which the range begins up to `right`."""
    scale = fit_scale(days, _EDGE_PX, right - _EDGE_PX)
    first = choose_step(scale.px_per_day).floor(days.first)
    return fit_scale(Range(first=first, last=days.last), _EDGE_PX, right - _EDGE_PX)


def _below(bands: Sequence[Band], axis_y: float) -> float:
    """Return where the tracks begin: under the axis, the bands and their names."""
    edges = [band.box.bottom for band in bands] + [band.label.box.bottom for band in bands if band.label]
    return max(edges, default=axis_y) + 4


def _stack(
    marks: Sequence[Mark], scale: Scale, top: float, *, undated_x: float, width: float
) -> tuple[tuple[PlacedMark, ...], float]:
    """Place every mark in the highest free place, in order of time; return them and the lower end of all."""
    taken: list[Area] = []
    placed = []
    for mark in marks:
        track = lay_out_track(mark, scale, undated_x=undated_x, width=width)
        areas = track.list_areas()
        down = find_free_top(areas, taken, _COLUMN_GAP_PX)
        taken += move_down(areas, down)
        placed.append(track.place(top + down))
    return tuple(placed), top + max((area.bottom for area in taken), default=0.0)


def _axis(y: float, right: float, width: float) -> tuple[Segment, ...]:
    """Return the line of time, and the piece past its break."""
    whole = Segment(x1=0, y1=y, x2=right, y2=y)
    if right == width:
        return (whole,)
    return (whole, Segment(x1=right + _BREAK_PX, y1=y, x2=width, y2=y))
