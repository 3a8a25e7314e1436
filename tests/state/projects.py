"""Strategies for whole projects that are sound, written as files and read as such."""

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from sitegen.model import Audience, Patch, Project, Register, Registers
from tests.cases import on, read_project

Draw = st.DrawFn
Fields = dict[str, Any]

IDS = ("a", "b", "c")
A_MILESTONE = (Register.MILESTONES, "a")
"""Is always in the plan, so that deliverables can belong to it."""
CAN_BE_DONE = (Register.MILESTONES, Register.ACTIONS)
LAST_DAY = on("03-31")
DAYS = st.integers(0, 60).map(lambda offset: (on("01-20") + timedelta(days=offset)).isoformat())
DUES = st.one_of(DAYS, st.sampled_from(["2026-02", "2026-03", "2026-Q1", "2026-Q2", "tbd"]))
WIDTHS = st.sampled_from([audience.value for audience in Audience])
SIDES = st.sampled_from(["us", "client", "agency", "third-party"])
HEALTHS = st.sampled_from(["not-started", "on-track", "at-risk", "off-track", "on-hold", "complete"])
LEVELS = st.sampled_from(["low", "medium", "high"])
AMOUNTS = st.sampled_from([0, 1, 2.5, 40, 99.9, 250])
TEXTS = st.sampled_from(["x", "Why not?", "a stands here"])


def _optional(field: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), field)


FIELDS: Mapping[Register, Mapping[str, st.SearchStrategy[Any]]] = {
    Register.MILESTONES: {
        "due": DUES,
        "weight": _optional(AMOUNTS),
        "progress": _optional(st.integers(0, 100)),
        "baseline": _optional(DUES),
        "status": _optional(st.just("dropped")),
    },
    Register.DELIVERABLES: {
        "milestone": _optional(st.just("a")),
        "status": _optional(st.sampled_from(["planned", "in-review", "accepted", "rejected", "dropped"])),
    },
    Register.ACTIONS: {
        "who": _optional(st.sampled_from(["client", "agency", "us"])),
        "due": _optional(DAYS),
        "owner": _optional(TEXTS),
    },
    Register.RISKS: {"impact": _optional(LEVELS), "response": _optional(TEXTS)},
    Register.ISSUES: {
        "options": _optional(st.fixed_dictionaries({"x": st.just({"title": "X"}), "y": st.just({"title": "Y"})})),
        "decide_by": _optional(DAYS),
        "status": _optional(st.sampled_from(["open", "resolved"])),
    },
    Register.CHANGES: {
        "amount": _optional(st.sampled_from([-5, 0.1, 30])),
        "decide_by": _optional(DAYS),
        "status": _optional(st.sampled_from(["proposed", "accepted", "declined"])),
    },
}
HEAD: Mapping[str, st.SearchStrategy[Any]] = {
    "headline": _optional(TEXTS),
    "health": _optional(HEALTHS),
    "next_update": _optional(DAYS),
    "progress": _optional(st.integers(0, 100)),
    "end": _optional(st.one_of(DAYS, st.fixed_dictionaries({"to": DAYS, "why": TEXTS, "side": SIDES}))),
    "budget": _optional(st.fixed_dictionaries({}, optional={"used": _optional(AMOUNTS), "forecast": AMOUNTS})),
    "aspects": _optional(st.fixed_dictionaries({}, optional={"time": _optional(HEALTHS), "cost": HEALTHS})),
}


def title_of(register: Register, item_id: str) -> str:
    """Return the title of an item: such that it is found wherever it is told."""
    return f"The {register} called {item_id}"


