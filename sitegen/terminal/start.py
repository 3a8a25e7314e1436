"""A status becomes the few lines from which somebody writes the next update."""

from sitegen.pages import StatusView
from sitegen.state import State
from sitegen.terminal.figures import describe_row
from sitegen.terminal.head import describe_head
from sitegen.terminal.line import LEAST_WIDTH, Line
from sitegen.terminal.registers import list_waiting
from sitegen.terminal.schedule import tell_end
from sitegen.terminal.words import format_gap


def describe_start(view: StatusView, width: int) -> tuple[Line, ...]:
    """Return where a project stands, in a few lines."""
    width = max(width, LEAST_WIDTH)
    state = view.state
    rows = (("Next", _tell_next(state)), ("End", ", ".join(tell_end(state.end))), ("Waiting", _tell_needs(state)))
    lines = describe_head(view, width)
    for name, text in rows:
        if text:
            lines += describe_row(name, text, width)
    return tuple(lines)


def _tell_next(state: State) -> str:
    found = state.next_milestone
    if found is None or not state.is_open:
        return ""
    gap = f", {format_gap(found.item.due.last, state.day)}" if found.item.due.last else ""
    return f"{found.item.title}, {found.item.due}{gap}"


def _tell_needs(state: State) -> str:
    told = []
    for who, needs in list_waiting(state):
        late = sum(need.is_overdue for need in needs)
        told.append(f"{len(needs)} for {who}" + (f" ({late} overdue)" if late else ""))
    return ", ".join(told)
