"""A fragment's HTML becomes plain text: for feeds, summaries and the search for mentions."""

import re
from html import unescape

from sitegen.markup.sanitise import INLINE

TAG = re.compile(r"</?([a-z][a-z0-9]*)[^<>]*>")
"""A tag as the rewriting leaves it, with no `<` or `>` in its attributes."""

IMAGE = re.compile(r'<img [^<>]*?alt="([^"<>]*)"[^<>]*>')

NOTE_LINK = re.compile(r'<a [^<>]*role="doc-(?:noteref|backlink)".*?</a>', re.DOTALL)
"""A link to or from a footnote: a sign, not words."""

BETWEEN = dict.fromkeys(INLINE, "") | {"td": " ", "th": " "}
"""What parts the words before a tag from those after it; a block is a line."""


def plain_text(html: str) -> str:
    """Return the words of HTML that `render_markdown` made, one block a line; not escaped."""
    parts = TAG.split(IMAGE.sub(r"\1", NOTE_LINK.sub("", html)).replace("\n", " "))
    parts[1::2] = [BETWEEN.get(name, "\n") for name in parts[1::2]]
    lines = (" ".join(line.split()) for line in unescape("".join(parts)).split("\n"))
    return "\n".join(line for line in lines if line)
