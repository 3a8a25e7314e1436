"""What is agreed and used becomes shares, flags and the day on which the budget runs out."""

import pytest

from sitegen.state import BudgetState, Rules
from tests.cases import on, read_project, state_on


def budget_of(plan: str, updates: dict[str, str], alerts: tuple[float, ...] = (0.9,)) -> BudgetState | None:
    project = read_project(plan, {name: f"budget: {{{fields}}}" for name, fields in updates.items()})
    return state_on("06-01", project, rules=Rules(budget_alerts=alerts)).budget


def test_project_without_budget_has_none() -> None:
    assert budget_of("", {}) is None
    project = read_project("budget: {agreed: 100}", {"02-01": "budget: null"})
    assert state_on("03-01", project).budget is None


def test_budget_is_laid_over_key_by_key() -> None:
    budget = budget_of(
        "budget: {unit: EUR, agreed: 1000, forecast: 900}", {"02-01": "used: 100.5", "02-08": "agreed: 1200"}
    )
    assert budget
    assert (budget.unit, budget.agreed, budget.agreed_at_start) == ("EUR", 1200, 1000)
    assert (budget.used, budget.forecast, budget.share_used) == (100.5, 900, 0.0838)


def test_accepted_changes_add_to_what_is_agreed() -> None:
    plan = """
        budget: {agreed: 100, used: 50}
        changes:
          more: {title: M, amount: 20.1, status: accepted}
          bit: {title: B, amount: 0.2, status: accepted}
          less: {title: L, amount: -10, status: accepted}
          free: {title: F, status: accepted}
          asked: {title: A, amount: 1000}
          declined: {title: D, amount: 1000, status: declined}
    """
    budget = state_on("03-01", read_project(plan)).budget
    assert budget
    assert (budget.agreed, budget.agreed_at_start, budget.share_used) == (110.3, 100, 0.4533)


@pytest.mark.parametrize(
    ("budget", "alerts", "is_flagged"),
    [
        ("agreed: 100, used: 89", (0.5, 0.9), False),
        ("agreed: 100, used: 90", (0.5, 0.9), True),
        ("agreed: 100, used: 90", (0.9, 0.5), True),
        ("agreed: 100, used: 80", (0.8,), True),
        ("agreed: 100, used: 10, forecast: 100", (0.9,), False),
        ("agreed: 100, used: 10, forecast: 100.5", (0.9,), True),
        ("agreed: 100, used: 200", (), False),
        ("used: 200, forecast: 300", (0.9,), False),
        ("agreed: 0, used: 20", (0.9,), False),
    ],
)
def test_budget_is_flagged_from_the_last_alert_or_over_forecast(
    budget: str, alerts: tuple[float, ...], is_flagged: bool
) -> None:
    found = budget_of(f"budget: {{{budget}}}", {}, alerts)
    assert found and found.is_flagged is is_flagged


@pytest.mark.parametrize(
    ("plan", "updates", "expected"),
    [
        ("agreed: 100", {}, None),
        ("agreed: 100", {"03-01": "used: 10"}, None),
        ("agreed: 100", {"03-01-a": "used: 10", "03-01-b": "used: 20"}, None),
        ("agreed: 100", {"03-01": "used: 10", "03-11": "used: 20"}, "05-30"),
        ("agreed: 100", {"03-01": "used: 10", "03-08": "used: 40"}, "03-22"),
        ("agreed: 100", {"03-01": "used: 10", "03-11": "used: 10"}, None),
        ("agreed: 100", {"03-01": "used: 20", "03-11": "used: 10"}, None),
        ("agreed: 100", {"03-01": "used: 90", "03-11": "used: 100"}, "03-11"),
        ("agreed: 100", {"03-01": "used: 90", "03-11": "used: 130"}, "03-11"),
        ("agreed: 100", {"01-06": "used: 0", "03-03": "used: 56"}, "04-16"),
        ("agreed: 100", {"01-05": "used: 0", "03-03": "used: 56"}, None),
        ("agreed: 100", {"01-05": "used: 0", "02-21": "used: 20", "03-03": "used: 30"}, "05-12"),
        ("agreed: 100", {"03-01": "used: 10", "03-11": "used: 20", "03-21": "agreed: 60"}, "04-20"),
        ("agreed: 100, used: 5", {"03-11": "used: 20"}, None),
        ("used: 5", {"03-01": "used: 10", "03-11": "used: 20"}, None),
    ],
)
def test_budget_runs_out_at_the_pace_of_eight_weeks(plan: str, updates: dict[str, str], expected: str | None) -> None:
    budget = budget_of(f"budget: {{{plan}}}", updates)
    assert budget and budget.runs_out == (on(expected) if expected else None)
