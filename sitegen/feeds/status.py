"""The view of a status becomes `status.json`: public keys, stable; dates ISO or vague as written, shares 0 to 1."""

import json
from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sitegen.feeds.links import turn_link, turn_links
from sitegen.model import Audience, Due, Item
from sitegen.pages import StatusView
from sitegen.state import BudgetState, Need, SlaState, State, TargetState, TrackedMilestone

FORMAT_VERSION = 1
_AS_THEY_ARE = frozenset({str, int, float, bool})
SCHEMA_NAME = "status.schema.json"


def read_status_schema() -> dict[str, Any]:
    """Return the JSON Schema of `status.json`."""
    from importlib.resources import files

    schema: dict[str, Any] = json.loads(files("sitegen.feeds").joinpath(SCHEMA_NAME).read_bytes())
    return schema


def format_status(view: StatusView) -> bytes:
    """Write a status as JSON, in one line: it is for programs."""
    return (json.dumps(describe_status(view), ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def describe_status(view: StatusView) -> dict[str, Any]:
    """Return the plain values of `status.json`, in the order of its keys."""
    state = view.state
    described = {
        "sitegen": FORMAT_VERSION,
        "as_of": state.day.isoformat(),
        "client": {"id": state.client_id, "name": view.client_name},
        "project": {
            "id": state.project_id,
            "name": state.plan.name,
            "summary": state.plan.summary,
            "url": "index.html",
        },
        "health": _plain(state.health),
        "health_since": _plain(state.health_since),
        "aspects": _or_none({name: value for name, value in _plain(state.aspects).items() if value is not None}),
        "headline": state.headline,
        "progress": state.progress,
        "start": _plain(state.plan.start),
        "end": {
            "baseline": _plain(state.end.baseline),
            "forecast": _plain(state.end.forecast),
            "slip_days": state.end.slip_days,
        },
        "delay_by_side": _or_none(dict(state.delay_by_side)),
        "stale": state.is_stale,
        "next_update": (
            {"due": _plain(state.next_update.due), "late": state.next_update.is_late} if state.next_update else None
        ),
        "next_milestone": state.next_milestone.id if state.next_milestone else None,
        "milestones": [_describe_milestone(found) for found in state.milestones],
        "needs_you": [_describe_need(need) for need in state.needs],
    }
    updates = {report.update.id: url for report, url in zip(state.reports, view.updates, strict=True)}
    for register in ("deliverables", "actions", "risks", "issues", "changes", "decisions", "questions", "feedback"):
        described[register] = _describe_items(getattr(state, register), updates)
    described |= {
        "budget": _describe_budget(state.budget),
        "sla": _describe_sla(state.sla),
        "surveys": [
            {"id": survey.id, "title": title, "url": url, "asked": survey.is_asked}
            for survey, (title, url) in zip(state.surveys, view.surveys, strict=True)
        ],
        "updates": _describe_updates(state, view.updates),
    }
    if state.audience is Audience.INTERNAL:
        described["waits_for"] = {
            audience.value: [_describe_need(need) for need in needs] for audience, needs in state.waits_for.items()
        }
    return described


def _describe_milestone(found: TrackedMilestone) -> dict[str, Any]:
    item = found.item
    return {
        "id": found.id,
        "title": item.title,
        "phase": item.phase,
        "start": _plain(item.start),
        "baseline": _plain(found.baseline),
        "due": _plain(item.due),
        "done": _plain(item.done),
        "state": found.state.value,
        "slip_days": found.slip_days,
        "progress": item.progress / 100 if item.progress is not None else None,
        "health": _plain(item.health),
        "moves": [
            {
                "on": _plain(move.on),
                "from": _plain(move.before),
                "to": _plain(move.after),
                "days": move.days,
                "why": move.why,
                "side": _plain(move.side),
            }
            for move in found.moves
        ],
    }


def _describe_need(need: Need) -> dict[str, Any]:
    return {
        "kind": need.kind,
        "id": need.id,
        "title": need.title,
        "due": _plain(need.due),
        "overdue": need.is_overdue,
    }


def _describe_items(items: Mapping[str, Item], updates: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return items with their ids and current fields; who may see them is no part of what they are."""
    described = []
    for item_id, item in items.items():
        values = _turn_links_in(_plain(item), updates)
        values.pop("visibility")
        if values.get("url"):
            values["url"] = turn_link(values["url"], updates)
        described.append({"id": item_id, **values})
    return described


def _turn_links_in(value: Any, updates: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _turn_links_in(inner, updates) for name, inner in value.items()}
    if isinstance(value, list):
        return [_turn_links_in(inner, updates) for inner in value]
    return turn_links(value, updates) if isinstance(value, str) else value


def _describe_budget(budget: BudgetState | None) -> dict[str, Any] | None:
    if budget is None:
        return None
    return {
        "unit": budget.unit,
        "agreed": budget.agreed,
        "agreed_at_start": budget.agreed_at_start,
        "used": budget.used,
        "forecast": budget.forecast,
        "share_used": budget.share_used,
        "flagged": budget.is_flagged,
        "runs_out": _plain(budget.runs_out),
    }


def _describe_sla(sla: SlaState | None) -> dict[str, Any] | None:
    if sla is None:
        return None

    def figures(name: str, target: TargetState | None) -> dict[str, Any]:
        return {
            f"{name}ed_within" if name == "answer" else "resolved_within": target.within if target else None,
            f"{name}ed_total" if name == "answer" else "resolved_total": target.total if target else None,
            f"median_{name}_minutes": target.median_minutes if target else None,
        }

    return {**figures("answer", sla.answer), **figures("resolve", sla.resolve)}


def _describe_updates(state: State, urls: tuple[str, ...]) -> list[dict[str, Any]]:
    listed = [
        {
            "id": report.update.id,
            "date": _plain(report.update.day),
            "headline": report.update.headline,
            "health": _plain(report.health),
            "url": url,
        }
        for report, url in zip(state.reports, urls, strict=True)
    ]
    return listed[::-1]


def _plain(value: Any) -> Any:
    """Return a value as JSON holds it; empty objects are null."""
    if value is None or type(value) in _AS_THEY_ARE:
        return value
    if isinstance(value, Due):
        return value.written
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {key: _plain(getattr(value, name)) for name, key in _list_keys(value.__class__)}
    if isinstance(value, Mapping):
        return _or_none({key: _plain(inner) for key, inner in value.items()})
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value


@cache
def _list_keys(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a class, each with its key: a name that Python keeps for itself ends in an underscore."""
    return tuple((entry.name, entry.name.rstrip("_")) for entry in fields_of(kind))


def _or_none(value: dict[str, Any]) -> dict[str, Any] | None:
    return value or None
