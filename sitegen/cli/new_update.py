"""`sitegen new update`: the next update, pre-filled from the state it starts from."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from sitegen.cli.completion import complete_project
from sitegen.cli.messages import show_path, told_to_people
from sitegen.cli.options import AmountType, DayType, common_options
from sitegen.cli.questions import HEALTHS, complete_answers
from sitegen.cli.terminal import find_width, print_lines


@click.command("update")
@click.argument("project", metavar="CLIENT/PROJECT", shell_complete=complete_project)
@click.option("--date", "day", type=DayType(), help="The update's date; today by default.")
@click.option("--slug", metavar="WORD", help="A word for the file's name, after the date.")
@click.option("--headline", metavar="TEXT", help="The one thing to know.")
@click.option("--health", type=click.Choice(HEALTHS), help="How the project stands.")
@click.option("--next-update", type=DayType(), help="When the next update comes.")
@click.option("--used", type=AmountType(), help="What of the budget is used in all.")
@click.option("--author", metavar="PERSON", help="Who writes it.")
@click.option("--edit", is_flag=True, help="Open it in your editor.")
@common_options
def update_command(
    project: str,
    day: date | None,
    slug: str | None,
    edit: bool,
    config: Path | None,
    quiet: bool,
    verbose: bool,
    **given: Any,
) -> None:
    """Write the next update of a project.

    It is filled with what is open. What is not given is asked for, at a terminal.
    """
    from sitegen.build import load_standing
    from sitegen.drafting import check_author, check_slug, draft_update, place_update, suggest_answers
    from sitegen.memory import find_config, write_new
    from sitegen.model import Audience
    from sitegen.terminal import describe_start

    with told_to_people(None):
        found = find_config(config, Path.cwd())
    with told_to_people(found.parent):
        standing = load_standing(found, project, day, Audience.INTERNAL)
        path = place_update(standing, check_slug(slug) if slug else None)
        if given["author"]:
            check_author(given["author"], standing)
        if not quiet:
            print_lines([*describe_start(standing.view, find_width()), ()], to_stderr=True)
        answers = complete_answers(given, suggest_answers(standing), standing)
        write_new(path, draft_update(standing, answers))
    click.echo(show_path(path))
    if edit:
        click.edit(filename=str(path))
