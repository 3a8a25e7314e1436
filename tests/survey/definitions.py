"""Any definition of a survey, answers that it allows, and forms that people and programs may send."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from sitegen.model import (
    AnyQuestion,
    ChoiceQuestion,
    MatrixQuestion,
    SurveyHead,
    TextQuestion,
    decode_survey,
    find_scale,
)
from sitegen.survey import Answers, is_asked

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12).map(
    lambda text: text.strip() or "x"
)
"""Texts as a form hands them on."""

IDS = ("a", "b-1", "c", "yes", "0", "row")
OPERATORS = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
VALUES = st.sampled_from(["yes", "no", "a", "b-1", "other", "0", "1", "3", "2026-11-16", "x"])
CONDITIONS = st.one_of(
    st.builds("{} {}".format, OPERATORS, VALUES),
    st.lists(VALUES, min_size=1, max_size=3).map(lambda values: "in " + ", ".join(values)),
)
TYPES = ("nps", "csat", "ces", "rating", "choice", "choices", "matrix", "yesno", "text", "email", "number", "date")


@st.composite
def heads(draw: st.DrawFn) -> SurveyHead:
    """Any definition, its conditions on any question before."""
    count = draw(st.integers(1, 6))
    questions: dict[str, Any] = {}
    for number in range(count):
        questions[f"q{number}"] = draw(_questions(tuple(questions)))
    return decode_survey({"title": draw(WORDS), "questions": questions})


@st.composite
def _questions(draw: st.DrawFn, before: tuple[str, ...]) -> dict[str, Any]:
    kind = draw(st.sampled_from(TYPES))
    question: dict[str, Any] = {"type": kind, "text": draw(WORDS), "required": draw(st.sampled_from(["true", "false"]))}
    options = st.dictionaries(st.sampled_from(IDS), WORDS, min_size=1, max_size=4)
    if kind in {"choice", "choices"}:
        question |= {"options": draw(options), "other": draw(st.sampled_from(["true", "false"]))}
    if kind == "choices":
        most = draw(st.integers(1, len(question["options"])))
        question |= {"min": str(draw(st.integers(1, most))), "max": str(most)}
    if kind == "matrix":
        question |= {"rows": draw(options), "columns": draw(options)}
    if kind == "text":
        question |= {"long": draw(st.sampled_from(["true", "false"])), "max_length": str(draw(st.integers(1, 20)))}
    if kind == "rating":
        question["max"] = str(draw(st.integers(2, 10)))
    if draw(st.booleans()) and before:
        question["show_if"] = draw(st.dictionaries(st.sampled_from(before), CONDITIONS, min_size=1, max_size=2))
    return question


@st.composite
def answered(draw: st.DrawFn) -> tuple[SurveyHead, Answers]:
    """A definition, and answers that it allows."""
    head = draw(heads())
    answers: dict[str, Any] = {}
    for question_id, question in (head.questions or {}).items():
        if not is_asked(question, answers) or not (question.required or draw(st.booleans())):
            continue
        answers[question_id] = draw(_answers(question))
        if isinstance(question, ChoiceQuestion) and question.other and _has_other(question, answers[question_id]):
            answers[f"{question_id}.other"] = draw(WORDS)
    return head, answers


def _has_other(question: ChoiceQuestion, value: Any) -> bool:
    return question.type == "choice" or "other" in value


def _answers(question: AnyQuestion) -> st.SearchStrategy[Any]:
    if scale := find_scale(question):
        return st.integers(*scale)
    if isinstance(question, ChoiceQuestion):
        options = (*question.options, *(["other"] if question.other else []))
        if question.type == "choice":
            return st.sampled_from(options)
        chosen = st.sets(st.sampled_from(options), min_size=question.min or 1, max_size=question.max)
        return chosen.map(lambda found: tuple(option for option in options if option in found))
    if isinstance(question, MatrixQuestion):
        least = len(question.rows) if question.required else 1
        rows, columns = st.sampled_from(tuple(question.rows)), st.sampled_from(tuple(question.columns))
        return st.dictionaries(rows, columns, min_size=least, max_size=len(question.rows))
    if isinstance(question, TextQuestion):
        return WORDS.filter(lambda text: len(text) <= question.max_length)
    plain: dict[str, st.SearchStrategy[Any]] = {
        "yesno": st.booleans(),
        "email": st.sampled_from(["ann@example.com", "b.c+d@sub.example.org"]),
        "number": st.integers(-(10**9), 10**9)
        | st.floats(-1e9, 1e9, allow_nan=False).filter(lambda found: not found.is_integer()),
        "date": st.dates(date(1900, 1, 1), date(2999, 12, 31)).map(date.isoformat),
    }
    return plain[question.type]
