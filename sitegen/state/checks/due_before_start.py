"""A milestone due before its project began: often a mistyped year."""

from collections.abc import Iterator

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about
from sitegen.state.schedule import MilestoneState


def due_before_start(subject: Subject) -> Iterator[Finding]:
    """Find milestones, dropped ones aside, that are due before the project's start."""
    start = subject.state.plan.start
    for milestone in subject.state.milestones:
        due = milestone.item.due
        if milestone.state is not MilestoneState.DROPPED and due.last and due.last < start:
            message = f"'{milestone.id}' is due {due}, before the project's start, {start}; mend the year, or the start"
            yield about(Register.MILESTONES, milestone.id, message)
