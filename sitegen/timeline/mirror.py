"""A drawing in, the same drawing turned over out: for readers whose time runs from right to left."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sitegen.timeline.drawing import Timeline, Trend
from sitegen.timeline.marks import Mark, Series
from sitegen.timeline.shapes import Anchor, Box, Label, Point, Room, Segment, TextLine, round_px

Drawing = TypeVar("Drawing", Timeline, Trend)

_OPPOSITE = {Anchor.START: Anchor.END, Anchor.MIDDLE: Anchor.MIDDLE, Anchor.END: Anchor.START}


def mirror(drawing: Drawing) -> Drawing:
    """Turn a drawing over from left to right; texts keep their boxes' widths and stand at the other end of them."""
    turned: Drawing = _turn_fields(drawing, drawing.width)
    return turned


def _turn(value: Any, width: float) -> Any:
    """Turn over a shape and whatever holds shapes; anything else stays as it is."""
    match value:
        case Point():
            return Point(x=round_px(width - value.x), y=value.y)
        case Segment():
            return replace(value, x1=round_px(width - value.x1), x2=round_px(width - value.x2))
        case Box():
            return replace(value, x=round_px(width - value.right))
        case TextLine():
            return replace(value, x=round_px(width - value.x))
        case Room():
            return replace(
                value, box=_turn(value.box, width), x=round_px(width - value.x), anchor=_OPPOSITE[value.anchor]
            )
        case Label():
            return Label(box=_turn(value.box, width), anchor=_OPPOSITE[value.anchor], lines=_turn(value.lines, width))
        case tuple():
            return tuple(_turn(each, width) for each in value)
        case Mark() | Series():
            return value
        case _:
            return _turn_fields(value, width) if is_dataclass(value) else value


def _turn_fields(value: Any, width: float) -> Any:
    """Turn over all that a value holds."""
    return replace(value, **{field.name: _turn(getattr(value, field.name), width) for field in fields(value)})
