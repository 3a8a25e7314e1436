"""An open project that should have ended."""

from collections.abc import Iterator

from sitegen.state.checks.finding import Finding, Subject


def end_in_the_past(subject: Subject) -> Iterator[Finding]:
    """Find an end, as forecast, that is past."""
    forecast = subject.state.end.forecast
    if forecast and forecast < subject.state.day:
        yield Finding(message=f"the end, {forecast} as forecast, is past; move it, or say complete")
