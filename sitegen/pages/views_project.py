"""The status page of one project, in the order in which a client asks."""

from datetime import date

from sitegen.pages.views_changes import ChangeSet
from sitegen.pages.views_figures import Aspect, Budget, HealthSpan, Progress, ServiceTarget, SideDelay
from sitegen.pages.views_head import Head, Person
from sitegen.pages.views_registers import (
    Action,
    ChangeRequest,
    Decision,
    Deliverable,
    Feedback,
    Issue,
    Need,
    Question,
    Risk,
)
from sitegen.pages.views_schedule import Drawings, End, NextMilestone, Phase, Team
from sitegen.pages.views_survey import SurveyLink
from sitegen.pages.views_updates import NextUpdate, UpdateBody
from sitegen.value import value


@value
class Brief:
    """The specification that all agreed on."""

    version: str | None = None
    """Its version."""
    dated: date | None = None
    """Its date."""
    href: str | None = None
    """The file."""
    sha256: str | None = None
    """The file's hash, by which anybody can tell that it is the agreed one."""


@value
class ProjectPage:
    """`project.html`: the status of one project, in the order in which a client asks."""

    head: Head
    """Title: the project's name."""
    name: str
    """The project's name."""
    summary: str | None
    """What it is, in a sentence."""
    is_open: bool
    """False once it is complete or on hold."""
    health: str | None
    """`not-started`, `on-track`, `at-risk`, `off-track`, `on-hold`, `complete`; none where nobody stated it."""
    health_since: date
    """Since when it has been so."""
    aspects: tuple[Aspect, ...]
    """The health of time, cost, scope and quality, where given."""
    start: date
    """When the project starts."""
    next_update: NextUpdate | None
    """When the next update is due; none where nobody promised one."""
    latest: UpdateBody | None
    """The last update; none while there is none."""
    changes: ChangeSet | None
    """What the last update changed; none while there is none or it changed nothing."""
    updates_href: str | None
    """All the updates; none while there is none."""
    needs: tuple[Need, ...]
    """What waits for the reader, the most urgent first."""
    needs_overdue: int
    """How many of them are overdue."""
    drawings: Drawings | None
    """The drawings of time; none without milestones."""
    phases: tuple[Phase, ...]
    """The milestones, by phase; a single phase without a title where no milestone names one."""
    next_milestone: NextMilestone | None
    """The open milestone that is due first."""
    end: End | None
    """The end as agreed and as it looks now; none where there is neither."""
    progress: Progress | None
    """How much is done."""
    budget: Budget | None
    """Hours or money."""
    service: tuple[ServiceTarget, ...]
    """Response times against what was promised."""
    service_hours: str | None
    """The hours that count, as written; none without a promise."""
    delays: tuple[SideDelay, ...]
    """The days that milestones moved, by side, the largest first; empty while nothing moved."""
    health_history: tuple[HealthSpan, ...]
    """How the health went, oldest first."""
    issues: tuple[Issue, ...]
    """Open ones first, then resolved ones."""
    risks: tuple[Risk, ...]
    """Open ones first, the gravest at the top."""
    actions: tuple[Action, ...]
    """Open actions of the others, by date."""
    deliverables: tuple[Deliverable, ...]
    """All but dropped ones."""
    change_requests: tuple[ChangeRequest, ...]
    """Proposed ones first."""
    decisions: tuple[Decision, ...]
    """Newest first."""
    feedback: tuple[Feedback, ...]
    """You said, we did."""
    questions: tuple[Question, ...]
    """Questions and answers."""
    goals: tuple[str, ...]
    """What the client wants from the project."""
    scope_in: tuple[str, ...]
    """What belongs to it."""
    scope_out: tuple[str, ...]
    """What does not."""
    brief: Brief | None
    """The specification that counts."""
    teams: tuple[Team, ...]
    """The people, ours first."""
    contact: Person | None
    """Whom to call."""
    surveys_asked: tuple[SurveyLink, ...]
    """Surveys that are asked now."""
    surveys_other: tuple[SurveyLink, ...]
    """The others, which can always be answered."""
    feed: str | None
    """The Atom feed."""
    calendar: str | None
    """The milestones as a calendar."""
