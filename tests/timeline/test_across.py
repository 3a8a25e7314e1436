"""A timeline across: where things stand, and that no text ever meets another."""

from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.timeline import Anchor, Box, Mark, Timeline, Unit, lay_out_timeline
from tests.timeline.plans import START, make_mark, plans

END = date(2026, 12, 18)
Plan = tuple[list[Mark], date, date, date | None]
WIDTHS = st.sampled_from((280, 340, 640, 1040))


def find_texts(timeline: Timeline) -> list[Box]:
    """List the boxes of all that is text."""
    boxes = [tick.room.box for tick in (*timeline.ticks, *timeline.years) if tick.room]
    boxes += [band.label.box for band in timeline.bands if band.label]
    boxes += [timeline.today.room.box] if timeline.today else []
    for placed in timeline.marks:
        boxes += [placed.title.box, placed.date.box, *([placed.slip.box] if placed.slip else [])]
    return boxes


def find_marks(timeline: Timeline) -> list[Box]:
    """List the boxes of the marks and ghosts."""
    points = [point for placed in timeline.marks for point in (placed.at, placed.ghost) if point]
    return [Box(x=point.x - 7, y=point.y - 7, width=14, height=14) for point in points]


@settings(max_examples=200, deadline=None)
@given(plans(), WIDTHS)
def test_texts_never_overlap_each_other_or_a_mark(plan: Plan, width: int) -> None:
    timeline = lay_out_timeline(*plan, width_px=width)
    texts = find_texts(timeline)
    assert not [(one, other) for one, other in combinations(texts, 2) if one.overlaps(other)]
    assert not [(text, mark) for text in texts for mark in find_marks(timeline) if text.overlaps(mark)]


@settings(max_examples=200, deadline=None)
@given(plans(), WIDTHS)
def test_nothing_leaves_the_drawing(plan: Plan, width: int) -> None:
    timeline = lay_out_timeline(*plan, width_px=width)
    boxes = [*find_texts(timeline), *find_marks(timeline), *(band.box for band in timeline.bands)]
    boxes += [box for placed in timeline.marks for box in (placed.bar, placed.span) if box]
    for box in boxes:
        assert box.x >= 0 and box.right <= width
        assert box.y >= 0 and box.bottom <= timeline.height


@settings(max_examples=200, deadline=None)
@given(plans())
def test_later_dates_stand_further_to_the_right(plan: Plan) -> None:
    timeline = lay_out_timeline(*plan)
    days = [(placed.mark.day, placed.at.x) for placed in timeline.marks if placed.mark.day]
    ghosts = [(placed.mark.ghost_day, placed.ghost.x) for placed in timeline.marks if placed.ghost]
    for (day, x), (other, right) in pairwise(sorted([*days, *((day, x) for day, x in ghosts if day)])):
        assert (x <= right) if day < other else (x == right)


@settings(max_examples=200, deadline=None)
@given(plans())
def test_no_line_of_today_runs_through_a_text(plan: Plan) -> None:
    timeline = lay_out_timeline(*plan)
    texts = find_texts(timeline)
    for line in timeline.today.lines if timeline.today else ():
        box = Box(x=line.x1, y=line.y1, width=0.1, height=line.y2 - line.y1)
        assert not [text for text in texts if text.overlaps(box)]


def test_marks_stand_at_their_dates() -> None:
    timeline = lay_out_timeline(
        [make_mark("2026-10-01", name="alpha"), make_mark("2026-11-20", baseline="2026-11-06")],
        date(2026, 10, 20),
        START,
        END,
    )
    alpha, beta = timeline.marks
    assert (alpha.mark.id, alpha.ghost, alpha.moved, alpha.slip) == ("alpha", None, (), None)
    assert beta.ghost and beta.slip
    px_per_day = (beta.at.x - alpha.at.x) / 50
    assert beta.ghost.x == pytest.approx(beta.at.x - 14 * px_per_day, abs=0.2)
    assert beta.moved == (beta.ghost, beta.at)
    assert beta.ghost.x < beta.slip.x < beta.at.x
    assert timeline.today
    assert timeline.today.lines[0].x1 == pytest.approx(alpha.at.x + 19 * px_per_day, abs=0.2)


