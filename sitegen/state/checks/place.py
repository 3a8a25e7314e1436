"""A finding becomes the place in the content where somebody would mend it."""

from sitegen.model import Project, Register, Update
from sitegen.problems import Position
from sitegen.source import Document
from sitegen.state.checks.finding import Finding
from sitegen.state.state import State


def find_place(finding: Finding, project: Project, state: State) -> Position:
    """Return an item's key in the file that last set it, or in the update that is meant; else the start of an update,
    a survey's key or the start of project.yml.
    """
    if finding.update and finding.register:
        return finding.update.document.position_of_key(finding.register.value, finding.item)
    if finding.update:
        return finding.update.document.start
    if finding.survey:
        return project.plan.document.position_of_key("surveys", finding.survey)
    if finding.register is None:
        return project.plan.document.start
    document = _find_document(finding.register, finding.item, project, state)
    return document.position_of_key(finding.register.value, finding.item)


def _find_document(register: Register, item_id: str, project: Project, state: State) -> Document:
    """Return the newest file that sets the item, of those that count for it: what the reader sees, and its entry."""
    setting = [
        update
        for update in project.updates
        if item_id in update.registers.get(register, ()) and _counts(update, (register, item_id), state)
    ]
    return max(setting, key=lambda update: update.order).document if setting else project.plan.document


def _counts(update: Update, item: tuple[Register, str], state: State) -> bool:
    """Tell whether an update is seen, or is one of those not seen that brought the item into sight."""
    if any(report.update.id == update.id for report in state.reports):
        return True
    entries = {change.on for change in state.history if change.is_new and (change.register, change.item) == item}
    return update.day in entries and not update.is_draft and update.day <= state.day
