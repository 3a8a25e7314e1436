"""Health, aspects, headline, progress, promises and silence follow from the updates."""

from datetime import date

import pytest

from sitegen.model import Health
from sitegen.state import Rules
from tests.cases import on, read_project, state_on


@pytest.mark.parametrize(
    ("plan", "updates", "health", "since"),
    [
        ("", {}, "not-started", "01-05"),
        ("", {"02-01": "headline: x"}, None, "01-05"),
        ("", {"02-01": "draft: true\nhealth: at-risk"}, "not-started", "01-05"),
        ("health: on-track", {}, "on-track", "01-05"),
        ("health: on-track", {"02-01": "health: on-track"}, "on-track", "01-05"),
        ("", {"02-01": "health: on-track", "02-08": "headline: x", "02-15": "health: on-track"}, "on-track", "02-01"),
        ("", {"02-01": "health: on-track", "02-08": "health: at-risk"}, "at-risk", "02-08"),
        ("", {"02-01": "health: at-risk", "02-08": "health: on-track", "02-15": "health: at-risk"}, "at-risk", "02-15"),
        ("", {"02-01": "health: at-risk", "02-08": "health: null"}, None, "01-05"),
        ("", {"02-01": "health: at-risk", "03-02": "health: off-track"}, "at-risk", "02-01"),
        ("", {"02-01-a": "health: at-risk", "02-01-b": "health: off-track"}, "off-track", "02-01"),
    ],
)
def test_health_is_the_last_given(plan: str, updates: dict[str, str], health: str | None, since: str) -> None:
    state = state_on("03-01", read_project(plan, updates))
    assert (state.health, state.health_since) == (health and Health(health), on(since))


def test_aspects_are_laid_over_one_by_one() -> None:
    updates = {
        "02-01": "aspects: {time: at-risk, cost: on-track}",
        "02-08": "aspects: {time: null, scope: off-track}",
        "02-15": "headline: Late",
    }
    project = read_project("", updates)
    aspects = state_on("03-01", project).aspects
    assert (aspects.time, aspects.cost, aspects.scope, aspects.quality) == (None, "on-track", "off-track", None)
    assert state_on("02-09", project).headline is None
    assert state_on("02-15", project).headline == "Late"


@pytest.mark.parametrize(
    ("plan", "updates", "expected"),
    [
        ("", {}, None),
        ("milestones: {a: {title: A, due: tbd}}", {}, 0.0),
        ("milestones: {a: {title: A, due: tbd, weight: 0}}", {}, None),
        ("milestones: {a: {title: A, due: tbd, status: dropped}}", {}, None),
        ("milestones: {a: {title: A, due: tbd, progress: 50}, b: {title: B, due: tbd, weight: 2}}", {}, 0.1667),
        ("milestones: {a: {title: A, due: tbd, done: 2026-02-01}, b: {title: B, due: tbd, weight: 0.5}}", {}, 0.6667),
        ("milestones: {a: {title: A, due: tbd, done: 2026-02-01, progress: 10}}", {}, 1.0),
        ("milestones: {a: {title: A, due: tbd, done: 2026-03-02, progress: 10}}", {}, 0.1),
        ("milestones: {a: {title: A, due: tbd}}", {"02-01": "progress: 33.3333"}, 0.3333),
        ("milestones: {a: {title: A, due: tbd}}", {"02-01": "progress: 40", "02-08": "progress: null"}, 0.0),
        ("", {"02-01": "progress: 40"}, 0.4),
        (
            "milestones: {a: {title: A, due: tbd}, b: {title: B, due: tbd}}",
            {"02-01": "progress: 40", "02-08": "milestones: {a: {done: 2026-02-08}}"},
            0.5,
        ),
        (
            "milestones: {a: {title: A, due: tbd}, b: {title: B, due: tbd}}",
            {"02-08": "progress: 40\nmilestones: {a: {done: 2026-02-08}}"},
            0.4,
        ),
        (
            "milestones: {a: {title: A, due: tbd, done: 2026-01-06}, b: {title: B, due: tbd}}",
            {"02-01": "progress: 40", "02-08": "milestones: {a: {done: null}}"},
            0.0,
        ),
        (
            "milestones: {a: {title: A, due: tbd}, b: {title: B, due: tbd}}",
            {"02-01": "progress: 40", "02-08": "milestones: {a: {progress: 80}}"},
            0.4,
        ),
        (
            "milestones: {a: {title: A, due: tbd}}",
            {"02-01": "progress: 40", "02-08": "milestones: {b: {title: B, due: tbd, done: 2026-02-08}}"},
            0.5,
        ),
        (
            "milestones: {a: {title: A, due: tbd, done: 2026-02-20}, b: {title: B, due: tbd}}",
            {"02-01": "progress: 40", "02-08": "milestones: {a: {done: 2026-02-08}}"},
            0.5,
        ),
    ],
)
def test_progress_is_the_last_given_or_the_sum(plan: str, updates: dict[str, str], expected: float | None) -> None:
    assert state_on("03-01", read_project(plan, updates)).progress == expected


