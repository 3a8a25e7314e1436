"""The end as agreed and as forecast follows from the milestones and the project's own end."""

import pytest

from tests.cases import on, read_project, state_on

A_AND_B = "milestones: {a: {title: A, due: 2026-03-09}, b: {title: B, due: 2026-04-06}}"


@pytest.mark.parametrize(
    ("plan", "updates", "baseline", "forecast", "slip"),
    [
        ("", {}, None, None, None),
        ("end: 2026-05-01", {}, "05-01", "05-01", 0),
        ("end: 2026-05-01", {"02-01": "end: 2026-05-11"}, "05-01", "05-11", 10),
        ("end: 2026-05-01", {"02-01": "end: {to: 2026-04-21, why: x, side: us}"}, "05-01", "04-21", -10),
        ("end: 2026-05-01", {"02-01": "end: null"}, "05-01", None, None),
        ("", {"02-01": "end: 2026-05-11"}, None, "05-11", None),
        (A_AND_B, {}, "04-06", "04-06", 0),
        (f"{A_AND_B}\nend: 2026-05-01", {}, "05-01", "05-01", 0),
        (f"{A_AND_B}\nend: 2026-03-20", {}, "03-20", "04-06", 17),
        (A_AND_B, {"02-01": "milestones: {b: {due: 2026-Q2}}"}, "04-06", "06-30", 85),
        (A_AND_B, {"02-01": "milestones: {b: {due: tbd}}"}, "04-06", None, None),
        (A_AND_B, {"02-01": "milestones: {b: {due: tbd, status: dropped}}"}, "03-09", "03-09", 0),
        (A_AND_B, {"02-01": "milestones: {b: {due: tbd, done: 2026-01-31}}"}, "04-06", "03-09", -28),
        (A_AND_B, {"02-01": "milestones: {c: {title: C, due: tbd}}"}, "04-06", "04-06", 0),
        (A_AND_B, {"02-01": "milestones: {c: {title: C, due: 2026-05-06}}"}, "04-06", "05-06", 30),
        ("", {"02-01": "milestones: {c: {title: C, due: 2026-05-06}}"}, "05-06", "05-06", 0),
        (
            "milestones: {a: {title: A, due: tbd, baseline: tbd}}\nend: 2026-05-01",
            {},
            "05-01",
            "05-01",
            0,
        ),
        (
            f"{A_AND_B}\nend: 2026-05-01",
            {"02-02": "milestones: {a: {done: 2026-01-31}, b: {done: 2026-02-02}}"},
            "05-01",
            "02-02",
            -88,
        ),
        (
            f"{A_AND_B}\nend: 2026-05-01",
            {"02-02": "milestones: {a: {done: 2026-01-31}, b: {status: dropped}}"},
            "05-01",
            "01-31",
            -90,
        ),
        (
            f"{A_AND_B}\nend: 2026-05-01",
            {"02-02": "milestones: {a: {status: dropped}, b: {status: dropped}}"},
            "05-01",
            "05-01",
            0,
        ),
    ],
)
def test_end_follows_from_milestones_and_the_end_that_was_given(
    plan: str, updates: dict[str, str], baseline: str | None, forecast: str | None, slip: int | None
) -> None:
    end = state_on("03-01", read_project(plan, updates)).end
    expected = (baseline and on(baseline), forecast and on(forecast), slip)
    assert (end.baseline, end.forecast, end.slip_days) == expected


def test_moves_of_the_end_keep_reason_and_side() -> None:
    updates = {
        "02-01": "end: {to: 2026-05-11, why: more wishes, side: client}",
        "02-08": "end: 2026-05-11",
        "02-15": "end: 2026-05-04",
    }
    moves = state_on("03-01", read_project("end: 2026-05-01", updates)).end.moves
    assert [(move.on, move.days, move.why, move.side) for move in moves] == [
        (on("02-01"), 10, "more wishes", "client"),
        (on("02-15"), -7, None, None),
    ]
