"""The changes that an update made become what a page tells of them, grouped by nature."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sitegen.model import TBD, Due, Register
from sitegen.pages import views
from sitegen.state import FieldChange, Report, State, is_waiting
from sitegen.value import replace

GROUPS = ("done", "moved", "decided", "new", "closed", "state")
NameOf = Callable[[str | None], str | None]
Subject = tuple[Register, str] | None
"""The item that changed; None for the project itself."""
Told = tuple[Subject, str, views.Change]
"""A change with its subject and the group it belongs to."""


def make_changes(
    state: State, report: Report, previous: Report | None, href_base: str, name_of: NameOf
) -> views.ChangeSet | None:
    """Return what an update changed; None where it changed nothing that a page tells.

    `href_base` leads from the page to the project's status page; it is empty on that page itself. `name_of` gives the
    name of an owner.
    """
    found = [told for change in report.changes for told in _tell(change, report, state, href_base, name_of)]
    if not found:
        return None
    told: dict[str, list[views.Change]] = {}
    for group, view in _give_reasons_once(found):
        told.setdefault(group, []).append(view)
    groups = tuple(views.ChangeGroup(group=group, changes=tuple(told[group])) for group in GROUPS if group in told)
    return views.ChangeSet(since=previous.update.day if previous else None, until=report.update.day, groups=groups)


def _give_reasons_once(found: Sequence[Told]) -> Iterable[tuple[str, views.Change]]:
    """Let only one of an item's changes give the reason that an update had for all of them: a moved date, if any."""
    tellers: dict[Subject, int] = {}
    for place, (subject, group, _) in enumerate(found):
        if subject and (subject not in tellers or group == "moved"):
            tellers[subject] = place
    for place, (subject, group, view) in enumerate(found):
        is_told = subject is None or tellers[subject] == place
        yield group, view if is_told else replace(view, why=None, side=None)


def _tell(change: FieldChange, report: Report, state: State, href_base: str, name_of: NameOf) -> Iterable[Told]:
    if change.register is None:
        for group, view in _tell_project(change, state):
            yield None, group, view
        return
    item = report.items[change.register, change.item]
    found = _TELLERS[change.register](change, item)
    if found is None:
        return
    group, kind, more = found
    if kind == "milestone-done":
        more["days"] = report.slips[change.item]
    if "by" in more:
        more["by"] = name_of(more["by"])
    if more.get("amount_after") is not None:
        more["unit"] = state.unit
    anchor = _find_anchor(state, change.register, change.item)
    href = f"{href_base}#{anchor}" if anchor else None
    subject = change.register, change.item
    yield subject, group, views.Change(kind=kind, title=item.title, href=href, **more, **_reason(change))


def _find_anchor(state: State, register: Register, item_id: str) -> str | None:
    """Return an item's place on its project's page; None for done or dropped work and requests, not listed there."""
    if register is Register.REQUESTS:
        return None
    if register is Register.ACTIONS and not is_waiting(state.actions[item_id]):
        return None
    if register is Register.DELIVERABLES and state.deliverables[item_id].status == "dropped":
        return None
    if register is Register.ACTIONS and any(need.kind == "action" and need.id == item_id for need in state.needs):
        return f"need-action-{item_id}"
    return f"{'feedback' if register is Register.FEEDBACK else register.value.removesuffix('s')}-{item_id}"


def _tell_project(change: FieldChange, state: State) -> Iterable[tuple[str, views.Change]]:
    name, _, part = change.field.partition(".")
    before, after = change.before, change.after
    if name == "health":
        yield "state", views.Change(kind="health-changed", **_name_codes(change))
    elif name == "aspects":
        yield "state", views.Change(kind="aspect-changed", title=part, **_name_codes(change))
    elif name == "end":
        days = (after - before).days if before and after else None
        start, end = (Due.on(day) if day else None for day in (before, after))
        yield "moved", views.Change(kind="end-moved", before=start, after=end or TBD, days=days, **_reason(change))
    elif name == "progress" and after is not None:
        share = before / 100 if before is not None else None
        yield "state", views.Change(kind="progress", share_before=share, share_after=after / 100)
    elif name == "budget" and part != "unit" and after is not None:
        yield (
            "state",
            views.Change(kind=f"budget-{part}", amount_before=before, amount_after=after, unit=state.unit),
        )


def _name_codes(change: FieldChange) -> dict[str, Any]:
    """Return both healths of a change as plain texts, of which templates remember what they say."""
    before, after = change.before, change.after
    return {"code_before": before.value if before else None, "code_after": after.value if after else None}


Telling = tuple[str, str, dict[str, Any]] | None
"""Group, kind, and the further fields of what is told; None where it is not worth telling."""


def _reason(change: FieldChange) -> dict[str, Any]:
    return {"why": change.why, "side": change.side.value if change.side else None}


