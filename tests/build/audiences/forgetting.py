"""A written project becomes what it would be, had only that been written which an audience may know on a day.

An independent reading of the contract, on raw fields: it knows nothing of the fold.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.model import Audience
from tests.build.audiences.written import GONE, REGISTERS, Fields, Written, is_seen

PLAN = ""
"""Stands for the plan where files go by their names."""
UPDATE_LINK = re.compile(r"\]\((updates/)?(2026-[^)/]+)\.md\)")
CLOSING = ("done", "accepted", "decided")

Key = tuple[str, str]


@dataclass(slots=True)
class Fate:
    """What became of an item."""

    born: str
    stated: str | None = None
    entry: str | None = None
    """The file in which the audience last came to know it; None while it does not."""
    at_entry: Fields = field(default_factory=dict)
    values: Fields = field(default_factory=dict)

    @property
    def width(self) -> str:
        return self.stated or self.born


def forget(written: Written, audience: Audience, day: str) -> Written:
    """Return the project without all that the audience may not know."""
    files = _list_files(written, day)
    seen = {name for name, front in files.items() if is_seen(front.get("visibility"), audience)}
    fates = _find_fates(files, audience)
    kept: dict[str, Fields] = {name: _without_registers(files[name]) if name in seen else {} for name in files}
    milestones = {
        item_id for (register, item_id), fate in fates.items() if fate.entry is not None and register == "milestones"
    }
    for name, front in files.items():
        for key, patch in _list_patches(front):
            told = _tell(fates[key], name, patch, is_seen=name in seen)
            if told is not None:
                _forget_milestone(told, milestones, is_new=name == fates[key].entry)
                kept[name].setdefault(key[0], {})[key[1]] = told
    plan = _without_nulls(kept.pop(PLAN))
    updates = {}
    for name, front in kept.items():
        if name in seen:
            updates[name] = (front, written.updates[name][1])
        elif front:
            # Only the day on which something came into sight is known, and what it then was.
            updates[name[:12]] = ({**front, "visibility": files[name]["visibility"]}, "")
    return _turn_links(Written(plan=plan, updates=updates), seen)


def _forget_milestone(told: Fields, known: set[str], *, is_new: bool) -> None:
    """Take out the name of a milestone that the audience does not know."""
    if "milestone" in told and told["milestone"] not in {None, *known}:
        told["milestone"] = None
    if is_new and told.get("milestone") is None:
        told.pop("milestone", None)


def _list_files(written: Written, day: str) -> dict[str, Fields]:
    """Return the front matter of what counts on a day, in order, the plan first."""
    updates = {
        name: front
        for name, (front, _) in sorted(written.updates.items())
        if name[:10] <= day and front.get("draft") != "true"
    }
    return {PLAN: {name: value for name, value in written.plan.items() if name != "visibility"}, **updates}


def _list_patches(front: Fields) -> list[tuple[Key, Fields]]:
    return [
        ((register, item_id), patch) for register in REGISTERS for item_id, patch in (front.get(register) or {}).items()
    ]


def _find_fates(files: Mapping[str, Fields], audience: Audience) -> dict[Key, Fate]:
    fates: dict[Key, Fate] = {}
    for name, front in files.items():
        for key, patch in _list_patches(front):
            fate = fates.setdefault(key, Fate(born=front.get("visibility") or "client"))
            if "visibility" in patch:
                fate.stated = patch["visibility"]
            fate.values = _lay_over(fate.values, patch)
            if not is_seen(fate.width, audience):
                fate.entry = None
            elif fate.entry is None:
                fate.entry, fate.at_entry = name, dict(fate.values)
    return fates


def _lay_over(old: Fields, patch: Fields) -> Fields:
    merged = dict(old)
    for name, value in patch.items():
        if name in {"why", "side", "correction", "visibility"}:
            continue
        if isinstance(value, dict):
            value = _lay_over(merged.get(name) or {}, value)
        merged[name] = value
    return _without_nulls(merged)


def _tell(fate: Fate, name: str, patch: Fields, *, is_seen: bool) -> Fields | None:
    """Return what a file tells of an item; None where it tells nothing."""
    if fate.entry is None or name < fate.entry:
        return None
    if name == fate.entry:
        reasons: Fields = {key: patch[key] for key in ("why", "side") if key in patch and is_seen}
        return {**fate.at_entry, **reasons, "visibility": fate.width}
    return {key: value for key, value in patch.items() if key != "visibility"} if is_seen else None


def _without_registers(front: Fields) -> Fields:
    return {name: value for name, value in front.items() if name not in {*REGISTERS, "internal"}}


def _without_nulls(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if value is not None}


def _turn_links(written: Written, seen: set[str]) -> Written:
    """Let links to what is no more lead where links to any update without a page lead, and files be found."""

    def turn(value: Any, place: str) -> Any:
        if isinstance(value, dict):
            return {name: turn(inner, place) for name, inner in value.items()}
        if not isinstance(value, str):
            return value
        text = UPDATE_LINK.sub(lambda found: found[0] if found[2] in seen else f"]({found[1] or ''}{GONE}.md)", value)
        return _place(text, place)

    return Written(
        plan=turn(written.plan, "plan"),
        updates={
            name: (turn(front, "update"), turn(body, "update")) for name, (front, body) in written.updates.items()
        },
    )


def _place(text: str, place: str) -> str:
    """Write a text's relative links as they must be where it stands now: an item may enter in another file."""
    if place == "update":
        text = re.sub(r"\]\(files/", "](../files/", text)
        text = re.sub(r"\]\(updates/", "](", text)
        return re.sub(r"^files/", "../files/", text)
    return text


def is_writable(written: Written) -> bool:
    """Tell whether nothing is told to be done later than the day of the file that tells it."""
    return all(
        str(patch.get(name) or "") <= update_id[:10]
        for update_id, (front, _) in written.updates.items()
        for _, patch in _list_patches(front)
        for name in CLOSING
    )
