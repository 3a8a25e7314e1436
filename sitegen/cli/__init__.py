"""Words on a command line in, calls of the library out: one module a command, imported only when it is used."""

import os
import sys
import threading
from contextlib import suppress

import click

from sitegen import __version__
from sitegen.cli import lazy

COMMANDS = {
    "init": "sitegen.cli.init:init_command",
    "new": "sitegen.cli.new:new_group",
    "build": "sitegen.cli.build:build_command",
    "changed": "sitegen.cli.changed:changed_command",
    "serve": "sitegen.cli.serve:serve_command",
    "check": "sitegen.cli.check:check_command",
    "show": "sitegen.cli.show:show_command",
    "schema": "sitegen.cli.schema:schema_command",
    "secret": "sitegen.cli.secret:secret_command",
    "collect": "sitegen.cli.collect:collect_command",
    "feedback": "sitegen.cli.feedback:feedback_group",
}
"""Where each command stands."""

EPILOG = """\b
Let Tab complete commands, clients and projects, in bash (zsh and fish likewise):
  eval "$(_SITEGEN_COMPLETE=bash_source sitegen)"
"""


@click.group(
    cls=lazy.LazyGroup, places=COMMANDS, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Honest project status pages for clients, from Markdown and YAML in git."""


def run() -> None:
    """Run the command, and leave at once: to take the interpreter apart takes longer than a small build."""
    code = 0
    try:
        main()
    except SystemExit as end:
        if not isinstance(end.code, int) or threading.active_count() > 1:
            raise
        code = end.code
    with suppress(OSError):  # nobody reads on
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)
