"""`sitegen show`: the status of one project, in the terminal or as JSON."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.completion import complete_project
from sitegen.cli.messages import show_path, told_to_people
from sitegen.cli.options import common_options, day_option
from sitegen.cli.terminal import find_width, print_lines

if TYPE_CHECKING:
    from sitegen.problems import Problem


@click.command("show")
@click.argument("project", metavar="CLIENT/PROJECT", shell_complete=complete_project)
@day_option
@click.option(
    "--audience",
    type=click.Choice(["client", "agency", "internal"]),
    default="client",
    show_default=True,
    help="Who sees it.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what status.json holds.")
@common_options
def show_command(
    project: str, day: date | None, audience: str, as_json: bool, config: Path | None, quiet: bool, verbose: bool
) -> None:
    """Show how a project stands."""
    from sitegen.build import find_address, load_standing
    from sitegen.feeds import format_status
    from sitegen.memory import find_config
    from sitegen.model import Audience
    from sitegen.terminal import describe_project

    with told_to_people(None):
        found = find_config(config, Path.cwd())
    with told_to_people(found.parent, "nothing to show until that is mended"):
        standing = load_standing(found, project, day, Audience(audience))
    if as_json:
        click.echo(format_status(standing.view), nl=False)
        return
    findings = () if quiet else _place(standing.findings, found.parent)
    print_lines(describe_project(standing.view, tuple(findings), find_width()))
    if address := find_address(standing, Audience(audience)):
        click.echo(f"\nThe reader's address, which nobody can guess: {address}")


def _place(problems: "Iterable[Problem]", root: Path) -> "Iterable[Problem]":
    """Turn paths relative to the site into paths relative to the working folder."""
    for problem in problems:
        path = show_path(root / problem.position.path)
        yield replace(problem, position=replace(problem.position, path=path))
