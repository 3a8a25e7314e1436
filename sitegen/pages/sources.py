"""Where an item's text was last written: the file that relative links in it start from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Project, Register, Update
from sitegen.source import Document


@dataclass(frozen=True, slots=True)
class Sources:
    """By register, item and field, the document that last gave it."""

    plan: Document
    last: Mapping[tuple[str, str, str], Document]

    def document(self, register: str, item_id: str, name: str) -> Document:
        """Return the file that a field was last given in."""
        return self.last.get((register, item_id, name), self.plan)


def find_sources_of_text(project: Project, updates: Sequence[Update]) -> Sources:
    """Go through a plan and the updates that count, in order, and note which file gave each field last."""
    last: dict[tuple[str, str, str], Document] = {}
    files = [(project.plan.registers, project.plan.document)]
    files += [(update.registers, update.document) for update in updates]
    for registers, document in files:
        for register, items in registers.items():
            for item_id, patch in items.items():
                for name in patch:
                    last[Register(register).value, item_id, name] = document
    return Sources(project.plan.document, last)
