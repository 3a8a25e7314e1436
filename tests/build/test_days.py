"""From day to day: what was said stays as it is until more is said, and each day's site is that of a clean build."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.build.rendering import plan_unit
from sitegen.build.units import Unit
from sitegen.pages import Plan
from tests.build.building import SHOP, build_at, read_tree
from tests.cases import write_files

PROJECT = Path(__file__).parents[2]

TOLD = {
    f"{SHOP}/project.yml": (
        "name: Shop\nstart: 2026-01-05\nsurveys: {pulse: {when: always}}\n"
        "milestones:\n  beta: {title: Beta, due: 2026-03-02, done: 2026-02-20}\n"
        "  gold: {title: Gold, due: 2026-03-09}\n"
        "actions: {texts: {title: Texts, who: client, due: 2026-02-15, done: 2026-02-18}}\n"
    ),
    f"{SHOP}/updates/2026-01-19.md": (
        "---\nhealth: on-track\n"
        "actions:\n  texts: {due: 2026-02-17, why: Photos}\n  photos: {title: Photos, who: client}\n"
        "milestones: {beta: {due: 2026-03-04, why: Photos}}\n---\nSee [the plan](../files/plan.txt).\n"
    ),
    f"{SHOP}/updates/2026-02-12.md": (
        "---\nvisibility: internal\nactions: {photos: {visibility: internal}}\n---\nNo photos, then.\n"
    ),
    f"{SHOP}/updates/2026-02-25.md": "---\nmilestones: {gold: {done: 2026-02-24}}\n---\nGold.\n",
}

DAYS = (
    *("2026-01-10", "2026-02-10", "2026-02-11", "2026-02-12", "2026-02-16", "2026-02-18", "2026-02-19", "2026-02-21"),
    *("2026-02-26", "2026-02-27", "2026-12-31", "2027-01-01", "2026-02-13"),
)

EXAMPLE_DAYS = ("2026-11-20", "2026-11-21", "2026-10-30", "2027-01-04", "2026-06-01", "2026-06-02", "2026-11-28")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the units that are planned and rendered."""
    found: list[str] = []

    def watch(unit: Unit) -> Plan:
        found.append(unit.name)
        return plan_unit(unit)

    monkeypatch.setattr("sitegen.build.rendering.plan_unit", watch)
    return found


def compare(warm: Path, clean: Path, days: Sequence[str]) -> None:
    """Build a site day by day, and the same site anew each day: a clean build forgets what the others know."""
    shutil.copytree(warm, clean)
    for day in days:
        build_at(warm, day)
        build_at(clean, day, is_clean=True)

        assert read_tree(warm / "site") == read_tree(clean / "site"), day


def test_each_day_has_the_site_of_a_clean_build(root: Path, tmp_path: Path) -> None:
    write_files(TOLD, root)
    compare(root, tmp_path / "clean", DAYS)


def test_the_example_has_each_day_the_site_of_a_clean_build(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "content", tmp_path / "firm/content")
    shutil.copy(PROJECT / "sitegen.yml", tmp_path / "firm")
    compare(tmp_path / "firm", tmp_path / "clean", EXAMPLE_DAYS)


def test_what_was_said_is_made_again_once_something_came_to_pass(root: Path, made: list[str]) -> None:
    write_files(TOLD, root)
    again = {}
    for day in DAYS:
        build_at(root, day)
        again[day] = "client acme acme/shop updates" in made
        assert "client acme acme/shop" in made
        made.clear()

    quiet = ("2026-02-11", "2026-02-16", "2026-02-19", "2026-02-27", "2026-12-31")
    assert [day for day in DAYS if not again[day]] == list(quiet)
