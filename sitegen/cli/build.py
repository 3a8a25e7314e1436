"""`sitegen build`: the site becomes a folder."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.completion import complete_client
from sitegen.cli.garbage import collect_seldom
from sitegen.cli.messages import print_told, told_to_people
from sitegen.cli.options import ShardType, audience_option, common_options, day_option
from sitegen.cli.progress import shown_progress

if TYPE_CHECKING:
    from sitegen.memory import BuildReport, Recalled, Request, Shard


@click.command("build")
@day_option
@audience_option
@click.option(
    "--client",
    "clients",
    multiple=True,
    metavar="ID",
    shell_complete=complete_client,
    help="Only this client; may be repeated.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIRECTORY",
    help="The folder to write; by default site or site-internal.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="How many processes; one for each core by default.")
@click.option("--shard", type=ShardType(), metavar="I/N", help="Only part I of N, counted from 1, by client.")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option("--future", is_flag=True, help="Show updates dated after today too.")
@click.option("--strict", is_flag=True, help="Take every warning for an error.")
@click.option("--clean", is_flag=True, help="Use nothing that an earlier build kept to save time.")
@common_options
def build_command(
    day: date | None,
    audience: str,
    clients: tuple[str, ...],
    output: Path | None,
    jobs: int | None,
    shard: "Shard | None",
    drafts: bool,
    future: bool,
    strict: bool,
    clean: bool,
    config: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the site."""
    collect_seldom()
    from sitegen.memory import WHOLE, Request, find_config, recalling, report_standing

    with told_to_people(None):
        found = find_config(config, Path.cwd())
    request = Request(
        config=found,
        day=day,
        audience=audience,
        clients=clients,
        output=output,
        jobs=jobs,
        with_drafts=drafts,
        with_future=future,
        is_strict=strict,
        is_clean=clean,
        shard=shard or WHOLE,
    )
    with told_to_people(found.parent), recalling(request, _tell_waiting) as recalled:
        if verbose:
            from sitegen.cli.reasons import explain_build

            click.echo("\n".join(explain_build(recalled, request)), err=True)
        report = report_standing(recalled, request) if recalled.stands else _build(request, recalled, is_quiet=quiet)
        print_told(report.warned.told, found.parent)
    if verbose:
        for path in report.written:
            click.echo(f"wrote {path}", err=True)
    if report.doubt:
        click.echo(report.doubt, err=True)
    if not quiet:
        click.echo(str(report), err=True)


def _build(request: "Request", recalled: "Recalled", *, is_quiet: bool) -> "BuildReport":
    from sitegen.build import build

    with shown_progress(is_quiet=is_quiet) as tell:
        return build(request, tell, recalled)


def _tell_waiting() -> None:
    click.echo("another build of this site is at work; waiting for it", err=True)
