"""A milestone's state, baseline, slip and moves follow from the plan and the updates."""

import pytest

from sitegen.model import Side
from sitegen.state import MilestoneState, TrackedMilestone
from tests.cases import on, read_project, state_on


def follow(day: str, first: str, **updates: str) -> TrackedMilestone:
    """Return the milestone `beta` on a day; an update is named by its month and day, `m03_09`."""
    project = read_project(
        f"milestones:\n  beta: {{title: Beta, {first}}}",
        {name[1:].replace("_", "-"): f"milestones:\n  beta: {{{patch}}}" for name, patch in updates.items()},
    )
    return state_on(day, project).milestones[0]


def moves_of(milestone: TrackedMilestone) -> list[tuple[str, str, str, int | None]]:
    return [(f"{move.on:%m-%d}", str(move.before), str(move.after), move.days) for move in milestone.moves]


@pytest.mark.parametrize(
    ("day", "fields", "expected"),
    [
        ("03-01", "due: 2026-03-09", "upcoming"),
        ("03-02", "due: 2026-03-09", "due-soon"),
        ("03-09", "due: 2026-03-09", "due-soon"),
        ("03-10", "due: 2026-03-09", "overdue"),
        ("03-31", "due: 2026-03", "due-soon"),
        ("03-23", "due: 2026-03", "upcoming"),
        ("04-01", "due: 2026-03", "overdue"),
        ("06-30", "due: 2026-Q2", "due-soon"),
        ("07-01", "due: 2026-Q2", "overdue"),
        ("12-31", "due: tbd", "upcoming"),
        ("03-10", "due: 2026-03-09, done: 2026-03-10", "done"),
        ("03-10", "due: 2026-03-09, done: 2026-03-11", "overdue"),
        ("03-10", "due: 2026-03-09, status: dropped", "dropped"),
        ("03-10", "due: 2026-03-09, status: dropped, done: 2026-03-01", "dropped"),
    ],
)
def test_state_is_that_of_the_day(day: str, fields: str, expected: str) -> None:
    assert follow(day, fields).state is MilestoneState(expected)


@pytest.mark.parametrize(
    ("first", "updates", "baseline", "slip"),
    [
        ("due: 2026-03-09", {}, "2026-03-09", 0),
        ("due: 2026-03-09", {"m02_01": "due: 2026-03-19"}, "2026-03-09", 10),
        ("due: 2026-03-09", {"m02_01": "due: 2026-03-02"}, "2026-03-09", -7),
        ("due: 2026-03-09", {"m03_04": "done: 2026-03-04"}, "2026-03-09", -5),
        ("due: 2026-03-09, baseline: 2026-02-27", {}, "2026-02-27", 10),
        ("due: 2026-03-09", {"m02_01": "baseline: 2026-03-01"}, "2026-03-01", 8),
        ("due: 2026-03-09, baseline: 2026-03-01", {"m02_01": "baseline: null"}, "2026-03-09", 0),
        ("due: 2026-03-09, baseline: 2026-03", {}, "2026-03", -22),
        ("due: 2026-Q2", {"m02_01": "due: 2026-07"}, "2026-Q2", 31),
        ("due: tbd", {}, "None", None),
        ("due: tbd", {"m02_01": "due: 2026-04"}, "2026-04", 0),
        ("due: 2026-03-09", {"m02_01": "due: tbd"}, "2026-03-09", None),
        ("due: tbd", {"m03_01": "done: 2026-03-01"}, "None", None),
        ("due: tbd, baseline: 2026-03-02", {"m03_05": "done: 2026-03-05"}, "2026-03-02", 3),
    ],
)
def test_slip_counts_from_what_was_agreed(first: str, updates: dict[str, str], baseline: str, slip: int | None) -> None:
    milestone = follow("03-20", first, **updates)
    assert (str(milestone.baseline), milestone.slip_days) == (baseline, slip)


@pytest.mark.parametrize(
    ("first", "updates", "moves"),
    [
        ("due: 2026-03-09", {}, []),
        ("due: 2026-03-09", {"m02_01": "due: 2026-03-09"}, []),
        ("due: 2026-03-09", {"m02_01": "due: 2026-03-19"}, [("02-01", "2026-03-09", "2026-03-19", 10)]),
        ("due: 2026-03", {"m02_01": "due: 2026-03-31"}, [("02-01", "2026-03", "2026-03-31", 0)]),
        ("due: tbd", {"m02_01": "due: 2026-04"}, [("02-01", "tbd", "2026-04", None)]),
        (
            "due: 2026-03-09",
            {"m02_01": "due: tbd", "m02_08": "due: 2026-03-12"},
            [("02-01", "2026-03-09", "tbd", None), ("02-08", "tbd", "2026-03-12", 3)],
        ),
        (
            "due: 2026-03-09",
            {"m02_01": "due: 2026-03-16", "m02_08": "due: 2026-03-02"},
            [("02-01", "2026-03-09", "2026-03-16", 7), ("02-08", "2026-03-16", "2026-03-02", -14)],
        ),
    ],
)
def test_every_change_of_a_due_date_is_a_move(first: str, updates: dict[str, str], moves: list[object]) -> None:
    assert moves_of(follow("03-01", first, **updates)) == moves


