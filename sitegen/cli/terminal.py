"""Lines with tones become what a terminal shows: in colour only where it is one and nobody asked for none."""

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sitegen.terminal import Line

MAX_WIDTH = 110
"""Longer lines are hard to read."""

STYLES: dict[str, dict[str, Any]] = {
    "strong": {"bold": True},
    "faint": {"dim": True},
    "good": {"fg": "green"},
    "doubtful": {"fg": "yellow"},
    "bad": {"fg": "red"},
}


def find_width() -> int:
    """Return how many columns there are to write in; 80 where that is not known."""
    return min(shutil.get_terminal_size().columns, MAX_WIDTH)


def print_lines(lines: "Iterable[Line]", *, to_stderr: bool = False) -> None:
    """Write lines; a character that the terminal's encoding lacks becomes a question mark."""
    stream = sys.stderr if to_stderr else sys.stdout
    is_coloured = stream.isatty() and not os.environ.get("NO_COLOR")
    for line in lines:
        text = "".join(
            click.style(span.text, **STYLES.get(span.tone.value, {})) if is_coloured else span.text for span in line
        )
        encoding = stream.encoding or "utf-8"
        click.echo(text.encode(encoding, "replace").decode(encoding), err=to_stderr)
