"""Milestones to phases: which phase the project is in, from when to when."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from sitegen.timeline.marks import Mark, sort_marks
from sitegen.value import value


@value
class Phase:
    """A run of milestones of one phase, unbroken by another; the same phase may come again."""

    name: str
    first: date
    last: date
    mark_ids: tuple[str, ...]


def find_phases(marks: Iterable[Mark], start: date) -> tuple[Phase, ...]:
    """Tell the phases in order of time.

    A phase ends at its last milestone and begins where the one before it ended (the first at `start`), or later where
    its first milestone is a bar. Dropped and undated milestones make no phase.
    """
    dated = [mark for mark in sort_marks(marks) if mark.phase and mark.day and mark.state != "dropped"]
    phases: list[Phase] = []
    for name, run in groupby(dated, key=lambda mark: mark.phase or ""):
        members = tuple(run)
        days = [mark.day for mark in members if mark.day]
        before = phases[-1].last if phases else min(start, days[0])
        first = max(before, members[0].bar_start or before)
        ids = tuple(mark.id for mark in members)
        phases.append(Phase(name=name, first=first, last=days[-1], mark_ids=ids))
    return tuple(phases)
