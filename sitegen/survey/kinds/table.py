"""The table of all types of questions."""

from collections.abc import Mapping
from typing import Any

from sitegen.survey.kinds.choice import Choice
from sitegen.survey.kinds.choices import Choices
from sitegen.survey.kinds.day import Day
from sitegen.survey.kinds.email import Email
from sitegen.survey.kinds.kind import Kind
from sitegen.survey.kinds.matrix import Matrix
from sitegen.survey.kinds.number import NumberKind
from sitegen.survey.kinds.scale import Scale
from sitegen.survey.kinds.text import FreeText
from sitegen.survey.kinds.yesno import YesNo

KINDS: Mapping[str, Kind[Any]] = {
    "nps": Scale(),
    "csat": Scale(),
    "ces": Scale(),
    "rating": Scale(),
    "choice": Choice(),
    "choices": Choices(),
    "matrix": Matrix(),
    "yesno": YesNo(),
    "text": FreeText(),
    "email": Email(),
    "number": NumberKind(),
    "date": Day(),
}
"""By the type's name in a definition."""
