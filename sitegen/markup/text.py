"""A fragment's HTML becomes plain text: for feeds and summaries."""

import re
from collections.abc import Iterator
from html import unescape

from sitegen.markup.sanitise import INLINE

PART = re.compile(
    r"""< (?: a\ [^<>]*role="doc-(?:noteref|backlink)".*?</a
            | img\ [^<>]*?alt="([^"<>]*)"[^<>]*
            | /?([a-z][a-z0-9]*)[^<>]* ) >""",
    re.DOTALL | re.VERBOSE,
)
"""A tag as the rewriting leaves it, with no `<` or `>` in its attributes; an image is the words that it stands for.

A link to or from a footnote is a sign, not words, so it goes as a whole.
"""

BETWEEN = dict.fromkeys(INLINE, "") | {"td": " ", "th": " "}
"""What parts the words before a tag from those after it; a block is a line."""


def plain_text(html: str) -> str:
    """Return the words of HTML that `render_markdown` made, one block a line; not escaped."""
    return "\n".join(_read_lines(html))


def begin_text(html: str, length: int) -> str:
    """Return the first lines of the plain text, as many as have that length or all; the HTML is read no further."""
    lines: list[str] = []
    for line in _read_lines(html):
        lines.append(line)
        length -= len(line)
        if length <= 0:
            break
    return "\n".join(lines)


def _read_lines(html: str) -> Iterator[str]:
    return filter(None, map(_flatten, _part_lines(html)))


def _part_lines(html: str) -> Iterator[list[str]]:
    line: list[str] = []
    end = 0
    for part in PART.finditer(html):
        line.append(html[end : part.start()])
        end = part.end()
        words, name = part.groups("")
        if name and name not in BETWEEN:
            yield line
            line = []
        else:
            line.append(BETWEEN.get(name, words))
    yield [*line, html[end:]]


def _flatten(pieces: list[str]) -> str:
    return " ".join(unescape("".join(pieces)).split())
