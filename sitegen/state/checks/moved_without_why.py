"""A date that moved, and nobody said why."""

from collections.abc import Iterator

from sitegen.model import Register, Update
from sitegen.state.checks.finding import Finding, Subject


def moved_without_why(subject: Subject) -> Iterator[Finding]:
    """Find each move of a due date or of the end that has no `why`.

    An end that is first set, or taken back, has not moved: there is no way to give a reason for that.
    """
    state = subject.state
    updates: dict[str | None, Update] = {report.update.id: report.update for report in state.reports}
    for milestone in state.milestones:
        for move in milestone.moves:
            if not move.why:
                yield Finding(
                    message=_describe(f"'{milestone.id}'", move.before, move.after, move.on),
                    register=Register.MILESTONES,
                    item=milestone.id,
                    update=updates.get(move.update),
                )
    for end_move in state.end.moves:
        if end_move.days is not None and not end_move.why:
            yield Finding(message=_describe("the end", end_move.before, end_move.after, end_move.on))


def _describe(name: str, before: object, after: object, on: object) -> str:
    return f"{name} moved from {before} to {after} on {on} without a reason; add 'why' to that update"
