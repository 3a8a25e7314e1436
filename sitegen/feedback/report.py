"""Responses become figures, by client, project, survey and quarter, and how each differs from the quarter before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sitegen.feedback.definitions import Definitions, find_sort, unite
from sitegen.model import AnyQuestion, TextQuestion
from sitegen.survey import (
    Figure,
    Response,
    Value,
    compare,
    find_quarter_before,
    name_quarter,
    summarise,
    summarise_like_nps,
)

NOBODY_DEFINED = TextQuestion(type="text", text="?")
"""What an answer is taken for where no definition tells: it can be counted."""


class By(StrEnum):
    """What figures are kept apart by; the survey and its question always keep them apart."""

    CLIENT = "client"
    PROJECT = "project"
    SURVEY = "survey"
    QUARTER = "quarter"


BY_DEFAULT = (By.CLIENT, By.PROJECT, By.SURVEY)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Group:
    """What responses are counted together."""

    client: str = ""
    """Empty where figures are over all clients."""
    project: str = ""
    survey: str
    quarter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of a report."""

    group: Group
    question: str
    """A question's id; `<question>.<option>` and `<question>.<row>.<column>` for a share."""
    figure: Figure
    trend: int = 0
    """1 where it rose since the quarter before, -1 where it fell; 0 also where that cannot be told."""


@dataclass(slots=True)
class _Heard:
    """What was answered to one question."""

    question: AnyQuestion
    values: list[Value] = field(default_factory=list)


class _Key(NamedTuple):
    group: Group
    place: int
    """Where the question stands in its survey."""
    question: str
    is_like_nps: bool
    sort: str
    """Of answers that can be counted together."""


def make_report(
    responses: Iterable[Response], definitions: Definitions, zone: ZoneInfo, by: Sequence[By]
) -> tuple[Row, ...]:
    """Return the figures of responses, in the order of their groups and of the questions.

    `zone` decides which quarter a response belongs to.
    """
    heard: dict[_Key, _Heard] = {}
    for response in responses:
        group = _find_group(response, zone, by)
        for key, question, value in _go_through(response, group, definitions):
            known = heard.setdefault(key, _Heard(question))
            known.question = unite(known.question, question)
            known.values.append(value)
    rows = [row for key in sorted(heard) for row in _summarise(key, heard[key])]
    return _find_trends(rows) if By.QUARTER in by else tuple(rows)


def _find_group(response: Response, zone: ZoneInfo, by: Sequence[By]) -> Group:
    has_project = By.PROJECT in by
    return Group(
        client=response.client if has_project or By.CLIENT in by else "",
        project=response.project if has_project else "",
        survey=response.survey,
        quarter=name_quarter(response.received.astimezone(zone).date()) if By.QUARTER in by else "",
    )


def _go_through(
    response: Response, group: Group, definitions: Definitions
) -> Iterator[tuple[_Key, AnyQuestion, Value]]:
    for name, value in response.answers.items():
        if "." in name:
            continue  # text beside a choice, which the choice counts as `other`
        question = definitions.find_question(response, name) or NOBODY_DEFINED
        key = _Key(
            group=group,
            place=definitions.find_place(response.survey, name),
            question=name,
            is_like_nps=definitions.is_like_nps(response, name),
            sort=str(find_sort(question)),
        )
        yield key, question, value


def _summarise(key: _Key, heard: _Heard) -> Iterator[Row]:
    parts = summarise_like_nps(heard.values) if key.is_like_nps else summarise(heard.question, heard.values)
    for part in parts:
        name = f"{key.question}.{part.name}" if part.name else key.question
        yield Row(group=key.group, question=name, figure=part.figure)


def _find_trends(rows: Sequence[Row]) -> tuple[Row, ...]:
    known: Mapping[tuple[Group, str, str], Row] = {(row.group, row.question, row.figure.type): row for row in rows}

    def find(row: Row) -> int:
        before = replace(row.group, quarter=find_quarter_before(row.group.quarter))
        earlier = known.get((before, row.question, row.figure.type))
        return compare(earlier.figure, row.figure) if earlier else 0

    return tuple(replace(row, trend=find(row)) for row in rows)
