"""Items of registers: each that only some readers may see is marked as such, whatever register it is in."""

import re
from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from sitegen.model import Audience
from tests.cases import write_files

ITEMS = {
    "milestones": "due: 2026-03-02",
    "deliverables": "status: in-review",
    "actions": "who: us, due: 2026-03-02",
    "issues": "impact: high",
    "risks": "response: We watch it",
    "changes": "status: proposed, days: 3",
    "decisions": "decided: 2026-01-12",
    "questions": "answer: Soon",
    "feedback": "heard: It is slow",
}


MARKED = re.compile(r'Just ours\s*(?:<span class="quiet">[^<]*</span>|</\w+>|\s)*<span class="only-for')


@pytest.mark.parametrize("register", ITEMS)
def test_what_only_the_firm_may_see_is_marked(register: str, tmp_path: Path) -> None:
    item = f"{{title: Just ours, visibility: internal, {ITEMS[register]}}}"
    write_files(
        {
            "sitegen.yml": "name: Firm\n",
            "content/clients/acme/client.yml": "name: Acme\n",
            "content/clients/acme/shop/project.yml": f"name: Shop\nstart: 2026-01-05\n{register}: {{x: {item}}}\n",
        },
        tmp_path,
    )
    build(Request(config=tmp_path / "sitegen.yml", day=date(2026, 2, 10), audience=Audience.INTERNAL))
    html = (tmp_path / "site-internal/acme/shop/index.html").read_text("utf-8")
    assert MARKED.search(html)
