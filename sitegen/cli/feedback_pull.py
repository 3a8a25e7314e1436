"""`sitegen feedback pull`: figures into the content, for the portfolio."""

from datetime import date
from pathlib import Path

import click

from sitegen.cli.messages import show_path
from sitegen.cli.options import common_options, day_option, store_option
from sitegen.cli.store import standing_before


@click.command("pull")
@click.option(
    "--quarters", type=click.IntRange(1, 40), default=8, show_default=True, help="Of how many quarters, the last ones."
)
@day_option
@store_option
@common_options
def pull_command(
    quarters: int, day: date | None, store: str | None, config: Path | None, quiet: bool, verbose: bool
) -> None:
    """Write figures for the portfolio.

    Into content/feedback.yml: what the answers came to, in numbers alone.
    """
    from sitegen.errors import WorkError
    from sitegen.memory import replace_file

    with standing_before(config, store, is_strict=True) as (loaded, opened):
        from sitegen.feedback import pull_snapshot

        text, count = pull_snapshot(opened, loaded.site, day or loaded.today, quarters)
        target = loaded.root / loaded.site.settings.content / "feedback.yml"
        try:
            replace_file(target, text.encode())
        except OSError as error:
            raise WorkError(f"{show_path(target)} cannot be written: {error.strerror}") from error
    if not quiet:
        click.echo(f"wrote {show_path(target)}: {count} figures", err=True)
