"""`sitegen new survey ID`: a ready survey to adapt."""

from pathlib import Path

import click

from sitegen.cli.asking import ask
from sitegen.cli.ground import print_written, standing_on
from sitegen.cli.options import common_options

TEMPLATES = click.Choice(("milestone", "relationship", "closing"))


@click.command("survey")
@click.argument("survey_id", metavar="ID")
@click.option("--template", type=TEMPLATES, help="After a milestone, again and again, or at the end.")
@click.option("--title", help="What the survey is called, if not as the template says.")
@click.option("--language", metavar="TAG", help="Which language it asks in; the site's by default.")
@common_options
def new_survey_command(
    survey_id: str,
    template: str | None,
    title: str | None,
    language: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Add a survey: one of three ready ones, to adapt."""
    from sitegen.starter import write_survey

    with standing_on(config) as ground:
        ground.find_survey_file(survey_id)
        question = "After a milestone, on the relationship, or closing a project?"
        chosen = ask("--template", template, question, kind=TEMPLATES, is_required=True)
        written = write_survey(ground, survey_id, chosen, {"title": title}, language)
    print_written(written, f"name '{survey_id}' under 'surveys' of a project.yml, as its first line says", quiet=quiet)
