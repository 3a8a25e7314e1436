"""Where an item's text was last written: the file that relative links in it start from."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.model import Project
from sitegen.source import Document
from sitegen.state import State, Trace


@dataclass(frozen=True, slots=True)
class Sources:
    """A project's files, and which of them tells of each item."""

    plan: Document
    updates: Mapping[str, Document]
    traces: Mapping[str, Trace]

    def document(self, register: str, item_id: str, name: str) -> Document:
        """Return the file that a field was last given in."""
        trace = self.traces.get(f"{register}.{item_id}")
        update_id = trace.given_in.get(name) if trace else None
        return self.updates[update_id] if update_id else self.plan


def find_sources_of_text(project: Project, state: State) -> Sources:
    """Return the files that the texts of a state were written in."""
    updates = {update.id: update.document for update in project.updates}
    return Sources(project.plan.document, updates, state.traces)
