"""A PDF as the browser prints it becomes the titles of its bookmarks and the number of its sides."""

import re

TITLE = re.compile(rb"/Title\s*(?:<(?P<hex>[0-9A-Fa-f\s]*)>|\((?P<text>(?:[^()\\]|\\.)*)\))", re.DOTALL)
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
SIDE = re.compile(rb"/Type\s*/Page\b")


def find_titles(pdf: bytes) -> tuple[str, ...]:
    """Return the titles of all bookmarks: the headings that made it onto paper."""
    return tuple(
        bytes.fromhex(match["hex"].decode()).decode("utf-16")
        if match["hex"] is not None
        else ESCAPED.sub(rb"\1", match["text"]).decode("latin-1")
        for match in TITLE.finditer(pdf)
    )


def count_sides(pdf: bytes) -> int:
    """Count the sides of paper."""
    return len(SIDE.findall(pdf))
