"""Sanitised HTML becomes its tags and texts, and attributes become text again."""

import re
from collections.abc import Iterator
from functools import cache
from html import escape, unescape
from itertools import chain

ATTRIBUTES = r'((?: [^\s"<>=]+="[^"]*")*)'
"""As the sanitiser writes them: double quotes, no quote within them."""

OPENED = "h[1-6]|a|img|input|pre|t(?:able|head|h)"
CLOSED = "h[1-6]|a|t(?:able|head|h)"
"""The elements whose start or end tags are written anew."""

HEAD = re.compile(r"<thead[ >].*?</thead>", re.DOTALL)

ALIGNMENTS = ("left", "center", "right")

PLAIN = re.compile(r"</?[a-z][a-z0-9]*(?: class=\"align-[a-z]+\")?>")
"""A tag that stays as it is."""

ATTRIBUTE = re.compile(r' ([^\s"<>=]+)="([^"]*)"')

Token = tuple[str, str | None, str | None, str | None, str | None]
"""HTML whose tags stay as they are; then an end tag's name, or a start tag's name and its attributes as written.

Where the element holds nothing but text, the text stands last, and its end tag is read with it.
"""


def read_tags(html: str) -> Iterator[Token]:
    """Part sanitised HTML into the tags that are written anew, each with what stands before it.

    Items only matter to a box, rows and cells only to a header cell outside a head; elsewhere they stay as they are,
    but for the alignment of a cell.
    """
    has_boxes = "<input" in html
    has_row_headers = "<th" in HEAD.sub("", html)
    if not has_row_headers and ' align="' in html:
        for alignment in ALIGNMENTS:
            html = html.replace(f'<td align="{alignment}">', f'<td class="align-{alignment}">')
    parts = _make_pattern(has_boxes, has_row_headers).split(html)
    tokens = zip(parts[0:-1:5], parts[1::5], parts[2::5], parts[3::5], parts[4::5], strict=True)
    return chain(tokens, [(parts[-1], None, None, None, None)])


@cache
def _make_pattern(has_boxes: bool, has_row_headers: bool) -> re.Pattern[str]:
    """Return what finds a tag that is written anew: of such an element, or with attributes not yet written anew."""
    opened = OPENED + "|li" * has_boxes + "|tr|td" * has_row_headers
    closed = CLOSED + "|tr" * has_row_headers
    name = rf'(?:{opened})(?=[ >])|[a-z][a-z0-9]*(?= (?!class="align-))'
    return re.compile(rf"<(?:/({closed})|({name}){ATTRIBUTES}(?:>([^<]+)</\2(?=>))?)>")


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
