"""The declarations that decode a kind of file become its JSON Schema, for editors and programs."""

import ast
import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from sitegen.model.items import ITEM_SHAPES
from sitegen.model.keys import Key, Keys, Nullable, find_keys
from sitegen.model.kinds import KINDS, Kind
from sitegen.model.patches import Reason, find_required
from sitegen.model.reading import Checked, Reading, Shorthand
from sitegen.model.words import Register

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL: Schema = {"type": "null"}


def describe_schema(kind: str) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a kind of file; `KeyError` where there is no such kind."""
    wanted = KINDS[kind]
    description = _Description(wanted)
    shape = wanted.make()
    keys = find_keys(shape) if isinstance(shape, type) and is_dataclass(shape) else shape
    body = description.describe_keys(keys) if isinstance(keys, Keys) else description.describe(shape)
    about = {"$schema": DIALECT, "title": wanted.title, "description": wanted.description}
    return about | {key: value for key, value in body.items() if key not in about} | {"$defs": description.definitions}


class _Description:
    """Describes the types of one kind of file; those with a name once, among the definitions."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.definitions: dict[str, Schema] = {}

    def describe(self, hint: Any) -> Schema:
        """Describe a type."""
        if isinstance(hint, Keys):
            return self._refer(hint.name, lambda: self.describe_keys(hint))
        if isinstance(hint, type) and is_dataclass(hint):
            return self.describe(find_keys(hint))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self._refer(hint.__name__, lambda: _describe_words(hint))
        if isinstance(hint, Nullable):
            return _or_null(self.describe(hint.hint))
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._describe_annotated(parts[0], parts[1])
        if origin is Literal:
            return {"type": "string"} | ({"const": parts[0]} if len(parts) == 1 else {"enum": list(parts)})
        if origin in {Union, UnionType}:
            others = [self.describe(part) for part in parts if part is not NoneType]
            described = others[0] if len(others) == 1 else {"oneOf": others}
            return described if len(others) == len(parts) else _or_null(described)
        if origin is tuple:
            return {"type": "array", "items": self.describe(parts[0])}
        names = {key: part for key, part in self.describe(parts[0]).items() if key in {"pattern", "enum"}}
        allowed = {"propertyNames": names} if names else {}
        return {"type": "object", **allowed, "additionalProperties": self.describe(parts[1])}

    def _describe_annotated(self, hint: Any, about: Reading | Checked | Shorthand) -> Schema:
        if isinstance(about, Reading):
            return dict(about.schema)
        if isinstance(about, Shorthand):
            return {"anyOf": [dict(about.schema), self.describe(hint)]}
        return {**self.describe(hint), **about.schema}

    def _refer(self, name: str, describe: Callable[[], Schema]) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = describe()
        return {"$ref": f"#/$defs/{name}"}

    def describe_keys(self, keys: Keys) -> Schema:
        """Describe an object: what each key means, and which must be there."""
        is_whole = keys.makes is not None or not self.kind.is_update
        required = sorted(find_required(keys.shape)) if is_whole else []
        docs = {**_describe_registers(), **_read_docs(Reason), **_read_docs(keys.shape)}
        properties = {
            entry.key: {"description": docs[entry.key]} | self._describe_key(entry, is_required=entry.name in required)
            for entry in keys.entries
        }
        described = {"title": keys.shape.__name__, "type": "object", "additionalProperties": False}
        doc = {"description": keys.shape.__doc__}
        return described | doc | {"properties": properties} | ({"required": required} if required else {})

    def _describe_key(self, key: Key, *, is_required: bool) -> Schema:
        """Describe a key's value; where it needs none it may be empty."""
        schema = self.describe(key.hint)
        default = key.default.value if isinstance(key.default, Enum) else key.default
        shown = {"default": default} if _is_written_so(default, schema) else {}
        return (schema if self.kind.is_update or is_required else _or_null(schema)) | shown


def _describe_words(words: type[Enum]) -> Schema:
    return {
        "title": words.__name__,
        "description": words.__doc__,
        "type": "string",
        "enum": [word.value for word in words],
    }


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


@lru_cache(maxsize=128)
def _read_docs(shape: type) -> Mapping[str, str]:
    """Return by key what stands under each field of a shape, inherited fields included."""
    bases = (base for base in reversed(shape.__mro__) if is_dataclass(base))
    return {key: text for base in bases for key, text in _read_module(base.__module__).get(base.__name__, {}).items()}


@lru_cache(maxsize=16)
def _read_module(name: str) -> Mapping[str, dict[str, str]]:
    source = inspect.getsource(sys.modules[name])
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return {node.name: dict(_read_class(node)) for node in classes}


def _read_class(node: ast.ClassDef) -> list[tuple[str, str]]:
    """Return the fields of a class that a docstring follows, by the key that content uses."""
    return [
        (field.target.id.rstrip("_"), inspect.cleandoc(text.value.value))
        for field, text in pairwise(node.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    ]
