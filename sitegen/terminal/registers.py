"""Open items become lines: what waits for whom, by when and how late; issues, risks and change requests."""

from collections.abc import Iterable, Sequence
from datetime import date

from sitegen.model import Audience
from sitegen.state import Need, State, is_waiting
from sitegen.terminal.line import Line, Span, Tone, clean, make_line, measure, wrap
from sitegen.terminal.words import format_gap, format_slip

INDENT = 4
DATE_WIDTH = 12
GAP_WIDTH = 14
TITLE_COLUMN = INDENT + DATE_WIDTH + GAP_WIDTH
GRAVITY = {"high": 0, "medium": 1, "low": 2, None: 3}


def describe_needs(state: State, width: int) -> list[list[Line]]:
    """Return what waits for the reader, and what waits for the others, a block each."""
    return [
        _describe_block("Open with us" if who == "us" else f"Needed from {who}", needs, state.day, width)
        for who, needs in list_waiting(state)
    ]


def list_waiting(state: State) -> list[tuple[str, tuple[Need, ...]]]:
    """Return who is waited for, and for what; what waits for client and agency alike is the client's."""
    if state.audience is not Audience.INTERNAL:
        waiting = [(f"the {state.audience}", state.needs), ("us", _find_ours(state))]
    else:
        client, agency = (state.waits_for.get(who, ()) for who in (Audience.CLIENT, Audience.AGENCY))
        own = tuple(need for need in agency if need not in client)
        waiting = [("the client", client), ("the agency", own), ("us", state.needs)]
    return [(who, needs) for who, needs in waiting if needs]


def _find_ours(state: State) -> tuple[Need, ...]:
    """Return what the reader sees of our own open actions, by date."""
    found = [
        Need(
            kind="action",
            id=key,
            title=item.title,
            due=item.due,
            is_overdue=item.due is not None and item.due < state.day,
        )
        for key, item in state.actions.items()
        if is_waiting(item, "us")
    ]
    return tuple(sorted(found, key=lambda need: need.due or date.max))


def _describe_block(title: str, needs: Sequence[Need], day: date, width: int) -> list[Line]:
    late = sum(need.is_overdue for need in needs)
    counts = f" ({len(needs)}, {late} overdue)" if late else f" ({len(needs)})"
    lines = [make_line(Span(title, Tone.STRONG), Span(counts, Tone.FAINT))]
    for need in needs:
        lines += _describe_need(need, day, width)
    return lines


def _describe_need(need: Need, day: date, width: int) -> list[Line]:
    when, gap = (need.due.isoformat(), format_gap(need.due, day)) if need.due else ("no date", "")
    title, *more = wrap(f"{need.title} ({need.kind})", width - TITLE_COLUMN)
    tone = Tone.BAD if need.is_overdue else Tone.PLAIN
    mark = "!" if need.is_overdue else "·"
    head = f"  {mark} {when.ljust(DATE_WIDTH)}{gap.ljust(GAP_WIDTH)}"
    return [make_line(Span(head, tone), title), *(make_line(" " * TITLE_COLUMN, line) for line in more)]


def describe_item(mark: str, title: str, details: Iterable[str], width: int, tone: Tone = Tone.PLAIN) -> list[Line]:
    """Return an item: its mark and title, then its details, on the same line where they fit."""
    told = ", ".join(details)
    titles = wrap(title, width - INDENT)
    first = Span(f"  {mark} ", tone)
    if len(titles) == 1 and measure(titles[0]) + measure(told) + 2 <= width - INDENT:
        return [make_line(first, titles[0], "  ", Span(told, tone if tone is not Tone.PLAIN else Tone.FAINT))]
    lines = [make_line(first, titles[0]), *(make_line(" " * INDENT, line) for line in titles[1:])]
    return lines + [
        make_line(" " * INDENT, Span(line, tone if tone is not Tone.PLAIN else Tone.FAINT))
        for line in wrap(told, width - INDENT)
        if told
    ]


def describe_troubles(state: State, width: int) -> list[list[Line]]:
    """Return the open issues and risks, the gravest first, and the proposed changes, a block each."""
    blocks = (
        ("Open issues", _describe_issues(state, width)),
        ("Open risks", _describe_risks(state, width)),
        ("Proposed changes", _describe_changes(state, width)),
    )
    return [[make_line(Span(title, Tone.STRONG)), *lines] for title, lines in blocks if lines]


def _describe_issues(state: State, width: int) -> list[Line]:
    lines: list[Line] = []
    found = [issue for issue in state.issues.values() if issue.status == "open"]
    for issue in sorted(found, key=lambda issue: GRAVITY[issue.impact]):
        details = [f"impact {issue.impact or 'not stated'}"]
        if issue.decision:
            details.append(f"decided: {issue.decision}")
        elif issue.options:
            when = f" by {issue.decide_by}, {format_gap(issue.decide_by, state.day)}" if issue.decide_by else ""
            details.append(f"choose one of {len(issue.options)} ways{when}")
        elif not issue.response:
            details.append("no way out yet")
        lines += describe_item("▪", issue.title, details, width, Tone.BAD if issue.impact == "high" else Tone.PLAIN)
    return lines


def _describe_risks(state: State, width: int) -> list[Line]:
    lines: list[Line] = []
    found = [risk for risk in state.risks.values() if risk.status == "open"]
    for risk in sorted(found, key=lambda risk: (GRAVITY[risk.impact], GRAVITY[risk.likelihood])):
        details = [f"impact {risk.impact or 'not stated'}", f"likelihood {risk.likelihood or 'not stated'}"]
        lines += describe_item("▪", risk.title, details, width)
    return lines


def _describe_changes(state: State, width: int) -> list[Line]:
    lines: list[Line] = []
    for change in state.changes.values():
        if change.status != "proposed":
            continue
        details = [format_slip(change.days)] if change.days is not None else []
        if change.amount is not None:
            details.append(f"{change.amount:+,} {clean(state.unit)}")
        if change.decide_by:
            details.append(f"decide by {change.decide_by}, {format_gap(change.decide_by, state.day)}")
        lines += describe_item("▪", change.title, details, width)
    return lines
