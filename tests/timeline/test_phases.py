"""Phases, and the bands that show them."""

from datetime import date

from sitegen.timeline import lay_out_timeline
from sitegen.timeline.phases import find_phases
from tests.timeline.plans import START, make_mark

END = date(2026, 12, 18)


def test_a_phase_begins_where_the_one_before_it_ended() -> None:
    marks = [
        make_mark("2026-10-20", phase="Build"),
        make_mark("2026-09-20", phase="Design"),
        make_mark("2026-11-20", phase="Build"),
        make_mark("2026-12-01", phase="Design"),
    ]
    assert [(phase.name, phase.first, phase.last) for phase in find_phases(marks, START)] == [
        ("Design", START, date(2026, 9, 20)),
        ("Build", date(2026, 9, 20), date(2026, 11, 20)),
        ("Design", date(2026, 11, 20), date(2026, 12, 1)),
    ]


def test_a_bar_begins_its_phase() -> None:
    marks = [make_mark("2026-09-20", phase="Design"), make_mark("2026-10-20", start="2026-10-05", phase="Build")]
    assert find_phases(marks, START)[1].first == date(2026, 10, 5)


def test_dropped_undated_and_unphased_milestones_make_no_phase() -> None:
    marks = [
        make_mark("2026-09-20", phase="Design", state="dropped"),
        make_mark("tbd", phase="Build"),
        make_mark("tbd"),
    ]
    assert find_phases(marks, START) == ()


def test_bands_stand_over_their_time_and_a_name_that_does_not_fit_hangs_lower() -> None:
    marks = [
        make_mark("2026-10-01", name="a", phase="Design"),
        make_mark("2026-10-03", name="b", phase="Approval by the committee"),
        make_mark("2026-12-01", name="c", phase="Build"),
    ]
    timeline = lay_out_timeline(marks, START, START, END)
    design, approval, build = timeline.bands
    assert design.box.right == approval.box.x and approval.box.right == build.box.x
    assert build.box.right == timeline.marks[2].at.x
    assert build.label and build.leader is None
    assert approval.label and approval.label.box.y >= build.label.box.bottom
    assert approval.leader and approval.leader.x1 == approval.box.x


def test_a_name_that_fits_nowhere_stands_once() -> None:
    marks = [
        make_mark(f"2026-10-{day:02}", name=str(day), phase="Acceptance" if day % 2 else "Build") for day in range(1, 9)
    ]
    bands = lay_out_timeline(marks, START, START, date(2029, 1, 1)).bands
    assert len(bands) == 8
    assert sorted(band.name for band in bands if band.label) == ["Acceptance", "Build"]
