"""`sitegen feedback inbox`: who waits for an answer, and how long."""

from datetime import date
from pathlib import Path

import click

from sitegen.cli.options import common_options, day_option, store_option, wanted_options
from sitegen.cli.store import standing_before
from sitegen.cli.terminal import print_lines


@click.command("inbox")
@wanted_options
@click.option("--all", "is_all", is_flag=True, help="Also what was answered.")
@click.option("--json", "is_json", is_flag=True, help="A list of objects, for programs.")
@day_option
@store_option
@common_options
def inbox_command(
    client: str | None,
    project: str | None,
    survey: str | None,
    is_all: bool,
    is_json: bool,
    day: date | None,
    store: str | None,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """List what calls for an answer.

    Low scores, comments, and answers to what waited for the client; overdue ones first. Each has an owner, the
    project's contact or else the client's, and two working days.
    """
    with standing_before(config, store) as (loaded, opened):
        from sitegen.feedback import describe_inbox, format_inbox_json, load_inbox, read_wanted

        today = day or loaded.today
        found = load_inbox(opened, loaded.site, read_wanted(client, project, survey), today)
    entries = tuple(entry for entry in found if is_all or entry.reply is None)
    if is_json:
        click.echo(format_inbox_json(entries), nl=False)
    else:
        print_lines(describe_inbox(entries, today))
