"""Lines of a drawing become the data of an SVG path, each step in its shortest form."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from sitegen.timeline import Point, Segment

format_px = lru_cache(8192)("{:g}".format)
"""Write a number of px; a site's drawings share most of theirs."""


def format_path(lines: Iterable[Any], of: str | None = None) -> Markup:
    """Write straight lines, and ways from point to point; with `of` that field of each value that has it."""
    if of is not None:
        lines = [line for value in lines if (line := getattr(value, of))]
    return mark("".join([_draw_line(line) if isinstance(line, Segment) else _draw_way(line) for line in lines]))


def mark(svg: str) -> Markup:
    """Mark text as safe of which all that needs it is escaped; `Markup` itself would first ask it what it is."""
    return str.__new__(Markup, svg)


def _draw_line(line: Segment) -> str:
    x, y = line.x1, line.y1
    return f"M{format_px(x)} {format_px(y)}{_step(x, y, line.x2, line.y2)}"


def _draw_way(way: Sequence[Point]) -> str:
    if not way:
        return ""
    x, y = way[0].x, way[0].y
    steps = [f"M{format_px(x)} {format_px(y)}"]
    for point in way[1:]:
        steps.append(_step(x, y, point.x, point.y))
        x, y = point.x, point.y
    return "".join(steps)


def _step(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the shortest way from one point to the next."""
    if x1 == x2:
        return f"V{format_px(y2)}"
    return f"H{format_px(x2)}" if y1 == y2 else f"L{format_px(x2)} {format_px(y2)}"
