"""Something that the client owes, is late with, and was not reminded of."""

from collections.abc import Iterator

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about, format_days
from sitegen.state.checks.mentions import listen
from sitegen.state.needs import is_waiting


def client_overdue(subject: Subject) -> Iterator[Finding]:
    """Find overdue actions of the client that the last update does not mention."""
    state = subject.state
    overdue = [
        (item_id, action.title, action.due)
        for item_id, action in state.actions.items()
        if is_waiting(action, "client") and action.due and action.due < state.day
    ]
    last = listen(state.last_report.update, state.audience) if overdue and state.last_report else None
    for item_id, title, due in overdue:
        if last and last.mentions(Register.ACTIONS, item_id, title):
            continue
        late = format_days((state.day - due).days)
        message = f"the client's '{item_id}' is {late} overdue and the last update is silent on it; remind them in one"
        yield about(Register.ACTIONS, item_id, message)
