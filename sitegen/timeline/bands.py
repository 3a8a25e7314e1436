"""Phases to bands along the axis, each with its name in a place where it touches no other."""

from collections.abc import Sequence

from sitegen.timeline.drawing import Band
from sitegen.timeline.frame import Scale
from sitegen.timeline.lettering import measure_text, wrap_text
from sitegen.timeline.phases import Phase
from sitegen.timeline.shapes import Box, Label, Segment, make_label, round_px
from sitegen.timeline.sizes import BAR_PX, SMALL_LINE_PX, SMALL_PX

NAME_PX = 64.0
"""What a phase's name may count on to the right of where it begins."""
_WIDEST_PX = 160.0
_GAP_PX = 8.0


def lay_out_bands(phases: Sequence[Phase], scale: Scale, *, top: float, right: float) -> tuple[Band, ...]:
    """Place the bands in one row and their names under it; `right` is at least `NAME_PX` beyond the last day.

    A name stands under the beginning of its band, moved down where it would cover a later band's name or the line
    that leads there.
    """
    boxes = [_band_box(phase, scale, top) for phase in phases]
    names = tuple(dict.fromkeys(phase.name for phase in phases))
    labels: dict[int, Label] = {}
    for number in sorted(_find_named(phases, boxes), reverse=True):
        box = boxes[number]
        width = max(min(box.width - _GAP_PX, right - box.x), min(_WIDEST_PX, right - box.x))
        lines = wrap_text(phases[number].name, width, SMALL_PX)
        taken = max((measure_text(line, SMALL_PX) for line in lines), default=0.0)
        below = [label.box for label in labels.values() if label.box.x < box.x + taken + _GAP_PX]
        y = max((other.bottom for other in below), default=box.bottom + 2)
        room = Box(x=box.x, y=y, width=round_px(min(taken, right - box.x)), height=SMALL_LINE_PX * len(lines))
        labels[number] = make_label(lines, box=room, line_px=SMALL_LINE_PX)
    return tuple(
        Band(
            name=phase.name,
            index=names.index(phase.name),
            box=box,
            label=labels.get(number),
            leader=_lead(box, labels.get(number)),
        )
        for number, (phase, box) in enumerate(zip(phases, boxes, strict=True))
    )


def _band_box(phase: Phase, scale: Scale, top: float) -> Box:
    """Return the band itself, at least two px wide."""
    left = scale.place(phase.first)
    return Box(x=left, y=top, width=max(2.0, round_px(scale.place(phase.last) - left)), height=BAR_PX)


def _find_named(phases: Sequence[Phase], boxes: Sequence[Box]) -> set[int]:
    """Choose the bands that bear their name: all in which it fits, and of each other phase the widest."""
    fitting = {
        number
        for number, (phase, box) in enumerate(zip(phases, boxes, strict=True))
        if measure_text(phase.name, SMALL_PX) + _GAP_PX <= box.width
    }
    named = {phases[number].name for number in fitting}
    widest: dict[str, int] = {}
    for number, phase in enumerate(phases):
        best = widest.setdefault(phase.name, number)
        if boxes[number].width > boxes[best].width:
            widest[phase.name] = number
    return fitting | {number for name, number in widest.items() if name not in named}


def _lead(band: Box, label: Label | None) -> Segment | None:
    """Return the line from a band down to a name that does not stand right under it."""
    if not label or label.box.y <= band.bottom + 2:
        return None
    return Segment(x1=band.x, y1=band.bottom, x2=band.x, y2=label.box.y)
