"""Numbers to shapes: points, boxes, lines and rooms for text, in px to one decimal, y growing downwards.

Whoever makes a shape rounds its numbers: most are places on a scale, whole, or another shape's: round already.
"""

from collections.abc import Iterable
from enum import StrEnum

from sitegen.value import value

_SHIFT = 1.5 * 2**52
"""Added to a number, it leaves no place for a fraction: the sum is rounded to the nearest whole number."""


def round_px(value: float) -> float:
    """Round to one decimal, and never to a negative zero, as `round` does, which takes three times as long."""
    tenths = value * 10
    whole = tenths + _SHIFT - _SHIFT
    # Multiplied, a number that is nearly half a tenth may seem to be so: `round` knows better.
    if tenths - whole in (0.5, -0.5):
        return round(value, 1) + 0.0
    return whole / 10 + 0.0


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


@value
class Segment:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


@value
class Box:
    """An upright rectangle by its top left corner."""

    x: float
    y: float
    width: float
    height: float

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


@value
class TextLine:
    """One line of a wrapped text; `y` is its baseline."""

    x: float
    y: float
    text: str


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
    placed = [TextLine(x=x, y=round_px(baseline + line_px * row), text=text) for row, text in enumerate(lines)]
    return Label(box=box, anchor=anchor, lines=tuple(placed))


def make_room(box: Box, anchor: Anchor = Anchor.START) -> Room:
    """Keep a box free for one line of text."""
    return Room(box=box, x=anchor_x(box, anchor), y=round_px(box.y + box.height * BASELINE), anchor=anchor)


def anchor_x(box: Box, anchor: Anchor) -> float:
    """Return the x at which a text so anchored fills the box."""
    if anchor is Anchor.START:
        return box.x
    return box.right if anchor is Anchor.END else round_px(box.x + box.width / 2)


BASELINE = 0.74
"""How far down a line of text its baseline lies, as a share of the line's height."""
