"""`sitegen feedback …`: the commands that read what came back."""

import click

from sitegen.cli.lazy import LazyGroup

FEEDBACK_COMMANDS = {
    "report": "sitegen.cli.feedback_report:report_command",
    "inbox": "sitegen.cli.feedback_inbox:inbox_command",
    "reply": "sitegen.cli.feedback_reply:reply_command",
    "pull": "sitegen.cli.feedback_pull:pull_command",
    "export": "sitegen.cli.feedback_export:export_command",
    "import": "sitegen.cli.feedback_import:import_command",
}
"""Where each command stands."""


@click.group("feedback", cls=LazyGroup, places=FEEDBACK_COMMANDS)
def feedback_group() -> None:
    """Read what clients answered, and act on it."""
