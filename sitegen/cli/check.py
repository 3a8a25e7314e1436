"""`sitegen check`: all that is wrong with the site, and what would embarrass the firm."""

from datetime import date
from pathlib import Path

import click

from sitegen.cli.findings import FORMATS
from sitegen.cli.garbage import collect_seldom
from sitegen.cli.messages import told_to_people
from sitegen.cli.options import common_options, day_option


@click.command("check")
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How it is written: for people, programs, or GitHub.",
)
@click.option("--leaks", is_flag=True, help="Also search what was built for what its reader must not know.")
@day_option
@common_options
def check_command(
    strict: bool, form: str, leaks: bool, day: date | None, config: Path | None, quiet: bool, verbose: bool
) -> None:
    """Tell all that is wrong with the site, and write nothing."""
    collect_seldom()
    from sitegen.build import Request, check
    from sitegen.memory import find_config

    with told_to_people(None):
        found = find_config(config, Path.cwd())
        problems = check(Request(config=found, day=day, is_strict=strict), with_leaks=leaks)
    if text := FORMATS[form](problems, found.parent):
        click.echo(text)
    errors, warnings = len(problems.errors), len(problems.warnings)
    if not quiet:
        click.echo(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}", err=True)
    if errors:
        raise click.exceptions.Exit(1)


def _count(count: int, word: str) -> str:
    return f"{count or 'no'} {word if count == 1 else word + 's'}"
