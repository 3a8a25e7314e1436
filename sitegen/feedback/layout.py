"""A map and a table become where each answer stands, and the definition by which it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sitegen.feedback.tables import Table
from sitegen.model import (
    AnyQuestion,
    ChoiceQuestion,
    ImportMap,
    MatrixQuestion,
    RatingQuestion,
    ScaleQuestion,
    Site,
    SurveyHead,
    TextQuestion,
    find_scale,
)
from sitegen.problems import Problems, suggest
from sitegen.source import Document
from sitegen.survey import OTHER

MAX_TEXT = 100_000
"""How long an imported text may be: other tools have other limits than a form of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where answers stand in a table, and how they are read."""

    columns: Mapping[str, int]
    """By `question` or `question.row`, which column holds the answers, from 0."""
    client: int | None
    """The column that names the client, if there is one."""
    project: int | None
    date: int | None
    reading: SurveyHead
    """Every question that a column holds, none of them required."""
    scaled: SurveyHead | None
    """Those whose scale the map tells; None where it tells none."""


def lay_out(wanted: ImportMap, document: Document, table: Table, site: Site, problems: Problems) -> Layout:
    """Find each column that a map names, and each question; what is not there is told."""
    survey = site.surveys.get(wanted.survey)
    known = (survey.head.questions if survey else None) or {}
    columns = dict(_find_columns(wanted, document, table, problems))
    questions: dict[str, AnyQuestion] = {}
    scaled: dict[str, AnyQuestion] = {}
    for key in wanted.columns:
        question, _, part = key.partition(".")
        heading = table.name_column(columns[key]) if key in columns else key
        if survey and known and question not in known:
            message = f"'{question}' is no question of the survey '{wanted.survey}'{suggest(question, known)}"
            problems.error("unknown-id", message, document.position_of_key("columns", key))
        own = known.get(question)
        if misnamed := _explain_part(question, part, own):
            problems.error("unknown-id", misnamed, document.position_of_key("columns", key))
        scale = (wanted.scale or {}).get(question)
        if scale and (own is None or scale != find_scale(own) or scale == (1, 10)):
            scaled[question] = _make_scaled(scale, heading)
        questions[question] = scaled.get(question) or _loosen(own, heading)
    _check_owners(wanted, document, site, problems)
    others = {
        name: _find(table, document, (name, "column"), place.column, problems)
        for name, place in (("client", wanted.client), ("project", wanted.project), ("date", wanted.date))
        if place and place.column
    }
    return Layout(
        columns=columns,
        client=others.get("client"),
        project=others.get("project"),
        date=others.get("date"),
        reading=SurveyHead(title=wanted.survey, questions=questions),
        scaled=SurveyHead(title=wanted.survey, provider="link", questions=scaled) if scaled else None,
    )


def _check_owners(wanted: ImportMap, document: Document, site: Site, problems: Problems) -> None:
    """Tell of a client or project that the map names and nobody knows."""
    clients = {client.id: client for client in site.clients}
    client = clients.get(wanted.client.id or "")
    if wanted.client.id and client is None:
        message = f"client: '{wanted.client.id}' is no client{suggest(wanted.client.id, clients)}"
        problems.error("unknown-id", message, document.position_of("client"))
    projects = {project.id for project in client.projects} if client else set()
    if client and wanted.project.id and wanted.project.id not in projects:
        hint = suggest(wanted.project.id, projects)
        message = f"project: '{wanted.project.id}' is no project of '{client.id}'{hint}"
        problems.error("unknown-id", message, document.position_of("project"))


def _find_columns(wanted: ImportMap, document: Document, table: Table, problems: Problems) -> Iterator[tuple[str, int]]:
    taken: dict[int, str] = {}
    for key, name in wanted.columns.items():
        column = _find(table, document, ("columns", key), name, problems)
        if column is None:
            continue
        if (first := taken.setdefault(column, key)) != key:
            message = f"columns: column {column + 1} holds '{first}' already; name another"
            problems.error("bad-value", message, document.position_of("columns", key))
        yield key, column


def _find(table: Table, document: Document, path: tuple[str, ...], name: str, problems: Problems) -> int | None:
    found = table.find_column(name)
    if isinstance(found, int):
        return found
    problems.error("unknown-id", f"{path[0]}: {found}", document.position_of(*path))
    return None


def _make_scaled(scale: tuple[int, int], text: str) -> AnyQuestion:
    if scale == (0, 10):
        return ScaleQuestion(type="nps", text=text)
    return RatingQuestion(type="rating", text=text, max=scale[1])


def _loosen(question: AnyQuestion | None, heading: str) -> AnyQuestion:
    """Return a question as an answer from elsewhere meets it: it was asked there, and its texts may be longer."""
    if question is None or isinstance(question, TextQuestion):
        return TextQuestion(type="text", text=question.text if question else heading, long=True, max_length=MAX_TEXT)
    loose: dict[str, Any] = {"required": False, "show_if": None}
    if isinstance(question, ChoiceQuestion):
        loose |= {"min": None, "max": None}
    return replace(question, **loose)


def _explain_part(question: str, part: str, own: AnyQuestion | None) -> str | None:
    """Tell what is wrong with the part of a question that a column is said to hold; None where nothing is."""
    if isinstance(own, MatrixQuestion):
        if part in own.rows:
            return None
        return (
            f"'{question}' is a matrix: name each row, as '{question}.{next(iter(own.rows))}'{suggest(part, own.rows)}"
        )
    if not part or (part == OTHER and isinstance(own, ChoiceQuestion) and own.other):
        return None
    return f"'{question}' has no part '{part}'; write '{question}' alone"
