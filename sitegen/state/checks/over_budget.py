"""More used or forecast than was agreed, and nobody has asked for more."""

from collections.abc import Iterator

from sitegen.state.checks.finding import Finding, Subject


def over_budget(subject: Subject) -> Iterator[Finding]:
    """Find a use or a forecast above what is agreed, accepted changes included, with no proposed change."""
    budget = subject.state.budget
    if budget is None or budget.agreed is None:
        return
    if any(change.status == "proposed" for change in subject.state.changes.values()):
        return
    for word, amount in (("used", budget.used), ("forecast", budget.forecast)):
        if amount is not None and amount > budget.agreed:
            told = f"{amount} {budget.unit} {word}, {budget.agreed} agreed"
            yield Finding(message=f"{told}; propose a change request, or mend the figures")
            return
