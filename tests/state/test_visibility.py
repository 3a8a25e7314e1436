"""What an audience may not see leaves no trace for it; what it may see is there from where it entered."""

import pytest

from sitegen.model import Audience, Project
from sitegen.state import State
from tests.cases import on, read_project, state_on

CLIENT, AGENCY, INTERNAL = Audience.CLIENT, Audience.AGENCY, Audience.INTERNAL


def seen_by(project: Project, day: str = "04-01") -> list[str]:
    """Return who sees the first risk that the internal state knows."""
    return [audience.value for audience in Audience if state_on(day, project, audience).risks]


def history_of(state: State) -> list[tuple[str, str | None, str, str]]:
    return [(f"{change.on:%m-%d}", change.update, change.item, change.field) for change in state.history]


@pytest.mark.parametrize(
    ("plan", "updates", "expected"),
    [
        ("risks: {r: {title: R}}", {}, "client agency internal"),
        ("risks: {r: {title: R, visibility: agency}}", {}, "agency internal"),
        ("risks: {r: {title: R, visibility: internal}}", {}, "internal"),
        ("", {"02-01": "risks: {r: {title: R}}"}, "client agency internal"),
        ("", {"02-01": "visibility: agency\nrisks: {r: {title: R}}"}, "agency internal"),
        ("", {"02-01": "visibility: internal\nrisks: {r: {title: R}}"}, "internal"),
        ("", {"02-01": "visibility: internal\nrisks: {r: {title: R, visibility: client}}"}, "client agency internal"),
        ("", {"02-01": "risks: {r: {title: R, visibility: agency}}"}, "agency internal"),
        ("", {"02-01": "visibility: internal\nrisks: {r: {title: R}}", "02-08": "risks: {r: {note: x}}"}, "internal"),
        ("risks: {r: {title: R}}", {"02-01": "risks: {r: {visibility: internal}}"}, "internal"),
        (
            "risks: {r: {title: R}}",
            {"02-01": "visibility: internal\nrisks: {r: {visibility: internal}}"},
            "internal",
        ),
        (
            "risks: {r: {title: R, visibility: internal}}",
            {"02-01": "risks: {r: {visibility: agency}}"},
            "agency internal",
        ),
        (
            "risks: {r: {title: R, visibility: internal}}",
            {"02-01": "risks: {r: {visibility: null}}"},
            "client agency internal",
        ),
        (
            "",
            {
                "02-01": "visibility: agency\nrisks: {r: {title: R, visibility: client}}",
                "02-08": "risks: {r: {visibility: null}}",
            },
            "agency internal",
        ),
        (
            "risks: {r: {title: R}}",
            {"02-01": "draft: true\nrisks: {r: {visibility: internal}}"},
            "client agency internal",
        ),
    ],
)
def test_item_is_as_narrow_as_it_is_now(plan: str, updates: dict[str, str], expected: str) -> None:
    assert " ".join(seen_by(read_project(plan, updates))) == expected


def test_item_narrowed_later_was_never_there() -> None:
    plan = "milestones: {beta: {title: Beta, due: 2026-03-09}, live: {title: Live, due: 2026-04-06}}"
    project = read_project(
        plan,
        {
            "02-01": "milestones: {beta: {due: 2026-03-19, why: x, side: client}}",
            "02-08": "visibility: internal\nmilestones: {beta: {visibility: internal}}",
        },
    )
    before, after = state_on("02-07", project), state_on("02-08", project)
    assert before.delay_by_side == {"client": 10} and before.reports[0].changes
    assert [milestone.id for milestone in after.milestones] == ["live"]
    assert (after.delay_by_side, after.history, after.reports[0].changes) == ({}, (), ())


def test_item_widened_enters_with_its_fields_as_they_then_are() -> None:
    project = read_project(
        "milestones: {beta: {title: Beta, due: 2026-03-09, visibility: internal}}",
        {
            "02-01": "milestones: {beta: {due: 2026-03-19, why: secret}}",
            "02-08": "visibility: internal\nmilestones: {beta: {note: told to nobody, weight: 2}}",
            "02-15": "milestones: {beta: {visibility: client, progress: 20}}",
            "02-22": "milestones: {beta: {due: 2026-03-26, why: told, side: us}}",
        },
    )
    assert state_on("02-14", project).milestones == ()
    state = state_on("03-01", project)
    beta = state.milestones[0]
    assert (str(beta.baseline), beta.slip_days, beta.item.progress, beta.item.weight) == ("2026-03-19", 7, 20, 2)
    assert [move.why for move in beta.moves] == ["told"]
    assert history_of(state) == [("02-15", "2026-02-15", "beta", ""), ("02-22", "2026-02-22", "beta", "due")]
    assert len(state_on("03-01", project, INTERNAL).milestones[0].moves) == 2


