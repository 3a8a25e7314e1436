"""A timeline upright: a column of titles that never meet, beside a line of time that only runs on."""

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings

from sitegen.timeline import Box, Orientation, lay_out_upright
from tests.timeline.plans import START, make_mark, plans
from tests.timeline.test_across import WIDTHS, Plan, find_marks, find_texts

END = date(2026, 12, 18)


@settings(max_examples=200, deadline=None)
@given(plans(), WIDTHS)
def test_texts_never_overlap_each_other_or_a_mark(plan: Plan, width: int) -> None:
    timeline = lay_out_upright(*plan, width_px=width)
    texts = find_texts(timeline)
    points = [point for placed in timeline.marks for point in (placed.at, placed.ghost) if point]
    marks = [Box(x=point.x - 7, y=point.y - 4, width=14, height=8) for point in points]
    assert not [(one, other) for one, other in combinations(texts, 2) if one.overlaps(other)]
    assert not [(text, mark) for text in texts for mark in marks if text.overlaps(mark)]


@settings(max_examples=200, deadline=None)
@given(plans(), WIDTHS)
def test_nothing_leaves_the_drawing(plan: Plan, width: int) -> None:
    timeline = lay_out_upright(*plan, width_px=width)
    boxes = [*find_texts(timeline), *(band.box for band in timeline.bands)]
    boxes += [box for placed in timeline.marks for box in (placed.bar, placed.span) if box]
    for box in boxes:
        assert box.x >= 0 and box.right <= width
        assert box.y >= 0 and box.bottom <= timeline.height
    for mark in find_marks(timeline):
        assert mark.bottom <= timeline.height


@settings(max_examples=200, deadline=None)
@given(plans())
def test_time_only_runs_down(plan: Plan) -> None:
    timeline = lay_out_upright(*plan)
    known: list[tuple[date | None, float]] = [(placed.mark.day, placed.at.y) for placed in timeline.marks]
    known += [(placed.mark.ghost_day, placed.ghost.y) for placed in timeline.marks if placed.ghost]
    known += [(tick.date, tick.line.y1) for tick in timeline.ticks]
    for (day, y), (other, below) in pairwise(sorted((day, y) for day, y in known if day)):
        assert day == other or y <= below


@settings(max_examples=200, deadline=None)
@given(plans())
def test_height_is_that_of_the_texts_and_bounded_gaps(plan: Plan) -> None:
    timeline = lay_out_upright(*plan)
    texts = sum(placed.title.box.height + 34 for placed in timeline.marks)
    texts += sum(band.label.box.height for band in timeline.bands if band.label)
    assert timeline.height <= texts + 60 * (len(timeline.marks) + len(timeline.bands)) + 160


def test_line_of_a_title_is_level_with_its_mark() -> None:
    timeline = lay_out_upright([make_mark("2026-10-01"), make_mark("2026-10-01")], START, START, END)
    assert timeline.orientation is Orientation.UPRIGHT
    first, second = timeline.marks
    assert first.at.x == second.at.x
    for placed in (first, second):
        assert placed.leader and placed.leader.y1 == placed.leader.y2 == placed.at.y
        assert placed.title.box.y < placed.at.y < placed.title.lines[0].y + 4


def test_a_phase_is_named_above_its_first_milestone() -> None:
    marks = [
        make_mark("2026-09-20", name="alpha", phase="Design"),
        make_mark("2026-10-20", name="beta", phase="Build"),
        make_mark("2026-11-20", name="gamma", phase="Build"),
    ]
    timeline = lay_out_upright(marks, START, START, END)
    design, build = timeline.bands
    assert (design.name, build.name) == ("Design", "Build")
    assert build.label
    assert design.box.bottom <= build.box.y == build.label.box.y < timeline.marks[1].at.y
    assert build.box.bottom == timeline.marks[2].date.box.bottom


def test_today_stands_between_what_was_and_what_comes() -> None:
    marks = [make_mark("2026-09-20"), make_mark("2026-10-20")]
    timeline = lay_out_upright(marks, date(2026, 10, 1), START, END)
    assert timeline.today
    before, after = (placed.at.y for placed in timeline.marks)
    assert before < timeline.today.lines[0].y1 < after
    assert lay_out_upright(marks, date(2030, 1, 1), START, END).today is None


def test_undated_stands_below_a_break() -> None:
    timeline = lay_out_upright([make_mark("tbd"), make_mark("2026-10-20")], START, START, END)
    assert timeline.break_at
    dated, undated = (placed.at.y for placed in timeline.marks)
    assert dated < timeline.break_at.y < timeline.break_at.bottom < undated
    assert undated < timeline.axis[1].y2


def test_ghost_stands_at_the_agreed_date_with_a_line_to_the_present_one() -> None:
    timeline = lay_out_upright(
        [make_mark("2026-11-20", baseline="2026-11-06"), make_mark("2026-11-06")], START, START, END
    )
    agreed, moved = timeline.marks
    assert moved.ghost and moved.slip
    assert moved.ghost.y == agreed.at.y
    assert moved.moved[0] == moved.ghost and moved.moved[-1] == moved.at


@pytest.mark.parametrize("count", [0, 1, 40])
def test_any_number_of_milestones_on_one_day(count: int) -> None:
    marks = [make_mark("2026-10-01", name=str(number)) for number in range(count)]
    assert len(lay_out_upright(marks, START, START, None).marks) == count


def test_calendar_ends_are_no_error() -> None:
    marks = [make_mark("2199-12"), make_mark("1900-01-01")]
    assert len(lay_out_upright(marks, START, START, END).marks) == 2
