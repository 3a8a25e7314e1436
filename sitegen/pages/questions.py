"""A survey's definition, with what was sent and what is wrong with it, becomes the questions of a form."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sitegen.model import (
    AnyQuestion,
    ChoiceQuestion,
    Condition,
    MatrixQuestion,
    RatingQuestion,
    ScaleQuestion,
    SurveyHead,
    TextQuestion,
    find_scale,
)
from sitegen.pages import views
from sitegen.survey import MAX_EMAIL_LENGTH, MAX_OTHER_LENGTH, OTHER, Fault, name_control

Given = Mapping[str, Sequence[str]]
"""What a form sent, by control."""

NOTHING: Given = MappingProxyType({})


def make_questions(
    survey: SurveyHead, given: Given = NOTHING, faults: Sequence[Fault] = ()
) -> tuple[views.SurveyQuestion, ...]:
    """Return the questions of a survey, filled in with what was sent."""
    questions = survey.questions or {}
    wrong = {fault.control: fault for fault in reversed(make_faults(survey, faults))}
    return tuple(_make_question(key, question, questions, given, wrong) for key, question in questions.items())


def make_faults(survey: SurveyHead, faults: Sequence[Fault]) -> tuple[views.FormFault, ...]:
    """Return what is wrong with a form, each with the question that it is about."""
    labels = dict(_list_labels(survey))
    return tuple(
        views.FormFault(control=fault.control, rule=fault.rule, limit=fault.limit, label=labels.get(fault.control))
        for fault in faults
    )


def _list_labels(survey: SurveyHead) -> list[tuple[str, str]]:
    labels = []
    for key, question in (survey.questions or {}).items():
        labels += [(name_control(key), question.text), (name_control(key, OTHER), question.text)]
        for row_id, row in (question.rows if isinstance(question, MatrixQuestion) else {}).items():
            labels.append((name_control(key, row_id), f"{question.text} {row}"))
    return labels


def _make_question(
    key: str,
    question: AnyQuestion,
    questions: Mapping[str, AnyQuestion],
    given: Given,
    wrong: Mapping[str, views.FormFault],
) -> views.SurveyQuestion:
    control = name_control(key)
    conditions = (question.show_if or {}).items()
    made = views.SurveyQuestion(
        id=key,
        type=question.type,
        text=question.text,
        help=question.help,
        is_required=question.required,
        control=control,
        shown_if=tuple(
            _make_condition(other, condition, questions)
            for other, condition in conditions
            if other in questions  # one that is not is told as a fault, while the page is made all the same
        ),
        given=tuple(given.get(control, ())),
        fault=wrong.get(control),
    )
    if isinstance(question, ScaleQuestion | RatingQuestion):
        return _add_scale(made, question)
    if isinstance(question, ChoiceQuestion):
        other = _make_other(key, given, wrong) if question.other else None
        options = _list_choices(question.options)
        return replace(made, options=options, other=other, min_count=question.min, max_count=question.max)
    if isinstance(question, MatrixQuestion):
        rows = _list_rows(key, question, given, wrong)
        return replace(made, rows=rows, columns=_list_choices(question.columns))
    if isinstance(question, TextQuestion):
        return replace(made, is_long=question.long, max_length=question.max_length)
    return replace(made, max_length=MAX_EMAIL_LENGTH if question.type == "email" else None)


def _add_scale(made: views.SurveyQuestion, question: ScaleQuestion | RatingQuestion) -> views.SurveyQuestion:
    lowest, highest = find_scale(question) or (0, 0)
    marks = tuple(str(mark) for mark in range(lowest, highest + 1))
    return replace(made, lowest=lowest, highest=highest, low=question.low, high=question.high, marks=marks)


def _list_choices(words: Mapping[str, str]) -> tuple[views.Choice, ...]:
    return tuple(views.Choice(id=key, text=text) for key, text in words.items())


def _list_rows(
    key: str, question: MatrixQuestion, given: Given, wrong: Mapping[str, views.FormFault]
) -> tuple[views.Row, ...]:
    controls = {row_id: name_control(key, row_id) for row_id in question.rows}
    return tuple(
        views.Row(
            id=row_id,
            text=question.rows[row_id],
            control=control,
            given=tuple(given.get(control, ())),
            fault=wrong.get(control),
        )
        for row_id, control in controls.items()
    )


def _make_other(key: str, given: Given, wrong: Mapping[str, views.FormFault]) -> views.OtherText:
    control = name_control(key, OTHER)
    said = " ".join(given.get(control, ()))
    return views.OtherText(control=control, max_length=MAX_OTHER_LENGTH, given=said, fault=wrong.get(control))


def _make_condition(other: str, condition: Condition, questions: Mapping[str, AnyQuestion]) -> views.ShownIf:
    asked = questions[other]
    options = asked.options if isinstance(asked, ChoiceQuestion) else {}
    return views.ShownIf(
        control=name_control(other),
        number=list(questions).index(other) + 1,
        operator=condition.operator,
        values=condition.values,
        words=tuple(options.get(value, value) for value in condition.values),
    )
