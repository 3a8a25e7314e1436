"""A project's files in order: whether each item that one names is known by then, and its dates are possible."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sitegen.model.items import CLOSING_DATES, ITEM_SHAPES, Option
from sitegen.model.patches import find_required, overlay
from sitegen.model.project import Patch, Project, Registers, Update
from sitegen.model.words import Register
from sitegen.problems import Problems, suggest
from sitegen.source import Document
from sitegen.value import value

Known = dict[Register, dict[str, dict[str, Any]]]
Key = tuple[Register, str]

_NEEDED = {register: find_required(shape) for register, shape in ITEM_SHAPES.items()}
_NEEDED_OF_OPTIONS = find_required(Option)


def check_history(project: Project, problems: Problems) -> Project:
    """Tell of unknown ids, of fields missing where an item is new, of dates after the day they were told.

    Returns the project without the items that have such faults, so that it can be folded all the same.
    """
    milestones = _find_ids(project, Register.MILESTONES)
    published = [update for update in project.updates if not update.is_draft]
    history = _History(milestones, problems, told=project.updates)
    history.check(project, published)
    faulty = history.faulty
    if len(published) < len(project.updates):
        drafts = [update for update in project.updates if update.is_draft]
        history = _History(milestones, problems, told=drafts)
        history.check(project, project.updates)
        faulty |= history.faulty
    return _leave_out(project, faulty) if faulty else project


def _leave_out(project: Project, faulty: Collection[Key]) -> Project:
    def sound(registers: Registers) -> Registers:
        return {
            register: {item_id: patch for item_id, patch in items.items() if (register, item_id) not in faulty}
            for register, items in registers.items()
        }

    return replace(
        project,
        plan=replace(project.plan, registers=sound(project.plan.registers)),
        updates=tuple(replace(update, registers=sound(update.registers)) for update in project.updates),
    )


def _find_ids(project: Project, register: Register) -> frozenset[str]:
    """Return the ids of a register anywhere in a project."""
    files: list[Registers] = [project.plan.registers, *(update.registers for update in project.updates)]
    return frozenset(item_id for registers in files for item_id in registers.get(register, ()))


class _History:
    """Follows the items through the files, and tells what is wrong in those files that it was asked to tell of."""

    def __init__(self, milestones: frozenset[str], problems: Problems, *, told: Iterable[Update]) -> None:
        self.milestones = milestones
        self.problems = problems
        self.told = {update.id for update in told}
        self.known: Known = {register: {} for register in Register}
        self.faulty: set[Key] = set()

    def check(self, project: Project, updates: Iterable[Update]) -> None:
        self._take(project.plan.registers, project.plan.document, None, tell=True)
        for update in updates:
            self._take(update.registers, update.document, update.day, tell=update.id in self.told)

    def _take(self, registers: Registers, document: Document, day: date | None, *, tell: bool) -> None:
        for register, items in registers.items():
            for item_id, patch in items.items():
                old = self.known[register].get(item_id)
                touch = _Touch(
                    register=register, id=item_id, patch=patch, merged=overlay(old or {}, patch), document=document
                )
                count = len(self.problems)
                is_sound = old is not None or not tell or self._check_new(touch)
                if tell:
                    self._check_dates(touch, day)
                    self._check_names(touch)
                if is_sound:
                    self.known[register][item_id] = touch.merged
                if len(self.problems) > count:
                    self.faulty.add((register, item_id))

    def _check_new(self, touch: "_Touch") -> bool:
        """Tell what a new item lacks; an item without a title is most likely a mistyped id."""
        key = (touch.register, touch.id)
        if "title" not in touch.patch and touch.document.path.endswith(".md"):
            if key in self.faulty:
                return False  # told already, where it should have begun
            hint = suggest(touch.id, self.known[touch.register]) or "; a new one needs a title"
            message = f"'{touch.id}' is no {touch.register.item} of this project{hint}"
            self.problems.error("unknown-id", message, touch.document.position_of_key(*key))
            return False
        missing = sorted(_NEEDED[touch.register] - touch.merged.keys())
        for name in missing:
            message = f"'{name}' is missing: '{touch.id}' is new here, and {touch.register.an_item} needs it"
            self.problems.error("missing-field", message, touch.document.position_of_key(*key))
        return not missing

    def _check_dates(self, touch: "_Touch", day: date | None) -> None:
        """Tell of things that happened after the update that tells them, or before they were asked for."""
        for name in CLOSING_DATES:
            value = touch.patch.get(name)
            if value is None:
                continue
            place = (touch.register, touch.id, name)
            if day and _day_of(value) > day:
                message = f"{name}: {_day_of(value)} is later than this update, {day}; tell it in an update of that day"
                self.problems.error("bad-date", message, touch.document.position_of(*place))
            asked = touch.merged.get("asked")
            if asked and isinstance(value, datetime) and value < asked:
                message = f"{name}: {value:%Y-%m-%d %H:%M} is before it was asked"
                self.problems.error("bad-date", message, touch.document.position_of(*place))

    def _check_names(self, touch: "_Touch") -> None:
        """Tell of options without a title, of decisions that are no option, of milestones that are none."""
        options = touch.merged.get("options") or {}
        for option_id in touch.patch.get("options") or ():
            if option_id in options and _NEEDED_OF_OPTIONS - options[option_id].keys():
                here = touch.document.position_of_key(touch.register, touch.id, "options", option_id)
                self.problems.error("missing-field", f"'title' is missing: option '{option_id}' is new here", here)
        decision = touch.patch.get("decision")
        if decision and decision not in options:
            here = touch.document.position_of(touch.register, touch.id, "decision")
            message = f"'{decision}' is no option of this issue{suggest(decision, options)}"
            self.problems.error("unknown-id", message, here)
        milestone = touch.patch.get("milestone")
        if milestone and milestone not in self.milestones:
            here = touch.document.position_of(touch.register, touch.id, "milestone")
            message = f"'{milestone}' is no milestone of this project{suggest(milestone, self.milestones)}"
            self.problems.error("unknown-id", message, here)


@value
class _Touch:
    """What one file says of one item, and the item's fields once that is laid over them."""

    register: Register
    id: str
    patch: Patch
    merged: dict[str, Any]
    document: Document


def _day_of(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
