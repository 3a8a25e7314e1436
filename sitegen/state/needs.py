"""Open items become what waits for a reader, the most urgent first."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from sitegen.model import Action, Audience, Change, Deliverable, Issue
from sitegen.value import value

Kind = Literal["action", "issue", "change", "deliverable"]


@value
class Need:
    """One thing that waits for somebody."""

    kind: Kind
    id: str
    title: str
    due: date | None
    is_overdue: bool


def find_needs(
    audience: Audience,
    day: date,
    *,
    actions: Mapping[str, Action],
    issues: Mapping[str, Issue],
    changes: Mapping[str, Change],
    deliverables: Mapping[str, Deliverable],
) -> tuple[Need, ...]:
    """Return what waits for the audience: by date, then by kind, then in order of appearance."""
    who = "us" if audience is Audience.INTERNAL else audience.value
    needs = [_need("action", key, item.title, item.due, day) for key, item in actions.items() if is_waiting(item, who)]
    if audience is not Audience.INTERNAL:
        needs += [
            _need("issue", key, item.title, item.decide_by, day)
            for key, item in issues.items()
            if item.status == "open" and item.options and item.decision is None
        ]
        needs += [
            _need("change", key, item.title, item.decide_by, day)
            for key, item in changes.items()
            if item.status == "proposed"
        ]
        needs += [
            _need("deliverable", key, item.title, None, day)
            for key, item in deliverables.items()
            if item.status == "in-review"
        ]
    return tuple(sorted(needs, key=lambda need: need.due or date.max))


def is_waiting(action: Action, who: str | None = None) -> bool:
    """Tell whether an action is still to be done, by `who` where that is given."""
    return action.done is None and action.status is None and who in {None, action.who}


def _need(kind: Kind, item_id: str, title: str, due: date | None, day: date) -> Need:
    return Need(kind=kind, id=item_id, title=title, due=due, is_overdue=due is not None and due < day)
