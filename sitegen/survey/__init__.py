"""A survey's definition, what its form is about, and what comes back."""

from sitegen.survey.context import Context, ContextError, NeedContext, Signer, SurveyContext
from sitegen.survey.definition import find_version, pack_definition, unpack_definition
from sitegen.survey.response import Answers, NeedAnswer, Reply, Response, Value

__all__ = [
    "Answers",
    "Context",
    "ContextError",
    "NeedAnswer",
    "NeedContext",
    "Reply",
    "Response",
    "Signer",
    "SurveyContext",
    "Value",
    "find_version",
    "pack_definition",
    "unpack_definition",
]
