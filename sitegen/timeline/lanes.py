"""Stretches along a line to lanes beside it, so that those that overlap stand side by side."""

from collections.abc import Sequence

_GAP_PX = 8.0


def assign_lanes(stretches: Sequence[tuple[float, float] | None], count: int) -> tuple[int, ...]:
    """Return a lane for each stretch, the nearest that is free, counted from 0; where none is, the first to be free.

    What is no stretch is given lane 0 and takes up nothing.
    """
    ends = [float("-inf")] * max(1, count)
    lanes = [0] * len(stretches)
    found = [(stretch, number) for number, stretch in enumerate(stretches) if stretch]
    for (first, last), number in sorted(found):
        free = [lane for lane, end in enumerate(ends) if end + _GAP_PX <= first]
        lane = free[0] if free else ends.index(min(ends))
        ends[lane] = max(ends[lane], last)
        lanes[number] = lane
    return tuple(lanes)
