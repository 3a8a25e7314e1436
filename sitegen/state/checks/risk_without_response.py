"""A risk shown to the client with nothing done about it."""

from collections.abc import Iterator

from sitegen.model import Register
from sitegen.state.checks.finding import Finding, Subject, about


def risk_without_response(subject: Subject) -> Iterator[Finding]:
    """Find open risks of medium or high impact with no response."""
    for item_id, risk in subject.state.risks.items():
        if risk.status == "open" and risk.impact in {"medium", "high"} and not risk.response:
            message = f"the risk '{item_id}', of {risk.impact} impact, has no response; add a 'response'"
            yield about(Register.RISKS, item_id, message)
