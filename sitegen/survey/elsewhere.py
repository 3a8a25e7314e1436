"""What a survey is about becomes a prefilled link to a form elsewhere, or hidden fields of one that posts elsewhere."""

from collections.abc import Mapping
from typing import Literal

from sitegen.model import SurveyHead

About = Mapping[Literal["client", "project", "survey", "milestone", "update"], str]
"""The ids that a form elsewhere is told."""


def make_link(head: SurveyHead, about: About) -> str:
    """Return the URL of a survey elsewhere, with the ids put where its service takes them from."""
    return head.action or ""


def list_hidden_fields(head: SurveyHead, about: About) -> tuple[tuple[str, str], ...]:
    """Return the names and values of the hidden controls that a form's backend is sent besides the answers."""
    return tuple((name, about[key]) for key, name in (head.fields or {}).items() if about.get(key))
