"""Lines of a drawing become the data of an SVG path, each step in its shortest form."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from sitegen.timeline import Point, Segment

format_px = lru_cache(8192)("{:g}".format)
"""Write a number of px; a site's drawings share most of theirs."""


def format_path(lines: Iterable[Any], of: str | None = None) -> Markup:
    """Write straight lines, and ways from point to point; with `of` that field of each value that has it."""
    if of is not None:
        lines = filter(None, map(attrgetter(of), lines))
    return mark("".join([_draw_line(line) if type(line) is Segment else _draw_way(line) for line in lines]))


def mark(svg: str) -> Markup:
    """Mark text as safe of which all that needs it is escaped; `Markup` itself would first ask it what it is."""
    return str.__new__(Markup, svg)


def _draw_line(line: Segment) -> str:
    start = f"M{format_px(line.x1)} {format_px(line.y1)}"
    if line.x1 == line.x2:
        return f"{start}V{format_px(line.y2)}"
    return (
        f"{start}H{format_px(line.x2)}" if line.y1 == line.y2 else f"{start}L{format_px(line.x2)} {format_px(line.y2)}"
    )


def _draw_way(way: Sequence[Point]) -> str:
    steps: list[str] = []
    x = y = None
    for point in way:
        if point.x == x:
            y = point.y
            steps.append(f"V{format_px(y)}")
        elif point.y == y:
            x = point.x
            steps.append(f"H{format_px(x)}")
        else:
            x, y = point.x, point.y
            steps.append(f"{'L' if steps else 'M'}{format_px(x)} {format_px(y)}")
    return "".join(steps)
