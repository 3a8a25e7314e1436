"""Text becomes YAML that reads as the same text: plain where nobody can misread it, else in double quotes."""

import re

_PLAIN = re.compile(r"[^\W\d_](?:[\w &.'()/+’–—%-]*[\w.)+’%])?|\d{4}-\d{2}-\d{2}|\d+[hdw]")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def format_text(text: str) -> str:
    """Write text as YAML on one line, as a value in a block or between braces."""
    if _PLAIN.fullmatch(text) and text.isprintable() and text.lower() not in _WORDS:
        return text
    return '"' + "".join(_ESCAPES.get(char) or _escape(char) for char in text) + '"'


def _escape(char: str) -> str:
    """Write a character that no text file should hold by its number; half of a pair stands for nothing."""
    if char.isprintable():
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\N{REPLACEMENT CHARACTER}"
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
