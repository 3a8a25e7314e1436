"""`sitegen feedback`: a store is needed, and what is missing is said."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLE, make_site, run

WITHOUT = """
import sys
sys.modules["sqlalchemy"] = None
from sitegen.cli import main
main()
"""


@pytest.mark.parametrize("command", ["report", "inbox", "export", "pull"])
def test_without_the_extra_it_is_said_what_to_install(command: str, tmp_path: Path) -> None:
    config = make_site(tmp_path)
    words = [sys.executable, "-c", WITHOUT, "feedback", command, "--config", str(config)]
    result = subprocess.run(words, cwd=EXAMPLE, capture_output=True, text=True, timeout=60, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "error: the store needs 'sqlalchemy'; install sitegen-status[collect]\n"


def test_a_store_can_be_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = make_site(tmp_path)
    monkeypatch.setenv("SITEGEN_STORE", "sqlite:////nowhere/at/all.db")
    result = run("feedback", "report", "--config", config)
    assert result.exit_code == 1
    assert "there is no store '/nowhere/at/all.db'; 'sitegen collect' makes one" in result.stderr


def test_a_word_that_is_no_command_is_wrong_usage_and_the_nearest_is_named() -> None:
    result = run("feedback", "reprot")
    assert result.exit_code == 2
    assert "there is no command 'reprot'; did you mean 'report'?" in result.stderr