@pytest.mark.parametrize(
    ("first", "updates", "baseline", "moves"),
    [
        ("due: 2025-03-09", {"m02_01": "due: 2026-03-09, correction: true"}, "2026-03-09", []),
        (
            "due: 2026-03-09",
            {"m02_01": "due: 2027-03-16, why: x", "m02_02": "due: 2026-03-16, correction: true"},
            "2026-03-09",
            [("02-01", "2026-03-09", "2026-03-16", 7)],
        ),
        (
            "due: 2026-03-09",
            {"m02_01": "due: 2026-03-16", "m02_02": "due: 2026-03-09, correction: true"},
            "2026-03-09",
            [],
        ),
        (
            "due: tbd",
            {"m02_01": "due: 2026-03-06", "m02_02": "due: 2026-03-16, correction: true"},
            "2026-03-16",
            [("02-01", "tbd", "2026-03-16", None)],
        ),
        (
            "due: 2026-03-09",
            {"m02_01": "due: 2026-03-16", "m02_02": "note: x", "m02_03": "due: 2026-03-17, correction: true"},
            "2026-03-09",
            [("02-01", "2026-03-09", "2026-03-17", 8)],
        ),
        (
            "due: 2026-03-09, baseline: 2025-03-09",
            {"m02_01": "baseline: 2026-03-08, correction: true"},
            "2026-03-08",
            [],
        ),
        (
            "due: 2026-03-09",
            {"m02_01": "due: 2026-03-16, correction: true", "m02_08": "due: 2026-03-20"},
            "2026-03-16",
            [("02-08", "2026-03-16", "2026-03-20", 4)],
        ),
    ],
)
def test_correction_counts_as_though_given_at_first(
    first: str, updates: dict[str, str], baseline: str, moves: list[object]
) -> None:
    milestone = follow("03-01", first, **updates)
    assert str(milestone.baseline) == baseline
    assert moves_of(milestone) == moves


def test_correction_of_done_leaves_no_change() -> None:
    project = read_project(
        "milestones:\n  beta: {title: Beta, due: 2026-03-09}",
        {
            "02-01": "milestones: {beta: {done: 2026-01-31, why: early}}",
            "02-02": "milestones: {beta: {done: 2026-01-30, correction: true}}",
        },
    )
    state = state_on("02-02", project)
    assert state.milestones[0].item.done == on("01-30")
    assert [(change.on, change.after, change.why) for change in state.history] == [(on("02-01"), on("01-30"), "early")]


def test_done_by_mistake_was_never_done() -> None:
    project = read_project(
        "milestones:\n  beta: {title: Beta, due: 2026-03-09}",
        {
            "02-01": "milestones: {beta: {done: 2026-01-31}}",
            "02-02": "milestones: {beta: {done: null, correction: true}}",
        },
    )
    state = state_on("02-02", project)
    assert state.milestones[0].state is MilestoneState.UPCOMING
    assert state.history == ()


def test_null_reopens_and_revives() -> None:
    done = follow("03-20", "due: 2026-03-09", m03_01="done: 2026-03-01", m03_02="done: null")
    dropped = follow("03-20", "due: 2026-03-09, status: dropped", m03_02="status: null")
    assert done.state is dropped.state is MilestoneState.OVERDUE


def test_delay_is_summed_by_side() -> None:
    project = read_project(
        """
        milestones:
          beta: {title: Beta, due: 2026-03-09}
          live: {title: Live, due: 2026-04-06}
        """,
        {
            "02-01": "milestones: {beta: {due: 2026-03-16, side: client, why: x}, live: {due: 2026-04-08}}",
            "02-08": "milestones: {beta: {due: 2026-03-14, side: client, why: x}, live: {due: tbd, side: us}}",
            "02-15": "milestones: {live: {due: 2026-04-18, side: third-party, why: x}}",
        },
    )
    state = state_on("03-01", project)
    assert state.delay_by_side == {"us": 0, "client": 5, "third-party": 10, "unstated": 2}
    assert state.milestones[0].moves[0].side is Side.CLIENT


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("a: {title: A, due: 2026-03-09}, b: {title: B, due: 2026-03-08}", "b"),
        ("a: {title: A, due: 2026-03-09}, b: {title: B, due: 2026-03-09}", "a"),
        ("a: {title: A, due: 2026-03}, b: {title: B, due: 2026-03-30}", "b"),
        ("a: {title: A, due: tbd}, b: {title: B, due: 2027-03-09}", "b"),
        ("a: {title: A, due: tbd}, b: {title: B, due: 2026-01-09, done: 2026-01-09}", "a"),
        ("a: {title: A, due: 2026-03-09, status: dropped}", None),
    ],
)
def test_next_milestone_is_the_earliest_that_is_open(items: str, expected: str | None) -> None:
    found = state_on("03-01", read_project(f"milestones: {{{items}}}")).next_milestone
    assert (found.id if found else None) == expected
