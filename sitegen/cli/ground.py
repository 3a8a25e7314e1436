"""What the commands that add files share: the site they add to, and what they say afterwards."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.asking import ask
from sitegen.cli.messages import show_path, told_to_people

if TYPE_CHECKING:
    from sitegen.starter import Ground


@contextmanager
def standing_on(config: Path | None) -> Iterator["Ground"]:
    """Find the site to which files are added; what the library raises meanwhile is told to people."""
    from sitegen.memory import find_config
    from sitegen.starter import load_ground

    with told_to_people(None):
        found = find_config(config, Path.cwd())
    with told_to_people(found.parent):
        yield load_ground(found)


def ask_contact(ground: "Ground", contact: str | None) -> str | None:
    """Return whom of ours the client asks: who was given, else answered; whoever is alone is suggested."""
    people = click.Choice(ground.people) if ground.people else str
    answer: str | None = ask(
        "--contact", contact, "Whom of yours does the client ask?", default=ground.only_person, kind=people
    )
    return answer


def print_written(paths: Sequence[Path], next_step: str, *, quiet: bool) -> None:
    """Print the first path on stdout; what was written, and what comes next, on stderr."""
    shown = [show_path(path) for path in paths]
    if not quiet:
        for path in shown:
            click.echo(f"wrote {path}", err=True)
        click.echo(f"next: {next_step}", err=True)
    click.echo(shown[0])
