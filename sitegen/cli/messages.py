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
    print_told(((problem.position.path, format_problem(problem, path="")) for problem in problems), root, to_stderr)


def print_told(told: Iterable[tuple[str, str]], root: Path, to_stderr: bool = True) -> None:
    """Write problems that are words already: the path of each, and what follows it."""
    show = _PathsIn(root)
    if text := "\n".join(f"{show[path]}{rest}" for path, rest in told):
        click.echo(text, err=to_stderr)


class _PathsIn(dict[str, str]):
    """Paths in a folder, as people in the working folder would write them; each is worked out once."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root
        here = Path.cwd()
        # From inside the folder, the way to a file need not lead through the folder.
        is_inside = not root.is_absolute() or (here != root and here.is_relative_to(root))
        self._way = None if is_inside else show_path(root)

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
