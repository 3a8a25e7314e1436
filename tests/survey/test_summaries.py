"""Summaries: each type of question has its figure, and what is no answer to it does not count."""

from typing import Any

from hypothesis import given

from sitegen.model import AnyQuestion, SurveyHead, decode_survey
from sitegen.survey import Answers, Value, summarise, summarise_like_nps
from tests.survey.definitions import answered

OPTIONS = {"a": "A", "b": "B"}


def ask(kind: str, **more: Any) -> AnyQuestion:
    head = decode_survey({"title": "Pulse", "questions": {"q": {"type": kind, "text": "Q", **more}}})
    assert head.questions
    return head.questions["q"]


def find_values(question: AnyQuestion, *values: Value) -> dict[str, tuple[int, float | None]]:
    return {part.name: (part.figure.n, part.figure.value) for part in summarise(question, values)}


def test_marks_have_their_figure() -> None:
    assert find_values(ask("nps"), 10, 9, 8, 0) == {"": (4, 25)}
    assert find_values(ask("csat"), 5, 3) == {"": (2, 0.5)}
    assert find_values(ask("ces"), 7, 4) == {"": (2, 5.5)}
    assert find_values(ask("rating", max="3"), 3, 1) == {"": (2, 2)}
    assert find_values(ask("number"), 1.5, 2) == {"": (2, 1.75)}


def test_what_can_be_chosen_has_a_share_each() -> None:
    assert find_values(ask("yesno"), True, False, True, True) == {"": (4, 0.75)}
    assert find_values(ask("choice", options=OPTIONS, other="true"), "a", "other") == {
        "a": (2, 0.5),
        "b": (2, 0),
        "other": (2, 0.5),
    }
    assert find_values(ask("choices", options=OPTIONS), ("a", "b"), ("a",)) == {"a": (2, 1), "b": (2, 0.5)}


def test_a_matrix_has_a_share_for_each_column_of_each_row() -> None:
    question = ask("matrix", rows={"r": "R", "s": "S"}, columns=OPTIONS)
    assert find_values(question, {"r": "a", "s": "b"}, {"r": "b"}) == {
        "r.a": (2, 0.5),
        "r.b": (2, 0.5),
        "s.a": (1, 0),
        "s.b": (1, 1),
    }


def test_text_is_counted_alone() -> None:
    for kind in ("text", "email", "date"):
        (part,) = summarise(ask(kind), ["x", "y"])
        assert (part.figure.n, part.figure.value, part.figure.method) == (2, None, "count")


def test_what_a_question_no_longer_allows_does_not_count() -> None:
    assert find_values(ask("csat"), 5, 9, True, "a") == {"": (1, 1)}
    assert find_values(ask("choice", options=OPTIONS), "gone", "a") == {"a": (1, 1), "b": (1, 0)}
    assert find_values(ask("yesno"), 1, "yes", True) == {"": (1, 1)}
    assert find_values(ask("number"), True, 4) == {"": (1, 4)}


def test_marks_from_one_on_are_nps_like() -> None:
    (part,) = summarise_like_nps([10, 9, 8, 1, 0, 11])
    assert (part.figure.type, part.figure.n, part.figure.value) == ("NPS-like", 4, 25)


@given(answered())
def test_every_answer_that_was_accepted_counts(found: tuple[SurveyHead, Answers]) -> None:
    head, answers = found
    for question_id, question in (head.questions or {}).items():
        values = [answers[question_id]] if question_id in answers else []
        assert max(part.figure.n for part in summarise(question, values)) == len(values)
