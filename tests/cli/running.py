"""A command line becomes what it printed and how it ended: in this process, or in one of its own."""

import os
import signal
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


PATIENCE_S = 10.0


def run_at_terminal(*words: str | Path, typed: str = "", interrupt_at: str = "", **env: str) -> tuple[int, str]:
    """Run a command at a terminal of its own; return its exit code and all that the terminal showed.

    It is interrupted once it has shown `interrupt_at`, where that is given; and again, as people do, where it stays: a
    signal that comes right before a process waits for input is seen only after that.
    """
    import pty
    import select

    is_interrupted = False
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    names = {**os.environ, "PYTHONPATH": str(EXAMPLE), "TERM": "xterm", **env}
    with subprocess.Popen(list_command(*words), stdin=theirs, stdout=theirs, stderr=theirs, env=names) as process:
        os.close(theirs)
        shown = bytearray()
        while True:
            is_silent = not select.select([ours], [], [], PATIENCE_S)[0]
            if not is_silent:
                if not (piece := _read(ours)):
                    break
                shown += piece
            if interrupt_at and interrupt_at.encode() in shown and (is_silent or not is_interrupted):
                is_interrupted = True
                process.send_signal(signal.SIGINT)
        code = process.wait(60)
    os.close(ours)
    return code, shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """Return what a terminal showed; nothing once nobody writes to it any more, which Linux calls an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
