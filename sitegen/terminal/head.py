"""The first things to know become the first lines: name, health, headline, the next update."""

from dataclasses import fields

from sitegen.model import Aspects
from sitegen.pages import StatusView
from sitegen.state import State
from sitegen.terminal.line import Line, Span, Tone, clean, make_line, make_paragraph
from sitegen.terminal.words import HEALTH_TONES, format_days, format_gap, format_health


def describe_head(view: StatusView, width: int) -> list[Line]:
    """Return name, health with its date, headline, and when the next update is due."""
    state = view.state
    tone = HEALTH_TONES.get(state.health, Tone.PLAIN) if state.health else Tone.DOUBTFUL
    lines = make_paragraph(f"{state.plan.name} · {view.client_name}", width, tone=Tone.STRONG)
    lines += make_paragraph(f"as of {state.day}, as the {_name_reader(state)} sees it", width, tone=Tone.FAINT)
    lines.append(())
    since = f" since {state.health_since}" if state.health else ""
    lines.append(make_line(Span(format_health(state.health), tone), since))
    if aspects := _tell_aspects(state.aspects):
        lines += make_paragraph(aspects, width, tone=Tone.FAINT)
    if state.headline:
        lines += make_paragraph(state.headline, width, tone=Tone.STRONG)
    lines += make_paragraph(_tell_updates(state), width, tone=_find_tone(state))
    return lines


def _name_reader(state: State) -> str:
    return "firm" if state.audience == "internal" else clean(state.audience.value)


def _tell_aspects(aspects: Aspects) -> str:
    found = [(entry.name, getattr(aspects, entry.name)) for entry in fields(aspects)]
    return ", ".join(f"{name} {health.value.replace('-', ' ')}" for name, health in found if health)


def _tell_updates(state: State) -> str:
    last = state.last_report.update.day if state.last_report else None
    told = [f"last update {last}" if last else "no update yet"]
    if state.is_stale:
        told.append(f"silent for {format_days((state.day - (last or state.plan.start)).days)}")
    if state.next_update:
        told.append(f"next promised {state.next_update.due}, {format_gap(state.next_update.due, state.day)}")
    return "; ".join(told)


def _find_tone(state: State) -> Tone:
    is_late = state.is_stale or (state.next_update is not None and state.next_update.is_late)
    return Tone.BAD if is_late else Tone.PLAIN
