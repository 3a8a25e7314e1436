"""A shape becomes the shape of what one file says of it: every field may be left out, null clears."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from typing import Annotated, Any, NotRequired, get_args, get_origin, get_type_hints

from pydantic import ConfigDict
from typing_extensions import TypedDict

from sitegen.model.fields import Flag, Id, Text
from sitegen.model.items import ITEM_SHAPES, Item, Option
from sitegen.model.project import Aspects, Budget, PlanHead, UpdateHead
from sitegen.model.shape import shape
from sitegen.model.words import Register, Side


@shape
class Reason:
    """What an update may add to an item's fields: the reason for the change, or that it mends a mistype."""

    why: Text | None = None
    """The reason for this change."""
    side: Side | None = None
    """With whom the reason lay."""
    correction: Flag = False
    """Whether the last change was mistyped: this value counts as though it had been given then."""


REASON_KEYS = tuple(field.name for field in fields(Reason))

UPDATE_META = ("headline", "author", "visibility", "draft", "internal")
"""Keys of an update that speak of the update itself; the others speak of the project."""

_OVERLAID = (Option, Aspects, Budget)


@lru_cache(maxsize=64)
def make_patch_type(shape: Any, *, with_reasons: bool = False) -> Any:
    """Return the `TypedDict` of what a file may say of a shape; inner maps that are overlaid become patches too."""
    hints = get_type_hints(shape, include_extras=True)
    required = find_required(shape)
    entries = {name: _patched(hint) if name in required else _patched(hint) | None for name, hint in hints.items()}
    if with_reasons:
        entries |= get_type_hints(Reason, include_extras=True)
    make: Any = TypedDict  # the fields are known only at run time
    patch = make(f"{shape.__name__}Patch", entries, total=False)
    patch.__pydantic_config__ = ConfigDict(extra="forbid")
    patch.__doc__ = shape.__doc__
    return patch


def make_register_type(register: Register, *, in_update: bool) -> Any:
    """Return the type of a register in a file: a map of item id to what is said of it."""
    item: Any = ITEM_SHAPES[register]
    patch: Any = make_patch_type(item, with_reasons=in_update)
    return dict[Id, patch]


def find_required(shape: type) -> frozenset[str]:
    """Return the names of the fields that a shape can't be without."""
    return frozenset(
        field.name for field in fields(shape) if field.default is MISSING and field.default_factory is MISSING
    )


def overlay(old: Mapping[str, Any], patch: Mapping[str, Any]) -> dict[str, Any]:
    """Lay the given fields over the old ones: null clears, inner maps key by key, lists are replaced."""
    merged = dict(old)
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        elif isinstance(value, Mapping):
            merged[name] = overlay(merged.get(name) or {}, value)
        else:
            merged[name] = value
    return merged


def build_item(shape: type[Item], values: Mapping[str, Any]) -> Item:
    """Make an item of its fields as folded; options become `Option` values, what is not given its default."""
    own = {name: value for name, value in values.items() if name not in REASON_KEYS}
    if "options" in own:
        own["options"] = {key: Option(**option) for key, option in own["options"].items()} or None
    return shape(**own)


def _patched(hint: Any) -> Any:
    """Replace the shapes that are overlaid key by key with their patches, wherever a type holds them."""
    if hint in _OVERLAID:
        return make_patch_type(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated or not arguments:
        return hint
    if origin in {Mapping, dict} or str(origin).endswith("Mapping'>"):
        key: Any = arguments[0]
        patch: Any = _patched(arguments[1]) | None
        return dict[key, patch] if arguments[1] is Option else hint
    if type(None) in arguments:
        inner = [_patched(part) for part in arguments if part is not type(None)]
        united: Any = inner[0]
        for part in inner[1:]:
            united = united | part
        return united | None
    return hint


@lru_cache(maxsize=1)
def make_plan_type() -> Any:
    """Return the `TypedDict` of a whole project.yml: the head's fields and the registers."""
    hints = get_type_hints(PlanHead, include_extras=True)
    required = find_required(PlanHead)
    entries: dict[str, Any] = {name: hint if name in required else NotRequired[hint] for name, hint in hints.items()}
    entries |= {register.value: NotRequired[make_register_type(register, in_update=False)] for register in Register}
    return _make_file_type("Plan", entries)


@lru_cache(maxsize=1)
def make_update_type() -> Any:
    """Return the `TypedDict` of an update's whole front matter."""
    hints = get_type_hints(UpdateHead, include_extras=True)
    entries: dict[str, Any] = {name: NotRequired[_patched(hint) | None] for name, hint in hints.items()}
    registers = {register: make_register_type(register, in_update=True) for register in Register}
    entries |= {register.value: NotRequired[shape | None] for register, shape in registers.items()}
    return _make_file_type("Update", entries)


def _make_file_type(name: str, entries: dict[str, Any]) -> Any:
    make: Any = TypedDict
    file_type = make(name, entries)
    file_type.__pydantic_config__ = ConfigDict(extra="forbid")
    return file_type
