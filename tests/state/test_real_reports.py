"""A real client's reports fold into what they said, as read by a person; skipped where they are not at hand."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.model import Audience
from sitegen.state import State, check_site, fold
from tests.cases import Case, read_folder

REPORTS = Path(__file__).parents[3] / "shared" / "real" / "tanf"
pytestmark = pytest.mark.skipif(not REPORTS.is_dir(), reason="the real reports are not at hand")


@pytest.fixture(scope="module")
def case() -> Case:
    return read_folder(REPORTS)


def state_of(case: Case, project_id: str, day: str) -> State:
    (project,) = (project for project in case.site.clients[0].projects if project.id == project_id)
    return fold(project, date.fromisoformat(day), Audience.CLIENT)


def rows_of(state: State) -> dict[str, tuple[str, float | None, str]]:
    """Return the rows of a report as people read them: health, per cent, estimated completion."""
    return {
        milestone.id: (str(milestone.item.health), milestone.item.progress, str(milestone.item.due))
        for milestone in state.milestones
    }


def test_real_reports_are_sound(case: Case) -> None:
    assert case.problems == ()


def test_rows_are_those_of_sprint_121(case: Case) -> None:
    state = state_of(case, "tdp", "2025-03-25")
    assert rows_of(state) == {
        "fra-mvp": ("on-track", 70, "2025-05-06"),
        "regional-staff-access": ("on-track", 47, "2025-11-04"),
        "app-health-monitoring": ("at-risk", 56, "2025-07-29"),
        "secure-data-access": ("on-track", 5, "2025-07-15"),
        "regional-staff-ui": ("at-risk", 8, "2025-10-21"),
    }
    access = next(milestone for milestone in state.milestones if milestone.id == "regional-staff-access")
    assert access.item.title == "Regional Staff TDP Access & Onboarding"
    assert [move.days for move in access.moves] == [14, 182]
    assert (access.slip_days, state.delay_by_side) == (196, {"us": 45, "client": 28, "unstated": 165})
    assert [(need.id, need.due) for need in state.needs] == [("merge-for-early-access", date(2025, 4, 9))]
    assert list(state.deliverables) == ["ahm-1-2", "fra-2-2", "access-1-2"]
    assert [risk for risk, item in state.risks.items() if item.status == "open"] == [
        "kibana-decommission",
        "ui-deprioritized",
    ]


def test_rows_are_those_of_sprints_124_and_125_which_are_one_text(case: Case) -> None:
    state, research = (state_of(case, name, "2025-05-20") for name in ("tdp", "tdp-research"))
    assert rows_of(state) | rows_of(research) == {
        "app-health-monitoring": ("on-track", 78, "2025-07-29"),
        "user-feedback-loops": ("on-track", 19, "2025-09-23"),
        "secure-data-access": ("on-track", 29, "2025-08-12"),
        "fra-post-mvp": ("on-track", 9, "2025-09-23"),
        "fra-mvp": ("on-track", 98, "2025-05-15"),
        "ftanf-replacement": ("on-track", 14, "2025-11-18"),
        "regional-staff-access": ("off-track", 38, "2025-11-04"),
        "regional-staff-ui": ("at-risk", 8, "2025-10-21"),
    }
    assert state.health == "off-track"
    assert state.reports[-1].changes == ()
    flaps = next(milestone for milestone in state.milestones if milestone.id == "fra-mvp").moves
    assert [move.after.written[5:] for move in flaps] == ["05-15", "05-06", "05-15", "05-06", "05-15"]


def test_state_after_two_reports_without_rows_is_that_of_the_last_rows(case: Case) -> None:
    state, research = (state_of(case, name, "2025-09-23") for name in ("tdp", "tdp-research"))
    assert rows_of(state) | rows_of(research) == {
        "app-health-monitoring": ("on-track", 94, "2025-09-23"),
        "feedback-reports": ("on-track", 86, "2025-09-23"),
        "user-feedback-loops": ("on-track", 93, "2025-09-23"),
        "secure-data-access": ("at-risk", 94, "2025-08-26"),
        "fra-post-mvp": ("on-track", 79, "2025-09-23"),
        "ftanf-replacement": ("on-track", 38, "2026-01-27"),
        "in-app-error-reporting": ("on-track", 47, "2026-02-10"),
        "regional-staff-access": ("on-hold", 38, "tbd"),
        "fra-mvp": ("on-track", 98, "2025-05-15"),
        "regional-staff-ui": ("at-risk", 8, "2025-10-21"),
    }
    assert state.end.baseline == date(2025, 10, 21)
    assert state.end.forecast is None
    assert state.end.slip_days is None
    assert {milestone.id: milestone.state.value for milestone in state.milestones} == {
        "fra-mvp": "overdue",
        "regional-staff-ui": "upcoming",
        "app-health-monitoring": "due-soon",
        "regional-staff-access": "upcoming",
        "secure-data-access": "overdue",
        "fra-post-mvp": "due-soon",
    }
    back = next(milestone for milestone in state.milestones if milestone.id == "app-health-monitoring").moves[-1]
    assert (str(back.before), str(back.after), back.days) == ("tbd", "2025-09-23", 56)
    assert (research.health, research.end.forecast, research.end.slip_days) == ("on-track", date(2026, 2, 10), 84)


def test_what_embarrasses_in_the_real_reports_is_found(case: Case) -> None:
    problems = check_site(case.site, date(2025, 9, 23), case.digests.get)
    found = {(problem.rule, problem.project, problem.item) for problem in problems}
    assert {
        ("copied-update", "ofa/tdp", None),
        ("copied-update", "ofa/tdp-research", None),
        ("forgotten", "ofa/tdp", "milestones.fra-mvp"),
        ("watermelon", "ofa/tdp-research", "milestones.ftanf-replacement"),
        ("issue-without-way-out", "ofa/tdp", "issues.hhs-staffing"),
    } <= found
    assert sum(problem.rule == "moved-without-why" for problem in problems) == 6
