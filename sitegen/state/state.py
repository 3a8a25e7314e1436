"""What is known of a project on a day, for an audience: the product's meaning, in one frozen value."""

from collections.abc import Mapping
from datetime import date

from sitegen.model import (
    Action,
    Aspects,
    Audience,
    Brief,
    Change,
    Decision,
    Deliverable,
    Feedback,
    Health,
    Issue,
    Item,
    PlanHead,
    Question,
    Request,
    Risk,
    Settings,
    Update,
)
from sitegen.state.budget import BudgetState
from sitegen.state.ledger import FieldChange, Key, Trace
from sitegen.state.needs import Need
from sitegen.state.response_times import SlaState
from sitegen.state.schedule import End, TrackedMilestone
from sitegen.value import value


@value
class Rules:
    """The site's settings that the fold goes by."""

    due_soon_days: int = 7
    stale_after_days: int = 10
    budget_alerts: tuple[float, ...] = (0.5, 0.75, 0.9)
    holidays: tuple[date, ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> "Rules":
        """Return those of a site."""
        return cls(
            due_soon_days=settings.due_soon,
            stale_after_days=settings.stale_after,
            budget_alerts=settings.budget_alerts,
            holidays=settings.holidays,
        )


@value
class NextUpdate:
    """The update that was promised."""

    due: date
    is_late: bool


@value
class SurveyState:
    """A survey of the project, and whether the client is asked to answer it on this day."""

    id: str
    is_asked: bool
    milestone: str | None = None
    """The milestone it asks about, where one done lately is the reason."""


@value
class Report:
    """One update as the audience sees it: what it says of the project, and what it changed."""

    update: Update
    health: Health | None
    """The health that this update gave."""
    changes: tuple[FieldChange, ...]
    items: Mapping[Key, Item]
    """The items that it changed, as it left them."""
    slips: Mapping[str, int | None]
    """By id, how many days later than agreed it left the milestones that it made, did or reopened."""


@value
class HealthSpan:
    """A time during which the health was the same."""

    since: date
    health: Health | None


@value
class State:
    """A project as it stands; registers are maps of id to item, in order of appearance."""

    client_id: str
    project_id: str
    day: date
    audience: Audience
    plan: PlanHead
    health: Health | None
    """None where it was never stated."""
    health_since: date
    health_history: tuple[HealthSpan, ...]
    aspects: Aspects
    headline: str | None
    """The last update's."""
    progress: float | None
    """The share that is done, 0 to 1."""
    end: End
    milestones: tuple[TrackedMilestone, ...]
    next_milestone: TrackedMilestone | None
    delay_by_side: Mapping[str, int]
    """Days by `us`, `client`, `agency`, `third-party` and `unstated`."""
    deliverables: Mapping[str, Deliverable]
    actions: Mapping[str, Action]
    risks: Mapping[str, Risk]
    issues: Mapping[str, Issue]
    changes: Mapping[str, Change]
    decisions: Mapping[str, Decision]
    requests: Mapping[str, Request]
    questions: Mapping[str, Question]
    feedback: Mapping[str, Feedback]
    budget: BudgetState | None
    sla: SlaState | None
    needs: tuple[Need, ...]
    """What waits for the audience; for `internal`, for us."""
    waits_for: Mapping[Audience, tuple[Need, ...]]
    """For `internal` alone: what waits for the client and for the agency."""
    next_update: NextUpdate | None
    is_stale: bool
    surveys: tuple[SurveyState, ...]
    reports: tuple[Report, ...]
    """The updates that the audience sees, oldest first."""
    history: tuple[FieldChange, ...]
    """Every change, in order."""
    narrow: Mapping[str, Audience]
    """By `register.id`, the items that the client may not see, and who may; empty for the client."""

    traces: Mapping[str, Trace]
    """By `register.id`, which files tell of each item."""

    @property
    def path(self) -> str:
        """How people name the project: `client/project`."""
        return f"{self.client_id}/{self.project_id}"

    @property
    def is_open(self) -> bool:
        """Tell whether work goes on: `complete` and `on-hold` projects are not open."""
        return self.health is None or self.health.is_open

    @property
    def unit(self) -> str:
        """The unit of amounts: the budget's, else hours."""
        return self.budget.unit if self.budget else "hours"

    @property
    def last_report(self) -> Report | None:
        """The newest update."""
        return self.reports[-1] if self.reports else None

    @property
    def brief(self) -> Brief | None:
        """The specification that counts."""
        return self.plan.brief
