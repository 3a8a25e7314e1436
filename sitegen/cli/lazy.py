"""Names of commands become commands: each module is imported only once its command is called for."""

import importlib
from collections.abc import Mapping
from typing import Any

import click

from sitegen.problems import suggest

INTERRUPTED = 130
"""The exit code of a process that was interrupted, as shells have it: 128 and the number of the signal."""


class LazyGroup(click.Group):
    """Imports a command's module only once that command is called for, so that none pays for the others."""

    def __init__(self, *args: Any, places: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.places = places
        """By name, where each command stands: `module:name`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order in which people meet them."""
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command."""
        if cmd_name not in self.places:
            return None
        module, _, name = self.places[cmd_name].partition(":")
        command: Any = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words begin with; for one that does not exist, tell the nearest."""
        if args[0] not in self.places and args[0][:1].isalpha() and not ctx.resilient_parsing:
            ctx.fail(f"there is no command '{args[0]}'{suggest(args[0], self.places)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; whoever interrupts it knows why, so it ends without a word."""
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            raise click.exceptions.Exit(INTERRUPTED) from None
