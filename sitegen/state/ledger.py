"""Plan and updates become the items an audience may see, and every change of them: the first half of the fold.

What counts for visibility is what it is in the end: an item that is narrower now was never there, one that was widened
enters with the fields it then had, and an update leaves no trace of touching what its reader may not see.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

from sitegen.model import ITEM_SHAPES, REASON_KEYS, Audience, Patch, Plan, Register, Registers, Side, Update, overlay
from sitegen.value import value

Key = tuple[Register, str]

PLAN = -1
"""Stands for the plan where updates are counted from 0."""


@value
class FieldChange:
    """One field of one item, or of the project itself, that an update changed; or a new item."""

    on: date
    update: str | None
    """The update's id; None where the reader may not see that update."""
    register: Register | None = None
    """None for the project's own fields: `health`, `end`, `progress`, `budget.used`, `aspects.time`, …"""
    item: str = ""
    field: str = ""
    """The field that changed; empty for a new item."""
    before: Any = None
    after: Any = None
    why: str | None = None
    side: Side | None = None

    @property
    def is_new(self) -> bool:
        """Tell whether the item was not there before."""
        return not self.field


@value
class Trace:
    """Which files tell of an item, as far as the audience may know it."""

    given_in: Mapping[str, str | None]
    """By field, the id of the update that gave it last; None for the plan."""
    touched: tuple[date, ...]
    """The dates of the seen updates that name it, since it came into sight."""


@dataclass(slots=True, kw_only=True)
class Account:
    """One item as the audience knows it: its fields now, and how they came to be."""

    key: Key
    is_planned: bool
    """Whether it was in the plan."""
    values: dict[str, Any]
    first: Mapping[str, Any]
    """Its fields when it entered, corrections taken in."""
    width: Audience
    """Who may see it in the end."""
    changes: list[FieldChange] = field(default_factory=list)
    given_in: dict[str, str | None]
    touched: list[date] = field(default_factory=list)

    def as_of(self, update: str) -> "Account":
        """Return the account as an update left it that changed the item, later corrections taken in."""
        if self.changes[-1].update == update:
            return self
        last = max(place for place, change in enumerate(self.changes) if change.update == update)
        known = self.changes[: last + 1]
        changed = {**self.first, **{change.field: change.after for change in known if not change.is_new}}
        values = {name: value for name, value in changed.items() if value is not None}
        if values.get("done", date.min) > known[-1].on:
            del values["done"]  # a plan may say so beforehand, and it counts from that date on
        return replace(self, values=values, changes=known)

    @property
    def trace(self) -> Trace:
        """Which files told of it."""
        return Trace(given_in=self.given_in, touched=tuple(self.touched))


@value(kw_only=False)
class Ledger:
    """The accounts of all items an audience may see, in the order in which they appeared."""

    accounts: Mapping[Key, Account]

    def of(self, register: Register) -> list[tuple[str, Account]]:
        """Return the accounts of one register, with their ids."""
        return [(key[1], account) for key, account in self.accounts.items() if key[0] is register]


def keep_ledger(plan: Plan, updates: Sequence[Update], audience: Audience) -> Ledger:
    """Follow every item through the plan and the updates, and keep what the audience may know of it."""
    entries, widths = _find_entries(plan, updates, audience)
    whole: dict[Key, dict[str, Any]] = {}
    given_in: dict[Key, dict[str, str | None]] = {}
    accounts: dict[Key, Account] = {}
    for index, registers in _files(plan, updates):
        update = updates[index] if index != PLAN else None
        is_seen = update is None or audience.sees(update.visibility)
        for key, patch in _patches(registers):
            entry = entries.get(key)
            if entry is None:
                continue
            if index > entry:
                if update and is_seen:
                    _post(accounts[key], patch, update)
                continue
            whole[key] = overlay(whole.get(key, {}), _without_reasons(patch))
            given_in.setdefault(key, {}).update(dict.fromkeys(patch, update.id if update else None))
            if index == entry:
                values = dict(whole[key])
                account = accounts[key] = Account(
                    key=key,
                    is_planned=index == PLAN,
                    values=values,
                    first=dict(values),
                    width=widths[key],
                    given_in=dict(given_in[key]),
                )
                if update:
                    account.changes.append(_new(key, patch, update, is_seen=is_seen))
                    account.touched += [update.day] if is_seen else []
    return Ledger(accounts)


def _files(plan: Plan, updates: Sequence[Update]) -> Iterable[tuple[int, Registers]]:
    yield PLAN, plan.registers
    for index, update in enumerate(updates):
        yield index, update.registers


def _patches(registers: Registers) -> Iterable[tuple[Key, Patch]]:
    for register, items in registers.items():
        for item_id, patch in items.items():
            yield (register, item_id), patch


def _without_reasons(patch: Patch) -> dict[str, Any]:
    return {name: value for name, value in patch.items() if name not in REASON_KEYS}


def _find_entries(
    plan: Plan, updates: Sequence[Update], audience: Audience
) -> tuple[dict[Key, int], dict[Key, Audience]]:
    """Return where each item that the audience may see entered its sight for the last time, and who may see each."""
    created: dict[Key, Audience] = {}
    stated: dict[Key, Audience | None] = {}
    entries: dict[Key, int | None] = {}
    for index, registers in _files(plan, updates):
        width = Audience.CLIENT if index == PLAN else updates[index].visibility
        for key, patch in _patches(registers):
            created.setdefault(key, width)
            if "visibility" in patch:
                stated[key] = patch["visibility"]
            if not audience.sees(stated.get(key) or created[key]):
                entries[key] = None
            elif entries.get(key) is None:
                entries[key] = index
    widths = {key: stated.get(key) or width for key, width in created.items()}
    return {key: entry for key, entry in entries.items() if entry is not None}, widths


def _new(key: Key, patch: Patch, update: Update, *, is_seen: bool) -> FieldChange:
    return FieldChange(
        on=update.day,
        update=update.id if is_seen else None,
        register=key[0],
        item=key[1],
        why=patch.get("why") if is_seen else None,
        side=patch.get("side") if is_seen else None,
    )


def _post(account: Account, patch: Patch, update: Update) -> None:
    """Enter what a seen update says of an item: as changes, or as the mending of the last ones."""
    merged = overlay(account.values, _without_reasons(patch))
    for name in patch:
        if name in REASON_KEYS:
            continue
        default = _find_defaults(account.key[0]).get(name)
        before, after = account.values.get(name, default), merged.get(name, default)
        if patch.get("correction"):
            _correct(account, name, after)
        elif before != after:
            account.changes.append(
                FieldChange(
                    on=update.day,
                    update=update.id,
                    register=account.key[0],
                    item=account.key[1],
                    field=name,
                    before=before,
                    after=after,
                    why=patch.get("why"),
                    side=patch.get("side"),
                )
            )
    account.values = merged
    account.given_in.update(dict.fromkeys(patch, update.id))
    account.touched.append(update.day)


@lru_cache(maxsize=len(Register))
def _find_defaults(register: Register) -> Mapping[str, Any]:
    """Return what a register's fields are where no file gives them: to give that is no change."""
    return {field.name: field.default for field in fields(ITEM_SHAPES[register]) if field.default is not MISSING}


def _correct(account: Account, name: str, value: Any) -> None:
    """Let a value count as though it had been given when the field last changed, or at the first."""
    for index in range(len(account.changes) - 1, -1, -1):
        change = account.changes[index]
        if change.field == name:
            mended = replace(change, after=value)
            account.changes[index : index + 1] = [mended] if mended.before != mended.after else []
            return
    account.first = overlay(account.first, {name: value})
