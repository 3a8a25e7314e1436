"""`sitegen init` makes a site that all other commands accept."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.problems import Problems
from sitegen.source import parse_yaml_document

DAY = "2026-11-20"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_it_prints_the_folder_and_says_what_comes_next() -> None:
    result = run("init", "status", "--date", DAY)
    assert result.exit_code == 0
    assert result.stdout == "status\n"
    assert "cd status && sitegen build" in result.stderr


def test_quiet_says_nothing_and_verbose_names_every_file() -> None:
    assert run("init", "one", "--date", DAY, "-q").stderr == ""
    assert "wrote two/sitegen.yml\n" in run("init", "two", "--date", DAY, "-v").stderr


def test_a_folder_that_is_not_empty_is_a_failure_not_wrong_usage(folder: Path) -> None:
    (folder / "notes.txt").write_text("mine")
    result = run("init", ".")
    assert result.exit_code == 1
    assert result.stderr == "error: '.' is not empty, it holds 'notes.txt'; name a new folder, nothing was written\n"
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_no_folder_and_a_bad_day_are_wrong_usage() -> None:
    assert run("init").exit_code == 2
    assert run("init", "status", "--date", "tomorrow").exit_code == 2


@pytest.mark.parametrize("recipe", [".github/workflows/status.yml", ".gitlab-ci.yml"])
def test_what_the_recipes_run_succeeds(recipe: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("init", "status", "--date", DAY).exit_code == 0
    monkeypatch.chdir(folder / "status")
    commands = list(find_commands(recipe))
    assert "pip install sitegen-status" in commands
    mine = [shlex.split(command)[1:] for command in commands if command.startswith("sitegen ")]
    assert {words[0] for words in mine} == {"check", "build"}
    for words in mine:
        result = run(*words, "--date", DAY)
        assert result.exit_code == 0, result.output
        assert "warning:" not in result.output and "::warning" not in result.output, words


@pytest.mark.parametrize(
    ("recipe", "published"), [(".github/workflows/status.yml", "site"), (".gitlab-ci.yml", "public")]
)
def test_the_recipes_publish_what_they_build(recipe: str, published: str) -> None:
    run("init", "status", "--date", DAY)
    text = Path("status", recipe).read_text("utf-8")
    assert re.search(rf"(path: |- ){published}$", text, re.MULTILINE)
    assert published == "site" or f"- mv site {published}\n" in text


def find_commands(recipe: str) -> Iterator[str]:
    """Go through the shell commands of a recipe."""
    problems = Problems()
    document = parse_yaml_document(Path(recipe).read_bytes(), recipe, problems)
    assert document and not len(problems)
    yield from _find_commands(document.data)


def _find_commands(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "run":
                yield str(value)
            elif key in {"script", "before_script"}:
                yield from map(str, value)
            else:
                yield from _find_commands(value)
    elif isinstance(data, list):
        for value in data:
            yield from _find_commands(value)
