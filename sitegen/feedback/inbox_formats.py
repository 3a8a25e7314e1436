"""Entries of the inbox become lines for a terminal, and JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sitegen.feedback.inbox import Entry
from sitegen.terminal import Line, Span, Tone, clean

ID_DIGITS = 8
"""How much of an id is shown: enough to name an entry by."""

_REASONS = {"low-score": "low score", "comment": "comment", "answer": "answer"}


def describe_inbox(entries: Sequence[Entry], day: date) -> tuple[Line, ...]:
    """Return the lines of an inbox: how many wait, then each entry with what was said."""
    waiting = [entry for entry in entries if entry.reply is None]
    late = sum(entry.is_overdue for entry in waiting)
    counts = f"{len(waiting)} waiting, {late} overdue, on {day}"
    lines: list[Line] = [(Span(counts, Tone.STRONG),)]
    for entry in entries:
        lines += [(), *_describe(entry)]
    return tuple(lines)


def _describe(entry: Entry) -> Iterator[Line]:
    what = " and ".join(_REASONS[reason] for reason in entry.reasons)
    place = f"{entry.client}/{entry.project}, {entry.about}"
    yield (Span(f"{entry.id[:ID_DIGITS]}  ", Tone.STRONG), Span(f"{place}: {what}"))
    yield (_describe_state(entry),)
    for said in entry.said:
        yield (Span(f"    {clean(said.asked)} ", Tone.FAINT), Span(clean(said.said)))


def _describe_state(entry: Entry) -> Span:
    who = clean(entry.owner_name) if entry.owner_name else "nobody: name a contact"
    if entry.reply:
        return Span(f"    answered {entry.reply.on} by {clean(entry.reply.by)}: {clean(entry.reply.done)}", Tone.GOOD)
    days = "1 day" if entry.waits_days == 1 else f"{entry.waits_days} days"
    told = f"    waits {days} for {who}, answer by {entry.answer_by}"
    return Span(f"{told}, overdue", Tone.BAD) if entry.is_overdue else Span(told)


def format_inbox_json(entries: Sequence[Entry]) -> str:
    """Write entries as a JSON list, an object each."""
    return json.dumps([_describe_entry(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"


def _describe_entry(entry: Entry) -> dict[str, Any]:
    reply = entry.reply
    return {
        "id": entry.id,
        "reasons": list(entry.reasons),
        "client": entry.client,
        "project": entry.project,
        "about": entry.about,
        "said": [{"about": each.about, "asked": each.asked, "said": each.said} for each in entry.said],
        "received": entry.received.isoformat(),
        "owner": entry.owner,
        "answer_by": entry.answer_by.isoformat(),
        "waits_days": entry.waits_days,
        "overdue": entry.is_overdue,
        "reply": {"did": reply.done, "by": reply.by, "on": reply.on.isoformat()} if reply else None,
    }
