"""Updates in the wrong place, or in a folder with another name, are told and not passed over."""

from pathlib import Path

import pytest

from sitegen.problems import Problems
from sitegen.source import find_sources
from tests.cases import write_files

SHOP = "content/clients/acme/shop"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (f"{SHOP}/Updates/2026-03-02.md", "'Updates' is not read; call the folder 'updates'"),
        (f"{SHOP}/update/2026-03-02.md", "'update' is not read; call the folder 'updates'"),
        (f"{SHOP}/2026-03-02.md", "'2026-03-02.md' is not read here; move it into updates/"),
    ],
)
def test_misplaced_updates_are_told(path: str, told: str, tmp_path: Path) -> None:
    plain = {"content/clients/acme/client.yml": "name: A\n", f"{SHOP}/project.yml": "name: S\nstart: 2026-01-05\n"}
    write_files({**plain, path: "Text.\n"}, tmp_path)
    problems = Problems()

    find_sources(tmp_path / "content", tmp_path, problems)

    assert [(problem.rule, problem.message) for problem in problems] == [("bad-name", told)]


def test_other_files_of_a_project_are_left_alone(tmp_path: Path) -> None:
    files = {f"{SHOP}/project.yml": "name: S\nstart: 2026-01-05\n", f"{SHOP}/files/2026-03-02.md": "Minutes.\n"}
    write_files({"content/clients/acme/client.yml": "name: A\n", **files}, tmp_path)
    problems = Problems()

    find_sources(tmp_path / "content", tmp_path, problems)

    assert not list(problems)