@st.composite
def projects(draw: Draw, *, is_visibility_fixed: bool = False) -> Project:
    """Draw a project; where visibility is fixed, an item keeps that with which it came."""
    plan: Fields = draw(st.fixed_dictionaries({}, optional={"end": DAYS, "health": HEALTHS, "cadence": st.just("7d")}))
    plan["budget"] = {"agreed": draw(AMOUNTS), "unit": "EUR"}
    known: set[tuple[Register, str]] = set()
    for register in FIELDS:
        planned = [item_id for item_id in IDS if (register, item_id) == A_MILESTONE or draw(st.booleans())]
        plan[register.value] = {item_id: _without_nulls(_draw_new(draw, register, item_id)) for item_id in planned}
        known |= {(register, item_id) for item_id in planned}
    updates: dict[str, str] = {}
    for day in sorted(draw(st.lists(DAYS, max_size=5, unique=True))):
        front_matter = _write(_draw_update(draw, day, known, is_visibility_fixed=is_visibility_fixed))
        updates[day[5:]] = f"---\n{front_matter}\n---\n{draw(TEXTS)}\n"
    return read_project(_write(plan), updates)


def _draw_new(draw: Draw, register: Register, item_id: str) -> Fields:
    """Draw the fields of an item where it first appears."""
    fields = draw(_patch(register, required={"due"}))
    if draw(st.booleans()):
        fields["visibility"] = draw(WIDTHS)
    if register in CAN_BE_DONE and draw(st.booleans()):
        fields["done"] = draw(DAYS)
    return {"title": title_of(register, item_id), **fields}


def _draw_update(draw: Draw, day: str, known: set[tuple[Register, str]], *, is_visibility_fixed: bool) -> Fields:
    """Draw an update's front matter; what it creates is known from then on, unless it is a draft."""
    update: Fields = draw(st.fixed_dictionaries({}, optional=dict(HEAD)))
    update |= draw(st.fixed_dictionaries({}, optional={"visibility": WIDTHS}))
    update["draft"] = draw(st.sampled_from([False, False, False, True]))
    for register in FIELDS:
        items = draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))
        for item_id in items:
            is_known = (register, item_id) in known
            fields = draw(_patch(register)) if is_known else _draw_new(draw, register, item_id)
            if is_known and not is_visibility_fixed and draw(st.booleans()):
                fields["visibility"] = draw(_optional(WIDTHS))
            if register in CAN_BE_DONE:
                fields = fields | draw(st.fixed_dictionaries({}, optional={"done": _optional(st.just(day))}))
                fields["done"] = day if fields.get("done") else None
            reasons = {"why": TEXTS, "side": SIDES, "correction": st.booleans()}
            update.setdefault(register.value, {})[item_id] = fields | draw(
                st.fixed_dictionaries({}, optional=dict(reasons))
            )
        if not update["draft"]:
            known |= {(register, item_id) for item_id in items}
    return update


def _patch(register: Register, required: Collection[str] = ()) -> st.SearchStrategy[Fields]:
    """Draw what a file says of an item; `due` is required of a new milestone, and of an action does no harm."""
    fields = FIELDS[register]
    always = {name: field for name, field in fields.items() if name in required}
    return st.fixed_dictionaries(always, optional={name: fields[name] for name in fields if name not in always})


def _without_nulls(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value is not None}


def _write(fields: Fields) -> str:
    """Write fields as YAML, of which JSON is a part."""
    return "\n".join(f"{name}: {json.dumps(value)}" for name, value in fields.items())


def remove_what_is_hidden(project: Project, hidden: Collection[tuple[Register, str]], audience: Audience) -> Project:
    """Return the project as it would be, had nobody ever written what an audience may not see."""
    seen = [update for update in project.updates if audience.sees(update.visibility)]
    return replace(
        project,
        plan=replace(project.plan, registers=_remove(project.plan.registers, hidden)),
        updates=tuple(replace(update, registers=_remove(update.registers, hidden)) for update in seen),
    )


def _remove(registers: Registers, hidden: Collection[tuple[Register, str]]) -> Registers:
    return {
        register: {
            item_id: _without_hidden_milestone(patch, hidden)
            for item_id, patch in items.items()
            if (register, item_id) not in hidden
        }
        for register, items in registers.items()
    }


def _without_hidden_milestone(patch: Patch, hidden: Collection[tuple[Register, str]]) -> Patch:
    if (Register.MILESTONES, patch.get("milestone")) not in hidden:
        return patch
    return {**patch, "milestone": None}
