"""Answers: what the definition allows is read, whatever else is told beside its control."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import SurveyHead, decode_survey
from sitegen.survey import (
    MAX_EMAIL_LENGTH,
    MAX_OTHER_LENGTH,
    Answers,
    Fault,
    Reading,
    Rule,
    Value,
    name_control,
    read_answers,
    write_answers,
)
from tests.survey.definitions import IDS, answered, heads

OPTIONS = {"options": {"a": "A", "b": "B", "c": "C"}}


def ask(kind: str, **more: Any) -> SurveyHead:
    """Return a survey of one question, `q`."""
    return decode_survey({"title": "Pulse", "questions": {"q": {"type": kind, "text": "Q", **more}}})


def read(head: SurveyHead, **form: str | list[str]) -> Reading:
    """Read a form; `q` stands for the question's own control, `q_a` for that of its part `a`."""
    return read_answers(
        head,
        {
            name_control("q", name.partition("_")[2]): texts if isinstance(texts, list) else [texts]
            for name, texts in form.items()
        },
    )


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("nps", "0", 0),
        ("nps", "10", 10),
        ("csat", "1", 1),
        ("ces", "7", 7),
        ("rating", " 5 ", 5),
        ("yesno", "yes", True),
        ("yesno", "no", False),
        ("email", "ann.b+c@sub.example.com", "ann.b+c@sub.example.com"),
        ("email", "käthe@bücher.example", "käthe@bücher.example"),
        ("number", "-12", -12),
        ("number", "1200.50", 1200.5),
        ("number", ".5", 0.5),
        ("number", "2.0", 2),
        ("number", "1e3", 1000),
        ("date", "2026-11-16", "2026-11-16"),
        ("text", "  two\r\nlines\u2028here ", "two lines here"),
    ],
)
def test_what_is_allowed_is_read(kind: str, text: str, value: Value) -> None:
    assert read(ask(kind), q=text) == Reading(answers={"q": value}, faults=())


@pytest.mark.parametrize(
    ("kind", "text", "rule"),
    [
        ("nps", "11", "out-of-range"),
        ("nps", "-1", "not-a-number"),
        ("csat", "0", "out-of-range"),
        ("csat", "4.5", "not-a-number"),
        ("ces", "٧", "not-a-number"),
        ("rating", "6", "out-of-range"),
        ("yesno", "true", "not-an-option"),
        ("email", "ann", "not-an-email"),
        ("email", "ann@localhost", "not-an-email"),
        ("email", "ann@example.com, bob@example.com", "not-an-email"),
        ("email", "ann@example.com\nBcc: all@example.com", "not-an-email"),
        ("number", "nan", "not-a-number"),
        ("number", "-inf", "not-a-number"),
        ("number", "1,5", "not-a-number"),
        ("number", "1_000", "not-a-number"),
        ("number", "9" * 41, "not-a-number"),
        ("number", "1e999", "out-of-range"),
        ("number", "1e13", "out-of-range"),
        ("date", "16.11.2026", "not-a-date"),
        ("date", "2026-02-30", "not-a-date"),
        ("date", "20261116", "not-a-date"),
    ],
)
def test_what_is_no_answer_is_told(kind: str, text: str, rule: Rule) -> None:
    assert read(ask(kind), q=text) == Reading(answers={}, faults=(Fault(control="q.q", rule=rule),))


@pytest.mark.parametrize("kind", ["nps", "csat", "ces", "rating", "yesno", "email", "number", "date", "text"])
def test_one_control_answers_once(kind: str) -> None:
    assert read(ask(kind), q=["1", "1"]).faults == (Fault(control="q.q", rule="repeated"),)


def test_a_text_may_be_as_long_as_it_may() -> None:
    head = ask("text", max_length="5", long="true")

    assert read(head, q="ä\r\nöü😀").answers == {"q": "ä\nöü😀"}
    assert read(head, q="ä\r\nöü😀x").faults == (Fault(control="q.q", rule="too-long", limit=5),)


def test_an_address_may_be_as_long_as_one_can_be() -> None:
    longest = f"{'a' * (MAX_EMAIL_LENGTH - 12)}@example.com"

    assert read(ask("email"), q=longest).faults == ()
    assert read(ask("email"), q=f"a{longest}").faults == (
        Fault(control="q.q", rule="too-long", limit=MAX_EMAIL_LENGTH),
    )


def test_characters_that_cannot_be_seen_are_taken_out() -> None:
    assert read(ask("text"), q="a\x00b\x1b[31m\x7f\x9f\ud800c\t👩‍🚀").answers == {"q": "ab[31mc\t👩‍🚀"}
    assert read(ask("text", required="true"), q=" \x00\u2028 ").faults == (Fault(control="q.q", rule="required"),)


