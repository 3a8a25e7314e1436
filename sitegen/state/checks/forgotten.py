"""A milestone that is overdue and no longer spoken of."""

from collections.abc import Iterator

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about, format_days
from sitegen.state.checks.mentions import listen
from sitegen.state.schedule import MilestoneState


def forgotten(subject: Subject) -> Iterator[Finding]:
    """Find overdue milestones that neither of the last two updates mentions."""
    state = subject.state
    overdue = [milestone for milestone in state.milestones if milestone.state is MilestoneState.OVERDUE]
    last_two = [listen(report.update, state.audience) for report in state.reports[-2:]] if overdue else []
    for milestone in overdue:
        due, title = milestone.item.due.last, milestone.item.title
        if due is None or any(speech.mentions(Register.MILESTONES, milestone.id, title) for speech in last_two):
            continue
        late = format_days((state.day - due).days)
        message = f"'{milestone.id}' is {late} overdue and {_tell(len(last_two))} silent on it; say what became of it"
        yield about(Register.MILESTONES, milestone.id, message)


def _tell(count: int) -> str:
    return ("no update was written yet, so all is", "the only update is", "the last two updates are")[count]
