"""A command line becomes what it printed and how it ended: in this process, or in one of its own."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.cases import DEFAULTS, part_files, write_files

EXAMPLE = Path(__file__).resolve().parents[2]
"""The folder of the example site."""
EXAMPLE_DAY = "2026-11-20"


def make_site(root: Path, text: str = "") -> Path:
    """Put a site into a folder, with settings, a client and a survey where the text has none; return its settings."""
    write_files(DEFAULTS | part_files(text), root)
    return root / "sitegen.yml"


def run(*words: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def list_command(*words: str | Path) -> list[str]:
    """Return the command line that runs a command in a process of its own."""
    return [sys.executable, "-c", "from sitegen.cli import main; main()", *map(str, words)]


def run_alone(*words: str | Path, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own, without a terminal."""
    return subprocess.run(
        list_command(*words),
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(EXAMPLE), **env},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
