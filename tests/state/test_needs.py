"""What waits for the reader: in order of date, then kind, then appearance."""

import pytest

from sitegen.model import Audience
from tests.cases import on, read_project, state_on


def test_needs_stand_by_date_then_kind_then_appearance() -> None:
    project = read_project(
        """
        deliverables: {d: {title: D, status: in-review}, planned: {title: P}}
        changes: {c: {title: C, decide_by: 2026-03-09}, accepted: {title: A, status: accepted}}
        issues:
          i: {title: I, decide_by: 2026-03-09, options: {a: {title: A}}}
          late: {title: L, decide_by: 2026-02-28, options: {a: {title: A}}}
          decided: {title: D, options: {a: {title: A}}, decision: a}
          resolved: {title: R, options: {a: {title: A}}, status: resolved}
          ours: {title: O}
        actions:
          undated: {title: U}
          a: {title: A, due: 2026-03-09}
          done: {title: D, due: 2026-01-09, done: 2026-01-08}
          dropped: {title: D, due: 2026-01-09, status: dropped}
          today: {title: T, due: 2026-03-01}
          ours: {title: O, who: us, due: 2026-01-09}
        """,
        {"02-01": "actions: {b: {title: B, due: 2026-03-09}}"},
    )
    needs = state_on("03-01", project).needs
    assert [(need.kind, need.id, need.is_overdue) for need in needs] == [
        ("issue", "late", True),
        ("action", "today", False),
        ("action", "a", False),
        ("action", "b", False),
        ("issue", "i", False),
        ("change", "c", False),
        ("action", "undated", False),
        ("deliverable", "d", False),
    ]
    assert (needs[0].title, needs[0].due) == ("L", on("02-28"))


@pytest.mark.parametrize(
    ("update", "remaining"),
    [
        ("actions: {a: {done: 2026-02-01}}", ["issue", "change", "deliverable"]),
        ("actions: {a: {who: agency}}", ["issue", "change", "deliverable"]),
        ("issues: {i: {decision: x}}", ["action", "change", "deliverable"]),
        ("issues: {i: {options: null}}", ["action", "change", "deliverable"]),
        ("changes: {c: {status: withdrawn}}", ["action", "issue", "deliverable"]),
        ("deliverables: {d: {status: rejected}}", ["action", "issue", "change"]),
        ("actions: {a: {note: still}}", ["action", "issue", "change", "deliverable"]),
    ],
)
def test_need_is_gone_once_it_is_met(update: str, remaining: list[str]) -> None:
    plan = """
        actions: {a: {title: A}}
        issues: {i: {title: I, options: {x: {title: X}}}}
        changes: {c: {title: C}}
        deliverables: {d: {title: D, status: in-review}}
    """
    needs = state_on("03-01", read_project(plan, {"02-01": update})).needs
    assert [need.kind for need in needs] == remaining


def test_action_done_in_the_future_of_the_plan_waits_until_then() -> None:
    project = read_project("actions: {a: {title: A, who: us, due: 2026-02-01, done: 2026-03-01}}")
    assert [need.id for need in state_on("02-28", project, Audience.INTERNAL).needs] == ["a"]
    assert state_on("03-01", project, Audience.INTERNAL).needs == ()
