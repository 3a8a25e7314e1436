"""A small project becomes what one rule finds in it on a day."""

from collections.abc import Mapping

from sitegen.problems import Problem
from sitegen.state import check_project
from tests.cases import read_project, state_on

PROJECT = "(project)"
"""Stands for a finding that is about no item."""


def find_problems(
    rule: str, plan: str, updates: Mapping[str, str], day: str = "03-01", **levels: str
) -> tuple[Problem, ...]:
    """Return what a rule finds through the eyes of the narrowest audience that sees the project."""
    project = read_project(plan, updates)
    state = state_on(day, project, project.plan.head.visibility)
    problems = check_project(
        project, state, {name.replace("_", "-"): level for name, level in levels.items()}, digest_of
    )
    return tuple(problem for problem in problems if problem.rule == rule)


def find_items(rule: str, plan: str, updates: Mapping[str, str], day: str = "03-01") -> list[str]:
    """Return what a rule's findings are about."""
    return [problem.item or PROJECT for problem in find_problems(rule, plan, updates, day)]


def digest_of(path: str) -> str | None:
    """Give the hash of the one file that there is."""
    return "a" * 64 if path.endswith("shop/files/brief.txt") else None
