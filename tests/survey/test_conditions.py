"""Conditions: they compare as their question's type does, and what was not answered meets none."""

import pytest

from sitegen.model import decode_survey
from sitegen.survey import Value, is_asked


def is_shown(condition: str, value: Value | None) -> bool:
    questions = {
        "other": {"type": "nps", "text": "Other"},
        "q": {"type": "text", "text": "Q", "show_if": {"other": condition}},
    }
    question = (decode_survey({"title": "P", "questions": questions}).questions or {})["q"]
    return is_asked(question, {} if value is None else {"other": value})


@pytest.mark.parametrize(
    ("condition", "meet", "miss"),
    [
        ("= 6", [6, 6.0], [5, 7, "other"]),
        ("!= 6", [5, 10], [6]),
        ("< 6", [0, 5.5], [6, 10]),
        ("<=6", [6, -1], [7]),
        ("> 9", [10], [9, 2]),
        (">= 1.5", [1.5, 10], [1]),
        ("in 0, 10", [0, 10], [1]),
        ("= yes", [True, "yes"], [False, "no"]),
        ("!= yes", [False], [True]),
        ("= a", ["a", ("a", "b")], ["b", ("b",)]),
        ("!= a", ["b", ("b", "c")], ["a", ("a", "b")]),
        ("in a, b", ["a", ("b", "c")], ["c", ("c", "d")]),
        ("> 2026-02-28", ["2026-03-01"], ["2026-02-28", "2025-12-31"]),
        ("< a", [], [("0",), {"row": "0"}, True]),
        ("!= a", [], [{"row": "b"}]),
    ],
)
def test_an_answer_meets_what_it_should(condition: str, meet: list[Value], miss: list[Value]) -> None:
    assert [value for value in meet if not is_shown(condition, value)] == []
    assert [value for value in miss if is_shown(condition, value)] == []


@pytest.mark.parametrize("condition", ["= 6", "!= 6", "< 6", "in 6, 7"])
def test_no_answer_meets_no_condition(condition: str) -> None:
    assert not is_shown(condition, None)


def test_all_conditions_must_be_met() -> None:
    questions = {
        "a": {"type": "nps", "text": "A"},
        "b": {"type": "yesno", "text": "B"},
        "q": {"type": "text", "text": "Q", "show_if": {"a": "<= 6", "b": "= yes"}},
    }
    question = (decode_survey({"title": "P", "questions": questions}).questions or {})["q"]

    assert is_asked(question, {"a": 3, "b": True})
    assert not is_asked(question, {"a": 3, "b": False})
    assert not is_asked(question, {"a": 3})
