"""`sitegen new …`: the commands that add a file to a site."""

import click

from sitegen.cli.lazy import LazyGroup

NEW_COMMANDS: dict[str, str] = {}
"""Where each command stands."""


@click.group("new", cls=LazyGroup, places=NEW_COMMANDS)
def new_group() -> None:
    """Add a client, a project, an update, a survey or a theme."""
