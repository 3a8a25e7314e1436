"""An open project that has been silent for too long."""

from collections.abc import Iterator

from sitegen.state.checks.finding import Finding, Subject, format_days


def stale(subject: Subject) -> Iterator[Finding]:
    """Find a silence longer than `stale_after`, or than the project's own cadence and some grace."""
    state = subject.state
    if not state.is_stale:
        return
    last = state.last_report
    since = last.update.day if last else state.plan.start
    silence = format_days((state.day - since).days)
    told = f"the last update, {since}, is {silence} old" if last else f"no update in the {silence} since the start"
    yield Finding(message=f"{told}; write one, or say on-hold")
