"""A milestone that is overdue and no longer spoken of."""

from collections.abc import Iterator

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about, format_days
from sitegen.state.checks.mentions import is_mentioned
from sitegen.state.schedule import MilestoneState


def forgotten(subject: Subject) -> Iterator[Finding]:
    """Find overdue milestones that neither of the last two updates mentions."""
    state = subject.state
    last_two = [report.update for report in state.reports[-2:]]
    for milestone in state.milestones:
        due = milestone.item.due.last
        if milestone.state is not MilestoneState.OVERDUE or due is None:
            continue
        named = (Register.MILESTONES, milestone.id, milestone.item.title, state.audience)
        if not any(is_mentioned(update, *named) for update in last_two):
            late = format_days((state.day - due).days)
            message = (
                f"'{milestone.id}' is {late} overdue and the last two updates are silent on it; say what became of it"
            )
            yield about(Register.MILESTONES, milestone.id, message)
