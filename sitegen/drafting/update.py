"""Answers and the state they start from become an update's file: what was answered, what is open, the sections."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.build import Standing
from sitegen.drafting.answers import Answers
from sitegen.drafting.blocks import list_blocks
from sitegen.drafting.scalars import Scalar, format_flow, format_scalar
from sitegen.drafting.sections import ENGLISH_SECTIONS, find_headings
from sitegen.errors import UsageError
from sitegen.model import Health
from sitegen.state import State

INTRODUCTION = (
    "## What has changed: take the '# ' off its lines, keep the items that changed, and delete the rest.",
    "## side is us, client, agency or third-party.",
)


def place_update(standing: Standing, slug: str | None) -> Path:
    """Return where an update of the day belongs; raise `UsageError` where one is there already."""
    day = standing.view.state.day
    name = f"{day}-{slug}.md" if slug else f"{day}.md"
    path = standing.loaded.root / standing.project.folder / "updates" / name
    if path.exists() or path.is_symlink():
        raise UsageError(f"'{name}' is there already; edit it, or add '--slug WORD' for another one of that day")
    return path


def draft_update(standing: Standing, answers: Answers) -> str:
    """Write the text of an update."""
    state = standing.view.state
    blocks = [*_write_head(answers, state)]
    if registers := [*list_blocks(state)]:
        blocks += [[*INTRODUCTION], *registers]
    front = "\n\n".join("\n".join(block) for block in blocks if block)
    sections = "\n\n".join(_choose_sections(standing, state))
    return f"---\n{front}\n---\n{sections}\n" if sections else f"---\n{front}\n---\n"


def _write_head(answers: Answers, state: State) -> Iterator[list[str]]:
    """Go through the project's own fields: those answered, then those still to be said, a block each."""
    values: dict[str, Scalar] = {
        "headline": answers.headline,
        "author": answers.author,
        "health": answers.health,
        "next_update": answers.next_update,
    }
    given = [f"{key}: {format_scalar(value)}" for key, value in values.items() if value is not None]
    if answers.used is not None:
        given.append(f"budget: {format_flow({'used': answers.used})}")
    yield given
    yield [
        *(f"# {key}:{_hint(key)}" for key, value in values.items() if value is None),
        "# aspects: {}  # time, cost, scope, quality: the words of health",
        *_offer_end(state),
        *([] if answers.used is not None else _offer_budget(state)),
        "# internal:  # what only the firm reads",
        "# draft: true  # not published while this stands",
    ]


def _hint(key: str) -> str:
    return f"  # {', '.join(health.value for health in Health)}" if key == "health" else ""


def _offer_end(state: State) -> list[str]:
    end = state.end.moves[-1].after if state.end.moves else state.plan.end
    return [f"# end: {format_flow({'to': end, 'why': None, 'side': None})}"] if end else []


def _offer_budget(state: State) -> list[str]:
    budget = state.budget
    if budget is None:
        return []
    present = {"used": budget.used, "forecast": budget.forecast}
    known = {key: value for key, value in present.items() if value is not None}
    return [f"# budget: {format_flow(known)}  # used, forecast, in {format_scalar(budget.unit)}"]


def _choose_sections(standing: Standing, state: State) -> tuple[str, ...]:
    """Return the headings of the last update that readers saw, else ours where the client reads English."""
    readers = standing.project.plan.head.visibility
    seen = [report.update for report in state.reports if readers.sees(report.update.visibility)]
    if seen and (headings := find_headings(seen[-1].document.body)):
        return headings
    language = standing.client.head.language or standing.loaded.site.settings.language
    return ENGLISH_SECTIONS if language.split("-")[0].lower() == "en" else ()
