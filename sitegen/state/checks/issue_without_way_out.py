"""A problem shown to the client with nothing done about it."""

from collections.abc import Iterator

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about


def issue_without_way_out(subject: Subject) -> Iterator[Finding]:
    """Find open issues with neither a response nor options."""
    for item_id, issue in subject.state.issues.items():
        if issue.status == "open" and not issue.response and not issue.options:
            message = f"the issue '{item_id}' is open without a way out; add a 'response' or 'options'"
            yield about(Register.ISSUES, item_id, message)
