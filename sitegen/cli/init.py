"""`sitegen init DIR`: an empty folder becomes a working site."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from sitegen.cli.messages import show_path, told_to_people
from sitegen.cli.options import common_options, day_option


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@day_option
@common_options
def init_command(folder: Path, day: date | None, config: Path | None, quiet: bool, verbose: bool) -> None:
    """Make a working site with an example client in a new folder."""
    from sitegen.starter import write_starter

    with told_to_people(None):
        # The new site's time zone is UTC: no update of the example may be dated after its today.
        written = write_starter(folder, day or datetime.now(UTC).date())
    shown = show_path(folder)
    if verbose:
        for path in written:
            click.echo(f"wrote {show_path(path)}", err=True)
    if not quiet:
        click.echo(
            f"{len(written)} files in {shown}; next: cd {shown} && sitegen build, then open site/index.html", err=True
        )
    click.echo(shown)
