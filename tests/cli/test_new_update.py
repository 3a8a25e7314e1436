"""`sitegen new update`: asks at a terminal, waits for nobody elsewhere, and writes what the next update starts from."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLE, run, run_alone, run_at_terminal

PORTAL = "thistlecombe/patient-portal"
UPDATES = "content/clients/thistlecombe/patient-portal/updates"
DAY = ("--date", "2026-11-23")

needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    return Path(shutil.copy(EXAMPLE / "sitegen.yml", tmp_path))


def test_without_a_terminal_it_takes_what_is_offered(config: Path) -> None:
    result = run_alone("new", "update", PORTAL, *DAY, cwd=config.parent)
    assert (result.returncode, result.stdout) == (0, f"{UPDATES}/2026-11-23.md\n")
    written = (config.parent / UPDATES / "2026-11-23.md").read_text("utf-8")
    assert written.startswith("---\nauthor: daryna\nnext_update: 2026-12-14\n\n# headline:\n# health:  # not-started")


def test_it_tells_the_state_that_it_starts_from(config: Path) -> None:
    result = run("new", "update", PORTAL, *DAY, "--config", config)
    assert "AT RISK since 2026-11-13" in result.stderr
    assert "next promised 2026-11-27, in 4 days" in result.stderr
    assert run("new", "update", PORTAL, *DAY, "--slug", "more", "-q", "--config", config).stderr == ""


def test_every_answer_is_also_an_option(config: Path) -> None:
    answers = ("--headline", "Now: go", "--health", "on-track", "--next-update", "2026-12-01", "--used", "61800.5")
    result = run("new", "update", PORTAL, *DAY, "--slug", "go", *answers, "--author", "mira", "--config", config)
    assert result.exit_code == 0
    written = (config.parent / UPDATES / "2026-11-23-go.md").read_text("utf-8")
    assert written.startswith(
        '---\nheadline: "Now: go"\nauthor: mira\nhealth: on-track\nnext_update: 2026-12-01\nbudget: {used: 61800.5}\n'
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--slug", "Board Summary"), "'Board Summary' cannot stand in a file's name"),
        (("--author", "darina"), "'darina' is nobody in people.yml or client.yml; did you mean 'daryna'?"),
        (("--used", "nan"), "'nan' is not an amount"),
        (("--health", "fine"), "'fine' is not one of"),
        (("--next-update", "soon"), "'soon' is not a day of the calendar"),
        (("--date", "2026-11-18"), "'2026-11-18.md' is there already"),
    ],
)
def test_a_wrong_answer_writes_nothing(words: tuple[str, str], said: str, config: Path) -> None:
    before = sorted((config.parent / UPDATES).iterdir())
    result = run("new", "update", PORTAL, *DAY, *words, "--config", config)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert sorted((config.parent / UPDATES).iterdir()) == before


def test_an_unknown_project_is_wrong_usage(config: Path) -> None:
    result = run("new", "update", "thistlecombe/portal", "--config", config)
    assert result.exit_code == 2
    assert "there is no project 'thistlecombe/portal'" in result.stderr


@needs_terminal
def test_at_a_terminal_it_asks_and_offers(config: Path) -> None:
    typed = "Now we go\nfine\non-track\n\n61800\n\n"
    code, shown = run_at_terminal("new", "update", PORTAL, *DAY, "--config", config, typed=typed)
    assert code == 0
    assert "on-track" in shown and "[2026-12-14]" in shown and "in EUR" in shown
    written = (config.parent / UPDATES / "2026-11-23.md").read_text("utf-8")
    assert written.startswith(
        "---\nheadline: Now we go\nauthor: daryna\nhealth: on-track\nnext_update: 2026-12-14\nbudget: {used: 61800}\n"
    )


@needs_terminal
def test_a_project_that_ends_is_not_asked_for_the_next_update(config: Path) -> None:
    words = ("--headline", "Done", "--health", "complete", "--config", config)
    _, shown = run_at_terminal("new", "update", PORTAL, *DAY, *words, typed="\n\n")
    written = (config.parent / UPDATES / "2026-11-23.md").read_text("utf-8")
    assert "2026-12-14" not in shown + written
    assert "health: complete\n" in written


@needs_terminal
def test_an_interrupt_while_it_asks_ends_it_without_a_word(config: Path) -> None:
    code, shown = run_at_terminal(
        "new", "update", PORTAL, *DAY, "--config", config, interrupt_at="The one thing to know"
    )
    assert code == 130
    assert "Traceback" not in shown and "Aborted" not in shown
    assert not (config.parent / UPDATES / "2026-11-23.md").exists()


@needs_terminal
def test_edit_opens_the_editor_that_is_set(config: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\necho "edited" >> "$1"\n')
    editor.chmod(0o755)
    result = run_alone("new", "update", PORTAL, *DAY, "--edit", cwd=config.parent, VISUAL=str(editor))
    assert result.returncode == 0
    assert (config.parent / UPDATES / "2026-11-23.md").read_text("utf-8").endswith("edited\n")
