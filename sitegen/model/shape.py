"""A class with fields becomes a frozen shape: one declaration for reading and for its schema."""

from typing import TypeVar, dataclass_transform

from pydantic import ConfigDict

from sitegen.value import value

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def shape(cls: type[T]) -> type[T]:
    """Make a frozen, slotted, keyword-only dataclass that refuses unknown keys when it is decoded."""
    cls.__pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[attr-defined]
    return value(cls)
