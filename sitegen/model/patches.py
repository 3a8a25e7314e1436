"""A shape becomes the shape of what one file says of it: every field may be left out, null clears."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from functools import lru_cache
from types import GenericAlias
from typing import Any

from sitegen.model.fields import Flag, Id, Text
from sitegen.model.items import ITEM_SHAPES, Item, Option
from sitegen.model.keys import Key, Keys, Nullable, list_keys
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

_OVERLAID: Mapping[Any, type] = {Aspects | None: Aspects, Budget | None: Budget}
"""The types of fields that are laid over key by key, and the shape of what they hold."""
_OPTIONS = Mapping[Id, Option] | None


def make_patch_keys(shape: type, *, with_reasons: bool = False) -> Keys:
    """Return the keys of what a file may say of a shape; inner maps that are overlaid become patches too."""
    entries = [*_loosen(shape), *(list_keys(Reason) if with_reasons else ())]
    return Keys(f"{shape.__name__}Patch", shape, tuple(entries))


def _loosen(shape: type) -> Iterable[Key]:
    """Go through the keys of a shape, none of them required; a field that it can be without may be null."""
    for key in list_keys(shape):
        hint = _patched(key.hint)
        yield Key(key.key, key.name, hint if key.is_required else Nullable(hint))


def _patched(hint: Any) -> Any:
    """Replace the shapes that are overlaid key by key with their patches, alone or in a map of them."""
    if hint == _OPTIONS:
        return GenericAlias(dict, (Id, Nullable(make_patch_keys(Option))))
    return make_patch_keys(_OVERLAID[hint]) if hint in _OVERLAID else hint


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
        elif isinstance(value, dict):
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


@lru_cache(maxsize=1)
def make_plan_keys() -> Keys:
    """Return the keys of a whole project.yml: the head's fields and the registers."""
    registers = (_make_register_key(register, in_update=False) for register in Register)
    return Keys("Plan", PlanHead, (*list_keys(PlanHead), *registers))


@lru_cache(maxsize=1)
def make_update_keys() -> Keys:
    """Return the keys of an update's whole front matter."""
    registers = (_make_register_key(register, in_update=True) for register in Register)
    return Keys("Update", UpdateHead, (*_loosen(UpdateHead), *registers))


def _make_register_key(register: Register, *, in_update: bool) -> Key:
    """Return the key of a register in a file, which holds what is said of each item by its id."""
    patch = make_patch_keys(ITEM_SHAPES[register], with_reasons=in_update)
    return Key(register.value, register.value, Nullable(GenericAlias(dict, (Id, patch))))
