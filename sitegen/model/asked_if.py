"""The conditions of a survey's questions become problems where no answer can meet them."""

from collections.abc import Mapping

from sitegen.days import YearError, parse_day
from sitegen.model.condition import ORDERING, Condition
from sitegen.model.fields import parse_number
from sitegen.model.survey import AnyQuestion, ChoiceQuestion, MatrixQuestion, find_scale
from sitegen.problems import Position, Problems, suggest
from sitegen.source import Document

Questions = Mapping[str, AnyQuestion]


def check_conditions(questions: Questions, document: Document, problems: Problems) -> None:
    """Tell of conditions on no earlier question, and of those that its type of question cannot meet."""
    ids = tuple(questions)
    for place, (question_id, question) in enumerate(questions.items()):
        for other, condition in (question.show_if or {}).items():
            path = ("questions", question_id, "show_if", other)
            if other not in ids[:place]:
                message = _word_wrong_question(other, question_id, ids)
                problems.error("unknown-id", message, document.position_of_key(*path))
            else:
                _check_condition(condition, other, questions[other], document.position_of(*path), problems)


def _word_wrong_question(other: str, question_id: str, ids: tuple[str, ...]) -> str:
    if other == question_id:
        return f"'{other}' is this question itself; name one that is asked before it"
    if other in ids:
        return f"'{other}' is asked after this question; move it up"
    before = ids[: ids.index(question_id)]
    return f"'{other}' is no question above this one{suggest(other, before)}"


def _check_condition(condition: Condition, other: str, asked: AnyQuestion, here: Position, problems: Problems) -> None:
    if isinstance(asked, MatrixQuestion):
        problems.error("bad-value", f"'{other}' is a matrix; no condition can look at it", here)
        return
    scale, options = find_scale(asked), _list_options(asked)
    if scale is None and asked.type not in {"number", "date"} and condition.operator in ORDERING:
        message = f"'{condition}': answers to '{other}' have no order; write '= …', '!= …' or 'in …, …'"
        problems.error("bad-value", message, here)
        return
    for value in condition.values:
        if options is not None and value not in options:
            listed = f"; there are {', '.join(options)}" if len(options) <= 8 else ""
            message = f"'{value}' is no option of '{other}'{suggest(value, options) or listed}"
            problems.error("unknown-id", message, here)
        elif scale and not _is_mark(value, scale):
            problems.error("bad-value", f"'{value}' is no mark of '{other}', which are {scale[0]} to {scale[1]}", here)
        elif fault := _find_fault(asked, value, other):
            problems.error("bad-value", f"'{value}' {fault}", here)
        elif scale and condition.operator + value in {f"<{scale[0]}", f">{scale[1]}"}:
            problems.error("bad-value", f"'{condition}' is met by no mark from {scale[0]} to {scale[1]}", here)


def _list_options(question: AnyQuestion) -> tuple[str, ...] | None:
    """Return what may be chosen; None where answers are no choice."""
    if isinstance(question, ChoiceQuestion):
        return (*question.options, *(["other"] if question.other else []))
    return ("yes", "no") if question.type == "yesno" else None


def _is_mark(value: str, scale: tuple[int, int]) -> bool:
    return value in {str(mark) for mark in range(scale[0], scale[1] + 1)}


def _find_fault(question: AnyQuestion, value: str, other: str) -> str | None:
    """Return what is wrong with a value to compare answers with; None where nothing is."""
    readers = {"number": (parse_number, "a number"), "date": (parse_day, "a day, as 2026-11-16")}
    if question.type not in readers:
        return None
    parse, expected = readers[question.type]
    try:
        parse(value)
    except YearError as error:
        return str(error)
    except ValueError:
        return f"is not {expected}, which '{other}' asks for"
    return None
