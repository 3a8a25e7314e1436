"""The declarations that decode a kind of file become its JSON Schema, for editors and programs."""

import ast
import inspect
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import lru_cache
from itertools import pairwise
from types import ModuleType
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from sitegen.model import imports, items, patches, project, site, snapshot, survey
from sitegen.model.items import ITEM_SHAPES
from sitegen.model.kinds import KINDS, Kind
from sitegen.model.patches import find_required
from sitegen.model.words import Register

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL: Schema = {"type": "null"}
_MODULES = (imports, items, patches, project, site, snapshot, survey)


def describe_schema(kind: str) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a kind of file; `KeyError` where there is no such kind."""
    wanted = KINDS[kind]
    raw: Schema = _mend(TypeAdapter(wanted.make()).json_schema(schema_generator=_Generator))
    definitions: Mapping[str, Schema] = raw.pop("$defs", {})
    _finish(raw, wanted.head, wanted)
    for name, definition in definitions.items():
        shape = name.removesuffix("Patch")
        definition["title"] = shape
        if not wanted.is_update and name != shape:
            definition["required"] = sorted(find_required(_shapes()[shape]))
        _finish(definition, shape, wanted)
    about = {"$schema": DIALECT, "title": wanted.title, "description": wanted.description}
    return about | {key: value for key, value in raw.items() if key not in about} | {"$defs": definitions}


class _Generator(GenerateJsonSchema):
    """Passes over defaults that are values of ours, which JSON has no words for."""

    ignored_warning_kinds = {"non-serializable-default", "skipped-choice"}  # noqa: RUF012  declared so upstream


def _mend(schema: Any) -> Any:
    """Say in the plainest way what the generator said: no titles that repeat a key, ids by a pattern of names."""
    if isinstance(schema, list):
        return [_mend(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    mended = {key: _mend(value) for key, value in schema.items() if key != "discriminator"}
    for name, value in mended.get("properties", {}).items():
        mended["properties"][name] = {key: part for key, part in value.items() if key != "title"}
    if patterns := mended.pop("patternProperties", None):
        ((pattern, values),) = patterns.items()
        mended |= {"propertyNames": {"pattern": pattern}, "additionalProperties": values}
    if _NULL in mended.get("anyOf", ()):
        others = [part for part in mended.pop("anyOf") if part != _NULL]
        return _or_null(others[0] if len(others) == 1 else {"anyOf": others}) | mended
    return mended


def _finish(schema: Schema, shape: str, kind: Kind) -> None:
    """Tell what each key of an object means, and let those that need no value be empty."""
    docs = _describe_registers() | _read_docs()["Reason"] | _read_docs().get(shape, {})
    properties: dict[str, Schema] = schema.get("properties", {})
    for name, value in properties.items():
        default = value.pop("default", None)
        is_required = name in schema.get("required", ())
        allowed = value if kind.is_update or is_required else _or_null(value)
        properties[name] = {"description": docs[name]} | allowed
        if _is_written_so(default, value):
            properties[name]["default"] = default


def _is_written_so(default: object, schema: Schema) -> bool:
    """Tell whether a default is in a file what it is when decoded: 7 is not, for `7d`."""
    if isinstance(default, bool | str):
        return True
    return isinstance(default, int | float) and schema.get("type") in {"number", "integer"}


def _or_null(schema: Schema) -> Schema:
    """Allow null too."""
    if "const" in schema:
        schema = {key: value for key, value in schema.items() if key != "const"} | {"enum": [schema["const"]]}
    if "type" not in schema:
        others = schema.get("anyOf", [schema])
        return {"anyOf": [*others, _NULL]} if _NULL not in others else schema
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if "null" in types:
        return schema
    return schema | {"type": [*types, "null"]} | ({"enum": [*schema["enum"], None]} if "enum" in schema else {})


def _describe_registers() -> dict[str, str]:
    told = {register: str(ITEM_SHAPES[register].__doc__) for register in Register}
    return {register.value: f"By id: {text[0].lower()}{text[1:]}" for register, text in told.items()}


@lru_cache(maxsize=1)
def _shapes() -> Mapping[str, type]:
    """Return every shape of the model by its name."""
    return {
        name: value
        for module in _MODULES
        for name, value in vars(module).items()
        if is_dataclass(value) and isinstance(value, type) and hasattr(value, "__pydantic_config__")
    }


@lru_cache(maxsize=1)
def _read_docs() -> Mapping[str, dict[str, str]]:
    """Return by shape and key what stands under each field, inherited fields included."""
    own: dict[str, dict[str, str]] = {}
    for module in _MODULES:
        own |= _read_module(module)
    return {
        name: {key: text for base in reversed(shape.__mro__) for key, text in own.get(base.__name__, {}).items()}
        for name, shape in _shapes().items()
    }


def _read_module(module: ModuleType) -> dict[str, dict[str, str]]:
    classes = [node for node in ast.parse(inspect.getsource(module)).body if isinstance(node, ast.ClassDef)]
    return {node.name: dict(_read_class(node)) for node in classes}


def _read_class(node: ast.ClassDef) -> list[tuple[str, str]]:
    """Return the fields of a class that a docstring follows, by the key that content uses."""
    return [
        (field.target.id.rstrip("_"), inspect.cleandoc(text.value.value))
        for field, text in pairwise(node.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    ]
