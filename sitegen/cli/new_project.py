"""`sitegen new project CLIENT/ID`: a plan, ready to fill in."""

from datetime import date
from pathlib import Path

import click

from sitegen.cli.asking import ask
from sitegen.cli.completion import complete_new_project
from sitegen.cli.ground import ask_contact, print_written, standing_on
from sitegen.cli.options import DayType, common_options


@click.command("project")
@click.argument("project", metavar="CLIENT/ID", shell_complete=complete_new_project)
@click.option("--name", help="What the project is called.")
@click.option("--summary", help="What it is, in one sentence.")
@click.option("--start", type=DayType(), help="The day it starts; today by default.")
@click.option("--end", type=DayType(), help="The day it ends, as agreed.")
@click.option("--contact", metavar="PERSON", help="The person of yours whom the client asks.")
@click.option("--cadence", metavar="14d", help="How often the client was promised an update.")
@common_options
def new_project_command(
    project: str,
    name: str | None,
    summary: str | None,
    start: date | None,
    end: date | None,
    contact: str | None,
    cadence: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Add a project to a client."""
    from sitegen.starter import write_project

    with standing_on(config) as ground:
        ground.find_project_file(project)
        ground.check_person(contact)
        answers = {
            "name": ask("--name", name, "What is the project called?", is_required=True),
            "summary": ask("--summary", summary, "What is it, in one sentence?"),
            "start": ask("--start", start, "On which day does it start?", default=ground.today, kind=DayType()),
            "end": ask("--end", end, "On which day does it end?", kind=DayType()),
            "contact": ask_contact(ground, contact),
            "cadence": ask("--cadence", cadence, "How often was an update promised, as 7d or 2w?"),
        }
        given = {key: str(value) if value is not None else None for key, value in answers.items()}
        written = write_project(ground, project, given)
    print_written(written, f"fill in its milestones, then sitegen new update {project}", quiet=quiet)
