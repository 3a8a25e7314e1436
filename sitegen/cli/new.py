"""`sitegen new …`: the commands that add a file to a site."""

import click

from sitegen.cli.lazy import LazyGroup

NEW_COMMANDS = {
    "client": "sitegen.cli.new_client:new_client_command",
    "project": "sitegen.cli.new_project:new_project_command",
    "update": "sitegen.cli.new_update:update_command",
    "survey": "sitegen.cli.new_survey:new_survey_command",
    "theme": "sitegen.cli.new_theme:new_theme_command",
}
"""Where each command stands."""


@click.group("new", cls=LazyGroup, places=NEW_COMMANDS)
def new_group() -> None:
    """Add a client, a project, an update, a survey or a theme."""
