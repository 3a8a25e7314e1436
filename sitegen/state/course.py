"""What the updates say of the project itself, its health, end, budget and progress, followed from the plan on."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from typing import Any

from sitegen.model import Aspects, Budget, Health, PlanHead, Update, overlay
from sitegen.state.budget import Usage
from sitegen.state.ledger import FieldChange
from sitegen.state.schedule import EndMove
from sitegen.state.state import HealthSpan


@dataclass(slots=True, kw_only=True)
class Course:
    """The project's own fields as they stand, and how they came to be."""

    health_spans: list[HealthSpan]
    aspects: dict[str, Any] = field(default_factory=dict)
    budget: dict[str, Any] | None = None
    usages: list[Usage] = field(default_factory=list)
    end: date | None = None
    end_moves: list[EndMove] = field(default_factory=list)
    progress: FieldChange | None = None
    """The last that was given, or that cleared it."""
    changes: list[FieldChange] = field(default_factory=list)

    @property
    def health(self) -> Health | None:
        """The health as last given."""
        return self.health_spans[-1].health


def follow_course(plan: PlanHead, updates: tuple[Update, ...]) -> Course:
    """Follow the project's own fields from the plan through the updates, in order."""
    course = Course(health_spans=[HealthSpan(since=plan.start, health=plan.health)], end=plan.end)
    if plan.budget:
        course.budget = {name: value for name, value in asdict(plan.budget).items() if value is not None}
    if not updates and plan.health is None:
        course.health_spans = [HealthSpan(since=plan.start, health=Health.NOT_STARTED)]
    for update in updates:
        _follow(course, update, plan.start)
    return course


def _follow(course: Course, update: Update, start: date) -> None:
    given = update.given
    if "health" in given:
        _set_health(course, update, start)
    for name in ("aspects", "budget"):
        if name in given:
            _overlay_map(course, update, name)
    if "end" in given:
        _move_end(course, update)
    if "progress" in given:
        before = course.progress.after if course.progress else None
        course.progress = _change(update, "progress", before, given["progress"])
        course.changes.append(course.progress)


def _set_health(course: Course, update: Update, start: date) -> None:
    before, after = course.health, update.given["health"]
    if before == after:
        return
    course.health_spans.append(HealthSpan(since=update.day if after else start, health=after))
    course.changes.append(_change(update, "health", before, after))


def _overlay_map(course: Course, update: Update, name: str) -> None:
    old: Mapping[str, Any] = getattr(course, name) or {}
    given = update.given[name]
    new = overlay(old, given) if given is not None else {}
    setattr(course, name, new)
    for key in given or old:
        if old.get(key) != new.get(key):
            course.changes.append(_change(update, f"{name}.{key}", old.get(key), new.get(key)))
    if name == "budget" and given and given.get("used") is not None:
        course.usages.append(Usage(update.day, given["used"]))


def _move_end(course: Course, update: Update) -> None:
    given = update.given["end"]
    after = given.to if given else None
    if after == course.end:
        return
    why, side = (given.why, given.side) if given else (None, None)
    course.end_moves.append(
        EndMove(on=update.day, update=update.id, before=course.end, after=after, why=why, side=side)
    )
    course.changes.append(
        FieldChange(on=update.day, update=update.id, field="end", before=course.end, after=after, why=why, side=side)
    )
    course.end = after


def _change(update: Update, name: str, before: Any, after: Any) -> FieldChange:
    return FieldChange(on=update.day, update=update.id, field=name, before=before, after=after)


def make_budget(values: Mapping[str, Any] | None) -> Budget | None:
    """Return the budget of its fields as followed; None where the project has none."""
    return Budget(**values) if values else None


def make_aspects(values: Mapping[str, Any]) -> Aspects:
    """Return the aspects of their fields as followed."""
    return Aspects(**{entry.name: values.get(entry.name) for entry in fields(Aspects)})
