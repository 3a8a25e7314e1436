"""What a question's controls sent becomes an answer or faults, and an answer becomes what its controls would send."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from sitegen.survey.response import Value
from sitegen.value import value

Rule = Literal[
    "required",
    "not-an-option",
    "out-of-range",
    "not-a-number",
    "not-an-email",
    "not-a-date",
    "too-long",
    "too-few",
    "too-many",
    "repeated",
    "unknown-field",
]
"""What may be wrong with an answer."""

Sent = Mapping[str, tuple[str, ...]]
"""Texts by the part of a question that its control asks for, as `name_control` takes it; none of them empty."""

Q = TypeVar("Q")


@value
class Fault:
    """What is wrong with what one control sent."""

    control: str
    """The control's name; that of its part alone until the question is known."""
    rule: Rule
    limit: int | None = None
    """With `too-long`, `too-few` and `too-many`: what is allowed."""


class AnswerError(ValueError):
    """A text that is no answer to its question."""

    def __init__(self, rule: Rule, limit: int | None = None) -> None:
        super().__init__(rule)
        self.rule: Rule = rule
        self.limit = limit


class Found(NamedTuple):
    """What was read: values by part, and what is wrong."""

    values: Mapping[str, Value]
    faults: tuple[Fault, ...] = ()


class Kind(ABC, Generic[Q]):
    """One type of question, both ways."""

    @abstractmethod
    def list_parts(self, question: Q) -> tuple[str, ...]:
        """Return the parts that have controls of their own; the question as a whole is the empty one."""

    @abstractmethod
    def read(self, question: Q, sent: Sent) -> Found:
        """Read what was sent; a question that must be answered and was not is a fault."""

    @abstractmethod
    def write(self, value: Any) -> Sent:
        """Return what the controls send for an answer, text beside a choice aside."""


class Single(Kind[Q]):
    """A type of question with one control."""

    @abstractmethod
    def parse(self, question: Q, text: str) -> Value:
        """Read the control's text; raise `AnswerError` where it is no answer."""

    @abstractmethod
    def format(self, value: Any) -> str:
        """Write an answer as the control would send it."""

    def list_parts(self, question: Q) -> tuple[str, ...]:
        """Return the question as a whole."""
        return ("",)

    def read(self, question: Q, sent: Sent) -> Found:
        """Read the one control."""
        value, faults = read_part(sent, "", lambda text: self.parse(question, text))
        if value is None:
            return Found({}, faults or require(question, ""))
        return Found({"": value})

    def write(self, value: Any) -> Sent:
        """Return the one control's text."""
        return {"": (self.format(value),)}


def read_part(sent: Sent, part: str, parse: Callable[[str], Value]) -> tuple[Value | None, tuple[Fault, ...]]:
    """Read the control of one part, which may send one text; None where it sent nothing, or nothing good."""
    texts = sent.get(part, ())
    if len(texts) > 1:
        return None, (Fault(control=part, rule="repeated"),)
    try:
        return (parse(texts[0]) if texts else None), ()
    except AnswerError as error:
        return None, (Fault(control=part, rule=error.rule, limit=error.limit),)


def require(question: Any, part: str) -> tuple[Fault, ...]:
    """Return the fault of a part that was not answered, where the question must be."""
    return (Fault(control=part, rule="required"),) if question.required else ()
