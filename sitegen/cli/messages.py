"""What the library returns or raises becomes what a person reads, and the exit code."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from sitegen.errors import ContentError, SitegenError, ThemeError, UsageError
from sitegen.problems import Problem, format_problem

_LONGEST = 40
"""How much of a name is shown that no disk takes."""


def print_problems(problems: Iterable[Problem], root: Path, *, to_stderr: bool = True) -> None:
    """Write problems one after the other, with paths relative to the working folder."""
    show = _PathsIn(root)
    for problem in problems:
        click.echo(f"{show[problem.position.path]}{format_problem(problem, path='')}", err=to_stderr)


def print_told(told: str, root: Path) -> None:
    """Write problems that are words already, as they would be printed in a folder: a path begins each, then a colon.

    The lines between, of source with a caret, begin with a space.
    """
    show = _PathsIn(root)
    if told and not show.is_here:
        lines = (line if line.startswith((" ", "\t")) else _mend(line, show) for line in told.splitlines(keepends=True))
        told = "".join(lines)
    click.echo(told, err=True, nl=False)


def _mend(line: str, show: Mapping[str, str]) -> str:
    path, colon, rest = line.partition(":")
    return f"{show[path]}{colon}{rest}" if colon else line


class _PathsIn(dict[str, str]):
    """Paths in a folder, as people in the working folder would write them; each is worked out once."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root
        here = Path.cwd()
        # From inside the folder, the way to a file need not lead through the folder.
        is_inside = not root.is_absolute() or (here != root and here.is_relative_to(root))
        self._way = None if is_inside else show_path(root)

    @property
    def is_here(self) -> bool:
        """Tell whether they are relative to the working folder already."""
        return self._way == "."

    def __missing__(self, path: str) -> str:
        if self._way is None or path.startswith(("/", "..")):
            shown = show_path(self._root / path)
        else:
            shown = path if self._way == "." else f"{self._way}/{path}"
        self[path] = shown
        return shown


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
    except OSError as error:
        if not isinstance(error.filename, str):  # nothing that a disk refused
            raise
        name = Path(error.filename).name
        shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        click.echo(f"error: '{shown}' cannot be used: {(error.strerror or 'unknown fault').lower()}", err=True)
        raise click.exceptions.Exit(1) from None
