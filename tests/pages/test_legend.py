"""The legend of the drawings: every kind of mark that occurs, and no other."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from tests.cases import write_files

PLAN = "name: Shop\nstart: 2026-01-05\nmilestones:\n"
LEGENDS = {
    "{title: Beta, due: 2026-09-01}": ["Upcoming"],
    "{title: Beta, due: 2026-09-01, baseline: 2026-08-01}": [
        "Upcoming",
        "as first agreed",
        "+n days later than agreed",
    ],
    "{title: Beta, due: 2026-08-01, baseline: 2026-09-01}": [
        "Upcoming",
        "as first agreed",
        "−n days earlier than agreed",
    ],
    "{title: Beta, due: 2026-09-01, start: 2026-08-01}": ["Upcoming", "time of the work"],
    "{title: Beta, due: 2026-Q3}": ["Upcoming", "on one of these days"],
    "{title: Beta, due: tbd}": ["Upcoming", "no date yet"],
    "{title: Beta, due: 2026-02-01, done: 2026-02-01}": ["Done"],
    "{title: Beta, due: 2026-02-01}": ["Overdue"],
    "{title: Beta, due: 2026-09-01, status: dropped}": ["Dropped"],
}
MOVES = {
    "2026-08-01": ["kept its date"],
    "2026-10-01": ["moved later"],
    "2026-02-08": ["its day has passed"],
    "tbd": ["moved later"],
}


def build_page(root: Path, milestone: str, due: str | None = None) -> str:
    """Return the status page of a project with one milestone, which an update may give another date."""
    files = {
        "sitegen.yml": "name: Firm\n",
        "content/clients/acme/client.yml": "name: Acme\n",
        "content/clients/acme/shop/project.yml": f"{PLAN}  beta: {milestone}\n",
    }
    if due:
        files["content/clients/acme/shop/updates/2026-02-01.md"] = f"---\nmilestones: {{beta: {{due: {due}}}}}\n---\n"
    write_files(files, root)
    build(Request(config=root / "sitegen.yml", day=date(2026, 2, 10), jobs=1))
    return (root / "site/acme/shop/index.html").read_text("utf-8")


def read_legend(html: str) -> list[str]:
    """Return the entries of the first legend in some HTML."""
    legend = html.split('class="legend">')[1].split("</fig", maxsplit=1)[0]
    entries = [part.split("</span>")[0] for part in legend.split("<span>")[1:]]
    return ["".join(piece.rpartition(">")[2] for piece in entry.split("<")).strip() for entry in entries]


@pytest.mark.parametrize("milestone", LEGENDS)
def test_legend_tells_what_occurs_and_nothing_else(tmp_path: Path, milestone: str) -> None:
    assert read_legend(build_page(tmp_path, milestone)) == LEGENDS[milestone]


@pytest.mark.parametrize("due", MOVES)
def test_legend_of_the_trend_tells_which_lines_occur(tmp_path: Path, due: str) -> None:
    html = build_page(tmp_path, "{title: Beta, due: 2026-09-01}", due)
    assert [words for words in read_legend(html.split('class="drawing trend"')[1]) if "reached" not in words] == MOVES[
        due
    ]


def test_a_milestone_that_lost_its_date_has_no_mark_in_the_trend(tmp_path: Path) -> None:
    trend = build_page(tmp_path, "{title: Beta, due: 2026-09-01}", "tbd").split('class="drawing trend"')[1]
    assert "#mark-" not in trend
    assert "to be agreed" in trend.split("<figcaption")[0]
