"""What a shape is in a file: its keys, and the type of the value of each."""

from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields
from typing import Any, NamedTuple


class Key(NamedTuple):
    """One key."""

    key: str
    """As content writes it."""
    name: str
    """The field's name, which ends in `_` where Python keeps the word for itself."""
    hint: Any
    is_required: bool = False
    default: Any = MISSING


@dataclass(frozen=True, slots=True, eq=False)
class Keys:
    """All keys that something may have."""

    name: str
    shape: type
    """Whose fields they are, or, of a patch, would be."""
    entries: tuple[Key, ...]
    makes: type | None = None
    """What is made of the values; None where they stay a map."""

    @property
    def known(self) -> frozenset[str]:
        """The keys themselves."""
        return frozenset(entry.key for entry in self.entries)


class Nullable(NamedTuple):
    """The type of what may also be null, as `X | None` is for types that are made while the program runs."""

    hint: Any


def find_keys(shape: type) -> Keys:
    """Return the keys of a shape."""
    return Keys(shape.__name__, shape, tuple(list_keys(shape)), makes=shape)


def list_keys(shape: type) -> Iterable[Key]:
    """Go through a shape's keys, in the order of its fields."""
    for field in fields(shape):
        is_required = field.default is MISSING and field.default_factory is MISSING
        yield Key(field.name.rstrip("_"), field.name, field.type, is_required, field.default)
