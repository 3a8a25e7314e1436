"""An empty folder becomes a working site, alive on the day it is made."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from sitegen.errors import WorkError
from sitegen.memory import write_new
from sitegen.starter.days import fill_days
from sitegen.starter.editors import add_schema_line, format_schemas
from sitegen.starter.pieces import make_survey

FIRST_SURVEY = ("pulse", "milestone")
"""The survey of the example project: its id, and the ready one that it is made from."""


def write_starter(folder: Path, today: date) -> tuple[Path, ...]:
    """Make a site in a folder that is empty or not there yet; return its files. Raise `WorkError` for any other."""
    _check_empty(folder)
    return tuple(write_new(folder / path, text) for path, text in make_starter(today).items())


def make_starter(today: date) -> Mapping[str, str]:
    """Return the text of every file of the starter site by its path, with dates around today."""
    data = files("sitegen.starter") / "data"
    found = dict(_read_tree(data / "site"))
    survey_id, template = FIRST_SURVEY
    found[f"content/surveys/{survey_id}.yml"] = make_survey(survey_id, template, {}, "en")
    texts = {fill_days(path, today): fill_days(text, today) for path, text in found.items()}
    for path, text in texts.items():
        if kind := _find_kind(PurePosixPath(path)):
            texts[path] = add_schema_line(text, kind, PurePosixPath(path), PurePosixPath())
    return dict(sorted((texts | format_schemas()).items()))


def _read_tree(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Go through the texts of a folder; a name that begins with `dot-` stands for a hidden one."""
    for entry in folder.iterdir():
        path = prefix + entry.name.replace("dot-", ".", 1)
        if entry.is_dir():
            yield from _read_tree(entry, f"{path}/")
        else:
            yield path, entry.read_text("utf-8")


def _find_kind(path: PurePosixPath) -> str | None:
    by_name = {"sitegen.yml": "site", "people.yml": "people", "client.yml": "client", "project.yml": "project"}
    return by_name.get(path.name) or {"updates": "update", "surveys": "survey"}.get(path.parent.name)


def _check_empty(folder: Path) -> None:
    """Refuse a folder that holds anything but a repository without files."""
    try:
        held = sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []
    except NotADirectoryError:
        raise WorkError(f"'{folder}' is a file; name a new folder") from None
    except OSError as error:
        raise WorkError(f"'{folder}' cannot be read: {error.strerror}") from error
    if others := [name for name in held if name != ".git"]:
        raise WorkError(f"'{folder}' is not empty, it holds '{others[0]}'; name a new folder, nothing was written")
