"""What the library returns or raises becomes what a person reads, and the exit code."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sitegen.errors import ContentError, SitegenError, ThemeError, UsageError
from sitegen.problems import Problem, format_problem


def print_problems(problems: Iterable[Problem], root: Path, *, to_stderr: bool = True) -> None:
    """Write problems one after the other, with paths relative to the working folder."""
    for problem in problems:
        path = show_path(root / problem.position.path)
        click.echo(format_problem(problem, path=path), err=to_stderr)


def show_path(path: Path) -> str:
    """Return a path as people in the working folder would write it."""
    return Path(os.path.relpath(path)).as_posix()


@contextmanager
def told_to_people(root: Path | None, outcome: str = "nothing was written") -> Iterator[None]:
    """Let what the library raises end the command with words on stderr and an exit code, never with a traceback."""
    try:
        yield
    except ContentError as error:
        print_problems(error.problems, root or Path())
        errors = [problem for problem in error.problems if problem.level == "error"]
        click.echo(f"{len(errors)} {'error' if len(errors) == 1 else 'errors'}; {outcome}", err=True)
        raise click.exceptions.Exit(1) from None
    except ThemeError as error:
        print_problems([error.problem], root or Path())
        for step in error.trail:
            click.echo(f"    in {step}", err=True)
        raise click.exceptions.Exit(1) from None
    except UsageError as error:
        raise click.UsageError(str(error)) from None
    except SitegenError as error:
        click.echo(f"error: {error}", err=True)
        raise click.exceptions.Exit(1) from None
