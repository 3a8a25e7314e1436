"""Milestones and their moves become aligned lines: mark, title, date, slip, how far it is; then the last move."""

from collections.abc import Iterable
from datetime import date

from sitegen.state import End, MilestoneState, State, TrackedMilestone
from sitegen.terminal.line import Line, Span, Tone, make_line, make_paragraph, measure, pad, wrap
from sitegen.terminal.words import format_days, format_gap, format_slip

MARKS = {
    MilestoneState.DONE: "✓",
    MilestoneState.OVERDUE: "!",
    MilestoneState.DUE_SOON: "›",
    MilestoneState.UPCOMING: "○",
    MilestoneState.DROPPED: "–",
}
TONES = {
    MilestoneState.DONE: Tone.GOOD,
    MilestoneState.OVERDUE: Tone.BAD,
    MilestoneState.DUE_SOON: Tone.DOUBTFUL,
    MilestoneState.DROPPED: Tone.FAINT,
}
INDENT = 4
DATE_WIDTH = 12
SLIP_WIDTH = 8
GAP_WIDTH = 13
LEAST_TITLE = 14


def describe_milestones(state: State, width: int) -> list[Line]:
    """Return the milestones in order of time; of each open one that moved, also its last move."""
    if not state.milestones:
        return []
    ordered = sorted(state.milestones, key=lambda found: found.day or date.max)
    longest = max(measure(found.item.title) for found in ordered)
    room = width - INDENT - 2 - DATE_WIDTH - SLIP_WIDTH - GAP_WIDTH
    title_width = max(LEAST_TITLE, min(longest, room))
    head = " " * INDENT + pad("", title_width + 2) + pad("date", DATE_WIDTH) + "slip"
    lines = [make_line(Span("Milestones", Tone.STRONG), Span(head[len("Milestones") :], Tone.FAINT))]
    for found in ordered:
        lines += _describe(found, state.day, title_width)
        if found.state.is_open and found.moves:
            lines += make_paragraph(_tell_last_move(found), width, indent=INDENT, tone=Tone.FAINT)
    return lines


def _describe(found: TrackedMilestone, day: date, title_width: int) -> list[Line]:
    tone = TONES.get(found.state, Tone.PLAIN)
    title, *more = wrap(found.item.title, title_width)
    when = found.item.done.isoformat() if found.item.done else found.item.due.written
    first = make_line(
        Span(f"  {MARKS[found.state]} ", tone),
        pad(title, title_width + 2),
        pad(when, DATE_WIDTH),
        pad("" if found.state is MilestoneState.DROPPED else format_slip(found.slip_days), SLIP_WIDTH),
        Span(_tell_state(found, day), tone),
    )
    return [first, *(make_line(" " * INDENT, line) for line in more)]


def _tell_state(found: TrackedMilestone, day: date) -> str:
    if not found.state.is_open:
        return found.state.value
    return format_gap(found.item.due.last, day) if found.item.due.last else "no date yet"


def _tell_last_move(found: TrackedMilestone) -> str:
    move = found.moves[-1]
    count = {1: "moved once", 2: "moved twice, last"}.get(len(found.moves), f"moved {len(found.moves)} times, last")
    days = f" ({move.days:+} d)" if move.days is not None else ""
    told = f"{count} on {move.on}, {move.before} to {move.after}{days}"
    side = f", {move.side}" if move.side else ""
    return f"{told}{side}: {move.why or 'no reason given'}"


def tell_end(end: End) -> list[str]:
    """Tell the end as agreed and as it looks now."""
    told = [f"agreed {end.baseline}"] if end.baseline else []
    if end.forecast:
        slip = f" ({tell_slip(end.slip_days)})" if end.slip_days is not None else ""
        told.append(f"now {end.forecast}{slip}")
    elif end.baseline:
        told.append("now not known")
    return told


def tell_slip(days: int) -> str:
    """Tell a slip in words."""
    if days == 0:
        return "as agreed"
    return f"{format_days(days)} later" if days > 0 else f"{format_days(-days)} earlier"


def count_by_state(milestones: Iterable[TrackedMilestone]) -> str:
    """Tell how many milestones are in each state, the most urgent first."""
    order = (MilestoneState.OVERDUE, MilestoneState.DUE_SOON, MilestoneState.UPCOMING, MilestoneState.DONE)
    found = [milestone.state for milestone in milestones]
    return ", ".join(f"{found.count(state)} {state.value}" for state in order if state in found)
