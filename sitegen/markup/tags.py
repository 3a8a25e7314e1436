"""Sanitised HTML becomes its tags and texts, and attributes become text again."""

import re
from collections.abc import Iterator
from functools import cache
from html import escape, unescape
from itertools import chain

ATTRIBUTES = r'((?: [^\s"<>=]+="[^"]*")*)'
"""As the sanitiser writes them: double quotes, no quote within them."""

OPENED = "h[1-6]|a|img|input|pre|table|thead|th"
CLOSED = "h[1-6]|a|table|thead|th"
"""The elements whose start or end tags are written anew."""

HEAD = re.compile(r"<thead[ >].*?</thead>", re.DOTALL)

PLAIN = re.compile(r"</?[a-z][a-z0-9]*>")
"""A tag that stays as it is."""

ATTRIBUTE = re.compile(r' ([^\s"<>=]+)="([^"]*)"')

Token = tuple[str, str | None, str | None, str | None]
"""HTML whose tags stay as they are; then an end tag's name, or a start tag's name and its attributes as written."""


def read_tags(html: str) -> Iterator[Token]:
    """Part sanitised HTML into the tags that are written anew, each with what stands before it.

    Items only matter to a box, rows and cells only to a header cell outside a head; elsewhere they stay as they are.
    """
    has_boxes = "<input" in html
    has_row_headers = "<th" in HEAD.sub("", html)
    parts = _make_pattern(has_boxes, has_row_headers).split(html)
    tokens = zip(parts[0:-1:4], parts[1::4], parts[2::4], parts[3::4], strict=True)
    return chain(tokens, [(parts[-1], None, None, None)])


@cache
def _make_pattern(has_boxes: bool, has_row_headers: bool) -> re.Pattern[str]:
    """Return what finds a tag that is written anew: of such an element, or with attributes."""
    opened = OPENED + "|li" * has_boxes + "|tr|td" * has_row_headers
    closed = CLOSED + "|tr" * has_row_headers
    return re.compile(rf"<(?:/({closed})|((?:{opened})(?=[ >])|[a-z][a-z0-9]*(?= )){ATTRIBUTES})>")


def read_attributes(attributes: str) -> dict[str, str]:
    """Return attributes by name, their values as plain text."""
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(attributes)} if attributes else {}


def format_attributes(attributes: dict[str, str]) -> str:
    """Write attributes, each after a space."""
    return "".join([f' {key}="{escape(value)}"' for key, value in attributes.items()])


def format_tag(name: str, attributes: dict[str, str]) -> str:
    """Write a start tag."""
    return f"<{name}{format_attributes(attributes)}>"


def is_blank(html: str) -> bool:
    """Tell whether HTML whose tags stay as they are shows nothing."""
    text = html.strip()
    if "<" in text:
        text = PLAIN.sub("", text).strip()
    return not text or ("&" in text and not unescape(text).strip())
