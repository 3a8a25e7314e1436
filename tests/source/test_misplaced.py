"""A folder where a file belongs, a file where a folder belongs, a name that is nearly right: told, with what to do."""

from pathlib import Path

import pytest

from sitegen.problems import Problems
from sitegen.source import find_sources
from tests.cases import write_files

ACME = "content/clients/acme"
SHOP = f"{ACME}/shop"
FILES = {f"{ACME}/client.yml": "name: A\n", f"{SHOP}/project.yml": "name: S\nstart: 2026-01-05\n"}


def tell(root: Path, *paths: str) -> list[tuple[str, str]]:
    """Return where and what is told once files, or folders where a path ends in `/`, stand there too."""
    write_files({**FILES, **{path: "x: y\n" for path in paths if not path.endswith("/")}}, root)
    for path in paths:
        if path.endswith("/"):
            (root / path).mkdir(parents=True)
    problems = Problems()
    find_sources(root / "content", root, problems)
    assert {problem.rule for problem in problems} <= {"bad-name"}
    return [(problem.position.path, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("path", "at", "told"),
    [
        (f"{SHOP}/updates/2026-03-02.md/", "", "'2026-03-02.md' must be a file, and this is a folder; rename it"),
        (f"{SHOP}/updates/x.md/", "", "'x.md' is a folder, and updates are files; move what it holds, or remove it"),
        (f"{SHOP}/updates/README.md/", "", "'README.md' must be a file, and this is a folder; rename it"),
        (
            f"{SHOP}/updates/2026/2026-03-02.md",
            f"{SHOP}/updates/2026",
            "'2026' is a folder, and updates are files; move what it holds, or remove it",
        ),
        ("content/surveys/x.yml/", "", "'x.yml' must be a file, and this is a folder; rename it"),
        ("content/surveys/README.md/", "", "'README.md' must be a file, and this is a folder; rename it"),
        ("content/surveys/x/", "", "'x' is a folder, and definitions are files; call each '<id>.yml'"),
        ("content/surveys/x.yaml", "", "'x.yaml' is no definition; call it 'x.yml'"),
        ("content/agencies/Mid & Co.txt", "", "'Mid & Co.txt' is no definition; call it 'mid-co.yml'"),
        ("content/agencies/київ.txt", "", "'київ.txt' is no definition; call it '<id>.yml'"),
        (
            "content/clients/x.md/client.yml",
            "content/clients/x.md",
            "'x.md' is no id; use a-z, 0-9 and '-', at most 64 characters; did you mean 'x'?",
        ),
        (
            "content/clients/Bu\u0308ro GmbH/client.yml",
            "content/clients/Bu\u0308ro GmbH",
            "'Bu\u0308ro GmbH' is no id; use a-z, 0-9 and '-', at most 64 characters; did you mean 'buro-gmbh'?",
        ),
        (
            f"{ACME}/Two.md/project.yml",
            f"{ACME}/Two.md",
            "'Two.md' is no id; use a-z, 0-9 and '-', at most 64 characters; did you mean 'two'?",
        ),
        (f"{ACME}/two.yml", "", "'two.yml' is not read here; a project is a folder with a project.yml"),
        (f"{ACME}/project.yaml", "", "'project.yaml' is not read here; a project is a folder with a project.yml"),
        (f"{ACME}/2026-03-02.md", "", "'2026-03-02.md' is not read here; move it into a project's updates/"),
        (f"{SHOP}/client.yml", "", "'client.yml' is not read here; move it into files/, or remove it"),
        (f"{SHOP}/project.yaml", "", "'project.yaml' is not read here; move it into files/, or remove it"),
        (f"{SHOP}/files", "", "'files' must be a folder, and this is a file; rename it"),
        (f"{SHOP}/updates.md", "", "'updates.md' is not read; updates are files in updates/, as '2026-11-16.md'"),
        (f"{SHOP}/updates.md/x.txt", f"{SHOP}/updates.md", "'updates.md' is not read; call the folder 'updates'"),
        ("content/Surveys/x.yml", "content/Surveys", "'Surveys' is not read; call the folder 'surveys'"),
        ("content/agency/x.yml", "content/agency", "'agency' is not read; call the folder 'agencies'"),
        ("content/clients.md/", "", "'clients.md' is not read; call the folder 'clients'"),
        ("content/Client/b/client.yml", "content/Client", "'Client' is not read; call the folder 'clients'"),
    ],
)
def test_what_stands_in_the_wrong_place_is_told(path: str, at: str, told: str, tmp_path: Path) -> None:
    assert tell(tmp_path, path) == [(at or path.rstrip("/"), told)]


@pytest.mark.parametrize(
    "path",
    [f"{SHOP}/files/project.yml", f"{SHOP}/api.yml", f"{ACME}/pictures/", f"{ACME}/README.md", f"{ACME}/note.txt",
     "content/brand/logo.svg", "content/clientele/x.svg", f"{SHOP}/files/updates.md", f"{SHOP}/updates/README.md"],
)  # fmt: skip
def test_what_may_stand_there_is_left_alone(path: str, tmp_path: Path) -> None:
    assert tell(tmp_path, path) == []


def test_a_content_folder_that_is_a_file_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("x")
    problems = Problems()
    find_sources(tmp_path / "content", tmp_path, problems)
    (problem,) = problems
    assert problem.message == "this must be the content folder, and it is a file; rename it, or mend 'content'"
