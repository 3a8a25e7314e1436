"""An answered entry becomes the lines of the next update that say so."""

from collections.abc import Iterable, Mapping
from datetime import date

from sitegen.errors import UsageError
from sitegen.feedback.inbox import Entry, Said
from sitegen.source import format_text

MAX_TITLE = 70
DECIDED: Mapping[tuple[str, str], str] = {
    ("change", "accept"): "changes:\n  {item}: {{status: accepted}}",
    ("change", "decline"): "changes:\n  {item}: {{status: declined}}",
    ("deliverable", "accept"): "deliverables:\n  {item}: {{status: accepted, accepted: {on}}}",
    ("deliverable", "reject"): "deliverables:\n  {item}: {{status: rejected, why: {why}, side: client}}",
    ("action", "done"): "actions:\n  {item}: {{done: {on}}}",
}
"""By kind of need and choice, what the next update says."""


def draft_item(entry: Entry, done: str, on: date) -> str:
    """Return the front matter that tells the client what became of an entry; somebody reads it before it is published.

    What was chosen for a need becomes the change itself; anything else an item of `feedback`: you said, we did.
    """
    kind, _, item = entry.about.partition(".")
    choice = next((each.said for each in entry.said if each.about == "choice"), None)
    comment = next((each.said for each in entry.said if each.about == "comment"), None)
    if item and choice and kind == "issue":
        return f"issues:\n  {item}: {{decision: {choice}, status: resolved, why: {format_text(done)}}}\n"
    if item and choice and (kind, choice) in DECIDED:
        return DECIDED[kind, choice].format(item=item, on=entry.received, why=format_text(comment or done)) + "\n"
    heard = "\n\n".join(_tell(each) for each in entry.said if each.reason)
    lines = (
        "feedback:",
        f"  said-{on.isoformat()}-{entry.id[:4]}:",
        f"    title: {format_text(_shorten(heard))}",
        f"    heard: {format_text(heard)}",
        f"    did: {format_text(done)}",
        "    status: done",
    )
    return "\n".join(lines) + "\n"


def find_entry(entries: Iterable[Entry], word: str) -> Entry:
    """Return the entry whose id begins with a word; raise `UsageError` where none does, or several do."""
    found = [entry for entry in entries if entry.id.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"'{word}' begins the ids of {len(found)} entries; write more of it")
    raise UsageError(f"there is no entry '{word}' in the inbox; 'sitegen feedback inbox --all' lists them")


def _tell(said: Said) -> str:
    """Return what was said; of a mark, what was asked too."""
    return f"{said.asked} {said.said}" if said.reason == "low-score" else said.said


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MAX_TITLE else f"{line[:MAX_TITLE].rsplit(' ', 1)[0]} …"
