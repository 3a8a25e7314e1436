"""An update that says nothing new."""

from collections.abc import Iterator
from itertools import pairwise

from sitegen.state.checks.finding import Finding, Subject


def copied_update(subject: Subject) -> Iterator[Finding]:
    """Find updates whose text, not empty, is that of the one before."""
    updates = [report.update for report in subject.state.reports]
    for before, update in pairwise(updates):
        text = update.document.body.strip()
        if text and text == before.document.body.strip():
            message = f"the text is that of the update before, '{before.id}'; say what is new since then"
            yield Finding(message=message, update=update)
