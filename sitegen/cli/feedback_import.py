"""`sitegen feedback import`: answers that another survey tool exported."""

from datetime import UTC, datetime
from pathlib import Path

import click

from sitegen.cli.options import common_options, store_option
from sitegen.cli.store import standing_before

READABLE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command("import")
@click.argument("file", metavar="FILE.csv", type=READABLE)
@click.option("--map", "map_file", metavar="MAP.yml", type=READABLE, required=True, help="Which column holds what.")
@store_option
@common_options
def import_command(
    file: Path, map_file: Path, store: str | None, config: Path | None, quiet: bool, verbose: bool
) -> None:
    """Take in what another tool exported.

    What was imported before counts once.
    """
    with standing_before(config, store, is_strict=True, may_make=True) as (loaded, opened):
        from sitegen.feedback import import_file

        now = datetime.now(UTC).replace(microsecond=0)
        done = import_file(opened, loaded.site, file.absolute(), map_file.absolute(), now)
    if quiet:
        return
    if not done.is_defined:
        click.echo(
            f"there is no survey '{done.survey}' in the content: answers without a scale are counted as text", err=True
        )
    click.echo(f"{done.rows} responses, {done.new} of them new", err=True)
