"""The firm's own page: trouble first, who waits for whom and how long, who has too much to do."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import Request, build
from sitegen.model import Audience
from tests.cases import write_files

ASKED = """---
health: on-track
actions:
  keys: {title: Send the keys, due: 2026-03-01}
  plan: {title: Draw the plan, who: us}
---
"""

SITE = {
    "sitegen.yml": "name: Firm\n",
    "content/people.yml": "ann: {name: Ann, capacity: 20}\nbob: {name: Bob, capacity: 40}\ncy: {name: Cy}\n",
    "content/clients/acme/client.yml": "name: Acme\nimportance: regular\n",
    "content/clients/acme/calm/project.yml": "name: Calm\nstart: 2026-01-05\nhealth: on-track\nteam: {bob: 10}\n",
    "content/clients/acme/calm/updates/2026-02-01.md": ASKED,
    "content/clients/acme/late/project.yml": (
        "name: Late\nstart: 2026-01-05\nhealth: off-track\nteam: {ann: 15.5}\n"
        "milestones: {beta: {title: Beta, due: 2026-09-01}}\n"
    ),
    "content/clients/bold/client.yml": "name: Bold\nimportance: key\n",
    "content/clients/bold/green/project.yml": (
        "name: Green\nstart: 2026-01-05\nhealth: on-track\nteam: {ann: 10, cy: 5}\n"
        "milestones: {beta: {title: Beta, due: 2026-02-01}}\n"
    ),
    "content/clients/bold/sure/project.yml": "name: Sure\nstart: 2026-01-05\nhealth: on-track\n",
    "content/clients/bold/over/project.yml": "name: Over\nstart: 2026-01-05\nhealth: complete\nteam: {bob: 40}\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The firm's folder, built as of early March."""
    root = tmp_path_factory.mktemp("firm")
    write_files(SITE, root)
    build(Request(config=root / "sitegen.yml", day=date(2026, 3, 8), audience=Audience.INTERNAL, jobs=1))
    return root / "site-internal"


@pytest.fixture(scope="module")
def portfolio(folder: Path) -> dict[str, Any]:
    """The portfolio as programs read it."""
    found: dict[str, Any] = json.loads((folder / "portfolio.json").read_text("utf-8"))
    return found


def test_watermelons_come_first_then_the_worst_health_then_the_most_important_client(portfolio: dict[str, Any]) -> None:
    assert [row["project"] for row in portfolio["projects"]] == ["Green", "Late", "Sure", "Calm", "Over"]
    assert portfolio["projects"][0]["checks"][0] == "watermelon"


def test_what_waits_is_counted_by_side_with_how_long(portfolio: dict[str, Any]) -> None:
    calm = next(row for row in portfolio["projects"] if row["project"] == "Calm")
    client = [calm[f"waits_client{part}"] for part in ("", "_overdue", "_longest_days")]
    us = [calm[f"waits_us{part}"] for part in ("", "_overdue", "_longest_days")]
    assert client == [1, 1, 35]
    assert us == [1, 0, 35]


def test_load_counts_open_projects_and_puts_those_with_too_much_first(portfolio: dict[str, Any]) -> None:
    assert [(load["name"], load["hours"], load["over"]) for load in portfolio["load"]] == [
        ("Ann", 25.5, True),
        ("Bob", 10, False),
        ("Cy", 5, False),
    ]


def test_page_says_by_how_much_somebody_has_too_much(folder: Path) -> None:
    html = (folder / "index.html").read_text("utf-8")
    assert "5.5 hours too many" in html
    assert html.count("too many") == 1


def test_page_counts_the_projects_of_each_health_from_the_worst(folder: Path) -> None:
    html = (folder / "index.html").read_text("utf-8")
    tally = html.split('class="tally"')[1].split("</ul>")[0]
    codes = [part.split('"')[0] for part in tally.split('data-field="health" data-value="')[1:]]
    assert codes == ["off-track", "on-track", "complete"]
    assert "On track</span> 3</li>" in tally


def test_page_table_and_json_tell_of_the_same_projects(folder: Path, portfolio: dict[str, Any]) -> None:
    names = [row["project"] for row in portfolio["projects"]]
    html = (folder / "index.html").read_text("utf-8")
    with (folder / "portfolio.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["project"] for row in csv.DictReader(file)] == names
    table = html.split("<table", maxsplit=1)[1]
    places = [table.index(f">{name}</a>") for name in names]
    assert places == sorted(places)


def test_the_headline_names_the_project_to_look_at_first_and_why(folder: Path) -> None:
    html = (folder / "index.html").read_text("utf-8")
    summary = html.split('<div class="summary">')[1].split("</div>")[0]
    assert 'Look first at <a href="bold/green/index.html">Green</a>.' in summary
    assert "Green outside, red inside" in summary
    assert "1 project is worse than its health says." in summary


def test_where_no_health_is_bad_a_finding_tells_where_to_look_first(tmp_path: Path) -> None:
    calm = {
        path: text
        for path, text in SITE.items()
        if not path.startswith(("content/clients/acme/late", "content/clients/bold/green"))
    }
    write_files(calm, tmp_path)
    build(Request(config=tmp_path / "sitegen.yml", day=date(2026, 3, 8), audience=Audience.INTERNAL, jobs=1))
    html = (tmp_path / "site-internal/index.html").read_text("utf-8")
    assert 'Look first at <a href="bold/sure/index.html">Sure</a>.' in html
    assert "worse than" not in html
