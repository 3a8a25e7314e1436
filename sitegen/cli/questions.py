"""What options left open about an update becomes answers: asked where somebody sits at a terminal, else as offered."""

from typing import TYPE_CHECKING, Any

import click

from sitegen.cli.asking import ask
from sitegen.cli.options import AmountType, DayType

if TYPE_CHECKING:
    from sitegen.build import Standing
    from sitegen.drafting import Answers

HEALTHS = ("not-started", "on-track", "at-risk", "off-track", "on-hold", "complete")


def complete_answers(given: dict[str, Any], offered: "Answers", standing: "Standing") -> "Answers":
    """Return the answers that were given, with the others asked for or as offered; health is never offered."""
    from sitegen.drafting import Answers, list_authors
    from sitegen.model import Health

    headline = ask("--headline", given["headline"], "The one thing to know")
    word = ask("--health", given["health"], "How does the project stand?", kind=click.Choice(HEALTHS))
    health = Health(word) if word else None
    next_update = given["next_update"]
    if health is None or health.is_open:
        next_update = ask(
            "--next-update", next_update, "When does the next one come?", default=offered.next_update, kind=DayType()
        )
    used, budget = given["used"], standing.view.state.budget
    if budget:
        used = ask("--used", used, f"What is used so far, in {budget.unit}?", kind=AmountType())
    people = click.Choice(list_authors(standing))
    author = ask("--author", given["author"], "Who writes it?", default=offered.author, kind=people)
    return Answers(
        headline=(headline or "").strip() or None, author=author, health=health, next_update=next_update, used=used
    )
