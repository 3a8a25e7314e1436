"""Updates are laid over the plan by date and id, field by field, up to the day."""

from sitegen.model import Audience
from sitegen.state import fold
from tests.cases import on, read_project, state_on


def test_fields_are_laid_over_one_by_one_and_null_clears() -> None:
    project = read_project(
        "risks: {r: {title: R, note: first, impact: high, response: watch}}",
        {"02-01": "risks: {r: {note: second, impact: null}}"},
    )
    risk = state_on("03-01", project).risks["r"]
    assert (risk.note, risk.impact, risk.response, risk.status) == ("second", None, "watch", "open")


def test_options_are_laid_over_key_by_key() -> None:
    project = read_project(
        "issues: {i: {title: I, options: {a: {title: A, days: 3, amount: 100}, b: {title: B, recommended: true}}}}",
        {
            "02-01": "issues: {i: {options: {a: {days: null, amount: 120.5}, c: {title: C}}}}",
            "02-08": "issues: {i: {options: {b: null}, decision: a}}",
            "02-15": "issues: {i: {options: null, decision: null}}",
        },
    )
    options = state_on("02-09", project).issues["i"].options or {}
    assert list(options) == ["a", "c"]
    assert (options["a"].title, options["a"].days, options["a"].amount) == ("A", None, 120.5)
    assert (state_on("02-01", project).issues["i"].options or {})["b"].recommended is True
    assert state_on("02-15", project).issues["i"].options is None


def test_lists_are_replaced() -> None:
    project = read_project(
        "deliverables: {d: {title: D, quality: [{check: spelling, passed: true}, {check: load, passed: false}]}}",
        {"02-01": "deliverables: {d: {quality: [{check: load, passed: true}]}}"},
    )
    quality = state_on("03-01", project).deliverables["d"].quality
    assert [(entry.check, entry.passed) for entry in quality] == [("load", True)]


def test_updates_of_one_day_count_by_id() -> None:
    project = read_project(
        "risks: {r: {title: R}}",
        {
            "02-01-b": "risks: {r: {note: last}}",
            "02-01": "risks: {r: {note: first}}",
            "02-01-a": "risks: {r: {note: second}}",
        },
    )
    state = state_on("02-01", project)
    assert state.risks["r"].note == "last"
    assert [change.after for change in state.history] == ["first", "second", "last"]
    assert [report.update.id for report in state.reports] == ["2026-02-01", "2026-02-01-a", "2026-02-01-b"]


def test_drafts_and_later_updates_do_not_count() -> None:
    project = read_project(
        "risks: {r: {title: R}}",
        {
            "02-01": "draft: true\nrisks: {r: {note: draft}, s: {title: S}}",
            "03-02": "risks: {r: {note: later}, t: {title: T}}",
        },
    )
    state = state_on("03-01", project)
    assert (list(state.risks), state.risks["r"].note, state.reports) == (["r"], None, ())
    with_drafts = fold(project, on("03-01"), Audience.CLIENT, with_drafts=True)
    assert (list(with_drafts.risks), with_drafts.risks["r"].note) == (["r", "s"], "draft")
    assert list(state_on("03-02", project).risks) == ["r", "t"]


def test_what_is_given_again_is_no_change() -> None:
    project = read_project(
        "risks: {r: {title: R, impact: high}}", {"02-01": "risks: {r: {title: R, impact: high, status: open}}"}
    )
    assert state_on("03-01", project).history == ()


def test_first_status_is_what_a_change_of_it_begins_with() -> None:
    project = read_project("changes: {c: {title: C}}", {"02-01": "changes: {c: {status: accepted}}"})
    (change,) = state_on("03-01", project).history
    assert (change.before, change.after) == ("proposed", "accepted")


def test_changes_are_recorded_with_date_reason_and_side() -> None:
    project = read_project(
        "actions: {a: {title: A}}",
        {"02-01": "actions: {a: {due: 2026-02-20, who: us, why: x, side: client}, b: {title: B}}\nhealth: on-track"},
    )
    state = state_on("03-01", project)
    assert [(change.item, change.field, change.is_new) for change in state.history] == [
        ("", "health", False),
        ("a", "who", False),
        ("a", "due", False),
        ("b", "", True),
    ]
    assert (state.history[2].before, state.history[2].after) == (None, on("02-20"))
    assert (state.history[2].on, state.history[2].why, state.history[2].side) == (on("02-01"), "x", "client")
    assert state.reports[0].changes == state.history


def test_items_stand_in_order_of_appearance() -> None:
    project = read_project(
        "questions: {z: {title: Z, answer: z}, m: {title: M, answer: m}}",
        {"02-01": "questions: {a: {title: A, answer: a}, m: {answer: new}}"},
    )
    assert list(state_on("03-01", project).questions) == ["z", "m", "a"]
