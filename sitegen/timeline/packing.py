"""Shapes to heights: moves each shape down to the first place where it touches no other."""

from collections.abc import Sequence
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle that something takes up, by its sides in px."""

    left: float
    right: float
    top: float
    bottom: float


def find_free_top(shape: Sequence[Area], placed: Sequence[Area], gap: float) -> float:
    """Return how far down a shape must move so that none of its areas touches one that is placed.

    `gap` is kept free to the left and right of each area.
    """
    blocked = sorted(
        [
            (above - bottom, below - top)
            for left, right, top, bottom in shape
            for start, end, above, below in placed
            if left < end + gap and start < right + gap
        ]
    )
    down = 0.0
    for low, high in blocked:
        if low >= down:
            break
        down = max(down, high)
    return down


def move_down(shape: Sequence[Area], top: float) -> tuple[Area, ...]:
    """Return the shape moved down."""
    return tuple(Area(left, right, upper + top, lower + top) for left, right, upper, lower in shape)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> tuple[float, ...]:
    """Return the tops of boxes stacked in the given order, each as near to its wanted top as the others let it.

    Boxes that would overlap form a block, which stands where the sum of its squared distances is least (pool adjacent
    violators). None stands above `top`, and none below `bottom` where there is room for all.
    """
    blocks: list[tuple[float, int]] = []
    offset = 0.0
    for place, height in zip(wanted, heights, strict=True):
        blocks.append((place - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] >= blocks[-1][0]:
            (mean, count), (other, others) = blocks.pop(), blocks.pop()
            blocks.append(((mean * count + other * others) / (count + others), count + others))
        offset += height
    tops: list[float] = []
    lowest = max(top, bottom - offset)
    offset = 0.0
    for mean, count in blocks:
        # Rounded before the whole block is set, so that rounding parts none of its boxes from the next.
        first = round(min(lowest, max(top, mean)), 1)
        for _ in range(count):
            tops.append(first + offset)
            offset += heights[len(tops) - 1]
    return tuple(tops)
