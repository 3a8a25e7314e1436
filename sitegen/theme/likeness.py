"""A value in: its likeness, which is equal only for values that every template writes equally."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from markupsafe import Markup

PLAIN = frozenset({str, Markup, int, bool, type(None), date})
"""Types whose equal values are written equally."""


@cache
def never_changes(kind: Any) -> bool:
    """Tell whether a class is one of views: a dataclass in which nothing can be set."""
    return is_dataclass(kind) and kind.__setattr__ is not object.__setattr__


def find_likeness(value: Any) -> tuple[Any, ...] | None:
    """Return the likeness of a plain value, or of a view or a tuple that holds nothing else; None of any other.

    Types are a part of it: `1`, `1.0` and `True` are equal, and written otherwise.
    """
    kind: Any = type(value)
    if kind in PLAIN:
        return kind, value
    if kind is tuple:
        parts = value
    elif list_fields := _make_lister(kind):
        parts = list_fields(value)
    else:
        return None
    kinds = tuple(map(type, parts))
    if PLAIN.issuperset(kinds):
        return kind, parts, kinds
    likenesses = tuple(map(find_likeness, parts))
    return None if None in likenesses else (kind, likenesses)


@cache
def _make_lister(kind: Any) -> Callable[[object], tuple[Any, ...]] | None:
    """Return a function that lists the fields of a view; None for what is no view."""
    if not never_changes(kind):
        return None
    names = [each.name for each in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda view: tuple(getattr(view, name) for name in names)
