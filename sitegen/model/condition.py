"""A condition on an answer, as a survey's file writes it: `<= 6`, `= yes` or `in a, b`, and back."""

import re
from collections.abc import Mapping
from typing import Literal, get_args

from sitegen.value import value

Operator = Literal["=", "!=", "<", "<=", ">", ">=", "in"]

_COMPARED = re.compile(r"(!=|<=|>=|=|<|>)\s*([^\s=<>!,].*)")
_LISTED = re.compile(r"in\s+(\S.*)")


@value
class Condition:
    """How an answer compares with one value, or with each of several: any of them will do for `in`."""

    operator: Operator
    values: tuple[str, ...]
    """One; with `in` one or more."""

    def __str__(self) -> str:
        return f"{self.operator} {', '.join(self.values)}"


ORDERING: frozenset[Operator] = frozenset({"<", "<=", ">", ">="})
"""The operators that ask which of two is more."""

_OPERATORS: Mapping[str, Operator] = {operator: operator for operator in get_args(Operator)}


def parse_condition(text: str) -> Condition:
    """Read a condition; raise `ValueError` for anything else."""
    if listed := _LISTED.fullmatch(text.strip()):
        values = tuple(value.strip() for value in listed[1].split(","))
        if not all(values):
            raise ValueError(text)
        return Condition(operator="in", values=values)
    if compared := _COMPARED.fullmatch(text.strip()):
        return Condition(operator=_OPERATORS[compared[1]], values=(compared[2],))
    raise ValueError(text)
