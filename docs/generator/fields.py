"""A dataclass becomes its fields, each with the docstring below it."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import Any, get_type_hints

REQUIRED = object()
"""Stands for the default of a field that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One field as it is declared."""

    name: str
    hint: Any
    default: object
    text: str
    """Its docstring; empty where it has none."""


def tell_fields(shape: type) -> tuple[Told, ...]:
    """Return the fields of a dataclass in order, inherited ones included, by the names that content uses."""
    hints = get_type_hints(shape, include_extras=True)
    texts = {name: text for base in reversed(shape.__mro__) for name, text in _read_texts(base).items()}
    return tuple(
        Told(
            name=field.name.rstrip("_"),
            hint=hints[field.name],
            default=_find_default(field),
            text=texts.get(field.name, ""),
        )
        for field in fields(shape)
    )


def _find_default(field: Any) -> object:
    if field.default is not MISSING:
        return field.default
    return REQUIRED if field.default_factory is MISSING else field.default_factory()


@cache
def _read_texts(shape: type) -> dict[str, str]:
    if shape is object:
        return {}
    (declared,) = ast.parse(dedent(inspect.getsource(shape))).body
    assert isinstance(declared, ast.ClassDef)
    return dict(_pair(declared))


def _pair(declared: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Go through the annotated names of a class that a docstring follows."""
    for field, text in pairwise(declared.body):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            yield field.target.id, inspect.cleandoc(str(text.value.value))
