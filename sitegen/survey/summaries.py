"""All answers to one question become its figures, by the part of the question that each is about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sitegen.model import AnyQuestion, ChoiceQuestion, MatrixQuestion, find_scale
from sitegen.survey.kinds import OTHER
from sitegen.survey.response import Value
from sitegen.survey.statistics import Figure, make_count, make_csat, make_mean, make_nps, make_share

T = TypeVar("T")


class Part(NamedTuple):
    """A figure, and the part of the question that it is about."""

    name: str
    """Empty for the question as a whole; an option's id, or in a matrix `<row>.<column>`."""
    figure: Figure


def summarise(question: AnyQuestion, values: Sequence[Value]) -> tuple[Part, ...]:
    """Return the figures of a question over the answers that were given to it.

    Values that are no answers to such a question, as those to one of the same id before it was changed, do not count.
    """
    return tuple(_SUMMARIES[question.type](question, values))


def summarise_like_nps(values: Sequence[Value]) -> tuple[Part, ...]:
    """Return the NPS-like figure of marks from 1 to 10."""
    marks = [mark for mark in _take(values, int) if 1 <= mark <= 10]
    return (Part("", make_nps(marks, lowest=1)),)


def _take(values: Sequence[Value], wanted: type[T] | tuple[type[T], ...]) -> list[T]:
    """Return the values of a type; a yes is no number."""
    return [value for value in values if isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))]


def _find_marks(question: AnyQuestion, values: Sequence[Value]) -> list[int]:
    lowest, highest = find_scale(question) or (0, 0)
    return [mark for mark in _take(values, int) if lowest <= mark <= highest]


def _nps(question: AnyQuestion, values: Sequence[Value]) -> Iterator[Part]:
    yield Part("", make_nps(_find_marks(question, values)))


def _csat(question: AnyQuestion, values: Sequence[Value]) -> Iterator[Part]:
    yield Part("", make_csat(_find_marks(question, values)))


def _mean(question: AnyQuestion, values: Sequence[Value]) -> Iterator[Part]:
    yield Part("", make_mean(_find_marks(question, values), question.type))


def _number(question: AnyQuestion, values: Sequence[Value]) -> Iterator[Part]:
    yield Part("", make_mean(_take(values, (int, float)), question.type))


def _yesno(question: AnyQuestion, values: Sequence[Value]) -> Iterator[Part]:
    said = _take(values, bool)
    yield Part("", make_share(sum(said), len(said), question.type))


def _choice(question: ChoiceQuestion, values: Sequence[Value]) -> Iterator[Part]:
    options = [*question.options, *([OTHER] if question.other else [])]
    given = [{value} if isinstance(value, str) else set(value) for value in _take(values, (str, tuple))]
    chosen = [known for each in given if (known := each & set(options))]
    for option in options:
        yield Part(option, make_share(sum(option in each for each in chosen), len(chosen), question.type))


def _matrix(question: MatrixQuestion, values: Sequence[Value]) -> Iterator[Part]:
    for row in question.rows:
        chosen = [column for value in _take(values, Mapping) if (column := value.get(row)) in question.columns]
        for column in question.columns:
            yield Part(f"{row}.{column}", make_share(chosen.count(column), len(chosen), question.type))


def _count(question: AnyQuestion, values: Sequence[Value]) -> Iterator[Part]:
    yield Part("", make_count(len(values), question.type))


_SUMMARIES: Mapping[str, Callable[[Any, Sequence[Value]], Iterator[Part]]] = {
    "nps": _nps,
    "csat": _csat,
    "ces": _mean,
    "rating": _mean,
    "choice": _choice,
    "choices": _choice,
    "matrix": _matrix,
    "yesno": _yesno,
    "text": _count,
    "email": _count,
    "number": _number,
    "date": _count,
}
"""By the question's type."""
