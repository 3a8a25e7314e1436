"""Something that the client owes, is late with, and was not reminded of."""

from collections.abc import Iterator

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about, format_days
from sitegen.state.checks.mentions import is_mentioned
from sitegen.state.needs import is_waiting


def client_overdue(subject: Subject) -> Iterator[Finding]:
    """Find overdue actions of the client that the last update does not mention."""
    state = subject.state
    last = state.last_report
    for item_id, action in state.actions.items():
        if not is_waiting(action, "client") or action.due is None or action.due >= state.day:
            continue
        if last and is_mentioned(last.update, Register.ACTIONS, item_id, action.title, state.audience):
            continue
        late = format_days((state.day - action.due).days)
        message = f"the client's '{item_id}' is {late} overdue and the last update is silent on it; remind them in one"
        yield about(Register.ACTIONS, item_id, message)
