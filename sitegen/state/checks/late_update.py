"""An update that was promised and did not come."""

from collections.abc import Iterator

from sitegen.state.checks.finding import Finding, Subject, format_days


def late_update(subject: Subject) -> Iterator[Finding]:
    """Find the promised date of the next update where it is past."""
    promised = subject.state.next_update
    if promised and promised.is_late:
        late = format_days((subject.state.day - promised.due).days)
        yield Finding(message=f"the update promised for {promised.due} is {late} late; write it")
