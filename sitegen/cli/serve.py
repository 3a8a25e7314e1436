"""`sitegen serve`: a live preview on this machine."""

import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.garbage import collect_seldom
from sitegen.cli.messages import print_problems, told_to_people
from sitegen.cli.options import common_options, day_option

if TYPE_CHECKING:
    from sitegen.problems import Problem
    from sitegen.serve import Outcome


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any free one.")
@click.option("--catalogue", is_flag=True, help="Also show every part of the theme in every state, for theme makers.")
@day_option
@common_options
def serve_command(
    port: int, catalogue: bool, day: date | None, config: Path | None, quiet: bool, verbose: bool
) -> None:
    """Show the site as you write.

    After each change it rebuilds, reloads the page, and shows errors on it. Drafts and updates dated after today
    are shown too, and marked. Only this machine can reach it.
    """
    collect_seldom()
    from sitegen.build import Request
    from sitegen.memory import find_config
    from sitegen.serve import Preview

    with told_to_people(None):
        found = find_config(config, Path.cwd())
    # Whoever ends the process politely gets the same clean end as Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    tell = _make_teller(found.parent, is_quiet=quiet, is_verbose=verbose)
    try:
        request = Request(config=found, day=day)
        with told_to_people(found.parent), Preview(request, port, tell, with_catalogue=catalogue) as preview:
            if preview.is_polling:
                click.echo("the system watches no more folders; changes are looked for once a second", err=True)
            if not quiet:
                click.echo(f"serving {preview.url} (Ctrl-C ends it)", err=True)
                if catalogue:
                    click.echo(f"the theme's catalogue is {preview.catalogue_url}", err=True)
            preview.wait()
    except KeyboardInterrupt:
        if not quiet:
            click.echo("ended", err=True)


def _make_teller(root: Path, *, is_quiet: bool, is_verbose: bool) -> "Callable[[Outcome], None]":
    """Return what prints every outcome as `sitegen build` does; problems that were there before are not repeated."""
    told: tuple[Problem, ...] = ()

    def tell(outcome: "Outcome") -> None:
        nonlocal told
        if outcome.problems != told:
            print_problems(outcome.problems, root)
            for step in outcome.trail:
                click.echo(f"    in {step}", err=True)
            if outcome.more:
                click.echo(f"and {outcome.more} more; 'sitegen check' tells them all", err=True)
        told = outcome.problems
        if outcome.fault:
            click.echo(f"error: {outcome.fault}", err=True)
        if is_verbose:
            for path in outcome.report.written if outcome.report else ():
                click.echo(f"wrote {path}", err=True)
            click.echo(outcome.trace, err=True, nl=False)
        if outcome.report is None:
            count = outcome.error_count
            click.echo(f"{count} {'error' if count == 1 else 'errors'}; the last good pages stay", err=True)
        elif not is_quiet:
            click.echo(str(outcome.report), err=True)

    return tell