def test_item_narrowed_and_widened_enters_again() -> None:
    project = read_project(
        "milestones: {beta: {title: Beta, due: 2026-03-09}}",
        {
            "02-01": "milestones: {beta: {due: 2026-03-12, why: x}}",
            "02-08": "milestones: {beta: {visibility: internal}}",
            "02-15": "visibility: internal\nmilestones: {beta: {due: 2026-03-15, why: x}}",
            "02-22": "milestones: {beta: {visibility: client}}",
        },
    )
    beta = state_on("03-01", project).milestones[0]
    assert (str(beta.item.due), str(beta.baseline), beta.moves) == ("2026-03-15", "2026-03-15", ())


def test_item_widened_by_an_update_nobody_sees_names_no_update() -> None:
    project = read_project(
        "", {"02-01": "visibility: internal\nrisks: {r: {title: R, visibility: client, why: secret, side: us}}"}
    )
    state = state_on("03-01", project)
    assert history_of(state) == [("02-01", None, "r", "")]
    assert (state.history[0].why, state.history[0].side, state.reports) == (None, None, ())


def test_touch_of_what_is_hidden_leaves_no_trace() -> None:
    hidden = "visibility: internal\nrisks: {r: {title: R}}\nactions: {a: {title: A, who: client}}"
    project = read_project(
        "", {"02-01": hidden, "02-08": "risks: {r: {status: closed, why: x}}\nactions: {a: {due: 2026-02-09}}"}
    )
    state = state_on("03-01", project)
    assert (state.risks, state.actions, state.history, state.needs) == ({}, {}, (), ())
    assert [report.changes for report in state.reports] == [()]


def test_hidden_update_moves_nothing_for_those_who_do_not_see_it() -> None:
    project = read_project(
        "milestones: {beta: {title: Beta, due: 2026-03-09}}\nbudget: {agreed: 100}",
        {
            "02-01": "health: on-track\nheadline: Fine",
            "02-08": "visibility: agency\nhealth: at-risk\nheadline: Unsure\nmilestones: {beta: {due: 2026-03-19}}",
            "02-15": "visibility: internal\nhealth: off-track\nend: 2026-06-01\nbudget: {used: 95}\nprogress: 12",
        },
    )
    client, agency, internal = (state_on("03-01", project, audience) for audience in Audience)
    assert [state.health for state in (client, agency, internal)] == ["on-track", "at-risk", "off-track"]
    assert [state.headline for state in (client, agency, internal)] == ["Fine", "Unsure", None]
    assert [state.milestones[0].slip_days for state in (client, agency, internal)] == [0, 10, 10]
    assert [state.budget and state.budget.used for state in (client, agency, internal)] == [None, None, 95]
    assert [state.progress for state in (client, agency, internal)] == [0.0, 0.0, 0.12]
    assert [state.end.forecast for state in (client, agency, internal)] == [on("03-09"), on("03-19"), on("06-01")]


def test_hidden_milestone_is_not_named_by_what_belongs_to_it() -> None:
    project = read_project(
        """
        milestones: {audit: {title: Audit, due: 2026-03-09, visibility: internal}, live: {title: Live, due: 2026-04-06}}
        deliverables: {report: {title: Report, milestone: live}, guide: {title: Guide, milestone: audit}}
        """,
        {"02-01": "deliverables: {report: {milestone: audit}}"},
    )
    state = state_on("03-01", project)
    assert [item.milestone for item in state.deliverables.values()] == [None, None]
    assert "audit" not in str(state.history)
    assert state_on("03-01", project, INTERNAL).deliverables["report"].milestone == "audit"


def test_who_waits_for_whom_is_known_to_us_alone() -> None:
    plan = """
        actions:
          ours: {title: Ours, who: us}
          theirs: {title: Theirs}
          agencys: {title: Agency's, who: agency}
          whispered: {title: Whispered, visibility: internal}
        changes: {more: {title: More}}
    """
    client, agency, internal = (state_on("03-01", read_project(plan), audience) for audience in Audience)
    assert [[need.id for need in state.needs] for state in (client, agency, internal)] == [
        ["theirs", "more"],
        ["agencys", "more"],
        ["ours"],
    ]
    assert client.waits_for == agency.waits_for == {}
    assert internal.waits_for == {CLIENT: client.needs, AGENCY: agency.needs}
