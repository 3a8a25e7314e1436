"""Milestones to a column of blocks, one under the other in order of time, and the scale of time that they make."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from sitegen.timeline.frame import Range
from sitegen.timeline.lettering import wrap_text
from sitegen.timeline.marks import Mark
from sitegen.timeline.phases import Phase
from sitegen.timeline.shapes import round_px
from sitegen.timeline.sizes import DATE_PX, LINE_PX, SMALL_LINE_PX, SMALL_PX, TITLE_PX
from sitegen.timeline.track import measure_slip
from sitegen.value import value

TOP_PX = 8.0
BREAK_PX = 24.0
_WHOLE_PX = 480.0
"""How long the range would be if nothing took up room and no time were shortened."""
_LONGEST_PX = 44.0
"""No time takes more than this beyond what its texts need."""
_GAP_PX = 10.0


@value
class Block:
    """A milestone, the name of a phase that begins, or today (which has neither)."""

    lines: tuple[str, ...]
    height: float
    day: date | None
    mark: Mark | None = None
    phase: Phase | None = None
    top: float = 0.0

    @property
    def middle(self) -> float:
        """The y at which its day lies: the middle of its first line; of today, the line under the word."""
        return self.top + (LINE_PX / 2 if self.mark or self.phase else LINE_PX + 1)

    @property
    def bottom(self) -> float:
        """Where it ends, without the gap after it."""
        return self.top + self.height - _GAP_PX


@value
class Column:
    """The blocks in their places, and the days known to lie at a height."""

    blocks: tuple[Block, ...]
    days: tuple[int, ...]
    heights: tuple[float, ...]

    @property
    def end(self) -> float:
        """Where the line of time ends."""
        return self.heights[-1]

    @property
    def bottom(self) -> float:
        """Where the last block ends."""
        return max((block.bottom for block in self.blocks), default=self.end)

    def place(self, day: date) -> float:
        """Return the height of a day: monotone, and straight between two that are known."""
        ordinal = day.toordinal()
        at = bisect_left(self.days, ordinal)
        if at < len(self.days) and self.days[at] == ordinal:
            return self.heights[at]
        after = min(max(1, bisect_right(self.days, ordinal)), len(self.days) - 1)
        low, high = self.days[after - 1], self.days[after]
        share = (ordinal - low) / max(1, high - low)
        return round_px(self.heights[after - 1] + share * (self.heights[after] - self.heights[after - 1]))


def list_blocks(marks: Sequence[Mark], phases: Sequence[Phase], today: date | None, width: float) -> list[Block]:
    """Return the blocks in order of time, not yet placed, their texts wrapped to a width in px."""
    beginnings = {phase.mark_ids[0]: phase for phase in phases}
    blocks = []
    for mark in marks:
        if today and (mark.day or date.max) >= today:
            blocks.append(_today_block(today))
            today = None
        if phase := beginnings.get(mark.id):
            names = wrap_text(phase.name, width, SMALL_PX)
            height = SMALL_LINE_PX * len(names) + _GAP_PX / 2
            blocks.append(Block(lines=names, height=height, day=mark.day, phase=phase))
        lines = wrap_text(mark.title, width, TITLE_PX)
        rows = len(lines) + (2 if slip_needs_row(mark, width) else 1)
        blocks.append(Block(lines=lines, height=LINE_PX * rows + _GAP_PX, day=mark.day, mark=mark))
    return [*blocks, _today_block(today)] if today else blocks


def _today_block(day: date) -> Block:
    return Block(lines=(), height=LINE_PX + 1 + _GAP_PX, day=day)


def slip_needs_row(mark: Mark, width: float) -> bool:
    """Tell whether the slip doesn't fit beside the date."""
    slip = measure_slip(mark) if mark.ghost_day else 0.0
    return slip > 0 and DATE_PX + slip > width


def stack_blocks(blocks: Sequence[Block], days: Range) -> Column:
    """Put each block where its day lies, or under the one before it where that reaches further."""
    px_per_day = _WHOLE_PX / days.days
    known = [(days.first.toordinal(), TOP_PX)]
    placed: list[Block] = []
    free = TOP_PX
    undated = [block for block in blocks if not block.day]
    for block in blocks:
        if not block.day:
            continue
        top = free
        if not (placed and placed[-1].phase):
            passed = (block.day.toordinal() - known[-1][0]) * px_per_day
            top = max(free, min(known[-1][1] + passed - LINE_PX, free + _LONGEST_PX))
        placed.append(_at(block, top))
        free = placed[-1].top + block.height
        if not block.phase:
            known.append((block.day.toordinal(), placed[-1].middle))
    rest = min((days.last.toordinal() - known[-1][0]) * px_per_day, _LONGEST_PX)
    known.append((days.last.toordinal(), round_px(max(known[-1][1] + rest, TOP_PX))))
    free = max(free, known[-1][1]) + (BREAK_PX if undated else 0)
    for block in undated:
        placed.append(_at(block, free))
        free += block.height
    return Column(
        blocks=tuple(placed),
        days=tuple(ordinal for ordinal, _ in known),
        heights=tuple(height for _, height in known),
    )


def _at(block: Block, top: float) -> Block:
    """Return the block at a height."""
    return Block(
        lines=block.lines,
        height=block.height,
        day=block.day,
        mark=block.mark,
        phase=block.phase,
        top=round_px(top),
    )
