"""The drawings that themes draw from: everything placed, in px, with nothing left to compute."""

from datetime import date
from enum import StrEnum

from sitegen.timeline.marks import Mark, Series
from sitegen.timeline.shapes import Box, Label, Point, Room, Segment, make_room
from sitegen.timeline.sizes import LINE_PX
from sitegen.timeline.steps import Unit
from sitegen.value import value


class Orientation(StrEnum):
    """Which way time runs."""

    ACROSS = "across"
    UPRIGHT = "upright"


@value
class Tick:
    """One step of an axis; `room` is where its text goes, none where there is no place for one."""

    date: date
    unit: Unit
    is_major: bool
    """The first of its year (of years: each)."""
    line: Segment
    room: Room | None


@value
class Band:
    """A phase; `label` is its name, none where the same name stands at another band of it."""

    name: str
    index: int
    """Which of the phases by name this is, from 0 in order of time: for its shade."""
    box: Box
    label: Label | None
    leader: Segment | None
    """From the band to a label that does not stand right at it."""


@value
class Today:
    """The line of today, in pieces that leave texts free, and the room for its word."""

    lines: tuple[Segment, ...]
    room: Room


@value
class PlacedMark:
    """A milestone in its place."""

    mark: Mark
    at: Point
    title: Label
    date: Room
    """Where the theme writes its date, under the title."""
    bar: Box | None
    span: Box | None
    """All days that a vague date may mean: to be drawn with soft edges."""
    ghost: Point | None
    """The agreed date, where it is another."""
    moved: tuple[Point, ...]
    """The thin line from the ghost to the mark; empty without a ghost."""
    slip: Room | None
    """Where the theme writes `slip_days`."""
    leader: Segment | None
    """From the mark to its label, where they do not touch."""


@value
class Timeline:
    """A whole timeline, across or upright."""

    orientation: Orientation
    width: float
    height: float
    body: Box
    """Where the milestones stand: under the axis and its bands, or to the right of it."""
    axis: tuple[Segment, ...]
    """The line of time, and past the break the piece for what has no date."""
    break_at: Box | None
    """Where the axis is broken, before the milestones without a date."""
    ticks: tuple[Tick, ...]
    years: tuple[Tick, ...]
    """The upper row of the axis; empty where the ticks are years themselves."""
    today: Today | None
    bands: tuple[Band, ...]
    marks: tuple[PlacedMark, ...]
    """In order of time; those without a date last."""


@value
class TrendLine:
    """One milestone's forecasts."""

    series: Series
    index: int
    pieces: tuple[tuple[Point, ...], ...]
    """Polylines; `tbd` parts them, and a piece may be a single point."""
    kept: bool
    """Whether the date that holds is none later than the first, and has not passed unmet."""
    is_dated: bool
    """Whether a date holds at all; a line without one ends where it was lost, and has no mark there."""
    end: Point
    """The last point, for a mark."""
    title: Label
    leader: tuple[Point, ...]
    """From the last point to the label."""

    @property
    def date(self) -> Room:
        """Where a theme may write its date, under the title."""
        title = self.title
        below = Box(x=title.box.x, y=title.box.bottom, width=title.box.width, height=LINE_PX)
        return make_room(below, title.anchor)


@value
class Trend:
    """The milestone trend: reporting dates across, forecast dates up, later ones higher."""

    width: float
    height: float
    plot: Box
    reported_ticks: tuple[Tick, ...]
    years: tuple[Tick, ...]
    """The row under the reporting dates; empty where these are years themselves."""
    forecast_ticks: tuple[Tick, ...]
    """The major ones have room for their year too."""
    reached: Segment | None
    """Where forecast and reporting date are the same day: a line that meets it has come to its milestone."""
    lines: tuple[TrendLine, ...]
