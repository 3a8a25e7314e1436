"""A survey's definition, what its form is about, and what comes back."""

from sitegen.survey.answers import (
    HIDDEN_CONTROLS,
    HONEYPOT,
    Reading,
    clean_text,
    name_control,
    read_answers,
    write_answers,
)
from sitegen.survey.comment import MAX_COMMENT_LENGTH, REASONED
from sitegen.survey.conditions import is_asked, is_met
from sitegen.survey.context import Context, ContextError, NeedContext, Signer, SurveyContext
from sitegen.survey.definition import find_version, pack_definition, recall_definition, unpack_definition
from sitegen.survey.elsewhere import About, list_hidden_fields, make_link
from sitegen.survey.kinds import MAX_EMAIL_LENGTH, MAX_NUMBER, MAX_OTHER_LENGTH, OTHER, Fault, Rule
from sitegen.survey.mail import MAX_MAIL_LENGTH, make_mail
from sitegen.survey.quarters import find_quarter_before, name_quarter
from sitegen.survey.response import Answers, NeedAnswer, Reply, Response, Value
from sitegen.survey.statistics import Figure, compare
from sitegen.survey.summaries import Part, summarise, summarise_like_nps

__all__ = [
    "HIDDEN_CONTROLS",
    "HONEYPOT",
    "MAX_COMMENT_LENGTH",
    "MAX_EMAIL_LENGTH",
    "MAX_MAIL_LENGTH",
    "MAX_NUMBER",
    "MAX_OTHER_LENGTH",
    "OTHER",
    "REASONED",
    "About",
    "Answers",
    "Context",
    "ContextError",
    "Fault",
    "Figure",
    "NeedAnswer",
    "NeedContext",
    "Part",
    "Reading",
    "Reply",
    "Response",
    "Rule",
    "Signer",
    "SurveyContext",
    "Value",
    "clean_text",
    "compare",
    "find_quarter_before",
    "find_version",
    "is_asked",
    "is_met",
    "list_hidden_fields",
    "make_link",
    "make_mail",
    "name_control",
    "name_quarter",
    "pack_definition",
    "read_answers",
    "recall_definition",
    "summarise",
    "summarise_like_nps",
    "unpack_definition",
    "write_answers",
]
