"""Something open that nobody sees to."""

from collections.abc import Iterator

from sitegen.model import Item, Register
from sitegen.state.checks.finding import Finding, Subject, about
from sitegen.state.needs import is_waiting


def unowned(subject: Subject) -> Iterator[Finding]:
    """Find open risks, open issues and open actions of ours with no owner."""
    state = subject.state
    found: list[tuple[Register, str, Item]] = [
        *((Register.RISKS, item_id, risk) for item_id, risk in state.risks.items() if risk.status == "open"),
        *((Register.ISSUES, item_id, issue) for item_id, issue in state.issues.items() if issue.status == "open"),
        *((Register.ACTIONS, item_id, action) for item_id, action in state.actions.items() if is_waiting(action, "us")),
    ]
    for register, item_id, item in found:
        if not item.owner:
            yield about(register, item_id, f"nobody owns the {register.item} '{item_id}'; add 'owner'")
