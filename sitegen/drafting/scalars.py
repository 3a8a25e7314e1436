"""Values become YAML that reads as the same values: plain where that is safe, else in double quotes."""

import re
from collections.abc import Mapping
from datetime import date

from sitegen.model import Due, Number

Scalar = str | Number | date | Due | None

_PLAIN = re.compile(r"[^\W_]([\w ./()’–—%-]*[\w./()’–—%-])?")
_NULLS = frozenset({"null", "Null", "NULL"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def format_scalar(value: Scalar) -> str:
    """Write a value as YAML on one line; nothing for None."""
    if value is None:
        return ""
    text = str(value)
    if _PLAIN.fullmatch(text) and text.isprintable() and text not in _NULLS:
        return text
    return '"' + "".join(_ESCAPES.get(char) or _escape(char) for char in text) + '"'


def format_flow(values: Mapping[str, Scalar]) -> str:
    """Write keys with values in braces."""
    return "{" + ", ".join(f"{key}: {format_scalar(value)}" for key, value in values.items()) + "}"


def _escape(char: str) -> str:
    """Write a character that no text file should hold by its number; half of a pair stands for nothing."""
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
