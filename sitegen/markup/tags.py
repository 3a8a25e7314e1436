"""Sanitised HTML becomes its tags and texts, and attributes become text again."""

import re
from collections.abc import Iterator
from html import escape, unescape

ATTRIBUTES = r'((?: [^\s"<>=]+="[^"]*")*)'
"""As the sanitiser writes them: double quotes, no quote within them."""

OPENED = "h[1-6]|a|img|input|li|pre|table|thead|tr|td|th"
CLOSED = "h[1-6]|a|table|thead|tr|th"
"""The elements whose start or end tags are written anew."""

TAG = re.compile(rf"<(?:/({CLOSED})|((?:{OPENED})(?=[ >])|[a-z][a-z0-9]*(?= )){ATTRIBUTES})>")
"""A tag that is written anew: of such an element, or with attributes."""

PLAIN = re.compile(r"</?[a-z][a-z0-9]*>")
"""A tag that stays as it is."""

ATTRIBUTE = re.compile(r' ([^\s"<>=]+)="([^"]*)"')

Token = tuple[str, str | None, str | None, str | None]
"""HTML whose tags stay as they are; then an end tag's name, or a start tag's name and its attributes as written."""


def read_tags(html: str) -> Iterator[Token]:
    """Part sanitised HTML into the tags that are written anew, each with what stands before it."""
    parts = TAG.split(html)
    yield from zip(parts[0:-1:4], parts[1::4], parts[2::4], parts[3::4], strict=True)
    yield parts[-1], None, None, None


def read_attributes(attributes: str) -> dict[str, str]:
    """Return attributes by name, their values as plain text."""
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(attributes)} if attributes else {}


def format_tag(name: str, attributes: dict[str, str]) -> str:
    """Write a start tag."""
    if not attributes:
        return f"<{name}>"
    written = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>"


def is_blank(html: str) -> bool:
    """Tell whether HTML whose tags stay as they are shows nothing."""
    text = html.strip()
    if "<" in text:
        text = PLAIN.sub("", text).strip()
    return not text or ("&" in text and not unescape(text).strip())