def test_a_choice_is_one_of_its_options() -> None:
    head = ask("choice", **OPTIONS, required="true")

    assert read(head, q="b").answers == {"q": "b"}
    assert read(head, q="d").faults == (Fault(control="q.q", rule="not-an-option"),)
    assert read(head, q="other").faults == (Fault(control="q.q", rule="not-an-option"),)
    assert read(head, q=["a", "b"]).faults == (Fault(control="q.q", rule="repeated"),)
    assert read(head).faults == (Fault(control="q.q", rule="required"),)
    assert read(head, q="a", q_other="x").faults == (Fault(control="q.q.other", rule="unknown-field"),)


def test_text_beside_a_choice_is_never_lost() -> None:
    head = ask("choice", **OPTIONS, other="true", required="true")

    assert read(head, q="other").answers == {"q": "other"}
    assert read(head, q="other", q_other="D").answers == {"q": "other", "q.other": "D"}
    assert read(head, q_other="D").answers == {"q": "other", "q.other": "D"}
    assert read(head, q="a", q_other="but late").answers == {"q": "a", "q.other": "but late"}
    assert read(head, q="other", q_other="x" * (MAX_OTHER_LENGTH + 1)).faults == (
        Fault(control="q.q.other", rule="too-long", limit=MAX_OTHER_LENGTH),
    )


def test_choices_are_within_their_limits() -> None:
    head = ask("choices", **OPTIONS, other="true", min="2", max="3")

    assert read(head) == Reading(answers={}, faults=())
    assert read(head, q=["c", "a", "c"]).answers == {"q": ("a", "c")}
    assert read(head, q=["c"], q_other="D").answers == {"q": ("c", "other"), "q.other": "D"}
    assert read(head, q=["c"]).faults == (Fault(control="q.q", rule="too-few", limit=2),)
    assert read(head, q=["a", "b", "c", "other"]).faults == (Fault(control="q.q", rule="too-many", limit=3),)
    assert read(head, q=["a", "d"]).faults == (Fault(control="q.q", rule="not-an-option"),)


def test_a_matrix_is_answered_row_by_row() -> None:
    parts = {"rows": {"x": "X", "y": "Y"}, "columns": {"good": "Good", "bad": "Bad"}}

    assert read(ask("matrix", **parts), q_x="good").answers == {"q": {"x": "good"}}
    assert read(ask("matrix", **parts)) == Reading(answers={}, faults=())
    assert read(ask("matrix", **parts, required="true"), q_x="good").faults == (
        Fault(control="q.q.y", rule="required"),
    )
    assert read(ask("matrix", **parts), q_x="fair", q_y=["good", "bad"]).faults == (
        Fault(control="q.q.x", rule="not-an-option"),
        Fault(control="q.q.y", rule="repeated"),
    )


def test_what_is_not_asked_is_neither_read_nor_required() -> None:
    questions = {
        "happy": {"type": "csat", "text": "Happy?"},
        "why": {"type": "text", "text": "Why?", "required": "true", "show_if": {"happy": "<= 3"}},
        "whose": {"type": "text", "text": "Whose?", "required": "true", "show_if": {"why": "!= me", "happy": "< 3"}},
    }
    head = decode_survey({"title": "Pulse", "questions": questions})

    assert read_answers(head, {"q.happy": ["5"], "q.why": ["x", "y"]}) == Reading(answers={"happy": 5}, faults=())
    assert read_answers(head, {"q.happy": ["2"], "q.why": ["me"], "q.whose": ["x"]}).answers == {
        "happy": 2,
        "why": "me",
    }
    assert read_answers(head, {"q.happy": ["2"]}).faults == (Fault(control="q.why", rule="required"),)


def test_only_the_forms_own_controls_are_known() -> None:
    form = {"context": ["x"], "nonce": ["y"], "website": [""], "q.q": ["1"], "q.p": ["1"], "x" * 500: ["1"]}

    assert read_answers(ask("nps"), form) == Reading(
        answers={"q": 1},
        faults=(Fault(control="q.p", rule="unknown-field"), Fault(control="x" * 100, rule="unknown-field")),
    )


@given(answered())
def test_what_was_answered_is_read_as_it_was_sent(found: tuple[SurveyHead, Answers]) -> None:
    head, answers = found

    assert read_answers(head, write_answers(head, answers)) == Reading(answers=answers, faults=())


TEXTS = st.one_of(
    st.text(max_size=30), st.sampled_from(["", "0", "7", "yes", "a", "b-1", "other", "2026-11-16", "1e9"])
)


@given(heads(), st.data())
def test_no_form_is_too_strange(head: SurveyHead, data: st.DataObject) -> None:
    """Whatever is sent, what was read of it is read again as the same."""
    controls = [name_control(question, part) for question in head.questions or {} for part in ("", "other", *IDS)]
    names = st.one_of(st.sampled_from(controls), st.text(max_size=8))
    form = data.draw(st.dictionaries(names, st.lists(TEXTS, max_size=3), max_size=12))

    reading = read_answers(head, form)

    assert {fault.control for fault in reading.faults} <= form.keys() | set(controls)
    if not reading.faults:
        assert read_answers(head, write_answers(head, reading.answers)) == reading
