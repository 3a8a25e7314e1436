"""Sanitised HTML becomes its tags and texts, and attributes become text again."""

import re
from collections.abc import Iterator
from html import escape, unescape

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [^\s"<>=]+="[^"]*")*)>')
"""A tag as the sanitiser writes it: double quotes, no quote within them. A `<` outside such a tag is text."""

ATTRIBUTE = re.compile(r' ([^\s"<>=]+)="([^"]*)"')

Token = tuple[str, str, str, str]
"""The text before a tag, `/` for an end tag, the tag's name, its attributes as written. The last has no name."""


def read_tags(html: str) -> Iterator[Token]:
    """Part sanitised HTML into its tags, each with the text before it."""
    parts = TAG.split(html)
    yield from zip(parts[0:-1:4], parts[1::4], parts[2::4], parts[3::4], strict=True)
    yield parts[-1], "", "", ""


def read_attributes(attributes: str) -> dict[str, str]:
    """Return attributes by name, their values as plain text."""
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(attributes)}


def format_tag(name: str, attributes: dict[str, str]) -> str:
    """Write a start tag."""
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>"


def is_blank(text: str) -> bool:
    """Tell whether escaped text shows nothing."""
    return not text.strip() or ("&" in text and not unescape(text).strip())
