"""The views become the reference for makers of themes: every page, and every value that it holds."""

import inspect
from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from docs.generator.fields import Told, tell_fields
from docs.generator.tables import format_page, format_table, make_anchor
from sitegen.pages import views

INTRO = """
A template sees one view, as `page`. This is all that it may know. What does not exist is none or an empty list, and
nothing is left to compute. How a theme uses them: [your own theme](../guides/own-theme.md).

Dates are dates: write them with the filters `date` and `time`. Codes such as `on-track` are codes: the theme says them
in the reader's words. What a view calls [Html](#html) is shown with the filter `markup`.
"""

PLAIN = {str: "text", int: "whole number", float: "number", bool: "true or false", date: "date", type(None): "none"}


def describe_views() -> str:
    """Write the page of all views."""
    pages = find_pages()
    values = [view for view in walk(pages) if view not in pages]
    return format_page(
        "Views",
        INTRO,
        "## Pages",
        *(_describe(view) for view in pages),
        "## Values",
        *(_describe(view) for view in values),
    )


def find_pages() -> list[type]:
    """Return the views of whole pages."""
    names = [name for name in views.__all__ if name.endswith("Page")]
    return [getattr(views, name) for name in names]


def walk(pages: list[type]) -> list[type]:
    """Return every dataclass that pages are made of, in the order in which it is first met."""
    found: dict[type, None] = dict.fromkeys(pages)
    waiting = list(pages)
    while waiting:
        for hint in get_type_hints(waiting.pop(0)).values():
            for part in _parts(hint):
                if is_dataclass(part) and isinstance(part, type) and part not in found:
                    found[part] = None
                    waiting.append(part)
    return list(found)


def _parts(hint: Any) -> Iterator[Any]:
    arguments = get_args(hint)
    if not arguments:
        yield hint
    for argument in arguments:
        yield from _parts(argument)


def _describe(view: type) -> str:
    """Describe one view: its docstring, then its fields and what else can be asked of it."""
    rows = [(f"`{told.name}`", _name_type(told.hint), told.text) for told in _tell(view)]
    said = inspect.cleandoc(str(view.__doc__))
    return f"### {view.__name__}\n\n{said}\n\n{format_table(('field', 'value', 'meaning'), rows)}"


def _tell(view: type) -> Iterator[Told]:
    yield from tell_fields(view)
    for name, value in inspect.getmembers(view, lambda value: isinstance(value, property)):
        hint = get_type_hints(value.fget)["return"]
        yield Told(name=name, hint=hint, default=None, text=inspect.cleandoc(str(value.__doc__)))


def _name_type(hint: Any) -> str:
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) in {Union, UnionType}:
        return " or ".join(_name_type(part) for part in get_args(hint))
    if get_origin(hint) is tuple:
        return f"list: {_name_type(get_args(hint)[0])}"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ", ".join(f"`{word.value}`" for word in hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return f"[{hint.__name__}](#{make_anchor(hint.__name__)})"
    raise ValueError(f"{hint} has no words")
