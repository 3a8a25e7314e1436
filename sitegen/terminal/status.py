"""A status becomes the lines that a project manager reads in a terminal, in the order in which a client asks."""

from collections.abc import Sequence

from sitegen.pages import StatusView
from sitegen.problems import Level, Problem
from sitegen.terminal.figures import describe_figures
from sitegen.terminal.head import describe_head
from sitegen.terminal.line import LEAST_WIDTH, Line, Span, Tone, make_line, make_paragraph
from sitegen.terminal.registers import describe_needs, describe_troubles
from sitegen.terminal.schedule import describe_milestones


def describe_project(view: StatusView, findings: Sequence[Problem], width: int) -> tuple[Line, ...]:
    """Return a project's status as lines of at most `width` columns, and what the checks find about it."""
    width = max(width, LEAST_WIDTH)
    state = view.state
    blocks = [
        describe_head(view, width),
        *describe_needs(state, width),
        describe_milestones(state, width),
        describe_figures(state, width),
        *describe_troubles(state, width),
        _describe_findings(findings, width),
    ]
    lines: list[Line] = []
    for block in blocks:
        if block:
            lines += [(), *block] if lines else block
    return tuple(lines)


def _describe_findings(findings: Sequence[Problem], width: int) -> list[Line]:
    if not findings:
        return []
    lines = [make_line(Span("Checks", Tone.STRONG))]
    for problem in findings:
        tone = Tone.BAD if problem.level is Level.ERROR else Tone.DOUBTFUL
        place = f"{problem.position.path}:{problem.position.line}:{problem.position.column}"
        lines += make_paragraph(f"{problem.level}: {problem.message} [{problem.rule}]", width, indent=2, tone=tone)
        lines += make_paragraph(place, width, indent=4, tone=Tone.FAINT)
    return lines
