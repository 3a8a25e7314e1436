"""A text in: without the headings that have nothing below them, as an unfilled draft leaves them."""

import re

_HEADING = re.compile(r"<h([1-6])(?: [^<>]*)?>.*?</h\1>\s*", re.DOTALL)

_NOTHING_BELOW = re.compile(r"</h[1-6]>\s*(?:<h[1-6][ >]|\Z)")
"""The end of a heading right before another, or at the end; without such a place no heading goes."""


def drop_empty_sections(html: str) -> str:
    """Remove each heading after which comes the end of the text, or a heading that is no deeper.

    `html` is the rewriter's own, whose headings do not nest.
    """
    if not _NOTHING_BELOW.search(html):
        return html
    kept: list[str] = []
    end, next_level = len(html), 0
    for heading in reversed(list(_HEADING.finditer(html))):
        level, below = int(heading[1]), html[heading.end() : end]
        if below or next_level > level:
            kept.append(heading[0] + below)
            next_level = level
        end = heading.start()
    return "".join(reversed([*kept, html[:end]]))
