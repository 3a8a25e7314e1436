"""A survey as its file defines it: its questions, and how its answers travel."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal

from sitegen.model.condition import Condition, parse_condition
from sitegen.model.faults import FaultsError, fault
from sitegen.model.fields import Count, Flag, Id, Markdown, Text, Url, expect_text, number_within, reading
from sitegen.model.reading import Checked, Reading, find_reader
from sitegen.model.shape import shape
from sitegen.source import Document
from sitegen.value import value

MAX_QUESTIONS = 100
MAX_OPTIONS = 100
MAX_TEXT_LENGTH = 10_000


def _whole(low: int, high: int) -> Reading:
    """Return what reads a whole number between two others."""
    schema = {"type": "integer", "minimum": low, "maximum": high}
    return reading(number_within(low, high, whole=True), f"a whole number from {low} to {high}", schema)


BestMark = Annotated[int, _whole(2, 10)]
TextLength = Annotated[int, _whole(1, MAX_TEXT_LENGTH)]


def _count(most: int) -> Checked:
    """Return what wants something in a map, but no more than a form can show."""

    def check(value: Mapping[str, Any]) -> Mapping[str, Any]:
        if not value:
            raise fault("missing-field", "nothing stands here; write at least one")
        if len(value) > most:
            raise fault("too-large", f"these are {len(value)}; at most {most} can be asked")
        return value

    return Checked(check, {"minProperties": 1, "maxProperties": most})


Words = Annotated[Mapping[Id, Text], _count(MAX_OPTIONS)]


def _read_condition(value: object) -> Condition:
    try:
        return parse_condition(expect_text(value, "a condition, as '= yes', '<= 6' or 'in a, b'"))
    except FaultsError:
        raise
    except ValueError:
        raise fault("bad-value", f"'{value}' is no condition; write '= yes', '<= 6' or 'in a, b'") from None


ShownIf = Annotated[
    Condition,
    Reading(_read_condition, {"type": "string", "pattern": r"^\s*((!=|<=|>=|=|<|>)\s*[^\s=<>!,]|in\s+\S)"}),
]


@shape
class SurveyQuestion:
    """What every question has."""

    text: Text
    """The question."""
    help: Text | None = None
    """A hint below it."""
    required: Flag = False
    """Whether it must be answered."""
    show_if: Mapping[Id, ShownIf] | None = None
    """Other questions and the answers on which this one is asked."""


@shape
class LabelledQuestion(SurveyQuestion):
    """A question whose answer is a mark on a scale."""

    low: Text | None = None
    """What the lowest mark means."""
    high: Text | None = None
    """What the highest mark means."""


@shape
class ScaleQuestion(LabelledQuestion):
    """How likely one is to recommend, 0 to 10; satisfaction, 1 to 5; or effort, 1 to 7."""

    type: Literal["nps", "csat", "ces"]
    """The kind of question."""


@shape
class RatingQuestion(LabelledQuestion):
    """A mark from 1 to `max`."""

    type: Literal["rating"]
    """The kind of question."""
    max: BestMark = 5
    """The best mark, at most 10."""


@shape
class ChoiceQuestion(SurveyQuestion):
    """One of several options, or some of them."""

    type: Literal["choice", "choices"]
    """The kind of question."""
    options: Words
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
    rows: Words
    """What is judged."""
    columns: Words
    """The judgements."""


@shape
class TextQuestion(SurveyQuestion):
    """Free text."""

    type: Literal["text"]
    """The kind of question."""
    long: Flag = False
    """Whether several lines are expected."""
    max_length: TextLength = 4000
    """At most so many characters."""


@shape
class PlainQuestion(SurveyQuestion):
    """Yes or no, an e-mail address, a number or a date."""

    type: Literal["yesno", "email", "number", "date"]
    """The kind of question."""


AnyQuestion = ScaleQuestion | RatingQuestion | ChoiceQuestion | MatrixQuestion | TextQuestion | PlainQuestion
"""Which of them it is, their words for `type` tell."""

_BEST: Mapping[str, int] = {"nps": 10, "csat": 5, "ces": 7}


def find_scale(question: AnyQuestion) -> tuple[int, int] | None:
    """Return the lowest and the highest mark of a question that is answered on a scale."""
    if isinstance(question, RatingQuestion):
        return 1, question.max
    if isinstance(question, ScaleQuestion):
        return 0 if question.type == "nps" else 1, _BEST[question.type]
    return None


AboutKey = Literal["client", "project", "survey", "milestone", "update"]
"""What a survey elsewhere can be told that it is about."""


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
    fields: Mapping[AboutKey, Text] | None = None
    """With `form` and `link`: which hidden field or parameter carries what."""
    hidden: Mapping[Text, Text] | None = None
    """With `form`: hidden fields that the backend wants besides, with their values, as its own key for you."""
    honeypot: Text | None = None
    """With `form`: what the backend calls the field that only robots fill in."""
    questions: Annotated[Mapping[Id, AnyQuestion], _count(MAX_QUESTIONS)] | None = None
    """The questions, in order; with `link` not required."""


@value
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
    head: SurveyHead = find_reader(SurveyHead, keeps_nulls=True)(plain)
    return head


def _encode(value: object) -> Any:
    if isinstance(value, Condition):
        return str(value)
    if is_dataclass(value):
        plain = {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
        return {key: inner for key, inner in plain.items() if inner is not None}
    if isinstance(value, Mapping):
        return {key: _encode(inner) for key, inner in value.items()}
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None else str(value)
