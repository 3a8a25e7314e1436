"""The items of the registers: what each kind holds."""

from collections.abc import Mapping
from typing import Literal

from sitegen.model.fields import (
    Amount,
    AnyNumber,
    Day,
    DueDate,
    Flag,
    Id,
    Markdown,
    Moment,
    Percent,
    Text,
    Whole,
)
from sitegen.model.shape import shape
from sitegen.model.words import Audience, Health, Register

Level = Literal["low", "medium", "high"]


@shape
class Item:
    """What every item has."""

    title: Text
    """What it is, in one line; required where the id first appears."""
    note: Markdown | None = None
    """More about it, in Markdown."""
    owner: Text | None = None
    """Who sees to it: a person's id, or text."""
    visibility: Audience | None = None
    """Who may see it; without one, whoever may see the update that created it."""


@shape
class Milestone(Item):
    """A result with a date."""

    due: DueDate
    """When it is due: a day, or as vague as the truth: `2026-12`, `2026-Q4`, `tbd`."""
    start: Day | None = None
    """When work on it begins; it is then drawn as a bar."""
    done: Day | None = None
    """The day it was done."""
    phase: Text | None = None
    """The phase of the project that it belongs to."""
    weight: Amount = 1
    """How much it counts in the project's progress."""
    progress: Percent | None = None
    """How far it is, 0 to 100."""
    health: Health | None = None
    """How it stands."""
    baseline: DueDate | None = None
    """The date agreed at first, where that is not the first `due`."""
    status: Literal["dropped"] | None = None
    """`dropped` when it is no longer wanted."""


@shape
class QualityCheck:
    """One thing that was checked about a deliverable."""

    check: Text
    """What was checked."""
    passed: Flag
    """Whether it passed."""


@shape
class Deliverable(Item):
    """Something that is handed over and accepted."""

    milestone: Id | None = None
    """The milestone it belongs to."""
    url: Text | None = None
    """Where to find it: a URL, or a path to one of the project's files."""
    status: Literal["planned", "in-review", "accepted", "rejected", "dropped"] = "planned"
    """Where it stands; in review is handed over and not yet accepted."""
    accepted: Day | None = None
    """The day it was accepted."""
    accepted_by: Text | None = None
    """Who accepted it: a person's id, or text."""
    quality: tuple[QualityCheck, ...] = ()
    """What was checked before it was handed over."""


@shape
class Action(Item):
    """Something that somebody must do."""

    who: Literal["client", "agency", "us"] = "client"
    """Who must do it."""
    due: Day | None = None
    """By when."""
    done: Day | None = None
    """The day it was done."""
    status: Literal["dropped"] | None = None
    """`dropped` when it is no longer needed."""


@shape
class Risk(Item):
    """Something that may go wrong."""

    likelihood: Level | None = None
    """How likely it is."""
    impact: Level | None = None
    """How bad it would be."""
    response: Markdown | None = None
    """What we do about it."""
    status: Literal["open", "closed", "happened"] = "open"
    """Whether it may still happen."""


@shape
class Option:
    """One way out of an issue."""

    title: Text
    """The way out, in one line."""
    note: Markdown | None = None
    """More about it, in Markdown."""
    days: Whole | None = None
    """What it does to the date, in days."""
    amount: AnyNumber | None = None
    """What it costs, in the budget's unit."""
    recommended: Flag = False
    """Whether this is the one that we advise."""


@shape
class Issue(Item):
    """Something that has gone wrong."""

    impact: Level | None = None
    """How bad it is."""
    response: Markdown | None = None
    """What we do about it."""
    options: Mapping[Id, Option] | None = None
    """The ways out, for the client to choose from."""
    decide_by: Day | None = None
    """By when one must be chosen."""
    decision: Id | None = None
    """The option that was chosen."""
    status: Literal["open", "resolved"] = "open"
    """Whether it is still a problem."""


@shape
class Change(Item):
    """A change request."""

    days: Whole | None = None
    """What it does to the date, in days; may be negative."""
    amount: AnyNumber | None = None
    """What it costs, in the budget's unit; may be negative."""
    conditions: Markdown | None = None
    """On what conditions."""
    decide_by: Day | None = None
    """By when it must be decided."""
    status: Literal["proposed", "accepted", "declined", "withdrawn"] = "proposed"
    """What became of it."""


@shape
class Decision(Item):
    """Something that was decided."""

    decided: Day | None = None
    """The day of the decision."""
    by: Text | None = None
    """Who decided: a person's id, or text."""


@shape
class Request(Item):
    """Something that the client asked for, whose response time counts."""

    asked: Moment
    """When it was asked, in the site's time zone."""
    answered: Moment | None = None
    """When it was answered."""
    resolved: Moment | None = None
    """When it was resolved."""


@shape
class Question(Item):
    """A question that clients ask, with its answer."""

    answer: Markdown
    """The answer."""


@shape
class Feedback(Item):
    """What the client said, and what we did about it."""

    heard: Markdown
    """What we heard, in the client's words or ours."""
    did: Markdown | None = None
    """What we did."""
    status: Literal["open", "done"] = "open"
    """Whether it is done."""


ITEM_SHAPES: Mapping[Register, type[Item]] = {
    Register.MILESTONES: Milestone,
    Register.DELIVERABLES: Deliverable,
    Register.ACTIONS: Action,
    Register.RISKS: Risk,
    Register.ISSUES: Issue,
    Register.CHANGES: Change,
    Register.DECISIONS: Decision,
    Register.REQUESTS: Request,
    Register.QUESTIONS: Question,
    Register.FEEDBACK: Feedback,
}

CLOSING_DATES = ("done", "accepted", "decided", "answered", "resolved")
"""Fields that tell what has happened, and so can't be later than the update that tells it."""
