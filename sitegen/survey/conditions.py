"""The answers so far become whether a question is asked.

A question is asked where all its conditions are met. A condition is met by an answer only: a question that was not
answered, or not asked, meets none, `!=` neither. How an answer compares depends on its question's type:

- marks and numbers compare as numbers; dates, as `2026-11-16`, in the order of the calendar;
- `yesno` is `yes` or `no`; `choice` is the option's id; text and addresses are compared as written;
- `choices` is `=` to each option that was chosen, and `!=` to each that was not; `in` asks for any of those chosen;
- a matrix compares with nothing.

A form that shows and hides questions in the browser needs no more than that, and `Condition`'s operator and values.
"""

from collections.abc import Callable, Mapping
from operator import ge, gt, le, lt

from sitegen.model import AnyQuestion, Condition, Operator
from sitegen.survey.response import Answers, Value

_ORDERED: Mapping[Operator, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


def is_asked(question: AnyQuestion, answers: Answers) -> bool:
    """Tell whether a question is asked after these answers to the ones before it."""
    return all(is_met(condition, answers.get(other)) for other, condition in (question.show_if or {}).items())


def is_met(condition: Condition, value: Value | None) -> bool:
    """Tell whether an answer meets a condition; None is no answer."""
    if value is None or isinstance(value, Mapping):
        return False
    if condition.operator in _ORDERED:
        return _is_ordered(condition, value)
    is_same = any(_equals(value, wanted) for wanted in condition.values)
    return is_same is (condition.operator != "!=")


def _equals(value: Value, wanted: str) -> bool:
    if isinstance(value, tuple):
        return wanted in value
    if isinstance(value, bool):
        return wanted == ("yes" if value else "no")
    if isinstance(value, int | float):
        return value == _read_number(wanted)
    return value == wanted


def _is_ordered(condition: Condition, value: Value) -> bool:
    compare, wanted = _ORDERED[condition.operator], condition.values[0]
    if isinstance(value, str):
        return compare(_compare(value, wanted), 0)
    number = _read_number(wanted)
    return isinstance(value, int | float) and number is not None and compare(value, number)


def _compare(one: str, other: str) -> int:
    return (one > other) - (one < other)


def _read_number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
