"""A state becomes the day since when all that was told of its project is the same."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sitegen.model import Project, Register
from sitegen.state.state import State


def find_told_on(project: Project, state: State) -> date:
    """Return the last day, up to the state's own, that an update is dated or something was done.

    Between two such days a state changes only in what is counted in days. For a fold reads of its day which updates are
    not later, and which of the things that a plan says are done; updates that nobody sees may still hide others.
    """
    updates = (update.day for update in project.updates if update.day <= state.day)
    return max((*updates, *_list_done(state)), default=state.plan.start)


def _list_done(state: State) -> Iterator[date]:
    items: list[Any] = [found.item for found in state.milestones]
    for register in Register:
        items += () if register is Register.MILESTONES else getattr(state, register.value).values()
    return (done for item in items if (done := getattr(item, "done", None)))
