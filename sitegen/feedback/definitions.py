"""The definitions of the site, and those that the store remembers, become the question that an answer was given to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sitegen.model import AnyQuestion, ChoiceQuestion, MatrixQuestion, SurveyHead, find_scale
from sitegen.survey import Response, find_version, recall_definition

Kept = Iterable[tuple[str, str, Mapping[str, Any]]]
"""Version, survey's id and packed definition, as the store remembers them."""

COLLECTOR = "collector"
"""The source of a response that a form of ours sent; any other is the name of a file."""


class Definitions:
    """Finds the question that an answer was given to: pages are open for long, and surveys change meanwhile."""

    def __init__(self, current: Mapping[str, SurveyHead], kept: Kept) -> None:
        self._current = current
        recalled = {version: recall_definition(packed) for version, _, packed in kept}
        self._heads = {version: head for version, head in recalled.items() if head}
        self._heads |= {find_version(head): head for head in current.values()}

    def find_question(self, response: Response, question: str) -> AnyQuestion | None:
        """Return a question as it was asked; None for one that nobody defined."""
        for head in (self._heads.get(response.version), self._current.get(response.survey)):
            if head and head.questions and question in head.questions:
                return head.questions[question]
        return None

    def is_like_nps(self, response: Response, question: str) -> bool:
        """Tell whether an answer's figure is NPS-like: its file's map gave it a scale from 1 to 10.

        A response from elsewhere has a version only where its map gave scales; that definition holds their questions.
        """
        head = self._heads.get(response.version) if response.source != COLLECTOR and response.version else None
        found = (head.questions or {}).get(question) if head else None
        return found is not None and find_scale(found) == (1, 10)

    def find_place(self, survey: str, question: str) -> int:
        """Return where a question stands in its survey, as it is defined now; those gone stand last."""
        head = self._current.get(survey)
        known = list(head.questions or {}) if head else []
        return known.index(question) if question in known else len(known)


def find_sort(question: AnyQuestion) -> tuple[str, tuple[int, int] | None]:
    """Return what must be alike for answers to be counted together: a mark of 5 is not the same on every scale."""
    return question.type, find_scale(question)


def unite(older: AnyQuestion, newer: AnyQuestion) -> AnyQuestion:
    """Return a question with all that it ever offered, so that an option that was dropped keeps its share."""
    if isinstance(older, ChoiceQuestion) and isinstance(newer, ChoiceQuestion):
        return replace(newer, options={**older.options, **newer.options}, other=older.other or newer.other)
    if isinstance(older, MatrixQuestion) and isinstance(newer, MatrixQuestion):
        return replace(newer, rows={**older.rows, **newer.rows}, columns={**older.columns, **newer.columns})
    return newer
