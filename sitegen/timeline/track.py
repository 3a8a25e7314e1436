"""One mark and a scale to its track: where it, its ghost, its bar and its texts stand, still without a height."""

from math import ceil

from sitegen.timeline.drawing import PlacedMark
from sitegen.timeline.frame import Scale
from sitegen.timeline.lettering import measure_text, wrap_text
from sitegen.timeline.marks import Mark
from sitegen.timeline.packing import Area
from sitegen.timeline.shapes import Anchor, Box, Point, Room, make_label, make_room, round_px
from sitegen.timeline.sizes import BAR_PX, DATE_PX, GAP_PX, LINE_PX, MARK_RADIUS_PX, SMALL_LINE_PX, SMALL_PX, TITLE_PX
from sitegen.value import value

_TITLE_WIDEST_PX = 190.0
_HEAD_PX = 15.0
"""Above each track, for the slip, or for air."""
_NEAR_PX = 24.0
"""How far a track may reach past its mark on the side on which the texts stand."""
_MARK_Y = _HEAD_PX + LINE_PX / 2


@value
class Track:
    """What a mark takes up from its top on, and how it is placed there."""

    mark: Mark
    x: float
    ghost_x: float | None
    bar: tuple[float, float] | None
    span: tuple[float, float] | None
    lines: tuple[str, ...]
    text_x: float
    text_y: float
    text_width: float
    anchor: Anchor
    slip_x: float
    slip_width: float

    def list_areas(self) -> list[Area]:
        """Return what the track takes up, from its top on."""
        edges = [self.x - MARK_RADIUS_PX, self.x + MARK_RADIUS_PX, *(self.bar or ()), *(self.span or ())]
        if self.ghost_x is not None:
            edges += [self.ghost_x - MARK_RADIUS_PX, self.ghost_x + MARK_RADIUS_PX]
        text_bottom = self.text_y + LINE_PX * (len(self.lines) + 1)
        areas = [
            Area(min(edges), max(edges), 0, _HEAD_PX + LINE_PX),
            Area(self.text_x, self.text_x + self.text_width, 0, text_bottom),
        ]
        if self.slip_width:
            areas.append(Area(self.slip_x, self.slip_x + self.slip_width, 0, _HEAD_PX))
        return areas

    def place(self, top: float) -> PlacedMark:
        """Return the mark in its place, at a height."""
        y = top + _MARK_Y
        x = round_px(self.text_x)
        title = Box(x=x, y=top + self.text_y, width=self.text_width, height=LINE_PX * len(self.lines))
        date = Box(x=x, y=title.bottom, width=self.text_width, height=LINE_PX)
        at = Point(x=self.x, y=y)
        ghost = Point(x=self.ghost_x, y=y) if self.ghost_x is not None else None
        return PlacedMark(
            mark=self.mark,
            at=at,
            title=make_label(self.lines, box=title, anchor=self.anchor, line_px=LINE_PX),
            date=make_room(date, self.anchor),
            bar=_flat_box(self.bar, y),
            span=_flat_box(self.span, y),
            ghost=ghost,
            moved=(ghost, at) if ghost else (),
            slip=self._place_slip(top) if self.slip_width else None,
            leader=None,
        )

    def _place_slip(self, top: float) -> Room:
        box = Box(x=round_px(self.slip_x), y=top, width=self.slip_width, height=SMALL_LINE_PX)
        return make_room(box, Anchor.MIDDLE)


def _flat_box(ends: tuple[float, float] | None, y: float) -> Box | None:
    """Return a bar around a height."""
    return Box(x=ends[0], y=y - BAR_PX / 2, width=round_px(ends[1] - ends[0]), height=BAR_PX) if ends else None


def lay_out_track(mark: Mark, scale: Scale, *, undated_x: float, width: float) -> Track:
    """Return the track of a mark: its texts to its right, else to its left, else under it."""
    x = scale.place(mark.day) if mark.day else undated_x
    ghost_x = scale.place(mark.ghost_day) if mark.ghost_day else None
    bar = (scale.place(mark.bar_start), x) if mark.bar_start else None
    span = (scale.place(mark.vague_days[0]), x) if mark.vague_days else None
    widest = _TITLE_WIDEST_PX if mark.day else width - x - MARK_RADIUS_PX - GAP_PX
    lines = wrap_text(mark.title, widest, TITLE_PX)
    text_width = float(ceil(max(DATE_PX, *(measure_text(line, TITLE_PX) for line in lines), 0.0)))
    edges = [x, *(bar or ()), *(span or ()), *([] if ghost_x is None else [ghost_x])]
    text_x, text_y, anchor = _place_text(x, edges, min(text_width, max(widest, DATE_PX)), width)
    slip_width = measure_slip(mark) if ghost_x is not None else 0.0
    middle = (x + (x if ghost_x is None else ghost_x)) / 2
    return Track(
        mark=mark,
        x=x,
        ghost_x=ghost_x,
        bar=bar,
        span=span,
        lines=lines,
        text_x=text_x,
        text_y=text_y,
        text_width=min(text_width, max(widest, DATE_PX)),
        anchor=anchor,
        slip_x=min(max(0.0, middle - slip_width / 2), width - slip_width),
        slip_width=slip_width,
    )


def measure_slip(mark: Mark) -> float:
    """Return what `+14` takes, with room for a unit's letter; nothing where nothing slipped."""
    if not mark.slip_days:
        return 0.0
    return float(ceil(measure_text(f"{mark.slip_days:+d} d", SMALL_PX)))


def _place_text(x: float, edges: list[float], text_width: float, width: float) -> tuple[float, float, Anchor]:
    """Return left side, height and anchor of a mark's texts: beside the mark where nothing lies between, else under."""
    reach = MARK_RADIUS_PX + GAP_PX
    right, left = max(edges) + reach, min(edges) - reach - text_width
    if max(edges) - x <= _NEAR_PX and right + text_width <= width:
        return right, _HEAD_PX, Anchor.START
    if x - min(edges) <= _NEAR_PX and left >= 0:
        return left, _HEAD_PX, Anchor.END
    if x - MARK_RADIUS_PX + text_width <= width:
        return max(0.0, x - MARK_RADIUS_PX), _HEAD_PX + LINE_PX, Anchor.START
    return max(0.0, min(width, x + MARK_RADIUS_PX) - text_width), _HEAD_PX + LINE_PX, Anchor.END
