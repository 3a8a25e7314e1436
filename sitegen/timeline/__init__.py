"""Dates in, drawings of them out: pure numbers, from which a theme draws."""

from sitegen.timeline.across import lay_out_timeline
from sitegen.timeline.drawing import Band, Orientation, PlacedMark, Tick, Timeline, Today, Trend, TrendLine
from sitegen.timeline.lettering import measure_text
from sitegen.timeline.marks import Forecast, Mark, Series
from sitegen.timeline.mirror import mirror
from sitegen.timeline.shapes import Anchor, Box, Label, Point, Room, Segment, TextLine
from sitegen.timeline.steps import Unit
from sitegen.timeline.trend import lay_out_trend
from sitegen.timeline.upright import lay_out_upright

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
    "lay_out_trend",
    "lay_out_upright",
    "measure_text",
    "mirror",
]
