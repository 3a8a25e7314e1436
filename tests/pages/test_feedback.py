"""What clients answered: shown to the firm alone, with how sure it is, and no arrow that the numbers do not carry."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.build import Request, build
from sitegen.model import Audience
from tests.cases import write_files

SITE = {
    "sitegen.yml": "name: Firm\nurl: https://status.example.com/\n",
    "content/agencies/mid.yml": "name: Mid\n",
    "content/surveys/pulse.yml": (
        "title: Pulse\nquestions:\n  score: {type: nps, text: How likely?}\n  happy: {type: csat, text: How happy?}\n"
        "  ease: {type: ces, text: How easy?}\n"
    ),
    "content/clients/acme/client.yml": "name: Acme\nagency: mid\n",
    "content/clients/acme/shop/project.yml": "name: Shop\nstart: 2026-01-05\nsurveys: {pulse: {when: always}}\n",
    "content/clients/acme/app/project.yml": "name: App\nstart: 2026-01-05\n",
    "content/clients/birch/client.yml": "name: Birch\n",
    "content/clients/birch/web/project.yml": "name: Web\nstart: 2026-01-05\n",
}
HEARD = """as_of: 2026-11-18
figures:
  - {client: acme, survey: pulse, quarter: 2026-Q3, question: happy, type: csat, n: 20, value: 0.1, low: 0.0279, high: 0.301}
  - {client: acme, survey: pulse, quarter: 2026-Q4, question: happy, type: csat, n: 23, value: 0.9, low: 0.7121, high: 0.97}
  - {client: acme, survey: pulse, quarter: 2026-Q4, question: ease, type: ces, n: 23, value: 5.4567, median: 6}
  - {client: acme, project: shop, survey: pulse, quarter: 2026-Q3, question: happy, type: csat, n: 20, value: 0.1, low: 0.0279, high: 0.301}
  - {client: acme, project: shop, survey: pulse, quarter: 2026-Q4, question: happy, type: csat, n: 20, value: 0.9, low: 0.6990, high: 0.9721}
  - {client: acme, project: shop, survey: pulse, quarter: 2026-Q4, question: ease, type: ces, n: 20, value: 5, median: 5}
  - {client: acme, project: app, survey: gone, quarter: 2026-Q2, question: what, type: NPS-like, n: 3, value: 67, low: -21.7, high: 93.4}
  - {client: former, project: web, survey: pulse, quarter: 2026-Q4, question: score, type: nps, n: 9, value: 77, low: 1, high: 99}
"""  # noqa: E501  as it is written


def build_site(root: Path, audience: Audience, heard: str | None = HEARD, day: date = date(2026, 11, 20)) -> Path:
    write_files(SITE | ({"content/feedback.yml": heard} if heard else {}), root)
    build(Request(config=root / "sitegen.yml", day=day, audience=audience, jobs=1))
    return root / ("site" if audience is Audience.CLIENT else "site-internal")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The firm's folder."""
    return build_site(tmp_path_factory.mktemp("heard"), Audience.INTERNAL)


@pytest.fixture(scope="module")
def portfolio(folder: Path) -> dict[str, Any]:
    """The portfolio as programs read it."""
    found: dict[str, Any] = json.loads((folder / "portfolio.json").read_text("utf-8"))
    return found


def find(portfolio: dict[str, Any], project: str) -> dict[str, Any]:
    row = next(row for row in portfolio["projects"] if row["project"] == project)
    return {key.removeprefix("feedback_"): value for key, value in row.items() if key.startswith("feedback_")}


def test_a_project_has_its_newest_and_most_telling_figure(portfolio: dict[str, Any]) -> None:
    assert find(portfolio, "Shop") == {
        "quarter": "2026-Q4",
        "type": "csat",
        "n": 20,
        "value": 0.9,
        "low": 0.699,
        "high": 0.9721,
        "few": False,
        "trend": "higher",
    }
    assert find(portfolio, "App") == {
        "quarter": "2026-Q2",
        "type": "NPS-like",
        "n": 3,
        "value": 67,
        "low": -22,
        "high": 93,
        "few": True,
        "trend": None,
    }
    assert set(find(portfolio, "Web").values()) == {None}


def test_a_client_has_its_figures_over_all_projects_the_newest_first(portfolio: dict[str, Any]) -> None:
    assert [
        (each["client"], each["survey"], each["question"], each["quarter"], each["value"], each["trend"])
        for each in portfolio["feedback"]
    ] == [
        ("Acme", "Pulse", "How happy?", "2026-Q4", 0.9, "higher"),
        ("Acme", "Pulse", "How easy?", "2026-Q4", 5.5, None),
        ("Acme", "Pulse", "How happy?", "2026-Q3", 0.1, None),
    ]


def read_text(html: str) -> str:
    """Return what a piece of a page says, its tags taken off."""
    return " ".join(re.sub(r"<[^>]*>", "", html).replace("\N{NO-BREAK SPACE}", " ").split())


def read_row(html: str, project: str) -> str:
    return read_text(html.split("<table", 1)[1].split(f">{project}</a>")[1].split("</tbody>", maxsplit=1)[0])


def test_the_page_says_in_words_what_it_marks(folder: Path) -> None:
    html = (folder / "index.html").read_text("utf-8")
    row, other = (read_row(html, name) for name in ("App", "Shop"))
    assert "NPS-like 67" in row
    assert "−22 to 93" in row
    assert "3 answers" in row
    assert "few answers: says little" in row
    assert "▲" not in row
    assert "▲ higher than in Q3 2026" in other
    assert "Counted on 18 November 2026" in read_text(html)


def test_the_table_has_the_same_columns_in_every_row(folder: Path) -> None:
    table = list(csv.DictReader(io.StringIO((folder / "portfolio.csv").read_text("utf-8-sig"))))
    assert {row["project"]: row["feedback_value"] for row in table} == {"Shop": "0.9", "App": "67", "Web": ""}


def test_without_figures_the_portfolio_speaks_of_none(tmp_path: Path) -> None:
    html = (build_site(tmp_path, Audience.INTERNAL, None) / "index.html").read_text("utf-8")
    assert "Feedback" not in html
    assert "What clients answered" not in html


def test_figures_that_are_newer_renew_the_portfolio_and_nothing_else(tmp_path: Path) -> None:
    folder = build_site(tmp_path, Audience.INTERNAL)
    others = {path: path.stat().st_mtime_ns for path in folder.glob("*/**/*") if path.is_file()}
    build_site(tmp_path, Audience.INTERNAL, HEARD.replace("n: 20, value: 0.9", "n: 24, value: 0.8"))
    assert find(json.loads((folder / "portfolio.json").read_text("utf-8")), "Shop")["n"] == 24
    assert {path: path.stat().st_mtime_ns for path in others} == others


def test_an_earlier_day_knows_nothing_of_later_quarters(tmp_path: Path) -> None:
    folder = build_site(tmp_path, Audience.INTERNAL, day=date(2026, 9, 30))
    found = json.loads((folder / "portfolio.json").read_text("utf-8"))
    assert find(found, "Shop")["quarter"] == "2026-Q3"
    assert [each["quarter"] for each in found["feedback"]] == ["2026-Q3"]


def test_clients_and_agencies_read_the_same_bytes_with_and_without(tmp_path: Path) -> None:
    with_it = build_site(tmp_path / "with", Audience.CLIENT)
    without = build_site(tmp_path / "without", Audience.CLIENT, None)
    trees = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (with_it, without)
    ]
    assert trees[0] == trees[1]
    assert any(path.parts[0] == "mid" for path in trees[0])
