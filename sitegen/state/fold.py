"""Plan and updates become the state of a project, at a day, for an audience: the heart of sitegen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sitegen.model import ITEM_SHAPES, Audience, Change, Health, Item, Project, Register, SurveyUse, Update, build_item
from sitegen.state.budget import reckon_budget
from sitegen.state.course import Course, follow_course, make_aspects, make_budget
from sitegen.state.ledger import Account, FieldChange, Key, Ledger, Trace, keep_ledger
from sitegen.state.needs import Need, find_needs
from sitegen.state.response_times import measure_response_times
from sitegen.state.schedule import (
    TrackedMilestone,
    find_end,
    find_next_milestone,
    find_slip,
    measure_progress,
    sum_delay_by_side,
    track_milestones,
)
from sitegen.state.state import NextUpdate, Report, Rules, State, SurveyState

DEFAULT_RULES = Rules()
MILESTONE_SURVEY_DAYS = 21
REPEATED_SURVEY_DAYS = 7
CADENCE_GRACE_DAYS = 3


def fold(
    project: Project, day: date, audience: Audience, rules: Rules = DEFAULT_RULES, *, with_drafts: bool = False
) -> State:
    """Fold the updates dated on or before `day` over the plan, and derive what follows; pure.

    What the audience may not see leaves no trace in the result.
    """
    counted = [update for update in project.updates if update.day <= day and (with_drafts or not update.is_draft)]
    counted.sort(key=lambda update: update.order)
    seen = tuple(update for update in counted if audience.sees(update.visibility))
    ledger = _keep_ledger(project, counted, day, audience)
    course = follow_course(project.plan.head, seen)
    state = _derive(project, seen, ledger, course, day, audience, rules)
    if audience is not Audience.INTERNAL:
        return state
    ledgers = {other: _keep_ledger(project, counted, day, other) for other in (Audience.CLIENT, Audience.AGENCY)}
    waits = {other: _find_needs(_find_registers(kept), day, other) for other, kept in ledgers.items()}
    return replace(state, waits_for=waits)


def _keep_ledger(project: Project, counted: Sequence[Update], day: date, audience: Audience) -> Ledger:
    """Follow the items as they stand on a day, and keep what the audience may know of them."""
    ledger = keep_ledger(project.plan, counted, audience)
    _forget_future(ledger, day)
    _forget_hidden_milestones(ledger)
    return ledger


def _forget_future(ledger: Ledger, day: date) -> None:
    """Take out what a plan says is done after `day`: it counts from that date on."""
    for account in ledger.accounts.values():
        done = account.values.get("done")
        if done and done > day:
            account.values = {name: value for name, value in account.values.items() if name != "done"}


def _forget_hidden_milestones(ledger: Ledger) -> None:
    """Take out the names of milestones that the reader may not see, wherever an item belonged or belongs to one."""
    known = {None, *(item_id for item_id, _ in ledger.of(Register.MILESTONES))}
    for _, account in ledger.of(Register.DELIVERABLES):
        account.values = _without_hidden_milestone(account.values, known)
        account.first = _without_hidden_milestone(account.first, known)
        told = (_without_hidden(change, known) if change.field == "milestone" else change for change in account.changes)
        account.changes = [change for change in told if change.is_new or change.before != change.after]


def _without_hidden_milestone(values: Mapping[str, Any], known: Collection[str | None]) -> dict[str, Any]:
    is_hidden = values.get("milestone") not in known
    return {name: value for name, value in values.items() if name != "milestone" or not is_hidden}


def _without_hidden(change: FieldChange, known: Collection[str | None]) -> FieldChange:
    before, after = (value if value in known else None for value in (change.before, change.after))
    return replace(change, before=before, after=after)


def _derive(
    project: Project,
    seen: tuple[Update, ...],
    ledger: Ledger,
    course: Course,
    day: date,
    audience: Audience,
    rules: Rules,
) -> State:
    plan = project.plan.head
    milestones = track_milestones(ledger, day, rules.due_soon_days)
    registers = _find_registers(ledger)
    history = _sort_history(course, ledger, seen)
    is_open = course.health is None or course.health.is_open
    changes: dict[str, Change] = registers[Register.CHANGES]
    named = {register.value: items for register, items in registers.items()}
    return State(
        client_id=project.client_id,
        project_id=project.id,
        day=day,
        audience=audience,
        plan=plan,
        health=course.health,
        health_since=course.health_spans[-1].since,
        health_history=tuple(course.health_spans),
        aspects=make_aspects(course.aspects),
        headline=seen[-1].headline if seen else None,
        progress=measure_progress(
            milestones, course.progress, (account for _, account in ledger.of(Register.MILESTONES))
        ),
        end=find_end(milestones, plan.end, tuple(course.end_moves)),
        milestones=milestones,
        next_milestone=find_next_milestone(milestones),
        delay_by_side=sum_delay_by_side(milestones),
        budget=reckon_budget(
            plan.budget, make_budget(course.budget), course.usages, changes.values(), rules.budget_alerts
        ),
        sla=measure_response_times(plan.sla, tuple(registers[Register.REQUESTS].values()), day, rules.holidays),
        needs=_find_needs(registers, day, audience),
        waits_for={},
        next_update=_find_next_update(project, seen, day) if is_open else None,
        is_stale=is_open and _is_stale(project, seen, day, rules.stale_after_days),
        surveys=_find_surveys(project, course, milestones, day),
        reports=_make_reports(seen, history, ledger, _list_items(registers, milestones)),
        history=history,
        narrow=_find_narrow(ledger),
        traces=_find_traces(ledger),
        **named,
    )


def _find_registers(ledger: Ledger) -> dict[Register, dict[str, Any]]:
    """Return the items of every register but the milestones, which have more to them."""
    return {register: _items(ledger, register) for register in Register if register is not Register.MILESTONES}


def _find_needs(registers: Mapping[Register, dict[str, Any]], day: date, audience: Audience) -> tuple[Need, ...]:
    return find_needs(
        audience,
        day,
        actions=registers[Register.ACTIONS],
        issues=registers[Register.ISSUES],
        changes=registers[Register.CHANGES],
        deliverables=registers[Register.DELIVERABLES],
    )


def _find_traces(ledger: Ledger) -> dict[str, Trace]:
    """Return which files tell of each item, by `register.id`."""
    accounts = ledger.accounts.items()
    return {f"{register.value}.{item_id}": account.trace for (register, item_id), account in accounts}


def _find_narrow(ledger: Ledger) -> dict[str, Audience]:
    """Return the items that the client may not see, by `register.id`."""
    return {
        f"{register.value}.{item_id}": account.width
        for (register, item_id), account in ledger.accounts.items()
        if account.width is not Audience.CLIENT
    }


def _list_items(
    registers: Mapping[Register, Mapping[str, Item]], milestones: Sequence[TrackedMilestone]
) -> dict[Key, Item]:
    """Return the items of all registers as they are now."""
    found: dict[Key, Item] = {
        (register, item_id): item for register, items in registers.items() for item_id, item in items.items()
    }
    return found | {(Register.MILESTONES, each.id): each.item for each in milestones}


def _items(ledger: Ledger, register: Register) -> dict[str, Any]:
    return {item_id: build_item(ITEM_SHAPES[register], account.values) for item_id, account in ledger.of(register)}


def _sort_history(course: Course, ledger: Ledger, seen: Sequence[Update]) -> tuple[FieldChange, ...]:
    """Return every change in order of the updates; within one, the project's own, then the items as they appeared."""
    ranks = {update.id: rank for rank, update in enumerate(seen)}
    accounts: list[Account] = list(ledger.accounts.values())
    found = [*course.changes, *(change for account in accounts for change in account.changes)]
    return tuple(sorted(found, key=lambda change: (change.on, ranks.get(change.update or "", -1))))


