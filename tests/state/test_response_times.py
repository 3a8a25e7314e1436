"""Requests become response times: working minutes against what was promised."""

from datetime import date

import pytest

from sitegen.state import Rules, TargetState
from tests.cases import read_project, state_on

# 2026-03-02 is a Monday.


def measure(sla: str, *requests: str, day: str = "03-31", holidays: tuple[date, ...] = ()) -> list[TargetState | None]:
    items = "\n".join(f"  r{number}: {{title: R, {fields}}}" for number, fields in enumerate(requests))
    plan = f"sla: {{{sla}}}\nrequests:\n{items}\n" if items else f"sla: {{{sla}}}"
    found = state_on(day, read_project(plan), rules=Rules(holidays=holidays)).sla
    assert found
    return [found.answer, found.resolve]


def figures(target: TargetState | None) -> tuple[int, int, int | None]:
    assert target
    return target.within, target.total, target.median_minutes


@pytest.mark.parametrize(
    ("hours", "asked", "answered", "minutes"),
    [
        ("", "2026-03-02 10:00", "2026-03-02 12:30", 150),
        ("", "2026-03-02 17:00", "2026-03-03 10:00", 120),
        ("", "2026-03-06 17:30", "2026-03-09 09:15", 45),
        ("", "2026-03-07 12:00", "2026-03-08 12:00", 0),
        ("", "2026-03-02 07:00", "2026-03-02 09:10", 10),
        ("", "2026-03-02 10:00", "2026-03-02 10:00", 0),
        (', hours: "24/7"', "2026-03-06 17:30", "2026-03-07 17:30", 1440),
        (', hours: "Mon,Wed-Fri 09:00-12:00,13:00-18:00"', "2026-03-02 11:00", "2026-03-04 14:00", 600),
        (', hours: "Sat 10:00-12:00"', "2026-03-02 11:00", "2026-03-09 11:00", 120),
        (', hours: "Mon-Fri 09:00-12:00,11:00-13:00"', "2026-03-02 09:00", "2026-03-02 18:00", 240),
    ],
)
def test_only_working_time_counts(hours: str, asked: str, answered: str, minutes: int) -> None:
    answer, resolve = measure(f"answer: 100h{hours}", f"asked: {asked}, answered: {answered}")
    assert figures(answer) == (1, 1, minutes)
    assert resolve is None


def test_holidays_do_not_count() -> None:
    request = "asked: 2026-03-02 17:00, answered: 2026-03-04 10:00"
    assert figures(measure("answer: 4h", request)[0]) == (0, 1, 660)
    assert figures(measure("answer: 4h", request, holidays=(date(2026, 3, 3),))[0]) == (1, 1, 120)


@pytest.mark.parametrize(
    ("target", "resolved", "within"),
    [
        ("2h", "2026-03-02 12:00", 1),
        ("2h", "2026-03-02 12:01", 0),
        ("1d", "2026-03-03 10:00", 1),
        ("1d", "2026-03-03 10:01", 0),
        ("2w", "2026-03-16 10:00", 1),
        ("2w", "2026-03-16 10:01", 0),
    ],
)
def test_on_target_is_within(target: str, resolved: str, within: int) -> None:
    _, resolve = measure(f"resolve: {target}", f"asked: 2026-03-02 10:00, resolved: {resolved}")
    assert resolve and (resolve.within, resolve.total) == (within, 1)


def test_open_request_counts_as_missed_once_its_target_is_past() -> None:
    request = "asked: 2026-03-02 16:00"
    assert figures(measure("answer: 2h", request, day="03-02")[0]) == (0, 0, None)
    assert figures(measure("answer: 2h", request, day="03-03")[0]) == (0, 1, None)
    assert figures(measure("answer: 1h", request, day="03-02")[0]) == (0, 1, None)
    assert figures(measure("answer: 1h", request, day="03-01")[0]) == (0, 0, None)


def test_median_is_of_those_answered_in_whole_minutes() -> None:
    answer, _ = measure(
        "answer: 1h",
        "asked: 2026-03-02 10:00, answered: 2026-03-02 10:10",
        "asked: 2026-03-02 10:00, answered: 2026-03-02 10:21",
        "asked: 2026-03-02 10:00",
    )
    assert figures(answer) == (2, 3, 16)


def test_without_promise_there_are_no_figures() -> None:
    assert state_on("03-01", read_project("requests: {r: {title: R, asked: 2026-02-02 10:00}}")).sla is None
    assert figures(measure("answer: 4h")[0]) == (0, 0, None)
