"""`sitegen feedback report`: what the answers come to."""

from pathlib import Path

import click

from sitegen.cli.options import common_options, store_option, wanted_options
from sitegen.cli.store import standing_before

PARTS = click.Choice(["client", "project", "survey", "quarter"])


@click.command("report")
@wanted_options
@click.option("--quarter", metavar="YYYY-QN", help="Of one quarter alone, beside the one before.")
@click.option("--by", multiple=True, type=PARTS, help="Keep figures apart by this; by client and project if not told.")
@click.option("--json", "is_json", is_flag=True, help="A list of objects, for programs.")
@click.option("--csv", "is_csv", is_flag=True, help="A table for spreadsheets.")
@store_option
@common_options
def report_command(
    client: str | None,
    project: str | None,
    survey: str | None,
    quarter: str | None,
    by: tuple[str, ...],
    is_json: bool,
    is_csv: bool,
    store: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Tell what the answers come to.

    Each figure stands with how many answers it is over, and its 95 % interval. Surveys are always kept apart. With
    a quarter it is told which figures differ from the quarter before: those whose intervals do not touch.
    """
    from sitegen.errors import UsageError

    with standing_before(config, store) as (loaded, opened):
        from sitegen.feedback import FORMATS, load_report, read_wanted

        if is_json and is_csv:
            raise UsageError("--json and --csv exclude each other")
        rows = load_report(opened, loaded.site, read_wanted(client, project, survey), by, quarter)
    click.echo(FORMATS["json" if is_json else "csv" if is_csv else "text"](rows), nl=False)
    if not rows and not quiet:
        click.echo("there are no answers yet", err=True)
