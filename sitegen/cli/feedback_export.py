"""`sitegen feedback export`: all that came back, for other programs."""

from pathlib import Path

import click

from sitegen.cli.options import common_options, store_option, wanted_options
from sitegen.cli.store import standing_before


@click.command("export")
@wanted_options
@click.option(
    "--format", "kind", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True, help="How to write it."
)
@store_option
@common_options
def export_command(
    client: str | None,
    project: str | None,
    survey: str | None,
    kind: str,
    store: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print every answer.

    As CSV a line for each answer, as JSON lines an object for each response.
    """
    with standing_before(config, store) as (loaded, opened):
        from sitegen.feedback import EXPORTS, load_entries, read_wanted

        for text in EXPORTS[kind](load_entries(opened, loaded.site, read_wanted(client, project, survey))):
            click.echo(text, nl=False)
