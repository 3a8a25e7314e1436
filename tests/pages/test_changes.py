"""What an update changed, as pages tell it."""

import pytest

from sitegen.model import Audience
from sitegen.pages import views
from sitegen.pages.changes import make_changes
from tests.cases import on, read_project, state_on

PLAN = """
    end: 2026-06-30
    budget: {unit: EUR, agreed: 1000}
    milestones: {m: {title: Beta, due: 2026-03-02}}
    deliverables: {d: {title: Guide}}
    actions: {a: {title: Send the logo, due: 2026-03-02}}
    risks: {r: {title: A risk}}
    issues: {i: {title: A problem, options: {x: {title: Wait}}}}
    changes: {c: {title: A wish, amount: 50, days: 3}}
    requests: {q: {title: A call, asked: 2026-03-02 09:00}}
    feedback: {f: {title: Slow, heard: It is slow}}
"""


def tell(update: str, *, before: str = "") -> list[tuple[str, views.Change]]:
    """Return what a page tells of an update of 9 March, with the group of each change."""
    updates = {"03-02": before, "03-09": update} if before else {"03-09": update}
    state = state_on("03-09", read_project(PLAN, updates))
    previous = state.reports[-2] if before else None
    told = make_changes(state, state.reports[-1], previous, "", str)
    return [(group.group, change) for group in told.groups for change in group.changes] if told else []


@pytest.mark.parametrize(
    ("update", "group", "kind"),
    [
        ("milestones: {m: {done: 2026-03-04}}", "done", "milestone-done"),
        ("milestones: {m: {due: 2026-03-16}}", "moved", "milestone-moved"),
        ("milestones: {m: {status: dropped}}", "closed", "milestone-dropped"),
        ("milestones: {m: {health: at-risk}}", "state", "milestone-health"),
        ("milestones: {n: {title: New, due: 2026-05-01}}", "new", "milestone-new"),
        ("deliverables: {d: {status: in-review}}", "new", "deliverable-in-review"),
        ("deliverables: {d: {status: accepted}}", "done", "deliverable-accepted"),
        ("deliverables: {d: {status: rejected}}", "decided", "deliverable-rejected"),
        ("actions: {a: {done: 2026-03-04}}", "done", "action-done"),
        ("actions: {a: {due: 2026-03-20}}", "moved", "action-moved"),
        ("actions: {a: {status: dropped}}", "closed", "action-dropped"),
        ("risks: {r: {status: happened}}", "closed", "risk-happened"),
        ("risks: {s: {title: Another}}", "new", "risk-new"),
        ("issues: {i: {decision: x}}", "decided", "issue-decided"),
        ("issues: {i: {status: resolved}}", "closed", "issue-resolved"),
        ("changes: {c: {status: accepted}}", "decided", "change-accepted"),
        ("changes: {c: {status: withdrawn}}", "closed", "change-withdrawn"),
        ("decisions: {e: {title: We wait, decided: 2026-03-05}}", "decided", "decision"),
        ("requests: {q: {resolved: 2026-03-03 10:00}}", "done", "request-resolved"),
        ("questions: {w: {title: When?, answer: Soon}}", "new", "question-new"),
        ("feedback: {f: {status: done, did: Made it fast}}", "done", "feedback-done"),
        ("health: at-risk", "state", "health-changed"),
        ("aspects: {time: at-risk}", "state", "aspect-changed"),
        ("end: 2026-07-14", "moved", "end-moved"),
        ("progress: 40", "state", "progress"),
        ("budget: {used: 300}", "state", "budget-used"),
    ],
)
def test_each_kind_of_change_is_told_in_its_group(update: str, group: str, kind: str) -> None:
    assert [(found, change.kind) for found, change in tell(update)] == [(group, kind)]


def test_a_move_tells_from_to_days_why_and_side() -> None:
    ((_, change),) = tell("milestones: {m: {due: 2026-03-16, why: The bank, side: client}}")

    assert (str(change.before), str(change.after), change.days) == ("2026-03-02", "2026-03-16", 14)
    assert (change.why, change.side) == ("The bank", "client")


def test_a_milestone_done_tells_how_it_kept_its_first_date() -> None:
    ((_, change),) = tell("milestones: {m: {done: 2026-03-09}}")

    assert change.days == 7


def test_amounts_of_changes_have_the_unit_of_the_budget() -> None:
    ((_, change),) = tell("changes: {c: {status: declined}}")

    assert (change.amount_after, change.unit, change.days) == (50, "EUR", 3)


def test_a_correction_is_no_change() -> None:
    told = tell("milestones: {m: {due: 2026-03-12, correction: true}}", before="milestones: {m: {due: 2026-03-10}}")

    assert told == []


def test_done_work_of_the_reader_has_no_place_to_link_to() -> None:
    ((_, done),) = tell("actions: {a: {done: 2026-03-04}}")
    ((_, moved),) = tell("milestones: {m: {due: 2026-03-16}}")

    assert done.href is None
    assert moved.href == "#milestone-m"


@pytest.mark.parametrize(
    ("who", "audience", "href"),
    [
        ("client", Audience.CLIENT, "#need-action-b"),
        ("us", Audience.CLIENT, "#action-b"),
        ("client", Audience.INTERNAL, "#action-b"),
        ("us", Audience.INTERNAL, "#need-action-b"),
    ],
)
def test_work_is_linked_to_where_the_reader_finds_it(who: str, audience: Audience, href: str) -> None:
    project = read_project(PLAN, {"03-09": f"actions: {{b: {{title: Sign, who: {who}}}}}"})
    state = state_on("03-09", project, audience)

    told = make_changes(state, state.reports[0], None, "", str)

    assert told
    assert [change.href for group in told.groups for change in group.changes] == [href]


def test_a_hidden_item_leaves_no_change_for_the_client() -> None:
    project = read_project(PLAN, {"03-09": "risks: {s: {title: Secret, visibility: internal}}"})

    client, internal = state_on("03-09", project), state_on("03-09", project, Audience.INTERNAL)

    assert make_changes(client, client.reports[0], None, "", str) is None
    assert make_changes(internal, internal.reports[0], None, "", str) is not None
    assert client.day == on("03-09")