@pytest.mark.parametrize(
    ("day", "plan", "updates", "due", "is_late"),
    [
        ("03-01", "", {}, None, False),
        ("01-19", "cadence: 2w", {}, "01-19", False),
        ("01-20", "cadence: 2w", {}, "01-19", True),
        ("03-01", "", {"02-01": "next_update: 2026-02-20"}, "02-20", True),
        ("02-20", "", {"02-01": "next_update: 2026-02-20"}, "02-20", False),
        ("02-01", "cadence: 7d", {"02-01": "next_update: 2026-02-20"}, "02-20", False),
        ("02-09", "cadence: 7d", {"02-01": "next_update: 2026-02-20", "02-08": ""}, "02-15", False),
        ("02-09", "", {"02-01": "next_update: 2026-02-20", "02-08": ""}, None, False),
        ("03-01", "cadence: 7d", {"02-01": "health: complete"}, None, False),
        ("03-01", "cadence: 7d", {"02-01": "health: on-hold\nnext_update: 2026-02-20"}, None, False),
    ],
)
def test_next_update_is_promised_or_by_cadence(
    day: str, plan: str, updates: dict[str, str], due: str | None, is_late: bool
) -> None:
    found = state_on(day, read_project(plan, updates)).next_update
    assert (found.due if found else None, bool(found and found.is_late)) == (on(due) if due else None, is_late)


@pytest.mark.parametrize(
    ("day", "plan", "updates", "expected"),
    [
        ("01-15", "", {}, False),
        ("01-16", "", {}, True),
        ("02-11", "", {"02-01": ""}, False),
        ("02-12", "", {"02-01": ""}, True),
        ("02-12", "", {"02-01": "", "02-10": "draft: true"}, True),
        ("02-12", "", {"02-01": "", "02-10": "visibility: internal"}, True),
        ("02-12", "", {"02-01": "health: on-hold"}, False),
        ("02-12", "", {"02-01": "health: complete"}, False),
        ("02-18", "cadence: 14d", {"02-01": ""}, False),
        ("02-19", "cadence: 14d", {"02-01": ""}, True),
        ("02-06", "cadence: 1d", {"02-01": ""}, True),
    ],
)
def test_silence_longer_than_allowed_is_stale(day: str, plan: str, updates: dict[str, str], expected: bool) -> None:
    assert state_on(day, read_project(plan, updates), rules=Rules(stale_after_days=10)).is_stale is expected


@pytest.mark.parametrize(
    ("day", "use", "updates", "is_asked"),
    [
        ("01-05", "when: always", {}, True),
        ("02-21", "when: milestone", {"02-01": "milestones: {a: {done: 2026-02-01}}"}, True),
        ("02-22", "when: milestone", {"02-01": "milestones: {a: {done: 2026-02-01}}"}, False),
        ("02-04", "when: milestone, for: 3d", {"02-01": "milestones: {a: {done: 2026-02-01}}"}, False),
        ("02-21", "when: milestone", {}, False),
        ("02-21", "when: complete", {"02-01": "health: complete"}, True),
        ("02-22", "when: complete", {"02-01": "health: complete", "02-08": "health: complete"}, False),
        ("02-21", "when: complete", {"02-01": "health: on-track"}, False),
        ("01-05", "every: 30d", {}, False),
        ("02-03", "every: 30d", {}, False),
        ("02-04", "every: 30d", {}, True),
        ("02-10", "every: 30d", {}, True),
        ("02-11", "every: 30d", {}, False),
        ("03-06", "every: 30d, for: 1d", {}, True),
        ("03-07", "every: 30d, for: 1d", {}, False),
    ],
)
def test_surveys_are_asked_when_the_plan_says(day: str, use: str, updates: dict[str, str], is_asked: bool) -> None:
    plan = f"surveys: {{pulse: {{{use}}}}}\nmilestones: {{a: {{title: A, due: 2026-03-09}}}}"
    survey = state_on(day, read_project(plan, updates)).surveys[0]
    assert survey.is_asked is is_asked
    assert survey.milestone == ("a" if is_asked and "milestone" in use else None)


def test_start_in_the_future_is_no_fault() -> None:
    state = state_on("01-01", read_project("start: 2026-06-01\nsurveys: {pulse: {every: 10d}}"))
    assert (state.is_stale, state.health_since, state.surveys[0].is_asked) == (False, date(2026, 6, 1), False)
