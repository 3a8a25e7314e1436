"""Who can be answered is told alike by a build that renders little and by one that renders all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.build import Request, build
from tests.bad_input.site import DAY, FILES, PLAN
from tests.cases import write_files

CLIENT = "content/clients/acme/client.yml"
WHOLE = "content/surveys/whole.yml"
ASKING = FILES[PLAN].replace("{pulse: {when: always}}", "{pulse: {when: always}, whole: {when: always}}")
MAILED = FILES[WHOLE].split("provider:")[0] + "questions:" + FILES[WHOLE].split("questions:")[1]


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text()
        assert old in text
        (root / path).write_text(text.replace(old, new))

    return change


unmail = edit("content/people.yml", ", email: ann@example.com", "")


def tell(request: Request) -> list[str]:
    return [line for line in build(request).warned.told.splitlines() if line.endswith("[no-contact]")]


@pytest.mark.parametrize(
    ("change", "count"),
    [
        (edit(CLIENT, "contact: ann\n", ""), 0),
        (edit(PLAN, "contact: ann\n", ""), 0),
        (unmail, 1),
        (edit("sitegen.yml", "due_soon: 7d", "due_soon: 7d\nsurveys: {endpoint: https://collect.example}"), 0),
        (lambda root: (root / WHOLE).write_text(MAILED), 0),
        (lambda root: (unmail(root), (root / WHOLE).write_text(MAILED)), 2),
    ],
)
def test_a_warm_build_tells_of_it_as_a_clean_one_does(
    change: Callable[[Path], object], count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITEGEN_SECRET", "x" * 40)
    write_files({**FILES, PLAN: ASKING}, tmp_path)
    request = Request(config=tmp_path / "sitegen.yml", day=DAY, jobs=1)
    assert tell(request) == []
    change(tmp_path)
    warm = tell(request)
    assert len(warm) == count
    assert warm == tell(request) == tell(replace(request, is_clean=True))
