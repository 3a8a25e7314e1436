"""The progress as pages tell it: what the figure rests on, where it is another than done of all."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.build import Request, build
from tests.cases import write_files

UNDER_WAY = "Larger ones count for more, and those under way in part."


@pytest.mark.parametrize(
    ("done", "other", "update", "said", "unsaid"),
    [
        ("", "", "", ["50%", "1 of 2 milestones done."], [UNDER_WAY, "As we reported"]),
        ("weight: 3", "", "", ["75%", f"1 of 2 milestones done. {UNDER_WAY}"], ["As we reported"]),
        ("", "progress: 40", "", ["70%", "1 of 2 milestones done.", UNDER_WAY], ["As we reported"]),
        ("", "", "progress: 60", ["60%", "As we reported on 2 Feb. 1 of 2 milestones done."], [UNDER_WAY]),
    ],
)
def test_progress_says_what_it_rests_on(
    tmp_path: Path, done: str, other: str, update: str, said: list[str], unsaid: list[str]
) -> None:
    plan = f"""name: Shop
start: 2026-01-05
milestones:
  alpha: {{title: Alpha, due: 2026-02-01, done: 2026-02-01, {done}}}
  beta: {{title: Beta, due: 2026-09-01, {other}}}
"""
    write_files(
        {
            "sitegen.yml": "name: Firm\n",
            "content/clients/acme/client.yml": "name: Acme\n",
            "content/clients/acme/shop/project.yml": plan,
            "content/clients/acme/shop/updates/2026-02-02.md": f"---\n{update}\n---\n",
        },
        tmp_path,
    )
    build(Request(config=tmp_path / "sitegen.yml", day=date(2026, 2, 10), jobs=1))
    html = (tmp_path / "site/acme/shop/index.html").read_text("utf-8")
    figure = html.split('<div class="figure">')[1].split("</div>")[0].replace("</time>", "")
    text = "".join(piece.rpartition(">")[2] for piece in figure.split("<"))
    assert [words for words in said if words not in text] == []
    assert [words for words in unsaid if words in text] == []
