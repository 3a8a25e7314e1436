"""A class with fields becomes a value: equal by its fields, and never changed.

It is a frozen dataclass whose methods are written when they are first called, and whose fields are told to
`dataclasses` when it first asks. `dataclass` itself compiles six methods for each class as it is made, and makes the
class twice: with some three hundred classes, a third of the time in which a build starts.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from inspect import get_annotations
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")

UNSLOTTED = ("__dict__", "__weakref__")
"""What a class without slots holds besides its own."""


@overload
def value(cls: type[T]) -> type[T]: ...
@overload
def value(*, kw_only: bool) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def value(cls: type[T] | None = None, *, kw_only: bool = True) -> Any:
    """Make a frozen, slotted dataclass whose values are compared and hashed by their fields, given by keyword."""
    if cls is None:
        return lambda cls: _make(cls, kw_only=kw_only)
    return _make(cls, kw_only=kw_only)


def _make(cls: type[T], *, kw_only: bool) -> type[T]:
    types = get_annotations(cls)
    content = {name: each for name, each in cls.__dict__.items() if name not in UNSLOTTED}
    defaults = {name: content.pop(name) for name in types if name in content}
    inherited = _find_declared(cls)
    content |= {"__slots__": tuple(name for name in types if name not in inherited), **FROZEN}
    content["__dataclass_fields__"] = Declared(types, defaults, inherited, kw_only=kw_only)
    made: Any = type(cls.__name__, cls.__bases__, content)
    made.__qualname__ = cls.__qualname__
    for name, write in WRITERS.items():
        if name not in content:
            setattr(made, name, _write_later(made, name, write))
    same: type[T] = made
    return same


class Declared:
    """The fields of a class as they were declared; `dataclasses` finds them where it keeps its own."""

    def __init__(
        self,
        types: Mapping[str, Any],
        defaults: Mapping[str, Any],
        inherited: Mapping[str, Field[Any]],
        *,
        kw_only: bool,
    ) -> None:
        self._types = types
        self._defaults = defaults
        self._inherited = inherited
        self._kw_only = kw_only
        self._fields: dict[str, Field[Any]] | None = None

    def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
        if self._fields is None:
            content = {**self._defaults, "__annotations__": dict(self._types), "__doc__": ""}
            plain: Any = dataclass(init=False, repr=False, eq=False, kw_only=self._kw_only)(type("_", (), content))
            self._fields = {**self._inherited, **plain.__dataclass_fields__}
        return self._fields


def _find_declared(cls: type) -> dict[str, Field[Any]]:
    found: dict[str, Field[Any]] = getattr(cls, "__dataclass_fields__", {})
    return found


def fields(cls: type) -> list[Field[Any]]:
    """Return the fields of a value's class, in order."""
    return list(_find_declared(cls).values())


def _write_later(cls: type, name: str, write: Callable[[type, str], Any]) -> Any:
    """Return a method that puts the true one in its own place, once it is called."""

    def method(self: Any, *args: Any, **values: Any) -> Any:
        setattr(cls, name, write(cls, name))
        return getattr(cls, name)(self, *args, **values)

    return method


def _write_init(cls: type, name: str) -> Any:
    names: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = [], []
    for each in fields(cls):
        source = each.name
        if each.default is not MISSING:
            names[f"default_{each.name}"] = each.default
            parameters.append(f"{each.name}=default_{each.name}")
        elif each.default_factory is not MISSING:
            names[f"make_{each.name}"] = each.default_factory
            parameters.append(f"{each.name}=MISSING")
            source = f"make_{each.name}() if {each.name} is MISSING else {each.name}"
        else:
            parameters.append(each.name)
        # What a slot itself offers is the quickest way past the rule that nothing is set.
        names[f"set_{each.name}"] = getattr(cls, each.name).__set__
        lines.append(f"set_{each.name}(self, {source})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    star = ["*"] if any(each.kw_only for each in fields(cls)) else []
    head = f"def __init__({', '.join(['self', *star, *parameters])}):"
    return _compile(cls, name, [head, *(lines or ["pass"])], names)


def _write_repr(cls: type, name: str) -> Any:
    shown = ", ".join(f"{each.name}={{self.{each.name}!r}}" for each in fields(cls) if each.repr)
    return _compile(cls, name, ["def __repr__(self):", f"return f'{cls.__qualname__}({shown})'"], {})


def _write_eq(cls: type, name: str) -> Any:
    test = " and ".join(f"self.{each.name} == other.{each.name}" for each in _compared(cls)) or "True"
    lines = ["if other.__class__ is not self.__class__:", "    return NotImplemented", f"return {test}"]
    return _compile(cls, name, ["def __eq__(self, other):", *lines], {})


def _write_hash(cls: type, name: str) -> Any:
    values = "".join(f"self.{each.name}, " for each in _compared(cls))
    return _compile(cls, name, ["def __hash__(self):", f"return hash(({values}))"], {})


WRITERS = {"__init__": _write_init, "__repr__": _write_repr, "__eq__": _write_eq, "__hash__": _write_hash}


def _refuse(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"'{name}' of {type(self).__name__} is never changed")


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, each.name) for each in fields(type(self))]


def _set_state(self: Any, state: list[Any]) -> None:
    for each, content in zip(fields(type(self)), state, strict=True):
        object.__setattr__(self, each.name, content)


FROZEN = {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _get_state, "__setstate__": _set_state}


def _compared(cls: type) -> list[Field[Any]]:
    return [each for each in fields(cls) if each.compare]


def _compile(cls: type, name: str, lines: list[str], names: dict[str, Any]) -> Any:
    """Return the method that some lines, the first of them its head, are the text of."""
    text = "\n    ".join(lines)
    exec(compile(text, f"<{cls.__module__}.{cls.__qualname__}.{name}>", "exec"), names)
    method = names[name]
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    return method
