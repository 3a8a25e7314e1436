"""A decision that was wanted by a day that is past."""

from collections.abc import Iterator
from datetime import date

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about, format_days


def decision_overdue(subject: Subject) -> Iterator[Finding]:
    """Find open issues and proposed changes whose `decide_by` is past and on which nothing is decided."""
    state = subject.state
    for item_id, issue in state.issues.items():
        if issue.status == "open" and issue.decision is None:
            yield from _look_at(Register.ISSUES, item_id, issue.decide_by, state.day)
    for item_id, change in state.changes.items():
        if change.status == "proposed":
            yield from _look_at(Register.CHANGES, item_id, change.decide_by, state.day)


def _look_at(register: Register, item_id: str, decide_by: date | None, day: date) -> Iterator[Finding]:
    if decide_by and decide_by < day:
        late = format_days((day - decide_by).days)
        message = f"'{item_id}' was to be decided by {decide_by}, {late} ago; ask, and record what was decided"
        yield about(register, item_id, message)
