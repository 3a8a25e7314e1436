"""A specification that is no longer the one that all agreed on."""

from collections.abc import Iterator

from sitegen.state.checks.finding import Finding, Subject


def brief_changed(subject: Subject) -> Iterator[Finding]:
    """Find a brief whose file no longer has the hash that was agreed; that it is missing is told elsewhere."""
    brief, now = subject.state.brief, subject.brief_digest
    if brief and brief.file and brief.sha256 and now and now != brief.sha256:
        told = f"'{brief.file}' is not the brief that was agreed: its SHA-256 is {now}"
        yield Finding(message=f"{told}; put the agreed file back, or agree on the new one and record its hash")
