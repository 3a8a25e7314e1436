"""What changed between two updates, as values that a template puts into words."""

from datetime import date

from sitegen.model import Due
from sitegen.value import value


@value
class Change:
    """One thing that an update changed, as it said then. Which fields are filled follows from the kind.

    `why` and `side` may stand with any item's change, and with a moved end; of several changes of one item, with one.

    | group | kind | fields beside title and href |
    | --- | --- | --- |
    | done | milestone-done | on, days (against what was agreed) |
    | done | action-done | on, who |
    | done | request-resolved | on |
    | done | feedback-done | |
    | done | deliverable-accepted | on, by |
    | moved | milestone-moved, end-moved (no title), action-moved | before, after, days |
    | moved | milestone-reopened, milestone-revived | after |
    | state | health-changed (no title), aspect-changed (title: its code) | code_before, code_after |
    | state | milestone-health | code_before, code_after |
    | state | progress (no title) | share_before, share_after |
    | state | budget-agreed, budget-used, budget-forecast (no title) | amount_before, amount_after, unit |
    | state | change-amended | amount_before, amount_after, unit |
    | new | milestone-new | after |
    | new | action-new | after, who |
    | new | issue-new, risk-new, deliverable-new, request-new, question-new, feedback-new | |
    | new | change-proposed | days, amount_after, unit |
    | new | deliverable-in-review | |
    | decided | decision | on, by |
    | decided | issue-decided | choice |
    | decided | change-accepted, change-declined | days, amount_after, unit |
    | decided | deliverable-rejected | |
    | closed | issue-resolved, issue-reopened, risk-closed, risk-happened, change-withdrawn | |
    | closed | milestone-dropped, deliverable-dropped, action-dropped | |
    """

    kind: str
    """What happened."""
    title: str | None = None
    """The item's title; none for what concerns the whole project."""
    href: str | None = None
    """Where the item stands on the project's page."""
    on: date | None = None
    """The day it happened, where that is known."""
    before: Due | None = None
    """The date it had."""
    after: Due | None = None
    """The date it has now."""
    days: int | None = None
    """Calendar days; negative is earlier."""
    why: str | None = None
    """The reason that was given."""
    side: str | None = None
    """With whom it lay: `us`, `client`, `agency`, `third-party`."""
    who: str | None = None
    """For an action whose it is: `us`, `client` or `agency`."""
    by: str | None = None
    """The person or body."""
    choice: str | None = None
    """The title of the option that was chosen."""
    code_before: str | None = None
    """The health it had."""
    code_after: str | None = None
    """The health it has now."""
    share_before: float | None = None
    """The share that was done."""
    share_after: float | None = None
    """The share that is done now."""
    amount_before: float | None = None
    """The amount it was."""
    amount_after: float | None = None
    """The amount it is now."""
    unit: str | None = None
    """The amounts' unit."""


@value
class ChangeGroup:
    """Changes of one nature; a group is never empty."""

    group: str
    """`done`, `moved`, `decided`, `new`, `closed` or `state`."""
    changes: tuple[Change, ...]
    """In order of appearance."""


@value
class ChangeSet:
    """All that one update changed."""

    since: date | None
    """The date of the update before; none for the first one."""
    until: date
    """The date of the update."""
    groups: tuple[ChangeGroup, ...]
    """Done, moved, decided, new, closed, state; empty ones left out."""
