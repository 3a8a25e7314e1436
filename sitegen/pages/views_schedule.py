"""The schedule as pages show it: milestones with their moves, the drawings of time, the end."""

from datetime import date

from sitegen.model import Due
from sitegen.pages.views_head import Html, Person
from sitegen.timeline import Timeline, Trend
from sitegen.value import value


@value
class Move:
    """One change of a date that had been given."""

    on: date
    """The date of the update that told of it."""
    before: Due
    """The date that was given until then."""
    after: Due
    """The date that was given from then on."""
    days: int | None = None
    """Calendar days from one to the other, negative where it became earlier; none to or from no date at all."""
    why: str | None = None
    """The reason that was given."""
    side: str | None = None
    """With whom it lay: `us`, `client`, `agency`, `third-party`; none where nobody said."""
    href: str | None = None
    """The update that told of it."""


@value
class Milestone:
    """A milestone with all that is known about its date."""

    id: str
    """Its id; the page's anchor is `milestone-<id>`."""
    title: str
    """Its title."""
    state: str
    """`done`, `overdue`, `due-soon`, `upcoming` or `dropped`."""
    due: Due
    """When it is due now."""
    baseline: Due | None = None
    """When it was due as agreed; none while it never had a date."""
    start: date | None = None
    """When work on it starts, where it is drawn as a bar."""
    done: date | None = None
    """When it was done."""
    slip_days: int | None = None
    """Calendar days later (negative: earlier) than agreed."""
    days_late: int | None = None
    """Calendar days past its due date; none unless overdue."""
    progress: float | None = None
    """Share done, 0 to 1, where it was given."""
    health: str | None = None
    """Its own health, where it was given."""
    phase: str | None = None
    """The phase that it belongs to."""
    owner: str | None = None
    """Who answers for it."""
    note: Html | None = None
    """What it means."""
    moves: tuple[Move, ...] = ()
    """Every change of its date, oldest first."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class Phase:
    """The milestones of one phase, for the table."""

    title: str | None
    """The phase's name; none for milestones without one."""
    milestones: tuple[Milestone, ...]
    """In order of their dates."""


@value
class Drawings:
    """The drawings of time, placed in px, which a template draws as SVG."""

    across: Timeline
    """The milestones from left to right, for wide screens and paper."""
    upright: Timeline
    """The milestones downwards, for phones."""
    trend: Trend | None = None
    """The milestone trend, for wide screens and paper; none while nothing moved."""
    trend_narrow: Trend | None = None
    """The same for phones."""
    legend: tuple[str, ...] = ()
    """What occurs in the first two: states, then `agreed`, `later`, `earlier`, `work`, `vague`, `undated`."""
    trend_legend: tuple[str, ...] = ()
    """What occurs in the trend: `kept`, `went`, `late`, `reached`."""


@value
class End:
    """The project's end as agreed and as it looks now."""

    baseline: date | None = None
    """As agreed."""
    forecast: date | None = None
    """As it looks now; none where it is no longer known."""
    slip_days: int | None = None
    """Calendar days between the two; negative is early."""
    is_reached: bool = False
    """True where the project is complete: the forecast is then the day it ended."""
    today_share: float | None = None
    """For a small drawing: where the page's day lies, 0 to 1, from the project's start to the later of both ends."""
    baseline_share: float | None = None
    """Where the agreed end lies on the same scale."""
    forecast_share: float | None = None
    """Where the end lies as it looks now."""
    moves: tuple[Move, ...] = ()
    """Each time the end itself was moved, oldest first."""


@value
class NextMilestone:
    """The open milestone that is due first."""

    title: str
    """Its title."""
    due: Due
    """When it is due."""
    state: str
    """`overdue`, `due-soon` or `upcoming`."""
    days_late: int | None = None
    """Calendar days past its due date; none unless overdue."""
    href: str | None = None
    """Where it stands in the timeline's table."""


@value
class Team:
    """The people of one side."""

    side: str
    """`us`, `client` or `agency`."""
    name: str
    """The firm's, client's or agency's name."""
    people: tuple[Person, ...]
    """The one to call first."""
