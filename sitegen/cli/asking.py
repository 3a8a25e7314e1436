"""What an option did not say is asked for, where somebody sits at a terminal to answer."""

import sys
from typing import Any

import click


def ask(
    option: str, value: Any, question: str, *, default: Any = None, kind: Any = str, is_required: bool = False
) -> Any:
    """Return an option's value, else the answer to a question, else the default.

    Without a terminal nothing is asked, and what is required and has no default is wrong usage.
    """
    if value is not None:
        return value
    if not sys.stdin.isatty():
        if is_required and default is None:
            raise click.UsageError(f"'{option}' is missing; give it, or answer at a terminal")
        return default
    if is_required or default is not None:
        return click.prompt(question, default=default, type=kind, err=True)
    if isinstance(kind, click.Choice):
        question = f"{question} ({', '.join(kind.choices)}, or nothing)"
    else:
        question = f"{question} (or nothing)"
    return click.prompt(question, default="", show_default=False, value_proc=_optional(kind), err=True)


def _optional(kind: Any) -> Any:
    """Return what reads an answer, or the lack of one."""
    read = click.types.convert_type(kind)
    return lambda answer: read(answer.strip()) if answer.strip() else None
