"""The drawings of time become their legend: a code for each kind of mark that occurs in one of them, and no other."""

from collections.abc import Iterable

from sitegen.timeline import PlacedMark, Timeline, Trend, TrendLine

STATES = ("done", "overdue", "due-soon", "upcoming", "dropped")
TREND = ("kept", "went", "late")


def list_marks(*drawings: Timeline) -> tuple[str, ...]:
    """Return what a reader meets in drawings of the same milestones, the states first."""
    placed = [place for drawing in drawings for place in drawing.marks]
    found = {place.mark.state for place in placed} | set(_find_kinds(placed))
    if any(drawing.break_at for drawing in drawings):
        found.add("undated")
    order = (*STATES, "agreed", "later", "earlier", "work", "vague", "undated")
    return tuple(code for code in order if code in found)


def _find_kinds(placed: Iterable[PlacedMark]) -> Iterable[str]:
    for place in placed:
        if place.ghost:
            yield "agreed"
        if place.slip and place.mark.slip_days:
            yield "later" if place.mark.slip_days > 0 else "earlier"
        if place.bar:
            yield "work"
        if place.span:
            yield "vague"


def list_lines(trend: Trend) -> tuple[str, ...]:
    """Return what kinds of lines a reader meets in the milestone trend."""
    found = {_name_line(line) for line in trend.lines}
    return (*(code for code in TREND if code in found), *(["reached"] if trend.reached else []))


def _name_line(line: TrendLine) -> str:
    if line.kept:
        return "kept"
    return "late" if line.series.state == "overdue" else "went"
