"""`sitegen feedback reply`: what was done about an entry of the inbox."""

from datetime import date
from pathlib import Path

import click

from sitegen.cli.options import common_options, day_option, store_option
from sitegen.cli.store import standing_before


@click.command("reply")
@click.argument("entry", metavar="ENTRY")
@click.option("--did", required=True, metavar="TEXT", help="What was done about it, in a sentence.")
@click.option("--by", metavar="PERSON", help="Who answered; the entry's owner if not told.")
@day_option
@store_option
@common_options
def reply_command(
    entry: str,
    did: str,
    by: str | None,
    day: date | None,
    store: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Say what was done about an entry.

    It prints the lines for the next update that tell the client. ENTRY is the beginning of an id that the inbox
    shows. Nothing in the content changes by itself.
    """
    with standing_before(config, store) as (loaded, opened):
        from sitegen.feedback import answer_entry

        draft = answer_entry(opened, loaded.site, entry, did, by, day or loaded.today)
    if not quiet:
        click.echo("noted; for the front matter of the next update, once you have read it over:", err=True)
    click.echo(draft, nl=False)
