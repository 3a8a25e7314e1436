"""Dates in, drawings of them out: pure numbers, from which a theme draws."""

from sitegen.timeline.across import lay_out_timeline
from sitegen.timeline.drawing import Band, Orientation, PlacedMark, Tick, Timeline, Today, Trend, TrendLine
from sitegen.timeline.marks import Forecast, Mark, Series
from sitegen.timeline.shapes import Anchor, Box, Label, Point, Room, Segment, TextLine
from sitegen.timeline.steps import Unit

__all__ = [
    "Anchor",
    "Band",
    "Box",
    "Forecast",
    "Label",
    "Mark",
    "Orientation",
    "PlacedMark",
    "Point",
    "Room",
    "Segment",
    "Series",
    "TextLine",
    "Tick",
    "Timeline",
    "Today",
    "Trend",
    "TrendLine",
    "Unit",
    "lay_out_timeline",
]
