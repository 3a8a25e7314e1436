"""Problems of form name their project and item as those of the checks do."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, check
from tests.cases import write_files

SHOP = "content/clients/acme/shop"
FILES = {
    "sitegen.yml": "name: Firm\nurl: https://a.example\n",
    "content/clients/acme/client.yml": "name: Acme\n",
    f"{SHOP}/project.yml": "name: Shop\nstart: 2026-01-05\nmilestones:\n  beta: {title: Beta, due: 2026-03-02}\n",
}


@pytest.mark.parametrize(
    ("path", "text", "rule", "project", "item"),
    [
        ("updates/2026-02-02.md", "---\nmilestones: {bta: {note: x}}\n---\n", "unknown-id", True, "milestones.bta"),
        ("updates/2026-02-02.md", "---\nhealth: on-track\nmilestones:\n  beta:\n    note: x\n    done: soon\n---\n",
         "bad-date", True, "milestones.beta"),
        ("updates/2026-02-02.md", "---\nmilestones: {beta: {note: x}}\nhealth: fine\n---\n", "bad-value", True, None),
        ("updates/2026-02-02.md", "---\nmilestones: {beta: {note: x}}\n---\n[a](b.txt)\n", "broken-link", True, None),
        ("updates/2026-02-02.md", "---\nrisks: {r: {title: R}, s: {impact: big}}\n---\n", "bad-value", True, "risks.s"),
        ("updates/2026-02-02.md", "---\nhealth: [\n---\n", "bad-syntax", True, None),
        ("updates/2026-02-02.txt", "", "bad-name", True, None),
        ("../client.yml", "name: Acme\nnme: x\n", "unknown-key", False, None),
    ],
)  # fmt: skip
def test_a_problem_names_what_it_is_about(
    tmp_path: Path, path: str, text: str, rule: str, project: bool, item: str | None
) -> None:
    write_files(FILES, tmp_path)
    file = tmp_path / SHOP / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    problems = check(Request(config=tmp_path / "sitegen.yml", day=date(2026, 2, 10), jobs=1))
    (found,) = (problem for problem in problems if problem.rule == rule)
    assert (found.project, found.item) == ("acme/shop" if project else None, item)


def test_settings_that_cannot_be_read_leave_problems_as_they_are(tmp_path: Path) -> None:
    write_files({**FILES, "sitegen.yml": "nam: Firm\n"}, tmp_path)
    problems = check(Request(config=tmp_path / "sitegen.yml", day=date(2026, 2, 10), jobs=1))
    assert [problem.project for problem in problems] == [None, None]
