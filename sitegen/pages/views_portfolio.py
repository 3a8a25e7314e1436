"""The portfolio: the head of delivery's morning page."""

from datetime import date

from sitegen.pages.views_feedback import ClientFeedback, FeedbackFigure
from sitegen.pages.views_figures import Budget, HealthSpan, SideDelay
from sitegen.pages.views_head import Head, Link
from sitegen.pages.views_schedule import End, NextMilestone
from sitegen.pages.views_updates import NextUpdate
from sitegen.value import value


@value
class Finding:
    """One thing that a check found about a project."""

    rule: str
    """The check's name, such as `watermelon`."""
    message: str
    """What it found, in English as `sitegen check` says it."""
    is_error: bool
    """True where it stops a build."""


@value
class Waiting:
    """What waits for one side."""

    count: int
    """How many things."""
    overdue: int
    """How many of them are overdue."""
    longest_days: int | None
    """For how many calendar days the oldest has waited; none where nothing does."""


@value
class PortfolioRow:
    """One project in the portfolio."""

    client: str
    """The client's name."""
    agency: str | None
    """The agency's name."""
    importance: str | None
    """`key`, `regular` or `one-off`."""
    project: Link
    """The project and its page."""
    is_open: bool
    """False once it is complete or on hold."""
    health: str | None
    """Its health."""
    health_since: date
    """Since when it has been so."""
    health_history: tuple[HealthSpan, ...]
    """How it went."""
    is_watermelon: bool
    """True where a check doubts the health: green outside, red inside."""
    updated: date | None
    """The date of the last update."""
    silent_days: int
    """Calendar days since the last update, or since the start."""
    is_stale: bool
    """True where that is longer than allowed."""
    next_update: NextUpdate | None
    """When the next one is due."""
    next_milestone: NextMilestone | None
    """The open milestone that is due first."""
    end: End | None
    """The end as agreed and as it looks now."""
    delays: tuple[SideDelay, ...]
    """The days that milestones moved, by side."""
    budget: Budget | None
    """Hours or money."""
    waits_us: Waiting
    """What waits for the firm."""
    waits_client: Waiting
    """What waits for the client."""
    waits_agency: Waiting
    """What waits for the agency."""
    findings: tuple[Finding, ...]
    """What the checks found, watermelons first."""
    feedback: FeedbackFigure | None
    """The newest figure of what was answered about it; none before `sitegen feedback pull` told any."""


@value
class Load:
    """How much of a person's week is planned."""

    name: str
    """The person."""
    hours: float
    """Hours a week in open projects."""
    capacity: float | None
    """Hours a week there are; none where nobody said."""
    share: float | None
    """Planned of available."""
    is_over: bool
    """True where more is planned than there is."""
    excess: float | None
    """By how many hours a week; none unless over."""
    projects: tuple[Link, ...]
    """The projects."""


@value
class HealthCount:
    """How many projects have one health."""

    health: str | None
    """The health; none where none was stated."""
    count: int
    """How many projects."""


@value
class PortfolioPage:
    """`portfolio.html`: every project at a glance, trouble first."""

    head: Head
    """Title: the firm's name."""
    rows: tuple[PortfolioRow, ...]
    """Those with a watermelon first, then by health from off track on, then by importance."""
    first: PortfolioRow | None = None
    """The one to look at first: in trouble, else with a finding; none where there is neither."""
    healths: tuple[HealthCount, ...]
    """How many of them have which health, from off track on."""
    feedback: tuple[ClientFeedback, ...]
    """What each client's answers came to."""
    feedback_as_of: date | None
    """The day on which answers were counted; none before `sitegen feedback pull`."""
    loads: tuple[Load, ...]
    """Who has how much to do, the most loaded first."""
    csv: str
    """The same as a table for spreadsheets."""
    json: str
    """The same for programs."""
