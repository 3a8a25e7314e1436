"""A type as it is declared becomes what reads a value of it, or tells all that is wrong in one."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from sitegen.model.faults import Fault, FaultsError, Form, fault
from sitegen.model.keys import Keys, Nullable, find_keys
from sitegen.problems import suggest

Read: TypeAlias = Callable[[Any], Any]

TAG = "type"
"""The key by which shapes that may stand at one place are told apart."""


class Reading:
    """Says how a value of one kind is read, and what an editor checks of it."""

    def __init__(self, read: Read, schema: Mapping[str, object]) -> None:
        self.read = read
        self.schema = schema


class Checked:
    """Says what is checked of a value once it is read, and what an editor checks."""

    def __init__(self, check: Read, schema: Mapping[str, object]) -> None:
        self.check = check
        self.schema = schema


class Shorthand:
    """Lets text or a list stand for a mapping: `end: 2026-12-04` for `end: {to: 2026-12-04}`."""

    def __init__(self, expand: Read, schema: Mapping[str, object]) -> None:
        self.expand = expand
        self.schema = schema


@lru_cache(maxsize=1024)
def find_reader(hint: Any, *, keeps_nulls: bool) -> Read:
    """Return what reads values of a type.

    In an update null clears (`keeps_nulls`); elsewhere a key without a value is one that was not filled in.
    """
    if isinstance(hint, Keys):
        return _read_keys(hint, hint.known, keeps_nulls=keeps_nulls)
    if isinstance(hint, type) and is_dataclass(hint):
        return find_reader(find_keys(hint), keeps_nulls=keeps_nulls)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _read_word({str(word.value): word for word in hint})
    if isinstance(hint, Nullable):
        return _read_or_null(find_reader(hint.hint, keeps_nulls=keeps_nulls))
    return _find_composed(get_origin(hint), get_args(hint), keeps_nulls=keeps_nulls)


def _find_composed(origin: Any, parts: tuple[Any, ...], *, keeps_nulls: bool) -> Read:
    """Return what reads values of a type that is made of others."""
    if origin is Annotated:
        return _find_annotated(parts[0], parts[1], keeps_nulls=keeps_nulls)
    if origin is Literal:
        return _read_word({word: word for word in parts})
    if origin in {Union, UnionType}:
        others = tuple(part for part in parts if part is not NoneType)
        read = _find_one_of(others, keeps_nulls=keeps_nulls)
        return read if len(others) == len(parts) else _read_or_null(read)
    read = find_reader(parts[0 if origin is tuple else 1], keeps_nulls=keeps_nulls)
    return _read_list(read) if origin is tuple else _read_map(find_reader(parts[0], keeps_nulls=keeps_nulls), read)


def _find_annotated(hint: Any, about: Reading | Checked | Shorthand, *, keeps_nulls: bool) -> Read:
    if isinstance(about, Reading):
        return about.read
    read = find_reader(hint, keeps_nulls=keeps_nulls)
    if isinstance(about, Checked):
        check = about.check
        return lambda value: check(read(value))
    return _read_shorthand(about.expand, read)


def _read_shorthand(expand: Read, read: Read) -> Read:
    def read_shorthand(value: Any) -> Any:
        if value is None or isinstance(value, dict):
            return read(value)
        expanded = expand(value)
        try:
            return read(expanded)
        except FaultsError as error:
            raise error.at_top() from None

    return read_shorthand


def _read_or_null(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _read_word(words: Mapping[str, Any]) -> Read:
    def read_word(value: Any) -> Any:
        try:
            return words[value]
        except (KeyError, TypeError):
            raise _refuse_word(value, words) from None

    return read_word


def _refuse_word(value: object, words: Mapping[str, Any]) -> FaultsError:
    known = ", ".join(words)
    if isinstance(value, str):
        return fault("bad-value", f"'{value}' is none of {known}{suggest(value, words)}", Form.CHOICE)
    return fault("bad-value", f"one of {known} is expected here", Form.CHOICE)


def _read_list(read: Read) -> Read:
    def read_list(data: Any) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise fault("bad-value", "must be a list, as [a, b]", Form.OWNER)
        found, faults = [], []
        for index, value in enumerate(data):
            try:
                found.append(read(value))
            except FaultsError as error:
                faults += error.under(index)
        if faults:
            raise FaultsError(faults)
        return tuple(found)

    return read_list


def _read_map(read_key: Read, read: Read) -> Read:
    def read_map(data: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        faults: list[Fault] = []
        for key, value in _expect_keys(data).items():
            name = key
            try:
                name = read_key(key)
            except FaultsError as error:
                faults += error.at_key(key)
            try:
                found[name] = read(value)
            except FaultsError as error:
                faults += error.under(key)
        if faults:
            raise FaultsError(faults)
        return found

    return read_map


def _find_one_of(shapes: tuple[Any, ...], *, keeps_nulls: bool) -> Read:
    """Return what reads one of several shapes, which their words for `type` tell apart."""
    if len(shapes) == 1:
        return find_reader(shapes[0], keeps_nulls=keeps_nulls)
    kinds = [find_keys(shape) for shape in shapes]
    known = frozenset().union(*(keys.known for keys in kinds))
    readers = {
        word: _read_keys(keys, known, keeps_nulls=keeps_nulls)
        for keys in kinds
        for entry in keys.entries
        if entry.key == TAG
        for word in get_args(entry.hint)
    }
    find_kind = _read_word(readers)

    def read_one(data: Any) -> Any:
        kind = _expect_keys(data).get(TAG)
        if kind is None:
            raise fault("missing-field", f"'{TAG}' is missing", Form.LACK)
        try:
            read = find_kind(kind)
        except FaultsError as error:
            raise FaultsError(error.under(TAG)) from None
        return read(data)

    return read_one


def _expect_keys(data: Any) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise fault("bad-value", "must hold keys with values", Form.OWNER)
    return data


def _read_keys(keys: Keys, known: frozenset[str], *, keeps_nulls: bool) -> Read:
    """Return what reads the keys of a shape; `known` are those of all shapes that may stand there.

    What reads a key is made when the key is first met: most are never, and a build of one project is over by then.
    """
    makes, own = keys.makes, keys.known
    readers: dict[str, Read] = {}

    def read_keys(data: Any) -> Any:
        given = _expect_keys(data)
        found: dict[str, Any] = {}
        faults: list[Fault] = []
        count = 0
        for key, name, hint, is_required, _ in keys.entries:
            if key in given:
                count += 1
                value = given[key]
                if value is not None or keeps_nulls:
                    if key not in readers:
                        readers[key] = find_reader(hint, keeps_nulls=keeps_nulls)
                    try:
                        found[name] = readers[key](value)
                    except FaultsError as error:
                        faults += error.under(key)
                    continue
            if is_required:
                faults.append(Fault("missing-field", f"'{key}' is missing", Form.LACK))
        if count < len(given):
            # An empty key of another shape that may stand here was not filled in either.
            unknown = (
                key for key in given if key not in own and (keeps_nulls or key not in known or given[key] is not None)
            )
            faults += [_refuse_key(key, known) for key in unknown]
        if faults:
            raise FaultsError(faults)
        return makes(**found) if makes else found

    return read_keys


def _refuse_key(key: str, known: frozenset[str]) -> Fault:
    return Fault("unknown-key", f"'{key}' is no key here{_hint_at(key, known - {key})}", Form.KEY, (key,))


def _hint_at(key: str, known: frozenset[str]) -> str:
    if ":" in key:
        return "; put a space after the ':'"
    if key.isdigit():
        return "; write numbers without ',', as 1200.5"
    return suggest(key, known) or (f"; known are {', '.join(sorted(known))}" if 0 < len(known) <= 8 else "")
