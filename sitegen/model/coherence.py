"""The parts of a survey that are each right become one that works, or problems: how it travels, what it asks."""

import re
from collections.abc import Mapping

from sitegen.model.asked_if import check_conditions
from sitegen.model.survey import ChoiceQuestion, SurveyHead
from sitegen.problems import Problems
from sitegen.source import Document

_TRAVEL: Mapping[str, frozenset[str]] = {
    "action": frozenset({"form", "link"}),
    "service": frozenset({"link"}),
    "fields": frozenset({"form", "link"}),
    "hidden": frozenset({"form"}),
    "honeypot": frozenset({"form"}),
}
"""The keys that say how answers travel, and the providers that heed them."""

_FIELD_NAMES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "google": (re.compile(r"entry\.[0-9]+"), "entry.123456"),
    "microsoft": (re.compile(r"r[0-9a-zA-Z]+"), "r4f1c"),
}
"""What the parameters of prefilled links are called, by service."""


def check_survey(head: SurveyHead, document: Document, problems: Problems) -> None:
    """Tell of a form or link without an address, of keys that do nothing, of questions that nobody can answer."""
    _check_travel(head, document, problems)
    _check_fields(head, document, problems)
    if not head.questions and head.provider != "link":
        problems.error("missing-field", "'questions' is missing", document.position_of_key("questions"))
    for question_id, question in (head.questions or {}).items():
        if isinstance(question, ChoiceQuestion):
            _check_choice(question_id, question, document, problems)
    check_conditions(head.questions or {}, document, problems)


def _check_travel(head: SurveyHead, document: Document, problems: Problems) -> None:
    if head.provider in {"form", "link"} and not head.action:
        message = f"'action' is missing: with 'provider: {head.provider}' it says where the survey is"
        problems.error("missing-field", message, document.position_of_key("provider"))
    for key, providers in _TRAVEL.items():
        if getattr(head, key) is not None and head.provider not in providers:
            wanted = " or ".join(f"'provider: {provider}'" for provider in sorted(providers))
            message = f"'{key}' does nothing without {wanted}; set the provider, or remove this"
            problems.error("bad-value", message, document.position_of_key(key))


def _check_fields(head: SurveyHead, document: Document, problems: Problems) -> None:
    """Tell of parameters that carry two things, and of those that the service does not know."""
    pattern, example = _FIELD_NAMES.get(head.service or "", (None, ""))
    carried: dict[str, str] = {}
    for key, name in (head.fields or {}).items():
        here = document.position_of("fields", key)
        if (first := carried.setdefault(name, key)) != key:
            problems.error("bad-value", f"fields: '{name}' carries '{first}' already; name another", here)
        elif pattern and not pattern.fullmatch(name):
            message = f"fields: '{name}' is no field of a prefilled link there; copy its name, as '{example}'"
            problems.error("bad-value", message, here)


def _check_choice(question_id: str, question: ChoiceQuestion, document: Document, problems: Problems) -> None:
    """Tell of an option that stands in the way of the text beside, and of more choices asked for than there are."""
    path = ("questions", question_id)
    if question.other and "other" in question.options:
        message = "'other' is the option that 'other: true' adds; choose another id"
        problems.error("duplicate-id", message, document.position_of_key(*path, "options", "other"))
    if question.type == "choice":
        for key in ("min", "max"):
            if getattr(question, key) is not None:
                message = f"'{key}' is for 'type: choices'; of these, one is chosen"
                problems.error("bad-value", message, document.position_of_key(*path, key))
        return
    count = len(question.options) + question.other
    low, high = question.min or 0, question.max or count
    if not low <= high <= count:
        name = "max" if question.max and high > count else "min"
        message = f"from {low} to {high} cannot be chosen where there are {count} options; mend 'min' or 'max'"
        problems.error("bad-value", message, document.position_of(*path, name))
