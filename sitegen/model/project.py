"""A project as its files tell it: the plan that was agreed, and the updates since."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Annotated, Any, Literal

from sitegen.model.faults import fault
from sitegen.model.fields import (
    DAY_SCHEMA,
    ID_SCHEMA,
    Amount,
    Day,
    Flag,
    Hours,
    Id,
    Markdown,
    Percent,
    RelativePath,
    Sha256,
    Span,
    SpanOfDays,
    Text,
)
from sitegen.model.hours import parse_hours
from sitegen.model.reading import Shorthand
from sitegen.model.shape import shape
from sitegen.model.words import Audience, Health, Register, Side
from sitegen.source import Document, SourceFile
from sitegen.value import value

Patch = Mapping[str, Any]
"""The fields that a file gives to one item, typed; `None` clears a field."""
Registers = Mapping[Register, Mapping[str, Patch]]
"""By register, in the order of `Register`, and by item id, what one file says of each item."""

DEFAULT_HOURS = parse_hours("Mon-Fri 09:00-18:00")


@shape
class Scope:
    """What belongs to the project, and what does not."""

    in_: tuple[Text, ...] = ()
    """What is in."""
    out: tuple[Text, ...] = ()
    """What is out."""


@shape
class Budget:
    """Money or hours."""

    unit: Text = "hours"
    """`hours`, or a currency such as `EUR`."""
    agreed: Amount | None = None
    """What was agreed; accepted change requests add to it."""
    used: Amount | None = None
    """What is used so far."""
    forecast: Amount | None = None
    """What will be used in the end, as things stand."""


@shape
class Sla:
    """The response times that were promised."""

    answer: Span | None = None
    """How soon a request is answered: `4h` working hours, or `1d` working days."""
    resolve: Span | None = None
    """How soon it is resolved."""
    hours: Hours = DEFAULT_HOURS
    """When the clock runs: `Mon-Fri 09:00-18:00`."""


@shape
class Brief:
    """The specification that all agreed on."""

    version: Text | None = None
    """Which version counts."""
    date: Day | None = None
    """Its date."""
    file: RelativePath | None = None
    """Where it is, relative to project.yml."""
    sha256: Sha256 | None = None
    """The hash of the agreed file; another file is an error."""


@shape
class SurveyUse:
    """When the client is asked to fill in a survey."""

    when: Literal["always", "milestone", "complete"] | None = None
    """`always`, after a `milestone`, or once the project is `complete`."""
    every: SpanOfDays | None = None
    """Or again and again, counted from the project's start."""
    for_: SpanOfDays | None = None
    """For how long it is asked each time; 21d after a milestone or the end, 7d when repeated."""


@shape
class Aspects:
    """The health of the project's sides."""

    time: Health | None = None
    """How it stands with the dates."""
    cost: Health | None = None
    """How it stands with the budget."""
    scope: Health | None = None
    """How it stands with what was agreed."""
    quality: Health | None = None
    """How it stands with quality."""


_PERSON_LIST: Mapping[str, object] = {"type": "array", "items": ID_SCHEMA}


def _expand_team(team: object) -> object:
    """Read a list of persons as a map of person to nothing known of their hours."""
    if not isinstance(team, list) or not all(isinstance(person, str) for person in team):
        raise fault("bad-value", "a list of person ids, or a map of them to hours a week, is expected here")
    return dict.fromkeys(team)


@shape
class PlanHead:
    """The keys of project.yml, less the registers."""

    name: Text
    """The project's name."""
    summary: Text | None = None
    """What it is about, in a sentence."""
    start: Day
    """The day the project starts."""
    end: Day | None = None
    """The day it ends, as agreed."""
    health: Health | None = None
    """How it stands before the first update."""
    contact: Id | None = None
    """The person whom the client asks."""
    team: Annotated[Mapping[Id, Amount | None], Shorthand(_expand_team, _PERSON_LIST)] = field(default_factory=dict)
    """Who works on it: a list of persons, or a map of person to hours a week."""
    goals: tuple[Text, ...] = ()
    """What the client wants from it."""
    scope: Scope | None = None
    """What is in, and what is out."""
    budget: Budget | None = None
    """The money or the hours that were agreed."""
    sla: Sla | None = None
    """The response times that were promised."""
    cadence: SpanOfDays | None = None
    """How often the client was promised an update: `7d`, `14d`."""
    brief: Brief | None = None
    """The specification that all agreed on."""
    surveys: Mapping[Id, SurveyUse] | None = None
    """Which surveys the client is asked to fill in, and when."""
    visibility: Audience = Audience.CLIENT
    """Who may see the project at all."""


@shape
class EndMove:
    """A new end of the project, with its reason."""

    to: Day
    """The new end."""
    why: Text | None = None
    """The reason."""
    side: Side | None = None
    """With whom it lay."""


@shape
class UpdateHead:
    """The front matter of an update, less the registers."""

    headline: Text | None = None
    """The one thing to know."""
    author: Id | None = None
    """The person who wrote it."""
    health: Health | None = None
    """How the project stands."""
    aspects: Aspects | None = None
    """How its sides stand."""
    next_update: Day | None = None
    """When the next update comes, as promised."""
    progress: Percent | None = None
    """How far the project is, 0 to 100, where the milestones don't tell."""
    end: Annotated[EndMove, Shorthand(lambda day: {"to": day}, DAY_SCHEMA)] | None = None
    """A new end of the project: a date, or `{to, why, side}`."""
    budget: Budget | None = None
    """What is used, forecast or agreed now."""
    visibility: Audience = Audience.CLIENT
    """Who may see this update."""
    draft: Flag = False
    """Whether it waits; drafts are not published."""
    internal: Markdown | None = None
    """What only `internal` reads, in Markdown."""


@value
class Plan:
    """The plan as it was agreed."""

    head: PlanHead
    registers: Registers
    document: Document


@value
class Update:
    """One dated report."""

    id: str
    day: date
    headline: str | None = None
    author: str | None = None
    visibility: Audience = Audience.CLIENT
    is_draft: bool = False
    internal: str | None = None
    given: Patch = field(default_factory=dict)
    """The project's own fields that it names: health, aspects, next_update, progress, end, budget."""
    registers: Registers = field(default_factory=dict)
    document: Document

    @property
    def order(self) -> tuple[date, str]:
        """Updates count by date, then by id."""
        return (self.day, self.id)


@value
class Project:
    """A plan and its updates, in order."""

    id: str
    client_id: str
    folder: str
    """The project's folder, relative to the site's."""
    plan: Plan
    updates: tuple[Update, ...]
    files: tuple[SourceFile, ...] = ()

    @property
    def path(self) -> str:
        """How people name it: `client/project`."""
        return f"{self.client_id}/{self.id}"

    @property
    def documents(self) -> tuple[Document, ...]:
        """Its plan's file and its updates'."""
        return (self.plan.document, *(update.document for update in self.updates))