def _make_reports(
    seen: Sequence[Update], history: Sequence[FieldChange], ledger: Ledger, now: Mapping[Key, Item]
) -> tuple[Report, ...]:
    by_update: dict[str, list[FieldChange]] = {update.id: [] for update in seen}
    for change in history:
        if change.update in by_update:
            by_update[change.update].append(change)
    return tuple(_make_report(update, by_update[update.id], ledger, now) for update in seen)


def _make_report(update: Update, changes: Sequence[FieldChange], ledger: Ledger, now: Mapping[Key, Item]) -> Report:
    """Return what an update says, of items as it left them: what was said later does not alter what it said."""
    items: dict[Key, Item] = {}
    slips: dict[str, int | None] = {}
    for change in changes:
        if change.register is None:
            continue
        key = change.register, change.item
        account = ledger.accounts[key]
        then = account.as_of(update.id)
        if key not in items:
            items[key] = now[key] if then is account else build_item(ITEM_SHAPES[change.register], then.values)
        if change.register is Register.MILESTONES and change.field in {"", "done"}:
            slips[change.item] = find_slip(then)
    return Report(update=update, health=update.given.get("health"), changes=tuple(changes), items=items, slips=slips)


def _find_next_update(project: Project, seen: Sequence[Update], day: date) -> NextUpdate | None:
    """Return the date that the last update promised, else its date (or the start) and the cadence."""
    promised: date | None = seen[-1].given.get("next_update") if seen else None
    if promised is None and project.plan.head.cadence:
        last = seen[-1].day if seen else project.plan.head.start
        promised = last + timedelta(days=project.plan.head.cadence)
    return NextUpdate(due=promised, is_late=day > promised) if promised else None


