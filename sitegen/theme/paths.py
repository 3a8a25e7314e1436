"""Places and lines of a drawing in: SVG's attributes for them, each step of a path in its shortest form."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from sitegen.timeline import Point, Segment


def format_place(place: Any, digits: str = "g") -> Markup:
    """Write where something with an `x` and a `y` stands; `digits` is how Python writes such numbers."""
    return Markup(f'x="{place.x:{digits}}" y="{place.y:{digits}}"')


def format_path(lines: Iterable[Any], of: str | None = None) -> str:
    """Write straight lines, and ways from point to point; with `of` that field of each value that has it."""
    if of is not None:
        lines = [line for value in lines if (line := getattr(value, of))]
    return "".join(piece for line in lines for piece in _draw(line))


def _draw(line: Segment | Sequence[Point]) -> Iterator[str]:
    if isinstance(line, Segment):
        yield f"M{line.x1:g} {line.y1:g}"
        yield _step(line.x1, line.y1, line.x2, line.y2)
    elif line:
        yield f"M{line[0].x:g} {line[0].y:g}"
        yield from (_step(here.x, here.y, there.x, there.y) for here, there in pairwise(line))


def _step(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the shortest way from one point to the next."""
    return f"V{y2:g}" if x1 == x2 else f"H{x2:g}" if y1 == y2 else f"L{x2:g} {y2:g}"
