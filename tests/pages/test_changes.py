"""What an update changed, as pages tell it."""

from dataclasses import replace

import pytest

from sitegen.model import Audience, Milestone, Register
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


LATER = """
    milestones: {m: {due: 2026-05-02, title: Gamma}, n: {done: null, due: 2026-08-01}, o: {baseline: 2026-02-01}}
    deliverables: {d: {status: rejected, title: Book}}
    actions: {a: {who: client, due: 2026-05-03, title: Send nothing}, b: {done: 2026-03-12}}
    risks: {s: {status: closed, title: No risk}}
    issues: {i: {status: open, options: {x: {title: Hurry}}}}
    changes: {c: {amount: 500, days: 30, title: A dream}}
    decisions: {e: {decided: 2026-03-06, by: Eve, title: We go}}
    requests: {q: {title: No call}}
    questions: {w: {title: Why?}}
    feedback: {f: {title: Fast}}
"""
TOLD = """
    milestones: {m: {due: 2026-04-02, why: A storm}, n: {title: New, due: 2026-05-01, done: 2026-03-05},
                 o: {title: Other, due: 2026-03-01}, p: {title: Plain, due: 2026-03-08}}
    deliverables: {d: {status: accepted, accepted: 2026-03-04, accepted_by: Zoe}}
    actions: {a: {due: 2026-03-20}, b: {title: Call, who: client, due: 2026-03-10}}
    risks: {s: {title: Another}}
    issues: {i: {decision: x, status: resolved}}
    changes: {c: {status: accepted}}
    decisions: {e: {title: We wait, decided: 2026-03-05, by: Bob}}
    requests: {q: {resolved: 2026-03-03 10:00}}
    questions: {w: {title: When?, answer: Soon}}
    feedback: {f: {status: done, did: Made it fast}}
"""


def test_what_an_update_told_is_not_altered_by_later_ones() -> None:
    before = state_on("03-09", read_project(PLAN, {"03-09": TOLD}))
    after = state_on("03-16", read_project(PLAN, {"03-09": TOLD, "03-16": LATER}))
    told = make_changes(before, before.reports[0], None, "", str)
    still = make_changes(after, after.reports[0], None, "", str)
    assert told and still
    plain, stays = (
        [replace(change, href=None) for group in each.groups for change in group.changes] for each in (told, still)
    )
    assert stays == plain


def test_days_against_what_was_agreed_are_those_of_the_day_it_was_done() -> None:
    updates = {
        "03-09": "milestones: {m: {done: 2026-03-04}}",
        "03-16": "milestones: {m: {done: null, due: 2026-06-01, baseline: 2026-02-02}}",
    }
    state = state_on("03-16", read_project(PLAN, updates))
    told = make_changes(state, state.reports[0], None, "", str)
    assert told and [change.days for change in told.groups[0].changes] == [2]


def test_a_correction_alters_what_was_told() -> None:
    updates = {
        "03-09": "milestones: {m: {due: 2026-04-02}}",
        "03-16": "milestones: {m: {due: 2026-04-12, correction: true}}",
    }
    state = state_on("03-16", read_project(PLAN, updates))
    told = make_changes(state, state.reports[0], None, "", str)
    assert told and [str(change.after) for change in told.groups[0].changes] == ["2026-04-12"]


def test_what_a_plan_says_is_done_one_day_is_not_done_before() -> None:
    plan = "milestones: {m: {title: Beta, due: 2026-03-02, done: 2026-05-01}}"
    updates = {"03-09": "milestones: {m: {due: 2026-04-02}}", "06-01": "milestones: {m: {due: 2026-04-03}}"}
    state = state_on("06-01", read_project(plan, updates))
    before, after = (report.items[Register.MILESTONES, "m"] for report in state.reports)
    assert isinstance(before, Milestone) and isinstance(after, Milestone)
    assert (before.done, str(before.due), str(after.done)) == (None, "2026-04-02", "2026-05-01")


@pytest.mark.parametrize(
    ("update", "kind"),
    [
        ("milestones: {m: {done: 2026-03-04, why: A, side: us}}", "milestone-done"),
        ("changes: {c: {status: accepted, why: A, side: us}}", "change-accepted"),
        ("decisions: {e: {title: We wait, decided: 2026-03-05, why: A, side: us}}", "decision"),
        ("requests: {q: {resolved: 2026-03-03 10:00, why: A, side: us}}", "request-resolved"),
        ("actions: {n: {title: New, why: A, side: us}}", "action-new"),
        ("end: {to: 2026-07-14, why: A, side: us}", "end-moved"),
        ("end: null", "end-moved"),
    ],
)
def test_a_reason_that_is_given_is_told(update: str, kind: str) -> None:
    ((_, change),) = tell(update)
    assert (change.kind, change.why, change.side) == (kind, *(("A", "us") if "why" in update else (None, None)))


def test_the_reason_for_several_changes_of_an_item_stands_with_the_moved_date() -> None:
    found = tell("milestones: {m: {health: at-risk, due: 2026-03-16, why: A storm, side: client}}")
    assert {change.kind: (change.why, change.side) for _, change in found} == {
        "milestone-health": (None, None),
        "milestone-moved": ("A storm", "client"),
    }


def test_an_end_that_is_given_for_the_first_time_or_taken_back_is_told() -> None:
    ((_, gone),) = tell("end: null")
    assert (str(gone.before), str(gone.after), gone.days) == ("2026-06-30", "tbd", None)
    state = state_on("03-09", read_project("", {"03-09": "end: {to: 2026-07-14, why: At last, side: us}"}))
    told = make_changes(state, state.reports[0], None, "", str)
    (first,) = told.groups[0].changes if told else ()
    assert (first.before, str(first.after), first.days, first.why) == (None, "2026-07-14", None, "At last")


def test_another_amount_of_a_change_that_was_told_is_told() -> None:
    ((group, change),) = tell("changes: {c: {amount: 80}}", before="changes: {c: {status: accepted}}")
    assert (group, change.kind, change.amount_before, change.amount_after) == ("state", "change-amended", 50, 80)
