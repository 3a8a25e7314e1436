"""A class with fields becomes a frozen shape: one declaration for reading and for its schema."""

from typing import TypeVar, dataclass_transform

from sitegen.value import value

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def shape(cls: type[T]) -> type[T]:
    """Make a frozen, slotted, keyword-only dataclass that is read from a file."""
    return value(cls)
