"""Green outside, red inside: the health says on-track, and what the project shows says otherwise."""

from collections.abc import Iterator, Sequence
from datetime import date

from sitegen.model import Health, Register
from sitegen.state.budget import BudgetState
from sitegen.state.checks.finding import Finding, Subject, about, format_days
from sitegen.state.schedule import MilestoneState, TrackedMilestone
from sitegen.state.state import Report, State

BUT = "the health says on-track, but"
ADVICE = "say at-risk or off-track in an update"


def watermelon(subject: Subject) -> Iterator[Finding]:
    """Find what is late, overspent or moved while the health says on-track."""
    state = subject.state
    if state.health is not Health.ON_TRACK:
        return
    for milestone in state.milestones:
        yield from _look_at_milestone(milestone, state)
    if state.budget and state.budget.is_flagged:
        yield Finding(message=f"{BUT} {_describe_budget(state.budget)}; {ADVICE}")
    for move in state.end.moves:
        if (move.days or 0) > 0 and _is_unadmitted(state.reports, move.on, move.update):
            yield Finding(message=_describe_move("the end", move.before, move.after, move.on))


def _look_at_milestone(milestone: TrackedMilestone, state: State) -> Iterator[Finding]:
    """Find one thing at most: that it is overdue, else its last move to a later date that nobody owned up to."""
    name, due = f"'{milestone.id}'", milestone.item.due.last
    if milestone.state is MilestoneState.OVERDUE and due:
        late = format_days((state.day - due).days)
        message = f"{BUT} {name} is {late} overdue; {ADVICE}"
        yield about(Register.MILESTONES, milestone.id, message)
        return
    for move in reversed(milestone.moves if milestone.state.is_open else ()):
        if (move.days or 0) > 0 and _is_unadmitted(state.reports, move.on, move.update):
            message = _describe_move(name, move.before, move.after, move.on)
            yield about(Register.MILESTONES, milestone.id, message)
            return


def _is_unadmitted(reports: Sequence[Report], on: date, update: str | None) -> bool:
    """Tell whether no update, from the one that told of the move on, has said at-risk or off-track."""
    later = (report for report in reports if report.update.order >= (on, update or ""))
    return not any(report.health and report.health.is_troubled for report in later)


def _describe_move(name: str, before: object, after: object, on: date) -> str:
    return f"{BUT} {name} moved from {before} to {after} on {on} and no update admits it; {ADVICE}"


def _describe_budget(budget: BudgetState) -> str:
    figures = [
        f"{amount} are {word}"
        for word, amount in (("used", budget.used), ("forecast", budget.forecast))
        if amount is not None
    ]
    return f"of {budget.agreed} {budget.unit} {' and '.join(figures)}"
