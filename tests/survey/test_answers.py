"""Answers: what the definition allows is read, whatever else is told beside its control."""

from sitegen.model import decode_survey
from sitegen.survey import Answers, Fault, Reading, read_answers

HEAD = decode_survey(
    {
        "title": "Pulse",
        "questions": {
            "happy": {"type": "csat", "text": "Happy?", "required": "true"},
            "why": {"type": "text", "text": "Why?", "required": "true", "show_if": {"happy": "<= 3"}},
            "which": {"type": "choices", "text": "Which?", "options": {"a": "A", "b": "B"}, "other": "true"},
        },
    }
)


def test_what_is_allowed_is_read() -> None:
    form = {"q.happy": ["3"], "q.why": [" Slow\r\nand late "], "q.which": ["b", "a"], "q.which.other": ["C"]}

    answers: Answers = {"happy": 3, "why": "Slow and late", "which": ("a", "b", "other"), "which.other": "C"}
    assert read_answers(HEAD, form) == Reading(answers=answers, faults=())


def test_what_is_not_asked_is_not_required() -> None:
    assert read_answers(HEAD, {"q.happy": ["5"], "q.why": ["x"]}) == Reading(answers={"happy": 5}, faults=())


def test_what_is_required_is_told() -> None:
    assert read_answers(HEAD, {}).faults == (Fault(control="q.happy", rule="required"),)
