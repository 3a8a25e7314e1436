"""Words on a command line in, calls of the library out: one module a command, imported only when it is used."""

import importlib
from typing import Any

import click

from sitegen import __version__

COMMANDS = {
    "build": "sitegen.cli.build:build_command",
    "check": "sitegen.cli.check:check_command",
}
"""Where each command stands."""


class LazyGroup(click.Group):
    """Imports a command's module only once that command is called for, so that none pays for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: Any = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Honest project status pages for clients, from Markdown and YAML in git."""
