"""The text of an update becomes its headings, as the sections of the next one."""

import re
from collections.abc import Iterator

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")

ENGLISH_SECTIONS = ("## Since the last update", "## Next", "## What we need from you")
"""For a first update in English; in other languages nobody's words are guessed."""


def find_headings(text: str) -> tuple[str, ...]:
    """Return the headings of a Markdown text as they are written, those in code left out."""
    return tuple(_find_headings(text))


def _find_headings(text: str) -> Iterator[str]:
    fence = ""
    for line in text.splitlines():
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif mark:
            fence = mark[1]
        elif (found := _HEADING.match(line)) and found[2]:
            yield f"{found[1]} {found[2]}"