def _tell_milestone(change: FieldChange, item: Any) -> Telling:
    if change.is_new:
        return (
            ("done", "milestone-done", {"on": item.done})
            if item.done
            else ("new", "milestone-new", {"after": item.due})
        )
    if change.field == "due":
        before, after = change.before, change.after
        days = (after.last - before.last).days if after.last and before.last else None
        return "moved", "milestone-moved", {"before": before, "after": after, "days": days}
    if change.field == "done":
        if change.after is None:
            return "moved", "milestone-reopened", {"after": item.due}
        return "done", "milestone-done", {"on": change.after}
    if change.field == "status":
        if change.after == "dropped":
            return "closed", "milestone-dropped", {}
        return "moved", "milestone-revived", {"after": item.due}
    if change.field == "health":
        return "state", "milestone-health", {"code_before": change.before, "code_after": change.after}
    return None


def _tell_action(change: FieldChange, item: Any) -> Telling:
    if change.is_new:
        if item.done:
            return "done", "action-done", {"on": item.done, "who": item.who}
        return "new", "action-new", {"after": Due.on(item.due) if item.due else None, "who": item.who}
    if change.field == "done" and change.after:
        return "done", "action-done", {"on": change.after, "who": item.who}
    if change.field == "due" and change.before and change.after:
        days = (change.after - change.before).days
        return "moved", "action-moved", {"before": Due.on(change.before), "after": Due.on(change.after), "days": days}
    if change.field == "status" and change.after == "dropped":
        return "closed", "action-dropped", {}
    return None


def _tell_deliverable(change: FieldChange, item: Any) -> Telling:
    status = item.status if change.is_new else change.after if change.field == "status" else None
    if status == "in-review":
        return "new", "deliverable-in-review", {}
    if status == "accepted":
        return "done", "deliverable-accepted", {"on": item.accepted, "by": item.accepted_by}
    if status == "rejected":
        return "decided", "deliverable-rejected", {}
    if status == "dropped":
        return "closed", "deliverable-dropped", {}
    return ("new", "deliverable-new", {}) if change.is_new else None


def _tell_risk(change: FieldChange, item: Any) -> Telling:
    status = item.status if change.is_new else change.after if change.field == "status" else None
    if status in {"closed", "happened"}:
        return "closed", f"risk-{status}", {}
    return ("new", "risk-new", {}) if change.is_new else None


def _tell_issue(change: FieldChange, item: Any) -> Telling:
    if change.is_new:
        return ("closed", "issue-resolved", {}) if item.status == "resolved" else ("new", "issue-new", {})
    if change.field == "decision" and change.after:
        option = (item.options or {}).get(change.after)
        return "decided", "issue-decided", {"choice": option.title if option else change.after}
    if change.field == "status":
        return "closed", "issue-resolved" if change.after == "resolved" else "issue-reopened", {}
    return None


def _tell_change_request(change: FieldChange, item: Any) -> Telling:
    status = item.status if change.is_new else change.after if change.field == "status" else None
    figures = {"days": item.days, "amount_after": item.amount}
    if status in {"accepted", "declined"}:
        return "decided", f"change-{status}", figures
    if status == "withdrawn":
        return "closed", "change-withdrawn", {}
    if change.field == "amount" and change.after is not None:
        return "state", "change-amended", {"amount_before": change.before, "amount_after": change.after}
    return ("new", "change-proposed", figures) if change.is_new or status == "proposed" else None


def _tell_decision(change: FieldChange, item: Any) -> Telling:
    if change.is_new or (change.field == "decided" and change.before is None):
        return "decided", "decision", {"on": item.decided, "by": item.by}
    return None


def _tell_request(change: FieldChange, item: Any) -> Telling:
    resolved = item.resolved if change.is_new else change.after if change.field == "resolved" else None
    if resolved:
        return "done", "request-resolved", {"on": resolved.date()}
    return ("new", "request-new", {}) if change.is_new else None


def _tell_question(change: FieldChange, item: Any) -> Telling:
    return ("new", "question-new", {}) if change.is_new else None


def _tell_feedback(change: FieldChange, item: Any) -> Telling:
    status = item.status if change.is_new else change.after if change.field == "status" else None
    if status == "done":
        return "done", "feedback-done", {}
    return ("new", "feedback-new", {}) if change.is_new else None


_TELLERS: dict[Register, Callable[[FieldChange, Any], Telling]] = {
    Register.MILESTONES: _tell_milestone,
    Register.ACTIONS: _tell_action,
    Register.DELIVERABLES: _tell_deliverable,
    Register.RISKS: _tell_risk,
    Register.ISSUES: _tell_issue,
    Register.CHANGES: _tell_change_request,
    Register.DECISIONS: _tell_decision,
    Register.REQUESTS: _tell_request,
    Register.QUESTIONS: _tell_question,
    Register.FEEDBACK: _tell_feedback,
}