def _is_stale(project: Project, seen: Sequence[Update], day: date, stale_after_days: int) -> bool:
    cadence = project.plan.head.cadence
    allowed_days = cadence + CADENCE_GRACE_DAYS if cadence else stale_after_days
    last = seen[-1].day if seen else project.plan.head.start
    return (day - last).days > allowed_days


def _find_surveys(
    project: Project, course: Course, milestones: Sequence[TrackedMilestone], day: date
) -> tuple[SurveyState, ...]:
    uses = project.plan.head.surveys or {}
    return tuple(_find_survey(survey_id, use, project, course, milestones, day) for survey_id, use in uses.items())


def _find_survey(
    survey_id: str,
    use: SurveyUse,
    project: Project,
    course: Course,
    milestones: Sequence[TrackedMilestone],
    day: date,
) -> SurveyState:
    """Tell whether a survey is asked on a day: always, for a while after an event, or again and again."""
    if use.every:
        age_days = (day - project.plan.head.start).days
        shown_days = use.for_ or REPEATED_SURVEY_DAYS
        return SurveyState(id=survey_id, is_asked=age_days >= use.every and age_days % use.every < shown_days)
    if use.when == "milestone":
        newest = max(
            (milestone for milestone in milestones if milestone.item.done and milestone.item.status is None),
            key=lambda milestone: milestone.item.done or date.min,
            default=None,
        )
        is_asked = newest is not None and _is_recent(newest.item.done, use, day)
        return SurveyState(id=survey_id, is_asked=is_asked, milestone=newest.id if newest and is_asked else None)
    if use.when == "complete":
        since = course.health_spans[-1].since if course.health is Health.COMPLETE else None
        return SurveyState(id=survey_id, is_asked=_is_recent(since, use, day))
    return SurveyState(id=survey_id, is_asked=use.when == "always")


def _is_recent(event: date | None, use: SurveyUse, day: date) -> bool:
    return event is not None and 0 <= (day - event).days < (use.for_ or MILESTONE_SURVEY_DAYS)
