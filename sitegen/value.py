"""A class with fields becomes a value: equal by its fields, and never changed.

It is a frozen dataclass whose methods are written when they are called, and whose fields are told to `dataclasses` when
that asks. `dataclass` itself makes each class twice and compiles six methods for it: with some three hundred classes, a
third of the time in which a build starts.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from functools import cached_property
from inspect import get_annotations
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, dataclass_transform, overload

__all__ = ["replace", "value"]

if TYPE_CHECKING:
    from dataclasses import replace  # whose use is checked
else:

    def replace(old: Any, /, **changes: Any) -> Any:
        """Return a value with some fields changed, several times faster than `dataclasses` would."""
        return old.__replace__(**changes)


T = TypeVar("T")

UNSLOTTED = ("__dict__", "__weakref__")
"""What a class without slots holds besides its own."""

FEW = 32
"""A class of which no more values are made is not worth the time that a constructor of its own takes to compile."""


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


def _make(cls: type, *, kw_only: bool) -> type:
    types = get_annotations(cls)
    content = {name: each for name, each in cls.__dict__.items() if name not in UNSLOTTED}
    defaults = {name: content.pop(name) for name in types if name in content}
    declared = Declared(types, defaults, _find_declared(cls), kw_only=kw_only)
    content |= {"__slots__": declared.slots, "__dataclass_fields__": declared, **FROZEN}
    made = type(cls.__name__, cls.__bases__, content)
    made.__qualname__ = cls.__qualname__
    for name, write in WRITERS.items():
        if name not in content:
            setattr(made, name, _write_later(made, name, write))
    made.__init__ = _write_first_init(made, declared)  # type: ignore[misc]
    return made


class Part(NamedTuple):
    """One field, as its class declares it."""

    name: str
    default: Any
    make: Any
    """What makes the default of each value; `MISSING`, as a default, where there is none."""
    is_shown: bool = True
    is_compared: bool = True


class Declared:
    """The fields of a class as they were declared; it stands where `dataclasses` looks for its own."""

    def __init__(
        self, types: Mapping[str, Any], defaults: Mapping[str, Any], above: "Declared | None", *, kw_only: bool
    ) -> None:
        self.kw_only = kw_only
        self._types = types
        self._defaults = defaults
        self._above = above

    @property
    def slots(self) -> tuple[str, ...]:
        """The fields that no class above has."""
        return (
            tuple(name for name in self._types if name not in self._above.names) if self._above else tuple(self._types)
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of all fields, in order."""
        return tuple(dict.fromkeys((*self._above.names, *self._types))) if self._above else tuple(self._types)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All fields, in order."""
        above = {part.name: part for part in self._above.parts} if self._above else {}
        own = {name: self._read(name, self._defaults.get(name, MISSING)) for name in self._types}
        return tuple((above | own).values())

    def _read(self, name: str, default: Any) -> Part:
        if isinstance(default, Field):
            return Part(name, default.default, default.default_factory, default.repr, default.compare)
        return Part(name, default, MISSING)

    @cached_property
    def fields(self) -> dict[str, Field[Any]]:
        """The fields by name, as `dataclasses` would have made them."""
        content = {**self._defaults, "__annotations__": dict(self._types), "__doc__": "The same fields."}
        plain: Any = dataclass(init=False, repr=False, eq=False, kw_only=self.kw_only)(type("_", (), content))
        above = self._above.fields if self._above else {}
        return {**above, **plain.__dataclass_fields__}

    def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
        return self.fields


def _find_declared(cls: type) -> Declared | None:
    found = (base.__dict__.get("__dataclass_fields__") for base in cls.__mro__)
    return next((each for each in found if isinstance(each, Declared)), None)


def _list_parts(cls: type) -> tuple[Part, ...]:
    declared = _find_declared(cls)
    return declared.parts if declared else ()


def _write_later(cls: type, name: str, write: Callable[[type, str], Any]) -> Any:
    """Return a method that puts the true one in its own place, once it is called."""

    def method(self: Any, *args: Any, **values: Any) -> Any:
        setattr(cls, name, write(cls, name))
        return getattr(cls, name)(self, *args, **values)

    return method


def _write_first_init(cls: type, declared: Declared) -> Any:
    """Return a slow constructor, which after a few values, or called in another way, puts the true one in its place."""
    setters: tuple[tuple[Any, Part], ...] = ()
    made: Any = cls
    left = FEW

    def init(self: Any, *args: Any, **values: Any) -> None:
        nonlocal left, setters
        left -= 1
        if not setters:
            setters = tuple((getattr(cls, part.name).__set__, part) for part in declared.parts)
        if left and not args and _fill(self, setters, values):
            if hasattr(cls, "__post_init__"):
                self.__post_init__()
            return
        made.__init__ = _write_init(cls, declared)
        made.__init__(self, *args, **values)

    return init


def _fill(self: Any, setters: tuple[tuple[Any, Part], ...], values: dict[str, Any]) -> bool:
    """Set all fields; tell whether the values that were given were what they need."""
    used = 0
    for put, part in setters:
        if part.name in values:
            put(self, values[part.name])
            used += 1
        elif part.make is not MISSING:
            put(self, part.make())
        elif part.default is not MISSING:
            put(self, part.default)
        else:
            return False
    return used == len(values)


def _write_init(cls: type, declared: Declared) -> Any:
    names: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = [], []
    for part in declared.parts:
        source = part.name
        if part.default is not MISSING:
            names[f"default_{part.name}"] = part.default
            parameters.append(f"{part.name}=default_{part.name}")
        elif part.make is not MISSING:
            names[f"make_{part.name}"] = part.make
            parameters.append(f"{part.name}=MISSING")
            source = f"make_{part.name}() if {part.name} is MISSING else {part.name}"
        else:
            parameters.append(part.name)
        # What a slot itself offers is the quickest way past the rule that nothing is set.
        names[f"set_{part.name}"] = getattr(cls, part.name).__set__
        lines.append(f"set_{part.name}(self, {source})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    star = ["*"] if declared.kw_only and parameters else []
    head = f"def __init__({', '.join(['self', *star, *parameters])}):"
    return _compile(cls, "__init__", [head, *(lines or ["pass"])], names)


def _write_repr(cls: type, name: str) -> Any:
    shown = ", ".join(f"{part.name}={{self.{part.name}!r}}" for part in _list_parts(cls) if part.is_shown)
    return _compile(cls, name, ["def __repr__(self):", f"return f'{cls.__qualname__}({shown})'"], {})


def _write_eq(cls: type, name: str) -> Any:
    test = " and ".join(f"self.{each} == other.{each}" for each in _list_compared(cls)) or "True"
    lines = ["if other.__class__ is not self.__class__:", "    return NotImplemented", f"return {test}"]
    return _compile(cls, name, ["def __eq__(self, other):", *lines], {})


def _write_hash(cls: type, name: str) -> Any:
    values = "".join(f"self.{each}, " for each in _list_compared(cls))
    return _compile(cls, name, ["def __hash__(self):", f"return hash(({values}))"], {})


def _write_replace(cls: type, name: str) -> Any:
    values = ", ".join(f"{part.name!r}: self.{part.name}" for part in _list_parts(cls))
    line = f"return self.__class__(**{{{values}, **changes}})"
    return _compile(cls, name, ["def __replace__(self, /, **changes):", line], {})


WRITERS = {"__repr__": _write_repr, "__eq__": _write_eq, "__hash__": _write_hash, "__replace__": _write_replace}


def _list_compared(cls: type) -> list[str]:
    return [part.name for part in _list_parts(cls) if part.is_compared]


def _refuse(self: Any, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"'{name}' of {type(self).__name__} is never changed")


def _get_state(self: Any) -> list[Any]:
    return [getattr(self, part.name) for part in _list_parts(type(self))]


def _set_state(self: Any, state: list[Any]) -> None:
    for part, content in zip(_list_parts(type(self)), state, strict=True):
        object.__setattr__(self, part.name, content)


FROZEN = {"__setattr__": _refuse, "__delattr__": _refuse, "__getstate__": _get_state, "__setstate__": _set_state}


def _compile(cls: type, name: str, lines: list[str], names: dict[str, Any]) -> Any:
    """Return the method that some lines, the first of them its head, are the text of."""
    text = "\n    ".join(lines)
    exec(compile(text, f"<{cls.__module__}.{cls.__qualname__}.{name}>", "exec"), names)
    method = names[name]
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    return method