@pytest.mark.parametrize(
    ("end", "unit"),
    [
        (date(2026, 9, 28), Unit.WEEK),
        (date(2026, 12, 18), Unit.WEEK),
        (date(2027, 3, 1), Unit.MONTH),
        (date(2029, 9, 7), Unit.QUARTER),
        (date(2041, 1, 1), Unit.YEAR),
    ],
)
def test_ticks_suit_the_length(end: date, unit: Unit) -> None:
    timeline = lay_out_timeline([], START, START, end)
    labelled = [tick for tick in timeline.ticks if tick.room]
    assert {tick.unit for tick in labelled} == {unit}
    assert 3 <= len(labelled) <= 20


def test_title_stands_left_of_a_mark_at_the_right_end() -> None:
    (placed,) = lay_out_timeline([make_mark("2026-12-18")], START, START, END).marks
    assert placed.title.anchor is Anchor.END
    assert placed.title.box.right < placed.at.x
    (early,) = lay_out_timeline([make_mark("2026-10-01")], START, START, END).marks
    assert early.title.anchor is Anchor.START
    assert early.title.box.x > early.at.x


def test_undated_stands_past_a_break() -> None:
    marks = [make_mark("tbd", name="last"), make_mark("2026-12-18")]
    timeline = lay_out_timeline(marks, START, START, END)
    dated, undated = timeline.marks
    assert timeline.break_at
    assert dated.at.x < timeline.break_at.x < timeline.break_at.right < undated.at.x
    assert len(timeline.axis) == 2
    assert lay_out_timeline(marks[1:], START, START, END).break_at is None


def test_vague_date_is_a_span_and_a_start_a_bar() -> None:
    vague, work = lay_out_timeline(
        [make_mark("2026-10"), make_mark("2026-11-20", start="2026-11-02")], START, START, END
    ).marks
    assert vague.span and vague.span.right == vague.at.x and vague.bar is None
    assert work.bar and work.bar.right == work.at.x and work.span is None
    assert work.bar.x > vague.at.x


def test_today_far_from_the_project_is_not_shown() -> None:
    marks = [make_mark("2026-10-01")]
    assert lay_out_timeline(marks, date(2029, 1, 1), START, END).today is None
    assert lay_out_timeline(marks, date(2026, 12, 30), START, END).today is not None


def test_title_is_never_cut() -> None:
    title = "Acceptance of the whole " * 8
    (placed,) = lay_out_timeline([make_mark("2026-10-01", title=title)], START, START, END).marks
    assert " ".join(line.text for line in placed.title.lines) == title.strip()


def test_forty_on_one_day_stand_in_the_order_given() -> None:
    marks = [make_mark("2026-10-01", name=str(number)) for number in range(40)]
    timeline = lay_out_timeline(marks, START, START, END)
    assert [placed.mark.id for placed in timeline.marks] == [mark.id for mark in marks]
    heights = [placed.at.y for placed in timeline.marks]
    assert heights == sorted(set(heights))


def test_calendar_ends_are_no_error() -> None:
    marks = [make_mark("2199-12"), make_mark("1900-01-01")]
    assert len(lay_out_timeline(marks, START, START, END).marks) == 2


def test_too_narrow_is_refused() -> None:
    with pytest.raises(ValueError, match="200 px"):
        lay_out_timeline([], START, START, END, width_px=200)


def test_same_marks_give_the_same_drawing() -> None:
    marks = [make_mark("2026-10-01", phase="Build"), make_mark("2026-11-20", baseline="2026-11-06")]
    assert lay_out_timeline(marks, START, START, END) == lay_out_timeline(tuple(marks), START, START, END)
