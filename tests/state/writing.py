"""A state becomes text for golden cases: JSON whose short values stand on one line, without what is empty."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from sitegen.model import Due, Duration, PlanHead, Update
from sitegen.state import State

WIDTH = 110
EMPTY: tuple[Any, ...] = (None, "", (), {}, [])


def write_state(state: State) -> str:
    """Write a state; the plan's head and the traces are left out, an update is its id, its changes are the history."""
    told = _plain(state)
    told.pop("traces", None)
    for report in told.get("reports", ()):
        for name in ("changes", "items", "slips"):
            report.pop(name, None)
    if state.next_milestone:
        told["next_milestone"] = state.next_milestone.id
    return f"{_lay_out(told, 0)}\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Update):
        return value.id
    if isinstance(value, Duration):
        return f"{value.amount}{value.unit}"
    if isinstance(value, Due | datetime | date):
        return str(value)
    if is_dataclass(value):
        told = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: _plain(inner) for name, inner in told.items() if _is_told(inner)}
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return value


def _is_told(value: Any) -> bool:
    return value not in EMPTY and not isinstance(value, PlanHead)


def _lay_out(value: Any, depth: int) -> str:
    """Write a value on one line where it fits, else each of its parts on a line of its own."""
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or (depth and len(line) + depth <= WIDTH):
        return line
    if isinstance(value, dict):
        parts = [f"{json.dumps(name)}: {_lay_out(inner, depth + 1)}" for name, inner in value.items()]
    else:
        parts = [_lay_out(inner, depth + 1) for inner in value]
    indent = "\n" + " " * (depth + 1)
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}{indent}{f',{indent}'.join(parts)}\n{' ' * depth}{closing}"
