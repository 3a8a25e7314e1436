"""Lines of a drawing in: the data of an SVG path, each step in its shortest form."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sitegen.timeline import Point, Segment


def format_path(lines: Iterable[Segment | Sequence[Point]]) -> str:
    """Write straight lines, and ways from point to point."""
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
