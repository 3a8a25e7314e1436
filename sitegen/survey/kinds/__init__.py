"""The types of questions: one module a type, one table of them all."""

from sitegen.survey.kinds.email import MAX_EMAIL_LENGTH
from sitegen.survey.kinds.kind import Fault, Rule
from sitegen.survey.kinds.number import MAX_NUMBER
from sitegen.survey.kinds.other import MAX_OTHER_LENGTH, OTHER
from sitegen.survey.kinds.table import KINDS

__all__ = ["KINDS", "MAX_EMAIL_LENGTH", "MAX_NUMBER", "MAX_OTHER_LENGTH", "OTHER", "Fault", "Rule"]
