"""The figures of a state become rows of a name and a sentence: end, progress, delay, budget, response times."""

from sitegen.state import BudgetState, State, TargetState
from sitegen.terminal.line import Line, Span, Tone, make_line, wrap
from sitegen.terminal.schedule import count_by_state, tell_end
from sitegen.terminal.words import format_amount, format_days, format_minutes, format_share

NAME_WIDTH = 11


def describe_figures(state: State, width: int) -> list[Line]:
    """Return one row for each figure that there is."""
    rows = [
        ("End", tell_end(state.end), Tone.PLAIN),
        ("Progress", _tell_progress(state), Tone.PLAIN),
        ("Delay", [f"{side} {format_days(days)}" for side, days in state.delay_by_side.items() if days], Tone.PLAIN),
        ("Budget", *_tell_budget(state)),
        ("Answered", *_tell_target(state.sla.answer if state.sla else None)),
        ("Resolved", *_tell_target(state.sla.resolve if state.sla else None)),
    ]
    return [line for name, told, tone in rows if told for line in describe_row(name, ", ".join(told), width, tone)]


def describe_row(name: str, text: str, width: int, tone: Tone = Tone.PLAIN) -> list[Line]:
    """Return a name and a text beside it, wrapped."""
    first, *more = wrap(text, width - NAME_WIDTH)
    head = make_line(Span(name.ljust(NAME_WIDTH), Tone.STRONG), Span(first, tone))
    return [head, *(make_line(" " * NAME_WIDTH, Span(line, tone)) for line in more)]


def _tell_progress(state: State) -> list[str]:
    told = [format_share(state.progress)] if state.progress is not None else []
    counts = count_by_state(state.milestones)
    return [f"{' '.join(told)}; milestones: {counts}".removeprefix("; ")] if counts else told


def _tell_budget(state: State) -> tuple[list[str], Tone]:
    budget = state.budget
    if budget is None:
        return [], Tone.PLAIN
    told = [_tell_use(budget)]
    if budget.agreed_at_start is not None and budget.agreed != budget.agreed_at_start:
        told.append(f"{format_amount(budget.agreed_at_start)} at the start")
    if budget.forecast is not None:
        told.append(f"forecast {format_amount(budget.forecast)}")
    if budget.runs_out and state.is_open:
        told.append(f"at this pace used up on {budget.runs_out}")
    if budget.is_flagged:
        told.append("flagged")
    return [entry for entry in told if entry], Tone.DOUBTFUL if budget.is_flagged else Tone.PLAIN


def _tell_use(budget: BudgetState) -> str:
    used = format_amount(budget.used) if budget.used is not None else None
    agreed = format_amount(budget.agreed) if budget.agreed is not None else None
    if used and agreed:
        share = f" ({format_share(budget.share_used)})" if budget.share_used is not None else ""
        return f"{used} of {agreed} {budget.unit} used{share}"
    if used:
        return f"{used} {budget.unit} used"
    return f"{agreed} {budget.unit} agreed" if agreed else ""


def _tell_target(target: TargetState | None) -> tuple[list[str], Tone]:
    if target is None or not target.total:
        return [], Tone.PLAIN
    told = [f"{target.within} of {target.total} within {target.target.amount}{target.target.unit}"]
    if target.median_minutes is not None:
        told.append(f"median {format_minutes(target.median_minutes)} of working time")
    return told, Tone.PLAIN if target.within == target.total else Tone.DOUBTFUL
