"""Something asked of the client without saying by when."""

from collections.abc import Iterator

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about
from sitegen.state.needs import is_waiting


def ask_without_date(subject: Subject) -> Iterator[Finding]:
    """Find open actions of the client with no `due`, and decisions that wait with no `decide_by`."""
    state = subject.state
    for item_id, action in state.actions.items():
        if is_waiting(action, "client") and action.due is None:
            yield about(Register.ACTIONS, item_id, f"the client's '{item_id}' has no date; add 'due'")
    for item_id, issue in state.issues.items():
        if issue.status == "open" and issue.options and issue.decision is None and issue.decide_by is None:
            message = f"the decision on '{item_id}' is asked for without a date; add 'decide_by'"
            yield about(Register.ISSUES, item_id, message)
    for item_id, change in state.changes.items():
        if change.status == "proposed" and change.decide_by is None:
            message = f"the change request '{item_id}' is proposed without a date; add 'decide_by'"
            yield about(Register.CHANGES, item_id, message)
