"""A file's text becomes what an editor with a YAML language server says of it."""

import re
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker

from sitegen.model import describe_schema


class _EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do, by version 1.2: `off` and dates are text, numbers are numbers."""


_EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?[0-9]+\.[0-9]*"),
):
    _EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)


def read_as_editors_do(text: str) -> Any:
    front = re.match(r"---\n(.*?)^---$", text, re.DOTALL | re.MULTILINE)
    data = yaml.load(front[1] if front else text, _EditorLoader)
    return _with_text_keys({} if data is None else data)


def _with_text_keys(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _with_text_keys(value) for key, value in data.items()}
    return [_with_text_keys(value) for value in data] if isinstance(data, list) else data


def find_faults(kind: str, text: str) -> list[str]:
    validator = Draft202012Validator(describe_schema(kind), format_checker=FormatChecker())
    return [error.message for error in validator.iter_errors(read_as_editors_do(text))]
