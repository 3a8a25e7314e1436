"""The text beside a choice."""

from collections.abc import Mapping

from sitegen.model import ChoiceQuestion
from sitegen.survey.kinds.kind import AnswerError, Fault, Sent, read_part
from sitegen.survey.response import Value

OTHER = "other"
"""The part of a choice that is the text beside it, and the option that stands for it."""

MAX_OTHER_LENGTH = 500
"""How many characters that text may have."""


def list_options(question: ChoiceQuestion) -> tuple[str, ...]:
    """Return the ids that may be chosen."""
    return (*question.options, *([OTHER] if question.other else []))


def list_choice_parts(question: ChoiceQuestion) -> tuple[str, ...]:
    """Return the parts that have controls: the choice, and the text beside it where there is one."""
    return ("", OTHER) if question.other else ("",)


def read_other(sent: Sent) -> tuple[Mapping[str, Value], tuple[Fault, ...]]:
    """Read the text beside a choice."""
    text, faults = read_part(sent, OTHER, _parse)
    return ({OTHER: text} if text is not None else {}), faults


def _parse(text: str) -> str:
    if len(text) > MAX_OTHER_LENGTH:
        raise AnswerError("too-long", MAX_OTHER_LENGTH)
    return " ".join(text.split("\n"))
