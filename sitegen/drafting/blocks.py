"""What is open becomes commented front matter: whoever takes the comment sign away says what is true already.

So a block that is uncommented and left as it is changes nothing. No status, health or percentage is among the values.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sitegen.drafting.scalars import Scalar, format_flow
from sitegen.model import Item, Register
from sitegen.state import State, is_waiting
from sitegen.terminal import clean, format_gap

REASONS: Mapping[str, Scalar] = {"why": None, "side": None}


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered of one register."""

    fields: tuple[str, ...]
    """Those whose present values are written out."""
    hint: str
    """What else may be said of an item."""
    is_open: Callable[[Any], bool]
    tell: Callable[[Any, date], str]
    """Says beside an item how it stands on a day."""


def _tell_due(due: date | None, day: date) -> str:
    return format_gap(due, day) if due else "no date"


OFFERS: Mapping[Register, Offer] = {
    Register.MILESTONES: Offer(
        ("due",),
        "done: DATE, progress: 0 to 100, status: dropped; a new date needs its why and side",
        lambda item: item.done is None and item.status is None,
        lambda item, day: _tell_due(item.due.last, day),
    ),
    Register.ACTIONS: Offer(
        ("due",),
        "done: DATE, status: dropped",
        is_waiting,
        lambda item, day: f"{item.who}, {_tell_due(item.due, day)}",
    ),
    Register.ISSUES: Offer(
        ("decide_by", "decision"),
        "response: what is done about it, decision: OPTION, status: resolved",
        lambda item: item.status == "open",
        lambda item, day: f"options {', '.join(item.options)}" if item.options else "no options",
    ),
    Register.RISKS: Offer(
        ("likelihood", "impact"),
        "response: what is done about it, status: closed or happened",
        lambda item: item.status == "open",
        lambda item, day: "has a response" if item.response else "no response",
    ),
    Register.CHANGES: Offer(
        ("days", "amount", "decide_by"),
        "status: accepted, declined or withdrawn",
        lambda item: item.status == "proposed",
        lambda item, day: _tell_due(item.decide_by, day),
    ),
    Register.DELIVERABLES: Offer(
        (),  # a link to a file is written otherwise in an update, which stands in another folder
        "status: in-review, accepted (accepted: DATE, accepted_by: PERSON), rejected or dropped",
        lambda item: item.status not in {"accepted", "dropped"},
        lambda item, day: item.status,
    ),
}


def list_blocks(state: State) -> Iterator[list[str]]:
    """Go through the lines of each register's block, commented; registers without open items have none."""
    for register, offer in OFFERS.items():
        found = [(key, item) for key, item in _list_items(state, register) if offer.is_open(item)]
        if found:
            yield [
                f"# {register}:  # {offer.hint}",
                *(f"#   {key}: {_write(item, offer)}  # {_comment(item, offer, state.day)}" for key, item in found),
            ]


def _list_items(state: State, register: Register) -> Sequence[tuple[str, Item]]:
    if register is Register.MILESTONES:
        ordered = sorted(state.milestones, key=lambda found: found.day or date.max)
        return [(found.id, found.item) for found in ordered]
    items: Mapping[str, Item] = getattr(state, register.value)
    return list(items.items())


def _write(item: Item, offer: Offer) -> str:
    present = {name: value for name in offer.fields if (value := getattr(item, name)) is not None}
    return format_flow({**present, **REASONS})


def _comment(item: Item, offer: Offer, day: date) -> str:
    return clean(f"{offer.tell(item, day)}; {item.title}")
