"""A survey as its file defines it: its questions, and how its answers travel."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, TypeAdapter, WithJsonSchema

from sitegen.model.fields import Count, Flag, Id, Markdown, Text, Url, fault
from sitegen.model.shape import shape
from sitegen.source import Document

_CONDITION = re.compile(r"(=|!=|<=|>=|<|>)\s*\S.*|in\s+\S.*")


def _read_condition(value: object) -> object:
    if not isinstance(value, str) or not _CONDITION.fullmatch(value.strip()):
        raise fault("bad-value", f"'{value}' is no condition; write '= yes', '<= 6' or 'in a, b'")
    return value.strip()


Condition = Annotated[str, BeforeValidator(_read_condition), WithJsonSchema({"type": "string"})]


@shape
class SurveyQuestion:
    """What every question has."""

    text: Text
    """The question."""
    help: Text | None = None
    """A hint below it."""
    required: Flag = False
    """Whether it must be answered."""
    show_if: Mapping[Id, Condition] | None = None
    """Other questions and the answers on which this one is asked."""


@shape
class NpsQuestion(SurveyQuestion):
    """How likely one is to recommend, 0 to 10."""

    type: Literal["nps"]
    """The kind of question."""
    low: Text | None = None
    """What 0 means."""
    high: Text | None = None
    """What 10 means."""


@shape
class ScaleQuestion(SurveyQuestion):
    """Satisfaction, 1 to 5, or effort, 1 to 7."""

    type: Literal["csat", "ces"]
    """The kind of question."""


@shape
class RatingQuestion(SurveyQuestion):
    """A mark from 1 to `max`."""

    type: Literal["rating"]
    """The kind of question."""
    max: Count = 5
    """The best mark, at most 10."""


@shape
class ChoiceQuestion(SurveyQuestion):
    """One of several options, or some of them."""

    type: Literal["choice", "choices"]
    """The kind of question."""
    options: Mapping[Id, Text]
    """What can be chosen."""
    other: Flag = False
    """Whether a text can be given instead."""
    min: Count | None = None
    """With `choices`: at least so many."""
    max: Count | None = None
    """With `choices`: at most so many."""


@shape
class MatrixQuestion(SurveyQuestion):
    """A column for each row."""

    type: Literal["matrix"]
    """The kind of question."""
    rows: Mapping[Id, Text]
    """What is judged."""
    columns: Mapping[Id, Text]
    """The judgements."""


@shape
class TextQuestion(SurveyQuestion):
    """Free text."""

    type: Literal["text"]
    """The kind of question."""
    long: Flag = False
    """Whether several lines are expected."""
    max_length: Count = 4000
    """At most so many characters."""


@shape
class PlainQuestion(SurveyQuestion):
    """Yes or no, an e-mail address, a number or a date."""

    type: Literal["yesno", "email", "number", "date"]
    """The kind of question."""


AnyQuestion = Annotated[
    NpsQuestion | ScaleQuestion | RatingQuestion | ChoiceQuestion | MatrixQuestion | TextQuestion | PlainQuestion,
    Field(discriminator="type"),
]


@shape
class SurveyHead:
    """The keys of a survey's file."""

    title: Text
    """What the survey is called."""
    intro: Markdown | None = None
    """What stands above the questions."""
    thanks: Markdown | None = None
    """What is said afterwards."""
    provider: Literal["collector", "form", "link", "mailto"] | None = None
    """How answers travel: `collector` (default with an endpoint), `form`, `link` or `mailto` (default without)."""
    action: Url | None = None
    """With `form`: the backend's URL; with `link`: where the survey is."""
    service: Literal["google", "microsoft", "typeform", "tally", "limesurvey", "formbricks", "other"] | None = None
    """With `link`: whose survey it is."""
    fields: Mapping[Literal["client", "project", "survey", "milestone", "update"], Text] | None = None
    """With `form` and `link`: which hidden field or parameter carries what."""
    questions: Mapping[Id, AnyQuestion] | None = None
    """The questions, in order; with `link` not required."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One survey's definition."""

    id: str
    head: SurveyHead
    document: Document


def encode_survey(head: SurveyHead) -> dict[str, Any]:
    """Return a definition as its file would hold it: maps and lists of text; what has no value is left out."""
    plain: dict[str, Any] = _encode(head)
    return plain


def decode_survey(plain: object) -> SurveyHead:
    """Return the definition that was encoded; raise `ValueError` where it is none."""
    return _adapter().validate_python(plain)


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[SurveyHead]:
    return TypeAdapter(SurveyHead)


def _encode(value: object) -> Any:
    if is_dataclass(value):
        plain = {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
        return {key: inner for key, inner in plain.items() if inner is not None}
    if isinstance(value, Mapping):
        return {key: _encode(inner) for key, inner in value.items()}
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None else str(value)
