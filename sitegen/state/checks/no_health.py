"""Updates that leave open how the project stands."""

from collections.abc import Iterator

from sitegen.state.checks.finding import Finding, Subject


def no_health(subject: Subject) -> Iterator[Finding]:
    """Find a project with updates and no health: none was ever stated, in the plan neither, or it was taken back."""
    state = subject.state
    if state.reports and all(span.health is None for span in state.health_history):
        told = (
            "the only update does not say" if len(state.reports) == 1 else f"none of {len(state.reports)} updates says"
        )
        yield Finding(message=f"{told} how the project stands; add 'health' to the next one")
    elif state.reports and state.health is None:
        yield Finding(message="an empty 'health' took the last one back; write how the project stands, or leave it out")
