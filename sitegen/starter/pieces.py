"""Answers become new files of a site: commented, ready to fill in, and free of faults."""

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path

from sitegen.days import parse_day
from sitegen.errors import UsageError
from sitegen.memory import write_new
from sitegen.model import check_file
from sitegen.problems import Problems
from sitegen.source import parse_yaml_document
from sitegen.starter.blanks import fill_blanks
from sitegen.starter.days import fill_days
from sitegen.starter.editors import add_schema_line, has_schemas
from sitegen.starter.ground import Ground
from sitegen.theme import fall_back

Answers = Mapping[str, str | None]

EXAMPLE_PERSON = "anna"
"""Who is named in the files as they are shipped."""

SURVEY_TEMPLATES = ("milestone", "relationship", "closing")
"""The ready surveys: after a milestone, again and again, at the end."""

SURVEY_LANGUAGES = ("ar", "de", "en", "es", "fr", "pl", "uk")
"""The languages that they are worded in."""


def write_client(ground: Ground, client_id: str, answers: Answers) -> tuple[Path, ...]:
    """Write a client's file; answers are `name`, `language` and `contact`."""
    path = ground.find_client_file(client_id)
    ground.check_person(answers.get("contact"))
    return (_write(ground, path, "client", _fill("client.yml", ground, answers)),)


def write_project(ground: Ground, project: str, answers: Answers) -> tuple[Path, ...]:
    """Write a plan for `client/project`; answers are `name`, `summary`, `start`, `end`, `contact` and `cadence`."""
    path = ground.find_project_file(project)
    ground.check_person(answers.get("contact"))
    start = answers.get("start")
    return (_write(ground, path, "project", _fill("project.yml", ground, answers, start)),)


def write_survey(
    ground: Ground, survey_id: str, template: str, answers: Answers, language: str | None = None
) -> tuple[Path, ...]:
    """Write one of the ready surveys; the answer is `title`.

    Without a language it speaks the site's, or English; raise `UsageError` for a language that it does not speak.
    """
    path = ground.find_survey_file(survey_id)
    if language and not _find_spoken(language):
        raise UsageError(f"no ready survey speaks '{language}'; there are {', '.join(SURVEY_LANGUAGES)}")
    text = make_survey(survey_id, template, answers, language or ground.settings.language)
    return (_write(ground, path, "survey", text),)


def write_theme(ground: Ground, theme_id: str, answers: Answers) -> tuple[Path, ...]:
    """Write a theme that extends the default one; the answer is `name`."""
    folder = ground.find_theme_folder(theme_id)
    settings = fill_blanks(_read("theme/theme.yml"), {**answers, "id": theme_id})
    return (
        write_new(folder / "theme.yml", settings),
        write_new(folder / "templates" / "base.html", _read("theme/templates/base.html")),
    )


def make_survey(survey_id: str, template: str, answers: Answers, language: str) -> str:
    """Return the text of a ready survey, in English where there is none in that language."""
    spoken = _find_spoken(language) or "en"
    return fill_blanks(_read(f"surveys/{template}.{spoken}.yml"), {**answers, "id": survey_id})


def _find_spoken(language: str) -> str | None:
    return next((tag for tag in fall_back(language) if tag in SURVEY_LANGUAGES), None)


def _fill(name: str, ground: Ground, answers: Answers, start: str | None = None) -> str:
    """Fill in a file; its examples name somebody of this site, and days after `start`, by default after today."""
    text = _read(name).replace(EXAMPLE_PERSON, next(iter(ground.people), EXAMPLE_PERSON))
    return fill_days(fill_blanks(text, answers), _read_day(start) or ground.today)


def _read_day(text: str | None) -> date | None:
    """Return a day; None for what is none, which is told where the file is checked."""
    try:
        return parse_day(text) if text else None
    except ValueError:
        return None


def _write(ground: Ground, path: Path, kind: str, text: str) -> Path:
    _check(text, kind, path)
    if has_schemas(ground.root):
        text = add_schema_line(text, kind, path, ground.root)
    return write_new(path, text)


def _check(text: str, kind: str, path: Path) -> None:
    """Raise `UsageError` where an answer is none that the file may hold."""
    problems = Problems()
    document = parse_yaml_document(text.encode(), path.as_posix(), problems)
    if document:
        check_file(kind, document, problems)
    for problem in problems:
        raise UsageError(problem.message)


def _read(name: str) -> str:
    return (files("sitegen.starter") / "data" / "new" / name).read_text("utf-8")
