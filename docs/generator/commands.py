"""The commands as click knows them become their reference."""

from collections.abc import Iterator
from inspect import cleandoc

import click

from docs.generator.tables import format_page, format_table
from sitegen.cli import main

INTRO = """
`sitegen COMMAND --help` says the same on the command line. Data goes to stdout, messages to stderr.
"""

EXIT_CODES = (
    ("0", "Fine. There may be warnings."),
    (
        "1",
        "The content or the work failed: errors in the content or a theme, a disk that refuses. The reasons are told.",
    ),
    ("2", "Wrong usage: an option or a day that does not exist, an unknown client, no `sitegen.yml`."),
)


def describe_commands() -> str:
    """Write the page of all commands."""
    context = click.Context(main, info_name="sitegen")
    parts = ["\n\n".join(_describe(command)) for command in walk(main, context)]
    codes = "## Exit codes\n\n" + format_table(("code", "meaning"), EXIT_CODES)
    return format_page("Commands", INTRO, *parts, codes)


def walk(group: click.Group, context: click.Context) -> Iterator[click.Context]:
    """Go through all commands below a group, groups before what they hold."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        yield inner
        if isinstance(command, click.Group):
            yield from walk(command, inner)


def _describe(context: click.Context) -> Iterator[str]:
    """Describe one command: how it is called, what it does, its options."""
    command = context.command
    yield f"## {context.command_path}"
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"    {context.command_path} {usage}".rstrip()
    yield cleandoc(command.help or "")
    options = [_split(option, context) for option in command.params if isinstance(option, click.Option)]
    if options:
        yield format_table(("option", "meaning"), options)


def _split(option: click.Option, context: click.Context) -> tuple[str, str]:
    """Return how an option is written, and its help."""
    written, text = option.get_help_record(context) or (", ".join(option.opts), option.help or "")
    return f"`{written}`", text
