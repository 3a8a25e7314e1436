"""Numbers to shapes: points, boxes, lines and rooms for text, in px to one decimal, y growing downwards."""

from collections.abc import Iterable
from enum import StrEnum

from sitegen.value import value

_set = object.__setattr__
"""How a shape that is never changed is made: each rounds its numbers, so that the same inputs give the same bytes."""


def round_px(value: float) -> float:
    """Round to one decimal, and never to a negative zero."""
    return round(value, 1) + 0.0


class Anchor(StrEnum):
    """Where a text stands by its x, in SVG's own words."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@value
class Point:
    """A place in the drawing."""

    x: float
    y: float

    def __init__(self, x: float, y: float) -> None:
        _set(self, "x", round_px(x))
        _set(self, "y", round_px(y))


@value
class Segment:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float

    def __init__(self, *, x1: float, y1: float, x2: float, y2: float) -> None:
        _set(self, "x1", round_px(x1))
        _set(self, "y1", round_px(y1))
        _set(self, "x2", round_px(x2))
        _set(self, "y2", round_px(y2))


@value
class Box:
    """An upright rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

    def __init__(self, *, x: float, y: float, width: float, height: float) -> None:
        _set(self, "x", round_px(x))
        _set(self, "y", round_px(y))
        _set(self, "width", round_px(width))
        _set(self, "height", round_px(height))

    @property
    def right(self) -> float:
        """The x of its right side."""
        return round_px(self.x + self.width)

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return round_px(self.y + self.height)

    def overlaps(self, other: "Box") -> bool:
        """Tell whether both share an area; touching sides do not."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@value
class Room:
    """A place kept free for one line of text that the theme writes: a date, a tick, `+14`."""

    box: Box
    x: float
    y: float
    """The baseline."""
    anchor: Anchor = Anchor.START

    def __init__(self, *, box: Box, x: float, y: float, anchor: Anchor = Anchor.START) -> None:
        _set(self, "box", box)
        _set(self, "x", round_px(x))
        _set(self, "y", round_px(y))
        _set(self, "anchor", anchor)


@value
class TextLine:
    """One line of a wrapped text; `y` is its baseline."""

    x: float
    y: float
    text: str

    def __init__(self, *, x: float, y: float, text: str) -> None:
        _set(self, "x", round_px(x))
        _set(self, "y", round_px(y))
        _set(self, "text", text)


@value
class Label:
    """A text wrapped to lines, and the box that holds them and nothing else."""

    box: Box
    anchor: Anchor
    lines: tuple[TextLine, ...]


def make_label(lines: Iterable[str], *, box: Box, anchor: Anchor = Anchor.START, line_px: float) -> Label:
    """Set lines of text into a box from its top down; `line_px` is the distance of two baselines."""
    x = anchor_x(box, anchor)
    baseline = box.y + line_px * BASELINE
    placed = tuple(TextLine(x=x, y=baseline + line_px * row, text=text) for row, text in enumerate(lines))
    return Label(box=box, anchor=anchor, lines=placed)


def make_room(box: Box, anchor: Anchor = Anchor.START) -> Room:
    """Keep a box free for one line of text."""
    return Room(box=box, x=anchor_x(box, anchor), y=box.y + box.height * BASELINE, anchor=anchor)


def anchor_x(box: Box, anchor: Anchor) -> float:
    """Return the x at which a text so anchored fills the box."""
    if anchor is Anchor.START:
        return box.x
    return box.right if anchor is Anchor.END else box.x + box.width / 2


BASELINE = 0.74
"""How far down a line of text its baseline lies, as a share of the line's height."""
