"""The registers as pages show them: needs, issues, risks, deliverables, change requests, decisions and the rest."""

from datetime import date

from sitegen.pages.views_form import NeedForm
from sitegen.pages.views_head import Answer, Html, Link
from sitegen.value import value


@value
class Option:
    """One way out of an issue."""

    id: str
    """Its id."""
    title: str
    """What it is."""
    note: Html | None = None
    """More about it."""
    days: int | None = None
    """What it does to the date, in calendar days; negative is earlier."""
    amount: float | None = None
    """What it costs, in the unit beside; negative saves."""
    unit: str | None = None
    """The budget's unit."""
    is_recommended: bool = False
    """True where we advise it."""
    is_chosen: bool = False
    """True where it was decided."""


@value
class Need:
    """Something that waits for the reader."""

    kind: str
    """`action`, `issue` (decide), `change` (accept or decline) or `deliverable` (accept or reject)."""
    id: str
    """The item's id."""
    anchor: str
    """The need's place on the page, unique there."""
    title: str
    """What is needed."""
    why: Html | None = None
    """Why it matters."""
    due: date | None = None
    """By when; none where nobody said."""
    is_overdue: bool = False
    """True where that day is past."""
    days_late: int | None = None
    """By how many calendar days; none unless overdue."""
    answer: Answer | None = None
    """How to answer without a form."""
    answering: NeedForm | None = None
    """The form to answer with, where there is one."""
    details: Link | None = None
    """Where more about it stands on its project's page, titled as the item."""
    project: Link | None = None
    """The project it belongs to, on pages about more than one."""
    options: tuple[Option, ...] = ()
    """For an issue: the ways out."""
    days: int | None = None
    """For a change: what it does to the date, in calendar days."""
    amount: float | None = None
    """For a change: what it costs."""
    unit: str | None = None
    """The unit of amounts."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class Issue:
    """A problem, and what is done about it."""

    id: str
    """Its id; the anchor is `issue-<id>`."""
    title: str
    """What it is."""
    is_open: bool
    """True until it is resolved."""
    note: Html | None = None
    """More about it."""
    impact: str | None = None
    """`low`, `medium` or `high`."""
    response: Html | None = None
    """What we do about it."""
    owner: str | None = None
    """Who answers for it."""
    options: tuple[Option, ...] = ()
    """The ways out, side by side."""
    choice: str | None = None
    """The title of the way that was chosen."""
    decide_by: date | None = None
    """By when to choose."""
    is_overdue: bool = False
    """True where that day is past and nothing is decided."""
    days_late: int | None = None
    """By how many calendar days; none unless overdue."""
    closed: date | None = None
    """The date of the update that resolved it."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class Risk:
    """Something that may happen, and what is done about it."""

    id: str
    """Its id; the anchor is `risk-<id>`."""
    title: str
    """What may happen."""
    status: str
    """`open`, `closed` or `happened`."""
    note: Html | None = None
    """More about it."""
    likelihood: str | None = None
    """`low`, `medium` or `high`."""
    impact: str | None = None
    """`low`, `medium` or `high`."""
    response: Html | None = None
    """What we do about it."""
    owner: str | None = None
    """Who answers for it."""
    closed: date | None = None
    """The date of the update that closed it or said that it happened."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class Check:
    """One quality check of a deliverable."""

    title: str
    """What is checked."""
    passed: bool | None
    """Whether it passed; none where that is not yet known."""


@value
class Deliverable:
    """Something that is handed over."""

    id: str
    """Its id; the anchor is `deliverable-<id>`."""
    title: str
    """What it is."""
    status: str
    """`planned`, `in-review`, `accepted`, `rejected` or `dropped`."""
    note: Html | None = None
    """More about it."""
    href: str | None = None
    """Where it can be seen."""
    milestone: Link | None = None
    """The milestone it belongs to."""
    accepted: date | None = None
    """When it was accepted."""
    accepted_by: str | None = None
    """By whom."""
    owner: str | None = None
    """Who answers for it."""
    checks: tuple[Check, ...] = ()
    """Its quality checks."""
    checks_passed: int = 0
    """How many of them passed."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class ChangeRequest:
    """A change of what was agreed."""

    id: str
    """Its id; the anchor is `change-<id>`."""
    title: str
    """What changes."""
    status: str
    """`proposed`, `accepted`, `declined` or `withdrawn`."""
    note: Html | None = None
    """More about it."""
    days: int | None = None
    """What it does to the date, in calendar days."""
    amount: float | None = None
    """What it costs, in the unit beside."""
    unit: str | None = None
    """The budget's unit."""
    conditions: Html | None = None
    """What it depends on."""
    decide_by: date | None = None
    """By when to decide."""
    is_overdue: bool = False
    """True where that day is past and nothing is decided."""
    days_late: int | None = None
    """By how many calendar days; none unless overdue."""
    closed: date | None = None
    """The date of the update in which it was accepted, declined or withdrawn."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class Decision:
    """Something that was decided."""

    id: str
    """Its id; the anchor is `decision-<id>`."""
    title: str
    """What was decided."""
    decided: date | None = None
    """When."""
    by: str | None = None
    """By whom."""
    note: Html | None = None
    """Why, and under which conditions."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class Action:
    """An open piece of work that waits for somebody else than the reader."""

    id: str
    """Its id; the anchor is `action-<id>`."""
    title: str
    """What is to do."""
    who: str
    """`us`, `client` or `agency`."""
    owner: str | None = None
    """The person."""
    due: date | None = None
    """By when."""
    is_overdue: bool = False
    """True where that day is past."""
    days_late: int | None = None
    """By how many calendar days; none unless overdue."""
    note: Html | None = None
    """More about it."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class Question:
    """A question that clients ask, with its answer."""

    id: str
    """Its id; the anchor is `question-<id>`."""
    title: str
    """The question."""
    answer: Html
    """The answer."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""


@value
class Feedback:
    """What the client said, and what came of it."""

    id: str
    """Its id; the anchor is `feedback-<id>`."""
    title: str
    """What it is about."""
    heard: Html
    """What the client said."""
    did: Html | None = None
    """What we did."""
    is_done: bool = False
    """True where it is done."""
    only_for: str | None = None
    """`agency` or `internal` where the client may not see it."""
