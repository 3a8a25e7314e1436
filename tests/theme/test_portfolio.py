"""The portfolio's page: a table that is whole without a script, on pages of the firm alone."""

import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.pages.views import (
    Finding,
    Head,
    HealthCount,
    Link,
    Party,
    PortfolioPage,
    PortfolioRow,
    ProjectPage,
    Waiting,
)
from sitegen.theme import Theme, builtin_themes_folder, load_theme
from tests.theme.test_themes import write_theme

NOTHING = Waiting(count=0, overdue=0, longest_days=None)
HEAD = Head(
    language="en",
    title="Firm",
    description="",
    root="./",
    year=2026,
    as_of=date(2026, 11, 16),
    audience="internal",
    csp="default-src 'none'",
    firm=Party(name="Firm"),
)


def load() -> Theme:
    """Load the theme as it comes."""
    return load_theme("default", [builtin_themes_folder()])


def make_row(name: str, health: str | None = None, **more: Any) -> PortfolioRow:
    """Make a row of a project of which no more is known than is given."""
    known: dict[str, Any] = {field.name: None for field in fields(PortfolioRow)}
    known |= {"client": "Acme", "project": Link(text=name, href=f"{name}/index.html"), "is_open": True}
    known |= {"health": health, "health_since": date(2026, 6, 1), "health_history": (), "is_watermelon": False}
    known |= {"silent_days": 3, "is_stale": False, "delays": (), "findings": ()}
    known |= {"waits_us": NOTHING, "waits_client": NOTHING, "waits_agency": NOTHING}
    return PortfolioRow(**(known | more))


def render(*rows: PortfolioRow) -> str:
    """Render the page of these projects."""
    healths = dict.fromkeys(row.health for row in rows)
    page = PortfolioPage(
        head=HEAD,
        rows=rows,
        healths=tuple(HealthCount(health=health, count=1) for health in healths),
        feedback=(),
        feedback_as_of=None,
        loads=(),
        csv="portfolio.csv",
        json="portfolio.json",
    )
    return load().render("portfolio.html", page, language="en", assets_url="assets/")


def test_table_has_a_caption_and_a_head_for_each_cell() -> None:
    html = render(make_row("Shop"))
    table = html.split("<table")[1].split("</table>")[0]
    assert table.count("<caption>") == 1
    assert table.count('<th scope="col"') == len(re.findall(r"<td\b", table)) + 1
    assert table.count('<th scope="row"') == 1


def test_rows_keep_the_order_of_the_view() -> None:
    html = render(make_row("Zoo"), make_row("Bar", "on-track"), make_row("App", "complete"))
    assert re.findall(r'<th scope="row"[^>]*><a [^>]*>(\w+)</a>', html) == ["Zoo", "Bar", "App"]


def test_a_project_of_which_nothing_is_known_is_shown_without_a_hole() -> None:
    html = render(make_row("Shop"))
    for words in ("Not stated yet", "no update yet", "Not known at present", "nobody"):
        assert words in html


def test_a_doubted_health_is_said_in_words_and_in_the_headline() -> None:
    finding = Finding(rule="watermelon", message="the health says on-track, but 'beta' is overdue", is_error=False)
    html = render(make_row("Shop", "on-track", is_watermelon=True, findings=(finding,)))
    assert "1 project is worse than its health says." in html
    assert "in doubt" in html
    assert "Green outside, red inside" in html
    assert "&#39;beta&#39; is overdue" in html


@pytest.mark.parametrize(("count", "folded"), [(5, 0), (6, 2), (40, 36)])
def test_many_findings_fold_after_the_first_few(count: int, folded: int) -> None:
    findings = tuple(Finding(rule="unowned", message=f"number {n}", is_error=False) for n in range(count))
    html = render(make_row("Shop", findings=findings))
    assert html.count("In nobody’s hands") == count
    assert html.partition("<details>")[2].count("In nobody’s hands") == folded


def test_without_a_project_there_is_no_table() -> None:
    html = render()
    assert "<table" not in html
    assert "No project is under way at present." in html


def test_only_the_portfolio_loads_its_script_and_style() -> None:
    assert "assets/portfolio." in render(make_row("Shop"))
    for path in (builtin_themes_folder() / "default" / "templates").rglob("*.html"):
        if path.name != "portfolio.html":
            assert "portfolio.css" not in path.read_text("utf-8")
            assert "portfolio.js" not in path.read_text("utf-8")


@pytest.mark.parametrize("template", ["project.html", "portfolio.html"])
def test_what_a_firm_adds_to_the_head_of_its_pages_stays(tmp_path: Path, template: str) -> None:
    base = '{% extends \'default/base.html\' %}{% block head %}<meta name="firm" content="ours">{% endblock %}'
    write_theme(tmp_path, "ours", {"theme.yml": "extends: default", "templates/base.html": base})
    theme = load_theme("ours", [tmp_path, builtin_themes_folder()])
    project: dict[str, Any] = {field.name: () if "tuple" in str(field.type) else None for field in fields(ProjectPage)}
    project |= {"head": replace(HEAD, audience="client"), "name": "Shop", "is_open": True, "needs_overdue": 0}
    project |= {"health_since": date(2026, 6, 1), "start": date(2026, 6, 1), "feed": "updates.atom"}
    page = {
        "project.html": ProjectPage(**project),
        "portfolio.html": PortfolioPage(
            head=HEAD, rows=(), healths=(), feedback=(), feedback_as_of=None, loads=(), csv="p.csv", json="p.json"
        ),
    }[template]
    html = theme.render(template, page, language="en", assets_url="assets/")
    assert '<meta name="firm" content="ours">' in html
    assert ("updates.atom" in html) == (template == "project.html")
